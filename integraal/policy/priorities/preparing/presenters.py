"""What the list of sessions, the overview of one and the page to prepare it show."""

from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Check, Chip
from integraal.foundation.ui.dutch import day
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.checks import Checks
from integraal.policy.picture.queries import pictures
from integraal.policy.priorities import access
from integraal.policy.priorities.deciding.presenters import shown_warnings
from integraal.policy.priorities.models import (
    Candidate,
    Criterion,
    Round,
    Session,
)
from integraal.policy.priorities.preparing.criteria import Weighing, weighings
from integraal.policy.priorities.queries import (
    Chosen,
    chosen,
    rounds_of,
    sessions,
    versions,
    with_picture,
)
from integraal.policy.priorities.tabs import tabs


@dataclass(frozen=True)
class SessionLine:
    """One session: its newest version, and those before it, newest first."""

    newest: Session
    earlier: list[Session] = field(default_factory=list)


@dataclass(frozen=True)
class SessionList:
    """What ``priorities/index.html`` shows."""

    lines: list[SessionLine]
    may_start: bool
    offered: list[Picture]
    picture_in_hand: bool


def session_list(by: Actor) -> SessionList:
    """Return the sessions the actor may read, the latest first; three queries."""
    lines: dict[object, SessionLine] = {}
    for session in with_picture(sessions(by)).order_by("-held_on", "-version"):
        line = lines.setdefault(session.lineage, SessionLine(session))
        if line.newest is not session:
            line.earlier.append(session)
    offered = offered_pictures(by)
    return SessionList(
        lines=list(lines.values()),
        may_start=allowed(access.check_lead, by),
        offered=offered,
        picture_in_hand=bool(offered) or pictures(by).exists(),
    )


def offered_pictures(by: Actor) -> list[Picture]:
    """Return the adopted pictures, the latest year first: the default choice."""
    adopted = pictures(by).filter(state=State.ADOPTED).defer("frozen")
    return list(adopted.order_by("-year"))


@dataclass(frozen=True)
class Step:
    """A step of the work: prepare, hold, decide, minutes, sign off."""

    name: str
    say: str
    state: str
    url: str = ""

    @property
    def check(self) -> Check:
        return Check(f"{self.name}: {self.say}", self.state)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Overview:
    """What ``priorities/overview.html`` shows."""

    session: Session
    tabs: list[Chip]
    steps: list[Step]
    next_step: Step | None
    facts: list[tuple[str, str]]
    warnings: Checks | None
    versions: list[Session]
    may: dict[str, bool]


def overview(by: Actor, session: Session) -> Overview:
    """Return the page over one session: what is prepared and what is next."""
    state = State(session.state)
    found = chosen(session)
    rounds = rounds_of(session)
    closed = sum(one.closed_at is not None for one in rounds)
    steps = _steps(session, found, rounds)
    open_steps = [one for one in steps if one.state != "done"]
    return Overview(
        session=session,
        tabs=tabs(by, session, "session"),
        steps=steps,
        next_step=open_steps[0] if open_steps else None,
        facts=_facts(session),
        warnings=None if session.is_frozen else shown_warnings(session, found, closed),
        versions=versions(by, session),
        may={
            "prepare": allowed(access.check_lead, by, session),
            "propose": state is State.DRAFT and allowed(access.check_lead, by),
            "sign": state is State.PROPOSED and allowed(access.check_sign_off, by),
            "send_back": state is State.PROPOSED and allowed(access.check_send_back, by),
            "next_version": state is State.ADOPTED and allowed(access.check_lead, by),
        },
    )


