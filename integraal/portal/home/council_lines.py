"""What the home page says of the council: late answers, papers that are due, news to a follower."""

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.access import check_questions, check_write
from integraal.policy.accountability.following.queries import followed
from integraal.policy.accountability.planning.own_dates import coming_moments
from integraal.policy.accountability.planning.presenters import days_words
from integraal.policy.accountability.questions.queries import late_questions
from integraal.portal.home.lines import Waits

MOST_LATE = 3


def council_waits(by: Actor) -> Waits:
    """Return what waits for who answers the council and writes its papers, and for followers."""
    return [*_late(by), *_due(by), *_new(by)]


def _late(by: Actor) -> Waits:
    """Return the questions whose answer is late; many together as one line."""
    if not allowed(check_questions, by):
        return []
    found = list(late_questions(by, timezone.localdate()).values_list("pk", "title", "due_on"))
    if len(found) > MOST_LATE:
        place = f"{reverse('council-questions')}?stand=late"
        return [(f"{len(found)} raadsvragen zijn te laat", "De termijn is voorbij.", place)]
    return [
        (f"Raadsvraag te laat: {title}", f"Het antwoord moest er zijn op {day(due_on)}.",
         reverse("council-question", args=[pk]))
        for pk, title, due_on in found
        if due_on
    ]  # fmt: skip


def _due(by: Actor) -> Waits:
    """Return the papers that are due within a month, for who writes them."""
    if not allowed(check_write, by):
        return []
    today = timezone.localdate()
    return [
        (f"Tekst voor {one.name}", f"{days_words(one.days_left(today)).capitalize()}, "
         f"op {day(one.due_on)}.", reverse("planning-dates"))
        for one in coming_moments(today)
        if one.is_soon(today)
    ]  # fmt: skip


def _new(by: Actor) -> Waits:
    """Return what is new in the themes that somebody follows."""
    return [
        (f"Nieuw bij {one.name}: {one.words}",
         f"Sinds u keek, op {day(timezone.localdate(one.seen_at))}.",
         reverse("followed-theme", args=[one.code]))
        for one in followed(by)
        if one.new
    ]  # fmt: skip
