"""The letters in which people are asked and reminded, made when they go."""

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.outbox.letters import Letter
from integraal.foundation.outbox.models import Message
from integraal.foundation.ui.dutch import day
from integraal.policy.programme.models import Asking, Measure
from integraal.policy.programme.updating.opening import secret_of, stopped
from integraal.policy.programme.updating.queries import measures_of, running, said_since

ASKED = "programme.update_asked"
REMINDER = "programme.update_reminder"
MOST_NAMED = 5


def asked_letter(message: Message) -> Letter | None:
    """Return the letter that asks; ``None`` when the answer is there, or the link stopped."""
    return _letter(message, "Hoe lopen uw maatregelen?", "De gemeente vraagt u hoe het loopt met")


def reminder_letter(message: Message) -> Letter | None:
    """Return the letter that reminds; ``None`` as for the letter that asks."""
    return _letter(
        message, "Herinnering: hoe lopen uw maatregelen?", "We hoorden nog niet hoe het loopt met"
    )


def _letter(message: Message, subject: str, say: str) -> Letter | None:
    found = Asking.objects.select_related("member", "programme").defer("programme__frozen")
    one = found.filter(pk=message.subject_id).first()
    if one is None or one.answered_on or stopped(one, timezone.localdate()):
        return None
    programme = running(one.programme)
    done = said_since(programme, one.asked_on)
    own = measures_of(one.member_id, programme, one.asked_on)
    left = [measure for measure in own if measure.key not in done]
    if not left:
        return None
    what = "deze maatregel" if len(left) == 1 else f"deze {len(left)} maatregelen"
    return Letter(
        subject=f"{subject} ({programme.title})",
        lines=(
            f"Beste {one.member.name},",
            f"{say} {what} van u uit het {programme.title}:",
            _named(left),
            f"Open de link en zeg het in een minuut, ook op uw telefoon. Graag vóór "
            f"{day(one.due_on)}." if message.kind == ASKED
            else "Open de link en zeg het in een minuut, ook op uw telefoon.",
            f"De link is van u alleen en werkt tot en met {day(one.ends_on)}. Stuur hem niet door: "
            "wie hem heeft, kan in uw naam iets zeggen.",
        ),
        link=reverse("update-measures", args=[secret_of(one)]),
    )  # fmt: skip


def _named(left: list[Measure]) -> str:
    lines = [f"- {measure.title}" for measure in left[:MOST_NAMED]]
    more = len(left) - MOST_NAMED
    return "\n".join([*lines, f"- en nog {more}"] if more > 0 else lines)
