"""The content of a picture as plain JSON: live while it is a draft, frozen once adopted.

Page, PDF, API and comparison of versions all read this one form, so they show the same numbers.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on, parts_on
from integraal.knowledge.figures.area_verdicts import AreaVerdict, area_verdicts
from integraal.knowledge.figures.definitions import (
    calculation_rules,
    indicators,
    sources,
    themes,
)
from integraal.knowledge.figures.disclosing import hidden_parts
from integraal.knowledge.figures.estimates import Estimate, shown_count, suppressed
from integraal.knowledge.figures.queries import Key, estimates
from integraal.knowledge.figures.verdicts import Verdict
from integraal.knowledge.figures.year_on_year import year_on_year
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import STORY, WHOLE
from integraal.policy.picture.rules import YEARS_BACK
from integraal.policy.picture.texts_content import (
    contributions_of,
    promises_of,
    referrals_of,
    texts_of,
)
from integraal.statistics.expectation import expected_from_years

Json = dict[str, Any]
# The form of the content; a later form gets a later number, and old ones stay readable.
FORM = 2


def content_of(picture: Picture) -> Json:
    """Return the content of a picture: as it was frozen, or else as it stands now."""
    return build_content(picture) if picture.frozen is None else in_this_form(picture.frozen)


def in_this_form(frozen: Json) -> Json:
    """Return frozen content in today's form; what it did not know yet is empty."""
    if frozen["form"] == FORM:
        return frozen
    themes_now = [
        {
            **{key: value for key, value in theme.items() if not key.startswith("text")},
            "passages": _story_of(theme),
            "contributions": [],
        }
        for theme in frozen["themes"]
    ]
    first_year = frozen["year"] - YEARS_BACK + 1
    new: Json = {"first_year": first_year, "passages": {}, "promises": [], "referrals": []}
    return {**new, **frozen, "themes": themes_now}


def _story_of(theme: Json) -> Json:
    if not theme["text"]:
        return {}
    return {STORY.code: {"text": theme["text"], "by": theme["text_by"], "on": theme["text_on"]}}


def build_content(picture: Picture) -> Json:
    """Return the content of a picture from today's figures, definitions and texts."""
    day = date(picture.year, 12, 31)
    whole = municipality_on(day)
    parts = list(parts_on(day)) if whole else []
    chosen = {code: one for code, one in indicators().items() if one.theme}
    known = estimates(chosen.values(), [whole] if whole else [])
    known |= estimates(chosen.values(), parts, Period.of_year(picture.year))
    shown = _in_order(chosen.values(), whole, picture.year, known)
    rules = calculation_rules()
    verdicts = _year_on_year(shown, whole, picture.year, known, rules)
    texts, contributions = texts_of(picture), contributions_of(picture)
    return {
        "form": FORM,
        "title": picture.title,
        "first_year": picture.first_year,
        "year": picture.year,
        "municipality": whole.name if whole else "",
        "rules": rules.as_json(),
        "comparisons": sum(one is not None and one.kind != "no_data" for one in verdicts.values()),
        "themes": [
            {
                "code": theme.code,
                "name": theme.name,
                "short_name": theme.short_name,
                "indicators": [
                    _indicator(one, whole, parts, picture.year, known, verdicts[one.code], rules)
                    for one in shown
                    if one.theme == theme.code and whole
                ],
                "passages": texts.get(theme.code, {}),
                "contributions": contributions.get(theme.code, []),
            }
            for theme in themes(picture.year).values()
        ],
        "passages": texts.get(WHOLE, {}),
        "promises": promises_of(picture),
        "referrals": referrals_of(picture),
        "sources": _sources(shown, known),
    }


def _in_order(
    chosen: Iterable[Indicator], whole: Area | None, year: int, known: dict[Key, Estimate]
) -> list[Indicator]:
    """Return the indicators with a figure of the year, the largest count first."""
    if whole is None:
        return []
    found = [(one, _of_year(known, one, whole, year)) for one in chosen]
    having = [(one, estimate) for one, estimate in found if estimate]
    having.sort(key=lambda pair: (-(pair[1].value or 0), pair[0].code))
    return [one for one, _ in having]


def _of_year(known: dict[Key, Estimate], one: Indicator, area: Area, year: int) -> Estimate | None:
    return known.get((one.code, area.pk, Period.of_year(year).code))


