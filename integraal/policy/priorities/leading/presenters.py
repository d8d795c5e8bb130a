"""What who leads sees: the door, the round, who is in and how many are done."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.policy.priorities.joining.codes import shown
from integraal.policy.priorities.joining.qr_code import qr_svg
from integraal.policy.priorities.models import Participant, Session
from integraal.policy.priorities.progress import Progress, participants, progress_of
from integraal.policy.priorities.result_words import GROUPS
from integraal.policy.priorities.tabs import NAME, tabs


@dataclass(frozen=True)
class Door:
    """The way in: a code, an address and a QR code of it."""

    code: str
    address: str
    site: str
    qr: SafeString


@dataclass(frozen=True)
class PersonLine:
    """Somebody who takes part. What they scored is not here, nor whether they did."""

    pk: UUID
    name: str
    about: str
    by: str


@dataclass(frozen=True)
class NewLink:
    """A personal link that was just made; it is shown once."""

    name: str
    address: str
    qr: SafeString


@dataclass(frozen=True)
class LeadPage:
    """The page from which a session is led."""

    session: Session
    tabs: list[Chip]
    tabs_name: str
    door: Door | None
    progress: Progress
    left: int | None
    progress_words: str
    close_say: str
    people: list[PersonLine]
    groups: str
    next_number: int
    link: NewLink | None

    @property
    def stage(self) -> str:
        """What the page offers; the first who comes in makes it another page."""
        return f"{self.progress.stage}-{self.progress.number}-{bool(self.people)}"


def lead_page(
    by: Actor, session: Session, join_address: str, link: NewLink | None = None
) -> LeadPage:
    """Return the page of who leads.

    Args:
        by: who looks.
        session: the session.
        join_address: what the code opens; empty when the door is closed.
        link: a personal link to show now.
    """
    progress = progress_of(session.pk)
    people = list(participants(session))
    return LeadPage(
        session=session,
        tabs=tabs(by, session, "session-lead"),
        tabs_name=NAME,
        door=door_of(progress.join_code, join_address),
        progress=progress,
        left=progress.seconds_left(timezone.now()),
        progress_words=f"{progress.done} van {progress.present} klaar met ronde {progress.number}",
        close_say=close_say(progress),
        people=[_line(one) for one in people],
        groups=groups_say(people),
        next_number=progress.number + 1,
        link=link,
    )


def door_of(code: str, address: str) -> Door | None:
    """Return the way in; None when the door is closed."""
    if not code:
        return None
    site = address.partition("://")[2].partition("/meedoen/")[0] + "/meedoen"
    return Door(shown(code), address, site, mark_safe(qr_svg(address, "QR-code om mee te doen")))


def new_link(participant: Participant, address: str) -> NewLink:
    """Return a personal link that was just made."""
    qr = mark_safe(qr_svg(address, f"QR-code met de nieuwe link van {participant.name}"))
    return NewLink(participant.name, address, qr)


def groups_say(people: Iterable[Participant]) -> str:
    """Return how many of each group are in: "Raad 9, partners 8"."""
    here = [one.group for one in people]
    told = [f"{words} {here.count(group)}" for group, words in GROUPS.items() if group in here]
    words = ", ".join(told) or "nog niemand"
    return words[:1].upper() + words[1:]


def close_say(progress: Progress) -> str:
    """Return what closing does, with a warning where it is early or can be seen through."""
    parts = [
        "Daarna kan niemand nog scoren. We wissen wie welke score gaf; dat kan niemand terughalen."
    ]
    busy = progress.present - progress.done
    if busy > 0:
        are = "is" if busy == 1 else "zijn"
        parts.insert(0, f"{busy} van {progress.present} {are} nog niet klaar.")
    if progress.done < 5:
        parts.append("Met minder dan vijf stembriefjes is te raden wie wat gaf.")
    return " ".join(parts)


def _line(one: Participant) -> PersonLine:
    about = ", ".join(part for part in (one.get_group_display(), one.organisation) if part)
    return PersonLine(one.pk, one.name, about, "op papier" if one.on_paper else "met telefoon")
