"""Read the template that holds for a kind of Word document."""

import hashlib
from dataclasses import dataclass

from integraal.foundation.documents.models import WordTemplate
from integraal.foundation.documents.word.kinds import WordKind


@dataclass(frozen=True)
class CurrentTemplate:
    """The template as it holds now.

    Attributes:
        content: the .docx.
        sha256: its fingerprint.
        own: the municipality's own, with who changed it when; ``None`` for the shipped one.
    """

    content: bytes
    sha256: str
    own: WordTemplate | None


def current_template(kind: WordKind) -> CurrentTemplate:
    """Return the municipality's own template of a kind, or else the shipped one."""
    found = WordTemplate.objects.filter(kind=kind.code).select_related("changed_by").first()
    if found and found.sha256:
        return CurrentTemplate(bytes(found.content), found.sha256, found)
    content = kind.default.read_bytes()
    return CurrentTemplate(content, hashlib.sha256(content).hexdigest(), None)
