"""When a decision about a plan is right, in sentences. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

MOST_VOTES = 45
"""No council has more members (Gemeentewet, article 8)."""
PLANNED, AGREED, AMENDED, REFUSED = "planned", "agreed", "amended", "refused"
TABLED, ADOPTED, REJECTED, WITHDRAWN = "tabled", "adopted", "rejected", "withdrawn"


@dataclass(frozen=True)
class Votes:
    """How was voted; ``None`` where nobody counted."""

    agreed: int | None = None
    against: int | None = None
    abstained: int | None = None

    @property
    def are_counted(self) -> bool:
        return self.agreed is not None and self.against is not None


NO_VOTES = Votes()


@dataclass(frozen=True)
class Amended:
    """An amendment as the rules see it."""

    number: str
    outcome: str
    is_applied: bool


@dataclass(frozen=True)
class Moment:
    """A stop of the path as the rules see it, with the amendments at it."""

    body: str
    outcome: str
    on: date | None
    votes: Votes
    is_required: bool
    adopts: bool
    amendments: Sequence[Amended] = field(default=())


def votes_problem(votes: Votes, outcome: str = "") -> str | None:
    """Return why these votes cannot be, or ``None``; ``outcome`` is that of a moment."""
    given = [one for one in (votes.agreed, votes.against, votes.abstained) if one is not None]
    if not given:
        return None
    if not votes.are_counted:
        return (
            "Vul het aantal stemmen voor en het aantal stemmen tegen allebei in, of geen van beide."
        )
    if sum(given) > MOST_VOTES:
        return (
            f"Dit zijn {sum(given)} stemmen. Een gemeenteraad heeft hoogstens {MOST_VOTES} leden. "
            "Kijk de aantallen na."
        )
    has_majority = (votes.agreed or 0) > (votes.against or 0)
    if outcome in (AGREED, AMENDED, ADOPTED) and not has_majority:
        return (
            f"De stemmen kloppen niet met de uitkomst: {votes.agreed} voor en {votes.against} "
            "tegen is geen meerderheid. Kijk de aantallen of de uitkomst na."
        )
    if outcome in (REFUSED, REJECTED) and has_majority:
        return (
            f"De stemmen kloppen niet met de uitkomst: {votes.agreed} voor en {votes.against} "
            "tegen is een meerderheid. Kijk de aantallen of de uitkomst na."
        )
    return None


def decision_problem(
    outcome: str, on: date | None, today: date, before: Moment | None, after: Moment | None
) -> str | None:
    """Return why a moment cannot be decided so, or ``None`` when it can.

    Args:
        outcome: of the moment; ``planned`` takes the decision back.
        on: the day of the decision.
        today: today.
        before: the decided moment before it.
        after: the decided moment after it.
    """
    if outcome == PLANNED:
        return _taken_back_problem(after)
    if on is None:
        return "Vul in op welke dag is besloten."
    if on > today:
        return "De dag van het besluit ligt in de toekomst. Vul hem in als het besluit er is."
    if before and before.on and on < before.on:
        return (
            f"Deze dag ligt vóór het besluit van {the(before.body)} ({_day(before.on)}). "
            "Kijk de dagen na."
        )
    if after and after.on and on > after.on:
        return (
            f"Deze dag ligt ná het besluit van {the(after.body)} ({_day(after.on)}). "
            "Kijk de dagen na."
        )
    return None


def planning_problem(planned: date | None, before: date | None, name: str) -> str | None:
    """Return why a moment cannot be planned that day, with the day and name of the one before."""
    if planned and before and planned < before:
        return f"Deze dag ligt vóór die van {the(name)} ({_day(before)}). Kies een latere dag."
    return None


def adoption_problem(moments: Sequence[Moment], today: date) -> str | None:
    """Return why a plan cannot be adopted yet, or ``None`` when it can.

    Args:
        moments: every stop of the path, in order.
        today: today.
    """
    latest: Moment | None = None
    for one in moments:
        if problem := _moment_problem(one, today, latest):
            return problem
        latest = one if one.outcome != PLANNED else latest
    if latest is None or not latest.adopts:
        return "Er is geen besluit van wie het plan vaststelt. Leg dat eerst vast."
    return None


def _moment_problem(one: Moment, today: date, before: Moment | None) -> str | None:
    if one.outcome == PLANNED:
        if _must(one):
            return f"Er is nog geen besluit van {the(one.body)}. Leg dat eerst vast."
        return _amendments_problem(one)
    if one.outcome == REFUSED and _must(one):
        return (
            f"Niet akkoord: {the(one.body)}. Het plan kan zo niet worden vastgesteld. "
            "Stuur het voorstel terug."
        )
    if problem := decision_problem(one.outcome, one.on, today, before, None):
        return f"Besluit van {the(one.body)}: {problem[:1].lower()}{problem[1:]}"
    if one.adopts and not one.votes.are_counted:
        return f"De stemmen van {the(one.body)} ontbreken. Vul in hoeveel voor en hoeveel tegen."
    return _amendments_problem(one)


def _must(one: Moment) -> bool:
    return one.is_required or one.adopts


def _amendments_problem(one: Moment) -> str | None:
    for amendment in one.amendments:
        if amendment.outcome == TABLED:
            return (
                f"Over amendement {amendment.number} is nog niets vastgelegd. Leg vast of het is "
                "aangenomen, verworpen of ingetrokken."
            )
        if amendment.outcome == ADOPTED and not amendment.is_applied:
            return (
                f"Amendement {amendment.number} is aangenomen en staat nog niet in het plan. "
                "Verwerk het eerst."
            )
    has_adopted = any(amendment.outcome == ADOPTED for amendment in one.amendments)
    if has_adopted and one.outcome == AGREED:
        return (
            f"Bij {the(one.body)} is een amendement aangenomen. Maak de uitkomst: akkoord met "
            "wijzigingen."
        )
    if one.outcome == AMENDED and one.adopts and not has_adopted:
        return (
            f"De uitkomst van {the(one.body)} is akkoord met wijzigingen, en er staat geen "
            "aangenomen amendement. Leg het amendement vast."
        )
    return None


def _taken_back_problem(after: Moment | None) -> str | None:
    if after:
        return f"Hierna is al besloten door {the(after.body)}. Neem eerst dat besluit terug."
    return None


def the(body: str) -> str:
    """Return a body with its article: de gemeenteraad, het college."""
    first = body.split(" ", 1)[0].lower()
    is_neuter = first.endswith(("college", "presidium", "overleg", "bestuur", "comité"))
    return f"{'het' if is_neuter else 'de'} {body}"


def _day(value: date) -> str:
    return f"{value.day}-{value.month}-{value.year}"
