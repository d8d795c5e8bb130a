"""The screen in the room: the way in, the round with its clock, and the result."""

import uuid
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from integraal.foundation.people.access import allowed
from integraal.foundation.people.scope import actor
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.leading.drawing import dials
from integraal.policy.priorities.leading.finding import session_to_show
from integraal.policy.priorities.leading.following import followed
from integraal.policy.priorities.leading.presenters import (
    Door,
    close_say,
    door_of,
    groups_say,
)
from integraal.policy.priorities.leading.views import join_address
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.progress import (
    Progress,
    closed_rounds,
    participants,
    progress_of,
)
from integraal.policy.priorities.result_page import OrderLine, ResultView, result_view
from integraal.policy.priorities.scoring.form import asked_of


@dataclass(frozen=True)
class ScreenPage:
    """What the room sees."""

    session: Session
    progress: Progress
    stage: str
    door: Door | None
    left: int | None
    dials: str
    groups: str
    criteria: tuple[str, ...]
    themes: int
    result: ResultView | None
    changes: tuple[OrderLine, ...]
    may_lead: bool
    close_say: str
    open_words: str


@require_safe
@login_required
@never_cache
def screen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the screen as the session stands."""
    session = session_to_show(request, pk)
    page = _page(request, session, progress_of(session.pk))
    return render(request, "priorities/screen.html", {"page": page})


@require_safe
@login_required
def stand(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The parts of the screen that change by themselves; 304 while they do not."""
    session = session_to_show(request, pk)
    progress = progress_of(session.pk)

    def answer() -> HttpResponse:
        page = _page(request, session, progress)
        return render(request, "priorities/screen_stand.html", {"page": page})

    return followed(request, progress, answer)


def _page(request: HttpRequest, session: Session, progress: Progress) -> ScreenPage:
    asked = asked_of(session)
    is_result = progress.stage == "closed"
    result = result_view(closed_rounds(session), asked) if is_result else None
    return ScreenPage(
        session=session,
        progress=progress,
        stage=stage_of(progress),
        door=door_of(progress.join_code, join_address(request, session)),
        left=progress.seconds_left(timezone.now()),
        dials=dials(progress.done, progress.present) if progress.is_open else "",
        groups=groups_say(participants(session)),
        criteria=() if asked.dots else tuple(one.name for one in asked.criteria.values()),
        themes=len(asked.themes),
        result=result,
        changes=_changes(result),
        may_lead=allowed(check_lead, actor(request), session),
        close_say=close_say(progress),
        open_words=f"Start ronde {progress.number + 1}",
    )


def _changes(result: ResultView | None) -> tuple[OrderLine, ...]:
    """Return the themes that moved most since the round before; the screen has room for three."""
    if result is None or not result.has_before:
        return ()
    return tuple(one for one in result.order if one.moved)[:3]


def stage_of(progress: Progress) -> str:
    """Return what the screen shows; another stage is another page."""
    door = "door" if progress.join_code else "shut"
    return f"{progress.stage}-{progress.number}-{door}"
