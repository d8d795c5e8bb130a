"""The plan as a PDF: typeset each time while it is a draft, once and for all when adopted."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import handed_out
from integraal.foundation.documents.typesetting import compile_pdf, template_fingerprint
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import day
from integraal.policy.picture.document_parts.closing import RECIPE
from integraal.policy.picture.documents import TEMPLATE as PICTURE_TEMPLATE
from integraal.policy.picture.documents import look_of
from integraal.policy.plan.content import content_of
from integraal.policy.plan.document_parts.chapters import Chapters
from integraal.policy.plan.document_parts.sources import source_lines, source_numbers
from integraal.policy.plan.models import Plan
from integraal.policy.plan.papers.file_names import file_name

Json = dict[str, Any]
TEMPLATE = Path(__file__).parent / "document_templates" / "plan.typ"


def plan_pdf(*, by: Actor, plan: Plan, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the plan's PDF.

    An adopted plan is typeset once and kept by its fingerprint; a draft is typeset each time.

    Raises:
        DocumentProblem: the document cannot be made; the text is a sentence for the reader.
    """
    data = document_data(plan, tenant)
    return handed_out(
        by=by,
        is_frozen=plan.is_frozen,
        name=file_name(plan, "pdf"),
        made_of={"data": data, "template": shaping()},
        make=lambda: compile_pdf(TEMPLATE, data),
    )


def shaping() -> list[str]:
    """Return the fingerprints of all templates that shape a paper of a plan."""
    return [template_fingerprint(TEMPLATE), template_fingerprint(PICTURE_TEMPLATE)]


def document_data(plan: Plan, tenant: Tenant) -> Json:
    """Return what the template of the plan is filled with.

    Args:
        plan: draft or adopted.
        tenant: whose plan it is; its house style is the one of the transaction.
    """
    content = content_of(plan)
    lines = source_lines(content)
    return {
        **cover_of(plan, tenant, content["title"]),
        **Chapters(content, source_numbers(content, lines)).body(),
        "sources": lines,
        "term": term_words(content),
    }


def cover_of(plan: Plan, tenant: Tenant, title: str) -> Json:
    """Return whose document it is, which version, and how it stands."""
    return {
        "lang": "nl",
        "municipality": f"Gemeente {tenant.name}",
        "fictitious": tenant.is_fictitious,
        **look_of(tenant),
        "title": title,
        "state_label": plan.state_label,
        "state_line": state_line(plan),
        "is_draft": not plan.is_frozen,
        "facts": _facts(plan),
        "version": plan.version,
        "made_on": _made_on(plan).isoformat(),
        "fingerprint": plan.fingerprint,
        "recipe": RECIPE,
    }


def state_line(plan: Plan) -> str:
    """Return in a line how the plan stands."""
    if not plan.adopted_on:
        return f"{plan.state_label}: dit plan is nog niet vastgesteld"
    line = f"Vastgesteld op {day(plan.adopted_on)} door de {plan.adopting_body}"
    superseded = plan.state == State.SUPERSEDED
    return f"{line}; vervangen door een latere versie" if superseded else line


def term_words(content: Json) -> str:
    """Return for which years the plan holds."""
    first, last = content["first_year"], content["last_year"]
    return str(first) if first == last else f"{first} tot en met {last}"


def _facts(plan: Plan) -> list[list[str]]:
    facts = [["Looptijd", f"{plan.first_year} tot en met {plan.last_year}"]]
    facts.append(["Versie", str(plan.version)])
    if plan.adopted_on:
        facts += [
            ["Vastgesteld door", f"de {plan.adopting_body}"],
            ["Datum van het besluit", day(plan.adopted_on)],
            ["Nummer van het besluit", plan.decision_number or "niet opgegeven"],
        ]
    return facts


def _made_on(plan: Plan) -> datetime:
    return timezone.localtime(plan.adopted_at or timezone.now()).replace(microsecond=0)
