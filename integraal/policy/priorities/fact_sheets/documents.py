"""The fact sheets as one PDF/UA: an A4 for each theme."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.actions import kept_rendition
from integraal.foundation.documents.typesetting import (
    DocumentProblem,
    compile_pdf,
    template_fingerprint,
)
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.policy.picture.document_parts.drawn import course_of
from integraal.policy.picture.documents import look_of
from integraal.policy.priorities.fact_sheets.reading import all_sheets
from integraal.policy.priorities.fact_sheets.sheets import Sheet
from integraal.policy.priorities.models import Session

Json = dict[str, Any]
TEMPLATE = Path(__file__).parents[1] / "document_templates" / "sheets.typ"


def sheets_pdf(
    *, by: Actor, session: Session, tenant: Tenant, theme: str = ""
) -> tuple[str, bytes]:
    """Return file name and bytes of the fact sheets.

    Those of a signed session are typeset once and kept.

    Args:
        by: who asks.
        session: whose themes they are.
        tenant: the municipality, for its name and colours.
        theme: code of the one theme that is wanted; empty for all.

    Raises:
        DocumentProblem: the session has no such theme, or the document cannot be made.
    """
    wanted = [one for one in all_sheets(session) if theme in ("", one.code)]
    if not wanted:
        raise DocumentProblem("Deze sessie heeft geen thema met die naam.")
    look = look_of(tenant)
    data = _data(session, tenant, look, [_on_paper(one, look) for one in wanted])
    name = f"themabladen-{theme or 'alle'}-{session.picture.year}.pdf"
    moment = timezone.localtime(session.adopted_at or timezone.now()).replace(microsecond=0)
    if not session.is_frozen:
        return name, compile_pdf(TEMPLATE, data, made_on=moment)
    made = {"data": data, "template": template_fingerprint(TEMPLATE)}
    kept = kept_rendition(
        by=by,
        source_sha256=fingerprint(made),
        file_name=name,
        make=lambda: compile_pdf(TEMPLATE, data, made_on=moment),
    )
    return name, bytes(kept.content)


def _on_paper(sheet: Sheet, look: Json) -> Json:
    drawn = course_of([sheet.drawn], look, narrow=True) if sheet.drawn else None
    return {**asdict(replace(sheet, drawn=None)), "course": drawn}


def _data(session: Session, tenant: Tenant, look: Json, sheets: list[Json]) -> Json:
    picture = session.picture
    return {
        "lang": "nl",
        "municipality": f"Gemeente {tenant.name}",
        "fictitious": tenant.is_fictitious,
        **look,
        "title": f"Themabladen bij {session.title}",
        "session": session.title,
        "picture": f"{picture.title}, versie {picture.version}",
        "year": picture.year,
        "year_before": picture.year - 1,
        "sheets": sheets,
    }
