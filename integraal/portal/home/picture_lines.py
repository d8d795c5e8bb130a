"""What the home page says of the picture: where it stands, what waits, and who got a task."""

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import day
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import latest_picture
from integraal.policy.picture.remarks.queries import assignments_for
from integraal.policy.picture.remarks.rules import late_words
from integraal.portal.home.lines import Line, Waits


def picture_line(by: Actor) -> Line:
    """Return the line of the picture: the one in hand, or else the one that holds."""
    latest = latest_picture(by)
    if latest is None:
        return Line(phase="now", reached=True)
    return Line(
        say=f"{latest.year}: {latest.state_label.lower()}",
        phase="done" if latest.state == State.ADOPTED else "now",
        waits=_waits(by, latest),
        reached=True,
    )


def assigned(by: Actor) -> Waits:
    """Return the open assignments of this actor, the first due on top, late ones in words."""
    today = timezone.localdate()
    return [
        (
            f"Opdracht bij {one.picture.title}",
            " ".join(
                filter(
                    None, (late_words(one.due_on, today), one.text, f"Klaar op {day(one.due_on)}.")
                )
            ),
            f"{reverse('remarks', args=[one.picture_id])}?voor=mij#opmerking-{one.pk}",
        )
        for one in assignments_for(by)
        if one.due_on
    ]


def _waits(by: Actor, latest: Picture) -> Waits:
    place = reverse("picture", args=[latest.pk])
    if latest.state == State.PROPOSED and by.has("mayor"):
        return [(f"{latest.title} vaststellen", "Het voorstel wacht op uw besluit.", place)]
    if latest.state == State.DRAFT and by.has("adviser"):
        say = latest.returned_reason or "Het concept is nog niet voorgesteld."
        return [(f"{latest.title} afmaken", say, place)]
    return []