def _year_on_year(
    shown: Sequence[Indicator],
    whole: Area | None,
    year: int,
    known: dict[Key, Estimate],
    rules: CalculationRules,
) -> dict[str, Verdict | None]:
    """Judge every indicator against the year before, as one family of comparisons."""
    found: dict[str, Verdict | None] = {one.code: None for one in shown}
    if whole:
        family = [(one, whole.pk) for one in shown if one.kind == "count"]
        judged = year_on_year(family, year, known, rules.limits)
        found.update({code: one.verdict for (code, _), one in judged.items()})
    return found


def _indicator(
    one: Indicator,
    whole: Area,
    parts: Sequence[Area],
    year: int,
    known: dict[Key, Estimate],
    verdict: Verdict | None,
    rules: CalculationRules,
) -> Json:
    now = _of_year(known, one, whole, year)
    before = _of_year(known, one, whole, year - 1)
    return {
        "code": one.code,
        "name": one.name,
        "short_name": one.short_name,
        "unit": one.unit,
        "aim": one.aim,
        "why": one.why_it_matters,
        "caveats": list(one.caveats),
        "breaks": [{"year": part.period.year, "text": part.text} for part in one.breaks],
        "estimate": now.as_json() if now else None,
        "before": before.as_json() if before else None,
        "verdict": _verdict(verdict),
        "years": _years(one, whole, year, known),
        "areas": _areas(one, whole, parts, year, known, rules),
        "credit": now.snapshot.credit if now else "",
    }


def _verdict(verdict: Verdict | None) -> Json | None:
    if verdict is None:
        return None
    return {
        "kind": verdict.kind,
        "direction": verdict.direction,
        "favourable": verdict.favourable,
        "label": verdict.label,
        "sentence": verdict.sentence,
    }


def _years(one: Indicator, whole: Area, year: int, known: dict[Key, Estimate]) -> list[Json]:
    """Return the course: each year with its margin and what the years before made one expect."""
    span = range(year - YEARS_BACK + 1, year + 1)
    found = {one_year: _of_year(known, one, whole, one_year) for one_year in span}
    counts = {
        one_year: estimate.count if estimate else None for one_year, estimate in found.items()
    }
    while counts and next(iter(counts.values())) is None:
        counts.pop(next(iter(counts)))
    course = []
    for one_year in counts:
        estimate = found[one_year]
        expected = expected_from_years(one_year, counts, excluded=one.baseline_excludes)
        shown = estimate.as_json() if estimate else {}
        course.append(
            {
                "year": one_year,
                "status": estimate.status if estimate else "missing",
                "value": shown.get("value"),
                "low": shown.get("low"),
                "high": shown.get("high"),
                "provisional": bool(estimate and estimate.provisional),
                "expected": _band(expected),
            }
        )
    return course


def _band(expected: Any) -> Json | None:
    if expected is None:
        return None
    return {
        "mean": f"{expected.expected:.1f}",
        "low": str(round(expected.lower)),
        "high": str(round(expected.upper)),
    }


def _areas(
    one: Indicator,
    whole: Area,
    parts: Sequence[Area],
    year: int,
    known: dict[Key, Estimate],
    rules: CalculationRules,
) -> list[Json]:
    """Return each part of the municipality against the rest, small counts hidden."""
    found = [_of_year(known, one, part, year) for part in parts]
    if not any(found):
        return []
    counts = [estimate.count if estimate else None for estimate in found]
    people = [
        0 if part.few_inhabitants else (estimate.denominator if estimate else None)
        for part, estimate in zip(parts, found, strict=True)
    ]
    total = _of_year(known, one, whole, year)
    hidden = hidden_parts(counts, total.count if total else None)
    judged = area_verdicts(
        counts,
        people,
        minimum_inhabitants=rules.map_fewest_inhabitants,
        certainty=rules.map_certainty / 100,
    )
    return [
        _area(part, suppressed(estimate, kind) if estimate and kind else estimate, verdict)
        for part, estimate, kind, verdict in zip(parts, found, hidden, judged, strict=True)
    ]


def _area(part: Area, estimate: Estimate | None, verdict: AreaVerdict) -> Json:
    shown = estimate.as_json() if estimate else {}
    return {
        "id": str(part.pk),
        "number": part.number,
        "name": part.name,
        "count": shown_count(estimate) if estimate else "onbekend",
        "rate": None if part.few_inhabitants else shown.get("rate"),
        "verdict": verdict.kind,
        "label": verdict.label,
    }


def _sources(shown: Sequence[Indicator], known: dict[Key, Estimate]) -> list[Json]:
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
