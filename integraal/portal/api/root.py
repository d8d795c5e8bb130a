"""The API as a whole: its routers, and how a refusal is told."""

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI

from integraal.foundation.documents.typesetting import DocumentProblem
from integraal.foundation.documents.word.archives import TemplateRefused
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.outbox.refusals import OutboxRefused
from integraal.foundation.partners.refusals import PartnersRefused
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.sources.problems import FileProblem
from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.monitoring.refusals import MonitoringRefused
from integraal.policy.picture.refusals import Conflict, PictureRefused
from integraal.policy.plan.importing.reading import Unreadable
from integraal.policy.plan.refusals import PlanRefused
from integraal.policy.priorities.refusals import SessionRefused
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.portal.api import (
    accounts,
    catalogue,
    contributions,
    covenants,
    exploring,
    figures,
    measures,
    methods,
    monitoring,
    monitoring_around,
    monitoring_deviations,
    open_data,
    outgoing_mail,
    partners,
    picture_papers,
    picture_texts,
    pictures,
    plan_blocks,
    plan_changes,
    plan_checks,
    plan_consultation,
    plan_decisions,
    plan_import,
    plan_papers,
    plan_trace,
    plans,
    programme,
    programme_changes,
    programme_own,
    programme_updates,
    programme_views,
    programme_workbook,
    promises,
    remarks,
    report_public,
    rounds,
    session_ballots,
    session_decisions,
    session_rows,
    sessions,
    sessions_live,
    sharing,
    team,
    tracing,
    trail,
)

api = NinjaAPI(
    title="Integraal",
    version="1.0.0",
    description="Read what the municipality made, and do the deeds your role allows.",
    docs_url=None,
    openapi_extra={"info": {"license": {"name": "EUPL-1.2"}}},
)
api.add_router("/pictures", pictures.router)
api.add_router("/pictures", sharing.router)
api.add_router("/pictures", tracing.picture_router)
api.add_router("/pictures", contributions.router)
api.add_router("/pictures", promises.router)
api.add_router("/pictures", remarks.router)
api.add_router("/pictures", picture_texts.router)
api.add_router("/pictures", picture_papers.router)
api.add_router("/plans", plans.router)
api.add_router("/plans", plan_blocks.router)
api.add_router("/plans", plan_consultation.router)
api.add_router("/plans", plan_decisions.router)
api.add_router("/plans", plan_changes.router)
api.add_router("/plans", plan_checks.router)
api.add_router("/plans", plan_papers.router)
api.add_router("/plans", plan_trace.router)
api.add_router("/programmes", programme_updates.router)
api.add_router("/outgoing-mail", outgoing_mail.router)
api.add_router("/plan-imports", plan_import.router)
api.add_router("/programmes", programme.router)
api.add_router("/programmes", measures.router)
api.add_router("/programmes", programme_changes.router)
api.add_router("/programmes", programme_views.router)
api.add_router("/programmes", programme_workbook.router)
api.add_router("/saved-views", programme_own.view_router)
api.add_router("/own-calendar", programme_own.calendar_router)
api.add_router("/monitoring", monitoring.router)
api.add_router("/monitoring", monitoring_around.router)
api.add_router("/deviations", monitoring_deviations.router)
api.add_router("/reports", accounts.router)
api.add_router("/reports", report_public.router)
api.add_router("/sessions", sessions_live.router)
api.add_router("/sessions", session_ballots.result_router)
api.add_router("/ballot", session_ballots.ballot_router)
api.add_router("/sessions", sessions.router)
api.add_router("/sessions", session_rows.router)
api.add_router("/sessions", session_decisions.router)
api.add_router("/figures", figures.router)
api.add_router("/figures", tracing.figure_router)
api.add_router("/indicators", catalogue.indicator_router)
api.add_router("/sources", catalogue.source_router)
api.add_router("/explorer", exploring.router)
api.add_router("/month-round", rounds.router)
api.add_router("/methods", methods.router)
api.add_router("/partners", partners.router)
api.add_router("/covenants", covenants.router)
api.add_router("/team", team.router)
api.add_router("/open-data", open_data.router)
api.add_router("/events", trail.router)


def _told(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return api.create_response(request, {"detail": sentence}, status=status)


@api.exception_handler(NotAllowed)
def not_allowed(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    return _told(request, str(refusal), 403)


@api.exception_handler(Conflict)
@api.exception_handler(PartnersRefused)
@api.exception_handler(PictureRefused)
@api.exception_handler(PlanRefused)
@api.exception_handler(ProgrammeRefused)
@api.exception_handler(SessionRefused)
@api.exception_handler(ProgrammeRefused)
@api.exception_handler(OutboxRefused)
@api.exception_handler(MonitoringRefused)
@api.exception_handler(AccountRefused)
@api.exception_handler(ImpossibleMove)
@api.exception_handler(DocumentProblem)
@api.exception_handler(TemplateRefused)
def not_now(request: HttpRequest, refusal: Exception) -> HttpResponse:
    return _told(request, str(refusal), 409)


@api.exception_handler(FileProblem)
@api.exception_handler(Unreadable)
def not_readable(request: HttpRequest, problem: Exception) -> HttpResponse:
    return _told(request, str(problem), 400)


@api.exception_handler(Http404)
@api.exception_handler(picture_texts.NoSuchText)
def not_there(request: HttpRequest, missing: Exception) -> HttpResponse:
    sentence = (
        str(missing) if isinstance(missing, picture_texts.NoSuchText) else "Dit bestaat niet."
    )
    return _told(request, sentence, 404)
