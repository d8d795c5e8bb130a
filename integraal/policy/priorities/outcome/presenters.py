"""What the page of the results shows: each closed round, and what lies behind it."""

from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import day, listed, number
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.priorities.minutes.rounds_json import round_json, score_words
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.outcome.more import (
    INDIFFERENCE,
    PREFERENCE,
    Flow,
    Without,
    acceptability_of,
    flows_of,
    without_groups,
)
from integraal.policy.priorities.outcome.reading import Outcome, Outcomes, outcomes_of
from integraal.policy.priorities.result_page import ResultView, result_view
from integraal.policy.priorities.result_words import GROUPS, ballots_say, change_say
from integraal.policy.priorities.results import RoundResult
from integraal.policy.priorities.scoring.form import Asked, asked_of
from integraal.policy.priorities.tabs import tabs

_METHOD = (
    f"Een verschil van {number(INDIFFERENCE, 1)} punt of minder telt niet, vanaf "
    f"{number(PREFERENCE, 0)} punt telt het helemaal."
)


NO_GROUP = "Er is geen groep van vijf of meer die weg kan zonder dat er te weinig overblijft."


@dataclass(frozen=True)
class More:
    """What lies behind the order of a round."""

    flows: Table | None
    flows_say: str
    without: list[str]
    without_say: str
    places: Table | None


@dataclass(frozen=True)
class RoundView:
    """One closed round in words and numbers."""

    number: int
    closed: str
    counted: str
    sentences: list[str]
    drawn: ResultView | None
    table: Table
    more: More
    is_last: bool


@dataclass(frozen=True)
class ResultsPage:
    """What ``priorities/results.html`` shows."""

    session: Session
    tabs: list[Chip]
    rounds: list[RoundView]
    changes: Table | None
    open_round: int | None


def results_page(by: Actor, session: Session) -> ResultsPage:
    """Return what came of the closed rounds, the latest first."""
    outcomes = outcomes_of(session)
    asked = asked_of(session)
    return ResultsPage(
        session=session,
        tabs=tabs(by, session, "session-results"),
        rounds=[_round(one, outcomes, asked) for one in reversed(outcomes.rounds)],
        changes=_changes(outcomes),
        open_round=outcomes.open_round,
    )


def _round(outcome: Outcome, outcomes: Outcomes, asked: Asked) -> RoundView:
    found = round_json(outcome, outcomes)
    until = [one for one in outcomes.rounds if one.number <= outcome.number]
    return RoundView(
        number=outcome.number,
        closed=day(outcome.closed_on),
        counted=counted_words(outcome.result),
        sentences=found["sentences"],
        drawn=result_view(
            [one.row for one in until],
            asked,
            uid=f"ronde{outcome.number}",
            results=[one.result for one in until],
        ),
        table=_table(outcome, outcomes),
        more=_more(outcome, outcomes),
        is_last=outcome is outcomes.last,
    )


def counted_words(result: RoundResult) -> str:
    """Return how many ballots were counted, and of which groups that may be told apart."""
    groups = [f"{GROUPS.get(code, code)} {n}" for code, n in result.groups.items()]
    words = ballots_say(result.n)
    if not groups:
        return f"{words}; groepen van minder dan vijf zijn niet apart geteld"
    rest = result.n - sum(result.groups.values())
    others = f" en {rest} anderen" if rest else ""
    return f"{words}: {listed(groups)}{others}"


