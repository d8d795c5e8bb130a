"""What the home page says about programme and monitoring: where they stand, and what waits."""

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.meetings.circles import readable_kinds
from integraal.foundation.people.access import allowed
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import counted, day
from integraal.policy.monitoring.deviations.queries import deviations
from integraal.policy.monitoring.meetings.queries import points
from integraal.policy.programme.access import check_run, check_write
from integraal.policy.programme.models import Asking, Measure, Programme
from integraal.policy.programme.queries import programmes
from integraal.portal.page import step_url
from integraal.portal.steps import Step

Waits = list[tuple[str, str, str]]


def programmes_at_hand(by: Actor) -> list[Programme]:
    """Return the programmes that are written or hold, the latest years first."""
    found = programmes(by).exclude(state=State.SUPERSEDED).defer("frozen")
    return list(found.order_by("-first_year", "-version"))


def programme_step(step: Step, found: Sequence[Programme]) -> ui.LoopStep:
    """Return the step of the programme on the loop."""
    latest = next(iter(found), None)
    if latest is None:
        return ui.LoopStep(step.number, step.name, step_url(step.code), "nog niet begonnen", "next")
    say = f"{latest.first_year}-{latest.last_year}: {latest.state_label.lower()}"
    phase = "done" if latest.state == State.ADOPTED else "now"
    return ui.LoopStep(step.number, step.name, step_url(step.code), say, phase)  # type: ignore[arg-type]


def monitoring_step(step: Step, by: Actor, found: Sequence[Programme]) -> ui.LoopStep:
    """Return the step of monitoring on the loop: it runs as long as a programme does."""
    place = step_url(step.code)
    if _running(found) is None:
        return ui.LoopStep(step.number, step.name, place, "nog niet begonnen", "next")
    open_now = deviations(by).filter(closed_on__isnull=True).count()
    say = counted(open_now, "afwijking open", "afwijkingen open") if open_now else "loopt"
    return ui.LoopStep(step.number, step.name, place, say, "now")


def programme_waits(by: Actor, found: Sequence[Programme]) -> Waits:
    """Return what waits for this actor: title, explanation and address."""
    own = [*_to_write(by, found), *_to_update(by), *_agreed_on(by)]
    return [*own, *_to_hand_out(by, found), *_to_weigh(by)]


def _running(found: Sequence[Programme]) -> Programme | None:
    return next((one for one in found if one.state == State.ADOPTED), None)


def _to_write(by: Actor, found: Sequence[Programme]) -> Waits:
    """Return the drafts for who writes, and the proposals for the college."""
    lines = []
    for one in found:
        if one.state == State.DRAFT and allowed(check_write, by):
            say = one.returned_reason or "Het programma is nog een concept."
            lines.append((f"{one} afmaken", say, reverse("programme", args=[one.pk])))
        elif one.state == State.PROPOSED and by.has("college"):
            place = reverse("programme-decision", args=[one.pk])
            lines.append((f"{one} vaststellen", "Het voorstel wacht op uw besluit.", place))
    return lines


def _to_update(by: Actor) -> Waits:
    """Return that somebody was asked last how measures go, and did not answer yet."""
    latest = Asking.objects.filter(member_id=by.member_id).order_by("-asked_on").first()
    if latest is None or latest.answered_on or latest.revoked_on:
        return []
    place = f"{reverse('programme', args=[latest.programme_id])}?eigenaar=ik"
    return [("Zeg hoe uw maatregelen lopen", f"Graag uiterlijk {day(latest.due_on)}.", place)]


def _agreed_on(by: Actor) -> Waits:
    """Return the actions of meetings that are this actor's, and due within two weeks."""
    soon = timezone.localdate() + timedelta(days=14)
    found = points(readable_kinds(by)).filter(member_id=by.member_id, member__isnull=False)
    place = f"{reverse('action-points')}?wat=mijn"
    return [
        (f"Actie: {one.what}", f"Klaar op {day(one.due)}.", place)
        for one in found.filter(done_on__isnull=True, due__lte=soon)[:5]
    ]


def _to_hand_out(by: Actor, found: Sequence[Programme]) -> Waits:
    """Return how many measures of the programme that runs are of nobody, for who runs it."""
    running = _running(found)
    if running is None or not allowed(check_run, by):
        return []
    many = Measure.objects.filter(Q(programme=running), Q(owner__isnull=True)).count()
    if not many:
        return []
    title = f"{counted(many, 'maatregel', 'maatregelen')} zonder eigenaar"
    place = f"{reverse('programme', args=[running.pk])}?eigenaar=geen"
    return [(title, "Wijs iemand aan, of haal de maatregel weg.", place)]


def _to_weigh(by: Actor) -> Waits:
    """Return the deviations that are open, for who runs the programme."""
    if not allowed(check_run, by):
        return []
    return [
        (f"Afwijking: {one.title}", "Zet de volgende stap.", reverse("deviation", args=[one.pk]))
        for one in deviations(by).filter(closed_on__isnull=True)[:3]
    ]
