"""The pack for the council as one PDF with bookmarks: made anew each time, from its parts."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.joining import Part, joined
from integraal.foundation.documents.typesetting import compile_pdf
from integraal.policy.picture.documents import picture_pdf
from integraal.policy.picture.queries import pictures
from integraal.policy.plan.access import check_read_pack
from integraal.policy.plan.checks.presenters import plan_checks
from integraal.policy.plan.content import content_of
from integraal.policy.plan.documents import cover_of, plan_pdf
from integraal.policy.plan.models import Plan
from integraal.policy.plan.pack.proposal import proposal_of
from integraal.policy.plan.pack.register import heard_of, moments_of
from integraal.policy.plan.papers.file_names import file_name
from integraal.policy.priorities.queries import sessions

Json = dict[str, Any]
_TEMPLATES = Path(__file__).parent.parent / "document_templates"
PROPOSAL = _TEMPLATES / "proposal.typ"
REGISTER = _TEMPLATES / "register.typ"
_MINUTES = "integraal.policy.priorities.minutes.documents"


def pack_pdf(*, by: Actor, plan: Plan, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the pack: what is there of proposal, plan, picture, minutes
    and consultation, in that order.

    Raises:
        NotAllowed: the pack holds what partners said, and is not for everybody.
        DocumentProblem: a part cannot be made; the text is a sentence for the reader.
    """
    check_read_pack(by)
    content = content_of(plan)
    heard = heard_of(plan, content)
    others = [
        Part("Het plan", plan_pdf(by=by, plan=plan, tenant=tenant)[1]),
        *_picture(by, plan, tenant),
        *_minutes(by, plan, tenant),
        *_register(plan, tenant, heard),
    ]
    data = _proposal(plan, tenant, content, heard)
    first = _with_page_numbers(data, others)
    return file_name(plan, "pdf", "raadspakket"), joined([first, *others])


def _proposal(plan: Plan, tenant: Tenant, content: Json, heard: list[Json]) -> Json:
    return {
        **cover_of(plan, tenant, f"Raadsvoorstel: {content['title']}"),
        "sections": proposal_of(content, plan_checks(content), moments_of(plan), heard),
    }


def _with_page_numbers(data: Json, others: list[Part]) -> Part:
    """Return the proposal, which tells on which page of the pack each other part begins.

    It is typeset twice: its own length is part of the numbers.
    """
    name = "Het raadsvoorstel"
    own = Part(name, compile_pdf(PROPOSAL, {**data, "parts": _begins(others, 0)})).pages
    return Part(name, compile_pdf(PROPOSAL, {**data, "parts": _begins(others, own)}))


def _begins(others: list[Part], own: int) -> list[list[str]]:
    lines, begin = [], own
    for part in others:
        lines.append([part.name, str(begin + 1), str(part.pages)])
        begin += part.pages
    return lines


def _picture(by: Actor, plan: Plan, tenant: Tenant) -> list[Part]:
    picture = pictures(by).filter(pk=plan.picture_id).first() if plan.picture_id else None
    if picture is None:
        return []
    return [Part("Het veiligheidsbeeld", picture_pdf(by=by, picture=picture, tenant=tenant)[1])]


def _minutes(by: Actor, plan: Plan, tenant: Tenant) -> list[Part]:
    session = sessions(by).filter(pk=plan.session_id).first() if plan.session_id else None
    if session is None or find_spec(_MINUTES.rpartition(".")[0]) is None:
        return []
    _, content = import_module(_MINUTES).minutes_pdf(by=by, session=session, tenant=tenant)
    return [Part("Het verslag van de prioriteringssessie", content)]


def _register(plan: Plan, tenant: Tenant, heard: list[Json]) -> list[Part]:
    if not any(one["rows"] for one in heard):
        return []
    data = {**cover_of(plan, tenant, "Reacties op het plan"), "rounds": heard}
    return [Part("Wat anderen ervan vonden", compile_pdf(REGISTER, data))]