def _table(outcome: Outcome, outcomes: Outcomes) -> Table:
    rows = round_json(outcome, outcomes)["rows"]
    names = [outcomes.criteria[code] for code in outcome.result.criteria]
    several = len(names) > 1
    heads = [
        Column("Thema"),
        Column("Plaats", numeric=True),
        Column("Gemiddeld", numeric=True),
        *(Column(name, numeric=True) for name in names if several),
        Column("Mediaan", numeric=True),
        Column("Laagst tot hoogst", numeric=True, short="Laagst en hoogst"),
        Column("Spreiding", numeric=True),
        Column("Scores", numeric=True),
        Column(f"In de eerste {outcome.result.top}", numeric=True),
    ]
    return Table(
        caption=f"Ronde {outcome.number}: scores per thema, van {ballots_say(outcome.result.n)}",
        columns=tuple(heads),
        rows=tuple(
            (
                row["name"],
                row["place"],
                row["score"],
                *(one["mean"] for one in row["means"] if several),
                row["median"],
                row["ends"],
                row["spread"],
                str(row["n"]),
                row["in_top"],
            )
            for row in rows
        ),
    )


def _more(outcome: Outcome, outcomes: Outcomes) -> More:
    result, names = outcome.result, outcomes.names
    without = without_groups(outcome.ballots, result, list(names))
    flows = flows_of(result)
    return More(
        flows=_flows(flows, outcome, names),
        flows_say=_flows_say(flows, result),
        without=[_without_say(one, names) for one in without],
        without_say="" if without else NO_GROUP,
        places=_places(outcome, outcomes),
    )


def _flows(flows: tuple[Flow, ...], outcome: Outcome, names: dict[str, str]) -> Table | None:
    if not flows:
        return None
    heads = (Column("Thema"), Column("Plaats", numeric=True), Column("Netto", numeric=True))
    rows = tuple((names[one.code], str(one.place), number(one.net, 2)) for one in flows)
    return Table(f"Ronde {outcome.number}: PROMETHEE II", heads, rows)


def _flows_say(flows: tuple[Flow, ...], result: RoundResult) -> str:
    first = {one.code for one in flows if one.place <= result.top}
    same = first == {one.code for one in result.leaders}
    return f"{_METHOD} In de top staan dan {'dezelfde' if same else 'andere'} thema’s."


def _places(outcome: Outcome, outcomes: Outcomes) -> Table | None:
    found = acceptability_of(outcome.result)
    if not found:
        return None
    heads = [Column(f"Plaats {place}", numeric=True) for place in range(1, len(found) + 1)]
    return Table(
        caption=f"Ronde {outcome.number}: bij hoeveel van de 100 wegingen welke plaats",
        columns=(Column("Thema"), *heads),
        rows=tuple(
            (outcomes.names[one.code], *(_of_hundred(share) for share in one.shares))
            for one in found
        ),
    )


def _of_hundred(share: float) -> str:
    """Return a share as a whole number; what happens now and then is not written as never."""
    return "minder dan 1" if 0 < share < 0.01 else str(round(share * 100))


def _without_say(one: Without, names: dict[str, str]) -> str:
    who = f"Zonder {GROUPS.get(one.group, one.group)} ({ballots_say(one.n)}, {one.left} over)"
    if not one.entered and not one.dropped:
        return f"{who} blijft de top dezelfde."
    said = []
    if one.entered:
        said.append(f"komt {listed([names[code] for code in one.entered])} in de top")
    if one.dropped:
        said.append(f"valt {listed([names[code] for code in one.dropped])} eruit")
    return f"{who} {' en '.join(said)}."


def _changes(outcomes: Outcomes) -> Table | None:
    if not outcomes.changes:
        return None
    before, after = outcomes.rounds[-2], outcomes.rounds[-1]
    return Table(
        caption=f"Ronde {before.number} naast ronde {after.number}",
        columns=(
            Column("Thema"),
            Column(f"Ronde {before.number}", numeric=True),
            Column(f"Ronde {after.number}", numeric=True),
            Column("Spreiding", numeric=True, short="Spreiding eerst en nu"),
            Column("Wat veranderde"),
        ),
        rows=tuple(
            (
                outcomes.names[one.code],
                score_words(one.before.score),
                score_words(one.after.score),
                f"{_spread(one.before.spread)} werd {_spread(one.after.spread)}",
                change_say(one),
            )
            for one in outcomes.changes
        ),
    )


def _spread(value: float | None) -> str:
    return "onbekend" if value is None else number(value, 1)
