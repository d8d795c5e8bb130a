"""The minutes as PDF/UA: typeset each time until they are adopted, then once and for all."""

from pathlib import Path
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.actions import kept_rendition
from integraal.foundation.documents.typesetting import compile_pdf, template_fingerprint
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.ui.dutch import day
from integraal.policy.monitoring.meetings.minutes.content import content_of
from integraal.policy.monitoring.meetings.minutes.paper import body_of_paper, facts_of
from integraal.policy.monitoring.meetings.queries import Found
from integraal.policy.picture.document_parts.closing import RECIPE
from integraal.policy.picture.documents import look_of

Json = dict[str, Any]
TEMPLATE = Path(__file__).parents[2] / "document_templates" / "meeting_minutes.typ"


def minutes_pdf(*, by: Actor, found: Found, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the minutes.

    Raises:
        DocumentProblem: the document cannot be made; the text is a sentence for the reader.
    """
    row, data = found.row, document_data(found, tenant)
    draft = "" if row.is_frozen else "-concept"
    name = f"verslag-overleg-{row.day:%Y-%m-%d}{draft}.pdf"
    if not row.is_frozen:
        return name, compile_pdf(TEMPLATE, data)
    made = {"data": data, "template": template_fingerprint(TEMPLATE)}
    kept = kept_rendition(
        by=by,
        source_sha256=fingerprint(made),
        file_name=name,
        make=lambda: compile_pdf(TEMPLATE, data),
    )
    return name, bytes(kept.content)


def document_data(found: Found, tenant: Tenant) -> Json:
    """Return what the template of the minutes is filled with."""
    row, content = found.row, content_of(found.row, found.kind)
    moment = timezone.localtime().replace(microsecond=0)
    if row.adopted_on:
        # Adopted minutes are the same file each time, so their moment is the day of adoption.
        moment = moment.replace(
            year=row.adopted_on.year, month=row.adopted_on.month, day=row.adopted_on.day,
            hour=12, minute=0, second=0,
        )  # fmt: skip
    return {
        "lang": "nl",
        "municipality": f"Gemeente {tenant.name}",
        "fictitious": tenant.is_fictitious,
        **look_of(tenant),
        "title": f"Verslag {content['title'][:1].lower()}{content['title'][1:]}",
        "state_label": "Vastgesteld" if row.is_frozen else "Concept",
        "state_line": _state_line(row.adopted_on),
        "facts": facts_of(content),
        "made_on": moment.isoformat(),
        "fingerprint": row.fingerprint,
        "recipe": RECIPE,
        **body_of_paper(content),
    }


def _state_line(adopted_on: Any) -> str:
    if adopted_on is None:
        return "Dit verslag is nog niet vastgesteld"
    return f"Vastgesteld in het overleg van {day(adopted_on)}"
