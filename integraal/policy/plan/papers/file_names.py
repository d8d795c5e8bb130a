"""How a paper of a plan is handed out: made each time for a draft, kept once it is adopted."""

from collections.abc import Callable, Mapping
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.documents.actions import kept_rendition
from integraal.policy.picture.papers.handing_out import digest_of
from integraal.policy.plan.models import Plan


def handed_out(
    *, by: Actor, plan: Plan, name: str, made_of: Mapping[str, Any], make: Callable[[], bytes]
) -> tuple[str, bytes]:
    """Return the name of a paper and its bytes.

    Args:
        name: of the file, which also tells one kind of paper from another.
        made_of: everything the paper is made of, as plain JSON; the same gives the same bytes.
        make: makes it.
    """
    if not plan.is_frozen:
        return name, make()
    kept = kept_rendition(by=by, source_sha256=digest_of(name, made_of), file_name=name, make=make)
    return name, bytes(kept.content)


def file_name(plan: Plan, ending: str, kind: str = "veiligheidsplan") -> str:
    """Return the name of a paper; that of a draft says so."""
    draft = "" if plan.is_frozen else "-concept"
    return f"{kind}-{plan.first_year}-{plan.last_year}-versie-{plan.version}{draft}.{ending}"
