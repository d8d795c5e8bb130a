"""The result of a round as a page shows it: chart, legend, order, and what to talk about."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui.charts.lanes import KINDS, Lane, Lanes, Mark, draw, mark_svg
from integraal.foundation.ui.dutch import listed, number
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.priorities.models import Round
from integraal.policy.priorities.progress import result_of_round
from integraal.policy.priorities.result_words import (
    GROUPS,
    agreement_say,
    ballots_say,
    change_say,
    firmness_say,
    spread_words,
    talk_say,
)
from integraal.policy.priorities.results import Change, RoundResult, ThemeResult, changes
from integraal.policy.priorities.rules import FEWEST, HIGHEST, LOWEST
from integraal.policy.priorities.scoring.form import Asked

_KINDS = {group: at for at, group in enumerate(GROUPS)}


@dataclass(frozen=True)
class LegendLine:
    """One sort of mark with its words."""

    sample: SafeString
    words: str


@dataclass(frozen=True)
class OrderLine:
    """One theme in the order, with what changed since the round before."""

    place: str
    name: str
    mean: str
    say: str
    change: str
    moved: bool


@dataclass(frozen=True)
class ResultView:
    """The result of one closed round."""

    number: int
    n: int
    ballots: str
    scale_say: str
    chart: SafeString
    legend: tuple[LegendLine, ...]
    order: tuple[OrderLine, ...]
    twin: Table
    talk: str
    firmness: str
    agreement: str
    weights: str
    has_before: bool


def result_view(
    rounds: list[Round],
    asked: Asked,
    uid: str = "uitslag",
    results: Sequence[RoundResult] = (),
) -> ResultView | None:
    """Return the result of the last of these closed rounds, beside the one before it.

    Args:
        rounds: the closed rounds, the first one first.
        asked: the questions of the session.
        uid: unique in the page.
        results: of these same rounds, by who has them already.
    """
    if not rounds:
        return None
    found = results or [result_of_round(one, asked) for one in rounds[-2:]]
    result, before = found[-1], found[-2] if len(found) > 1 else None
    names = {code: row.short_name for code, row in asked.themes.items()}
    changed = {one.code: one for one in changes(before, result)} if before else {}
    return ResultView(
        number=rounds[-1].number,
        n=result.n,
        ballots=ballots_say(result.n),
        scale_say=_scale_say(asked, result),
        chart=mark_safe(draw(_lanes(rounds[-1], asked, result, before, names), uid)),
        legend=_legend(result, before is not None, rounds[-1].number - 1),
        order=tuple(_line(one, names, changed) for one in result.themes),
        twin=_twin(rounds[-1], asked, result, before),
        talk=talk_say(result, names),
        firmness=firmness_say(result, names),
        agreement=agreement_say(result),
        weights=_weights_say(asked, result),
        has_before=before is not None,
    )


def _lanes(
    round_: Round,
    asked: Asked,
    result: RoundResult,
    before: RoundResult | None,
    names: dict[str, str],
) -> Lanes:
    lanes = tuple(_lane(one, before, names) for one in result.themes)
    first = [names[one.code] for one in result.leaders]
    said = f"Vooraan: {listed(first)}." if first else "Nog geen scores."
    low, high = (0, asked.dots) if asked.dots else (LOWEST, HIGHEST)
    return Lanes(
        title=f"Spreiding van de scores per thema, ronde {round_.number}",
        description=f"{said} {firmness_say(result, names)}",
        lanes=lanes,
        low=low,
        high=high,
    )


def _lane(one: ThemeResult, before: RoundResult | None, names: dict[str, str]) -> Lane:
    """Return the lane of a theme; with fewer than five marks none of them is drawn."""
    marks = one.marks if one.n >= FEWEST else ()
    earlier = before.of(one.code) if before else None
    return Lane(
        name=names[one.code],
        say=spread_words(one),
        marks=tuple(Mark(mark.value, _KINDS.get(mark.group, KINDS - 1)) for mark in marks),
        mean=one.score,
        before=earlier.score if earlier else None,
    )


def _legend(result: RoundResult, has_before: bool, before: int) -> tuple[LegendLine, ...]:
    lines = [
        LegendLine(mark_safe(mark_svg(_KINDS[group], 12, 8, 7)), f"{GROUPS[group]} ({count})")
        for group, count in result.groups.items()
    ]
    others = result.n - sum(result.groups.values())
    if others:
        words = "overige" if result.groups else "deelnemers"
        lines.append(LegendLine(mark_safe(mark_svg(KINDS - 1, 12, 8, 7)), f"{words} ({others})"))
    lines.append(LegendLine(mark_safe('<path class="b-med" d="M12 0v16"/>'), "gemiddelde"))
    if has_before:
        sample = '<path class="b-before" d="M12 0v16"/>'
        lines.append(LegendLine(mark_safe(sample), f"in ronde {before}"))
    return tuple(lines)


def _line(one: ThemeResult, names: dict[str, str], changed: dict[str, Change]) -> OrderLine:
    change = changed.get(one.code)
    return OrderLine(
        place=str(one.place) if one.place else "",
        name=names[one.code],
        mean=number(one.score, 1),
        say=spread_words(one),
        change=change_say(change) if change else "",
        moved=bool(change and (change.places or abs(change.score or 0) >= 0.05)),
    )


def _twin(round_: Round, asked: Asked, result: RoundResult, before: RoundResult | None) -> Table:
    kinds = [] if asked.dots else list(asked.criteria)
    columns = [
        Column("Thema"),
        Column("Plaats", numeric=True),
        Column("Stembriefjes", numeric=True),
        Column("Gemiddelde", numeric=True),
        Column("Mediaan", numeric=True),
        Column("Spreiding", numeric=True),
        *(Column(asked.criteria[kind].name, numeric=True) for kind in kinds),
        *([Column(f"Gemiddelde in ronde {round_.number - 1}", numeric=True)] if before else []),
    ]
    rows = []
    for one in result.themes:
        earlier = before.of(one.code) if before else None
        rows.append(
            (
                asked.themes[one.code].short_name,
                str(one.place or "geen"),
                number(one.n),
                number(one.score, 1),
                number(one.median, 1),
                number(one.spread, 1),
                *(number(one.means[kind], 1) for kind in kinds),
                *([number(earlier.score if earlier else None, 1)] if before else []),
            )
        )
    caption = f"Tabel: scores per thema in ronde {round_.number}, {ballots_say(result.n)}"
    return Table(caption=caption, columns=tuple(columns), rows=tuple(rows))


def _scale_say(asked: Asked, result: RoundResult) -> str:
    if result.n < FEWEST:
        return (
            f"Het zijn {ballots_say(result.n)}. Bij minder dan vijf tonen we geen losse scores. "
            "De streep is het gemiddelde."
        )
    scale = f"Van 0 tot {asked.dots} stippen." if asked.dots else "1 is laag, 5 is hoog."
    return f"Elk teken is één stembriefje. De streep is het gemiddelde. {scale}"


def _weights_say(asked: Asked, result: RoundResult) -> str:
    if asked.dots:
        return "De volgorde is die van het gemiddelde aantal stippen."
    if len(result.criteria) < 2:
        return ""
    if not result.n_weights:
        return "De criteria wegen even zwaar."
    shares = [
        f"{asked.criteria[code].name} {number(w * 100, 0)}" for code, w in result.weights.items()
    ]
    return (
        f"Gewicht van de criteria, van 100 punten: {listed(shares)} "
        f"(mediaan van {ballots_say(result.n_weights)})."
    )
