"""Build the content of a picture from today's figures, definitions and texts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on
from integraal.knowledge.figures.beside_others.declared import Subject, compare_all
from integraal.knowledge.figures.beside_others.gathering import areas_around, surroundings
from integraal.knowledge.figures.definitions import (
    calculation_rules,
    indicators,
    sources,
    themes,
)
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.area_rows import area_rows
from integraal.knowledge.figures.explorer.content import older_of
from integraal.knowledge.figures.queries import Key, estimates
from integraal.knowledge.figures.rounds.models import MonthVerdict
from integraal.knowledge.figures.rounds.queries import newest_round, verdicts_of_area
from integraal.knowledge.figures.year_on_year import year_on_year
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.policy.picture.content.hiding import hidden_areas
from integraal.policy.picture.content.one_indicator import Gathered, indicator_json
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import WHOLE
from integraal.policy.picture.standing_out import families_of, what_stands_out
from integraal.policy.picture.texts_content import (
    ByTheme,
    contributions_of,
    promises_of,
    referrals_of,
    texts_of,
)

Json = dict[str, Any]
# The form of the content; a later form gets a later number, and old ones stay readable.
FORM = 2


def build_content(picture: Picture) -> Json:
    """Return the content of a picture from today's figures, definitions and texts."""
    return with_words(build_figures(picture), picture)


def build_figures(picture: Picture) -> Json:
    """Return the content without what was written; a fixed number of queries."""
    whole = municipality_on(date(picture.year, 12, 31))
    shown: list[Indicator] = []
    gathered = None
    if whole:
        shown, gathered = _gather(picture, whole)
    of_theme = {
        theme.code: [
            indicator_json(one, gathered) for one in shown if one.theme == theme.code and gathered
        ]
        for theme in themes(picture.year).values()
    }
    verdicts = gathered.verdicts.values() if gathered else []
    sets = gathered.found.sets if gathered else ()
    return {
        "form": FORM,
        "title": picture.title,
        "first_year": picture.first_year,
        "year": picture.year,
        "municipality": whole.name if whole else "",
        "rules": (gathered.rules if gathered else calculation_rules()).as_json(),
        "comparisons": sum(one.kind != "no_data" for one in verdicts),
        "families": families_of(sets),
        "findings": what_stands_out(of_theme),
        "themes": [
            {
                "code": theme.code,
                "name": theme.name,
                "short_name": theme.short_name,
                "indicators": of_theme[theme.code],
            }
            for theme in themes(picture.year).values()
        ],
        "sources": _sources(shown, gathered.known) if gathered else [],
    }


def with_words(figures: Json, picture: Picture) -> Json:
    """Return the figures with all that was written: texts, contributions, promises, referrals."""
    texts, contributions = texts_of(picture), contributions_of(picture)
    return {
        **figures,
        "themes": [
            {**theme, **words_of_theme(theme["code"], texts, contributions)}
            for theme in figures["themes"]
        ],
        "passages": texts.get(WHOLE, {}),
        "promises": promises_of(picture),
        "referrals": referrals_of(picture),
    }


def words_of_theme(code: str, texts: ByTheme, contributions: Mapping[str, Sequence[Json]]) -> Json:
    """Return what was written in one theme, as the content holds it."""
    return {"passages": texts.get(code, {}), "contributions": list(contributions.get(code, ()))}


def _gather(picture: Picture, whole: Area) -> tuple[list[Indicator], Gathered]:
    """Read and judge everything; returns the indicators with a figure of the year, in order."""
    year = picture.year
    around = areas_around(whole)
    offered = indicators().values()
    chosen = [one for one in offered if one.theme]
    counted = [one for one in offered if one.kind == "count"]
    known = estimates(chosen, [whole])
    known |= estimates(chosen, around, Period.of_year(year))
    rules = calculation_rules()
    shown = _in_order(chosen, whole, year, known)
    family = [(one, whole.pk) for one in shown if one.kind == "count"]
    judged = {
        code: one for (code, _), one in year_on_year(family, year, known, rules.limits).items()
    }
    found = compare_all(
        _subjects(shown, whole, year, known),
        year,
        judged,
        surroundings(whole, around, year, shown, known),
        rules.limits,
    )
    verdicts = {code: one.verdict for code, one in judged.items()}
    years = range(picture.first_year, year + 1)
    parts = area_rows(counted, year)
    gathered = Gathered(
        whole=whole,
        parts=parts,
        hidden=hidden_areas(picture, whole, parts, counted),
        years=years,
        known=known,
        older=_older_counting(shown, whole),
        verdicts=verdicts,
        found=found,
        of_months=_months(whole),
        rules=rules,
    )
    return shown, gathered


def _older_counting(shown: Sequence[Indicator], whole: Area) -> Mapping[Key, Estimate]:
    older = [one for one in map(older_of, shown) if one]
    return estimates(older, [whole]) if older else {}


def _months(whole: Area) -> Mapping[tuple[str, str], MonthVerdict]:
    newest = newest_round()
    return verdicts_of_area(newest, whole.pk) if newest else {}


def _subjects(
    shown: Sequence[Indicator], whole: Area, year: int, known: Mapping[Key, Estimate]
) -> list[Subject]:
    """Return each indicator with its figure of the year and its years."""
    by_year: dict[str, dict[int, Estimate]] = {one.code: {} for one in shown}
    for (code, area, _), estimate in known.items():
        if area == whole.pk and code in by_year and estimate.period.kind == "year":
            by_year[code][estimate.period.year] = estimate
    return [Subject(one, by_year[one.code][year], by_year[one.code]) for one in shown]


def _in_order(
    chosen: Iterable[Indicator], whole: Area, year: int, known: Mapping[Key, Estimate]
) -> list[Indicator]:
    """Return the indicators with a figure of the year: counts first, the largest on top."""
    period = Period.of_year(year).code
    found = [(one, known.get((one.code, whole.pk, period))) for one in chosen]
    having = [(one, estimate) for one, estimate in found if estimate]
    having.sort(key=lambda pair: (pair[0].kind != "count", -(pair[1].value or 0), pair[0].code))
    return [one for one, _ in having]


def _sources(shown: Sequence[Indicator], known: Mapping[Key, Estimate]) -> list[Json]:
    """Return every file behind the figures shown, with what it was used for."""
    codes = {one.code: one for one in shown}
    files: dict[str, Json] = {}
    for (code, _, _), estimate in sorted(known.items(), key=lambda item: (item[0][0], item[0][2])):
        if code not in codes:
            continue
        source = sources().get(estimate.snapshot.source)
        entry = files.setdefault(
            estimate.snapshot.sha256,
            {
                "snapshot": estimate.snapshot.id,
                "file": estimate.snapshot.name,
                "sha256": estimate.snapshot.sha256,
                "accessed": estimate.snapshot.accessed.isoformat(),
                "publisher": source.publisher if source else estimate.snapshot.credit,
                "credit": estimate.snapshot.credit,
                "table": source.table if source else "",
                "licence": source.licence if source else "",
                "used_for": codes[code].name,
            },
        )
        if codes[code].name not in entry["used_for"].split("; "):
            entry["used_for"] += f"; {codes[code].name}"
    return list(files.values())