def _steps(session: Session, found: list[Chosen], rounds: list[Round]) -> list[Step]:
    pk = session.pk
    criteria, people = _counts(session)
    closed = sum(one.closed_at is not None for one in rounds)
    themes, decided = len(found), sum(bool(one.outcome) for one in found)
    is_ready = bool(session.held_on and session.chair)
    proposed = session.state != State.DRAFT
    return [
        Step("Voorbereiden", _prepared(session, themes, criteria),
             "done" if is_ready else "todo", reverse("session-prepare", args=[pk])),
        Step("Sessie houden", _held(closed, len(rounds), people),
             "done" if closed and closed == len(rounds) else "todo", _address("session-lead", pk)),
        Step("Besluiten", f"over {decided} van {themes} thema’s is besloten",
             "done" if decided == themes else "todo", reverse("session-decision", args=[pk])),
        Step("Verslag", "voorgesteld" if proposed else "nog niet voorgesteld",
             "done" if proposed else "todo", reverse("session", args=[pk]) + "#verslag"),
        Step("Aftekenen", _signed(session), "done" if session.is_frozen else "todo",
             reverse("session", args=[pk]) + "#verslag"),
    ]  # fmt: skip


def _counts(session: Session) -> tuple[int, int]:
    """Return how many criteria there are, and how many people came in."""
    came = Count("participants", Q(participants__joined_at__isnull=False), distinct=True)
    counted = Session.objects.filter(pk=session.pk)
    found = counted.aggregate(criteria=Count("criteria", distinct=True), people=came)
    return found["criteria"], found["people"]


def _prepared(session: Session, themes: int, criteria: int) -> str:
    words = f"{themes} thema’s, {criteria} {'criterium' if criteria == 1 else 'criteria'}"
    missing = [
        name for name, there in (("de dag", session.held_on), ("de voorzitter", session.chair))
        if not there
    ]  # fmt: skip
    return f"{words}; nog in te vullen: {' en '.join(missing)}" if missing else words


def _held(closed: int, rounds: int, people: int) -> str:
    if not rounds:
        return "nog geen ronde gehouden"
    open_words = "" if closed == rounds else ", en er is een ronde open"
    closed_words = "1 ronde" if closed == 1 else f"{closed} ronden"
    return f"{closed_words} gesloten{open_words}, {people} deelnemers"


def _signed(session: Session) -> str:
    if not session.is_frozen:
        return "de burgemeester tekent het verslag af"
    return f"door de {session.adopting_body} op {day(session.adopted_on)}"


def _facts(session: Session) -> list[tuple[str, str]]:
    return [
        ("Dag", day(session.held_on) if session.held_on else "nog niet bekend"),
        ("Plaats", session.place or "nog niet bekend"),
        ("Voorzitter", session.chair or "nog niet bekend"),
        ("Beeld", f"{session.picture.title}, versie {session.picture.version}"),
    ]


@dataclass(frozen=True)
class Prepare:
    """What ``priorities/prepare.html`` shows.

    Attributes:
        offered: criteria of the municipality that are not in the session.
        is_open: whether criteria and themes may still change.
    """

    session: Session
    tabs: list[Chip]
    criteria: list[Criterion]
    candidates: list[Candidate]
    offered: list[Weighing]
    is_open: bool
    revision: int
    today: str
    others: list[tuple[str, str]] = field(default_factory=list)
    others_say: str = ""


def prepare(
    by: Actor, session: Session, revision: int, others: list[tuple[str, str]], others_say: str
) -> Prepare:
    """Return the page on which a session is prepared.

    Args:
        revision: of the session, which the settings on the page build on.
        others, others_say: what somebody else saved meanwhile.
    """
    criteria = list(Criterion.objects.filter(session=session))
    names = {one.name.casefold() for one in criteria}
    codes = {one.code for one in criteria}
    return Prepare(
        session=session,
        tabs=tabs(by, session, "session"),
        criteria=criteria,
        candidates=list(Candidate.objects.filter(session=session)),
        offered=[
            one for one in weighings() if one.code not in codes and one.name.casefold() not in names
        ],
        is_open=not Round.objects.filter(session=session).exists(),
        revision=revision,
        today=timezone.localdate().isoformat(),
        others=others,
        others_say=others_say,
    )


def _address(name: str, pk: object) -> str:
    """Return an address of another part; empty when that part is not there."""
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
