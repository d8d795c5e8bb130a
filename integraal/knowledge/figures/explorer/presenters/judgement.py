"""The verdicts of the explorer: badge, sentence, and what was judged together."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import listed
from integraal.knowledge.figures.explorer.judging import Judgement
from integraal.knowledge.figures.explorer.judging_months import MonthJudgement
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.rounds.telling import badge_of, statement_of
from integraal.knowledge.figures.verdicts import Verdict
from integraal.statistics import wording

MOST_SHOWN = 12


@dataclass(frozen=True)
class ShownVerdict:
    """One place: its name, the badge, and the whole sentence."""

    place: str
    badge: ui.Verdict
    sentence: str


@dataclass(frozen=True)
class ShownJudgement:
    """The section "Wat mag u hiervan zeggen"; those beyond the first ones are folded away."""

    title: str
    first: tuple[ShownVerdict, ...]
    rest: tuple[ShownVerdict, ...]
    families: tuple[str, ...]
    link: tuple[str, str] | None = None


def shown_judgement(found: Judgement | None) -> ShownJudgement | None:
    """Return the section; None when there is nothing to judge."""
    if found is None:
        return None
    shown = _together(
        ShownVerdict(one.place.name, badge(one.verdict), unbroken(one.verdict.alone))
        for one in found.judged
    )
    return ShownJudgement(
        title=f"{found.period.label} naast {found.before.label}",
        first=shown[:MOST_SHOWN],
        rest=shown[MOST_SHOWN:],
        families=found.families,
    )


def shown_months(found: MonthJudgement | None) -> ShownJudgement | None:
    """Return the section for months: the newest month that has verdicts."""
    if found is None:
        return None
    shown = _together(_of_month(found, place) for place in found.places)
    facts = found.found.families[found.period.code]
    level = int(found.found.rules["chance_findings"]) / 100
    return ShownJudgement(
        title=f"{found.period.label[:1].upper()}{found.period.label[1:]} naast de jaren ervoor",
        first=shown[:MOST_SHOWN],
        rest=shown[MOST_SHOWN:],
        families=(
            f"{wording.family(int(facts['comparisons']), level)} Samen beoordeeld: alle cijfers "
            "met een thema, in alle gebieden van de gemeente, in deze maand.",
        ),
        link=(reverse("month-round"), "Alles wat deze maand opviel"),
    )


def _of_month(found: MonthJudgement, place: Place) -> ShownVerdict:
    verdict = found.newest(place)
    if verdict is None:
        said = wording.month("few")
        return ShownVerdict(place.name, ui.Verdict("few", said.label), said.sentence)
    return ShownVerdict(place.name, badge_of(verdict), statement_of(verdict).sentence)


def _together(shown: Iterable[ShownVerdict]) -> tuple[ShownVerdict, ...]:
    """Return the verdicts, with the places of which nothing can be said in one line at the end."""
    said: list[ShownVerdict] = []
    unsaid: dict[str, list[ShownVerdict]] = {}
    for one in shown:
        if one.badge.kind == "few":
            unsaid.setdefault(one.sentence, []).append(one)
        else:
            said.append(one)
    return (
        *said,
        *(
            ShownVerdict(listed([one.place for one in same]), same[0].badge, sentence)
            for sentence, same in unsaid.items()
        ),
    )


def badge(verdict: Verdict) -> ui.Verdict:
    """Return the badge of a verdict of the closed list."""
    if verdict.kind in ("few", "no_data"):
        return ui.Verdict("few", verdict.label)
    if verdict.favourable is None or verdict.direction is None:
        return ui.Verdict("flat", verdict.label, verdict.direction or "")
    return ui.Verdict("good" if verdict.favourable else "bad", verdict.label, verdict.direction)


def unbroken(sentence: str) -> str:
    """Return the sentence with its percentages kept on one line."""
    return sentence.replace(" %", "\u00a0%")
