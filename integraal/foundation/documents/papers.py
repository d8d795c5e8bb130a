"""The papers of a document: what each is, and how it is made and kept."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.documents.actions import kept_rendition
from integraal.foundation.documents.queries import current_template
from integraal.foundation.documents.word.filling import fill
from integraal.foundation.documents.word.kinds import WordKind

Made = tuple[str, bytes]
PDF_TYPE = "application/pdf"


@dataclass(frozen=True)
class Paper:
    """One kind of paper.

    Attributes:
        code: as used in addresses.
        content_type: of the file.
        is_shown: whether a browser shows it; else it is saved.
        make: from who asks, the document and whose it is, by name, to file name and bytes. When
            it cannot be made it raises a sentence: DocumentProblem or TemplateRefused.
    """

    code: str
    content_type: str
    is_shown: bool
    make: Callable[..., Made]


def handed_out(
    *, by: Actor, is_frozen: bool, name: str, made_of: Mapping[str, Any], make: Callable[[], bytes]
) -> Made:
    """Return the name of a paper and its bytes.

    Args:
        is_frozen: whether the document is; of a draft the paper is made each time, else kept.
        name: of the file, which also tells one kind of paper from another.
        made_of: everything the paper is made of, as plain JSON; the same gives the same bytes.
        make: makes it.
    """
    if not is_frozen:
        return name, make()
    kept = kept_rendition(by=by, source_sha256=_digest(name, made_of), file_name=name, make=make)
    return name, bytes(kept.content)


def word_paper(
    kind: WordKind,
    data: Mapping[str, Any],
    values: Mapping[str, Any],
    *,
    by: Actor,
    is_frozen: bool,
    name: str,
) -> Made:
    """Return the name and the bytes of a document in Word, from the municipality's template.

    Args:
        kind: whose template it is.
        data: what the PDF is filled with, for the title and the moment.
        values: what stands in each field.
        is_frozen, name: see ``handed_out``.

    Raises:
        TemplateRefused: the template cannot be filled; the text is a sentence for the reader.
    """
    template = current_template(kind)
    title, moment = data["title"], datetime.fromisoformat(data["made_on"])
    return handed_out(
        by=by,
        is_frozen=is_frozen,
        name=name,
        made_of={"values": values, "template": template.sha256},
        make=lambda: fill(template.content, values, kind.fields, title=title, moment=moment),
    )


def _digest(name: str, made_of: Mapping[str, Any]) -> str:
    """Return the fingerprint of all that a paper is made of, one kind apart from another."""
    kind = name.partition("-")[0] + name.rpartition(".")[2]
    made = json.dumps({"paper": kind, **made_of}, sort_keys=True)
    return hashlib.sha256(made.encode()).hexdigest()
