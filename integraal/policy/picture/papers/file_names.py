"""How a paper of a picture is handed out: made each time for a draft, kept once it is adopted."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.documents.actions import kept_rendition
from integraal.policy.picture.models import Picture


def handed_out(
    *,
    by: Actor,
    picture: Picture,
    name: str,
    made_of: Mapping[str, Any],
    make: Callable[[], bytes],
) -> tuple[str, bytes]:
    """Return the name of a paper and its bytes.

    Args:
        name: of the file, which also tells one kind of paper from another.
        made_of: everything the paper is made of, as plain JSON; the same gives the same bytes.
        make: makes it.
    """
    if not picture.is_frozen:
        return name, make()
    kept = kept_rendition(by=by, source_sha256=digest_of(name, made_of), file_name=name, make=make)
    return name, bytes(kept.content)


def file_name(picture: Picture, ending: str, kind: str = "veiligheidsbeeld") -> str:
    """Return the name of a paper; that of a draft says so."""
    draft = "" if picture.is_frozen else "-concept"
    return f"{kind}-{picture.year}-versie-{picture.version}{draft}.{ending}"


def digest_of(name: str, made_of: Mapping[str, Any]) -> str:
    """Return the fingerprint of all that a paper is made of, one kind apart from another."""
    kind = name.partition("-")[0] + name.rpartition(".")[2]
    made = json.dumps({"paper": kind, **made_of}, sort_keys=True)
    return hashlib.sha256(made.encode()).hexdigest()
