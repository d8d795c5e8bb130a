"""What the home page says about the programme: where it stands, and what waits."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import counted, day
from integraal.policy.programme.access import check_run, check_write
from integraal.policy.programme.models import Asking, Measure, Programme
from integraal.policy.programme.queries import programmes
from integraal.portal.home.lines import Line, Waits


def programme_line(by: Actor) -> Line:
    """Return the line of the programme with the latest years that is written or holds."""
    found = _at_hand(by)
    waits = [*_to_write(by, found), *_to_update(by), *_to_hand_out(by, found)]
    if not found:
        return Line(waits=waits)
    latest = found[0]
    return Line(
        say=f"{latest.first_year}-{latest.last_year}: {latest.state_label.lower()}",
        phase="done" if latest.state == State.ADOPTED else "now",
        waits=waits,
        reached=True,
    )


def _at_hand(by: Actor) -> list[Programme]:
    """Return the programmes that are written or hold, the latest years first."""
    found = programmes(by).exclude(state=State.SUPERSEDED).defer("frozen")
    return list(found.order_by("-first_year", "-version"))


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


def _to_hand_out(by: Actor, found: Sequence[Programme]) -> Waits:
    """Return how many measures of the programme that runs are of nobody, for who runs it."""
    running = next((one for one in found if one.state == State.ADOPTED), None)
    if running is None or not allowed(check_run, by):
        return []
    many = Measure.objects.filter(Q(programme=running), Q(owner__isnull=True)).count()
    if not many:
        return []
    title = f"{counted(many, 'maatregel', 'maatregelen')} zonder eigenaar"
    place = f"{reverse('programme', args=[running.pk])}?eigenaar=geen"
    return [(title, "Wijs iemand aan, of haal de maatregel weg.", place)]
