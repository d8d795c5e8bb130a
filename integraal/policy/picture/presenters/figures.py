"""From the content of one indicator to key figure, course and map."""

from datetime import date
from typing import Any

from integraal.foundation.areas.rules import rings
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts.area_map import AreaMap, MapArea
from integraal.foundation.ui.charts.course import Band, Break, Course, Point
from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.dutch import day, number
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.picture.rules import area_conclusion, course_conclusion

Json = dict[str, Any]
Geometries = dict[str, Json]


def key_figure(one: Json, url: str = "") -> ui.KeyFigure:
    """Return the key figure of an indicator: count, rate, margin, verdict and its sentence."""
    now, judged = one["estimate"], verdict_of(one)
    verdict = badge(judged)
    return ui.KeyFigure(
        name=one["short_name"],
        value=_value(one, now),
        rate=_rate_or_unit(one, now),
        margin=margin_words(now),
        source=source_words(one),
        verdict=verdict,
        say=unbroken(judged["sentence"]) if judged else "",
        strip=_strip(one, verdict),
        url=url,
    )


def is_measured(one: Json) -> bool:
    """Whether a figure was measured by asking people, so that it has decimals and no rate."""
    return bool(one["side"] == "subjective")


def verdict_of(one: Json) -> Json | None:
    """Return the verdict on the year before, or of a measured figure on the measurement before."""
    if one["verdict"]:
        return one["verdict"]  # type: ignore[no-any-return]
    found = (each["verdict"] for each in one["comparisons"] if each["kind"] == "last_year")
    return next(found, None)


def badge(verdict: Json | None) -> ui.Verdict:
    """Return the badge of a verdict of the closed list."""
    if verdict is None or verdict["kind"] in ("few", "no_data"):
        return ui.Verdict("few", verdict["label"] if verdict else "Geen vergelijking mogelijk")
    if verdict["kind"].startswith("maybe"):
        return ui.Verdict("watch", verdict["label"])
    if verdict["favourable"] is None:
        return ui.Verdict("flat", verdict["label"], verdict["direction"] or "")
    kind = "good" if verdict["favourable"] else "bad"
    return ui.Verdict(kind, verdict["label"], verdict["direction"])  # type: ignore[arg-type]


def course(one: Json, *, beside: bool = True, uid: str = "verloop") -> ui.Figure:
    """Return the course over the years, with margins and what was to be expected.

    Args:
        beside: whether the table stands beside the drawing, or folded below it.
        uid: begin of the name of the figure on the page.
    """
    years = _shown_years(one)
    last = years[-1]
    return ui.Figure(
        uid=f"{uid}-{one['code']}",
        title=_conclusion(one, last),
        subtitle=f"{one['name']}, {one['unit']} per jaar, {years[0]['year']}-{last['year']}",
        chart=Course(
            title=f"{one['name']}, {years[0]['year']} tot en met {last['year']}",
            description=_course_words(one),
            points=tuple(_point(year) for year in years),
            bands=tuple(_band(year["expected"]) for year in years),
            breaks=_breaks(one, years),
            unit=one["unit"],
            whole=not is_measured(one),
        ),
        source=source_words(one, breaks=True),
        beside=beside,
    )


def _shown_years(one: Json) -> list[Json]:
    """Return the years of a course; what is not measured every year has only those it was."""
    years: list[Json] = one["years"]
    return [year for year in years if year["value"] is not None] if is_measured(one) else years


def _conclusion(one: Json, last: Json) -> str:
    """A measured figure has no expectation: there its last verdict is the conclusion."""
    if not is_measured(one):
        return course_conclusion(one["short_name"], last)
    verdict = verdict_of(one)
    if verdict is None or verdict["kind"] == "no_data":
        return f"{one['short_name']}: {_count(one['estimate'])} {one['unit']} in {last['year']}"
    return f"{one['short_name']}: {verdict['label'][:1].lower()}{verdict['label'][1:]}"


def area_map(one: Json, geometries: Geometries, year: int) -> ui.Figure:
    """Return the map in three classes, with the table that holds its numbers."""
    title = area_conclusion(one["areas"])
    return ui.Figure(
        uid=f"kaart-{one['code']}",
        title=title,
        subtitle=(
            f"{one['name']} in {len(one['areas'])} gebieden, {year}. "
            "De kaart toont drie klassen en geen ranglijst."
        ),
        chart=AreaMap(
            title=f"{one['name']} per gebied, {year}",
            description=f"{title} De tabel ernaast noemt alle gebieden.",
            areas=tuple(
                MapArea(
                    number=area["number"],
                    name=area["name"],
                    rings=tuple(tuple(ring) for ring in rings(geometries[area["id"]])),
                    verdict=area["verdict"],
                )
                for area in one["areas"]
                if area["id"] in geometries
            ),
            metric="lonlat",
        ),
        source=f"{source_words(one)} Aantallen onder 5 zijn afgeschermd, en zo nodig een tweede.",
        twin=area_table(one, year),
        beside=True,
    )


def area_table(one: Json, year: int) -> Table:
    """Return the table twin of the map: the same areas, with counts, rates and verdicts."""
    return Table(
        caption=f"{one['name']} per gebied, {year}",
        columns=(
            Column("Nr", numeric=True),
            Column("Gebied"),
            Column("Aantal", numeric=True),
            Column("Per 1.000", numeric=True),
            Column("Oordeel"),
        ),
        rows=tuple(
            (
                str(area["number"]),
                area["name"],
                area["count"],
                number(_decimal(area["rate"]), 1) if area["rate"] else "geen",
                area["label"],
            )
            for area in one["areas"]
        ),
        foot=(("", "Hele gemeente", _count(one["estimate"]), _rate_number(one["estimate"]), ""),),
    )


def rate_words(estimate: Json | None) -> str:
    """Return the rate in words, such as "10,2 per 1.000 inwoners"; empty without denominator."""
    if not estimate or estimate["rate"] is None:
        return ""
    per = number(float(estimate["per"]), 0)
    return f"{_rate_number(estimate)} per {per} {estimate['denominator_unit']}"


def margin_words(estimate: Json | None) -> str:
    """Return the margin in words; it never stands without its level."""
    if not estimate or estimate["value"] is None:
        return "geen marge: het cijfer is er niet"
    if estimate["low"] is None:
        return "marge niet bekend: de bron geeft haar niet"
    low, high = shown_number(estimate["low"]), shown_number(estimate["high"])
    return f"95\u00a0%-marge: {low} tot {high}"


def unbroken(sentence: str) -> str:
    """Return the sentence with its percentages kept on one line."""
    return sentence.replace(" %", "\u00a0%")


def source_words(one: Json, *, breaks: bool = False) -> str:
    """Return where the figure comes from and when it was taken from there."""
    accessed = date.fromisoformat(one["estimate"]["snapshot"]["accessed"])
    words = [f"Bron: {one['credit']}, opgehaald {day(accessed)}."]
    if one["estimate"]["provisional"]:
        words.append("Voorlopig cijfer.")
    if breaks:
        words += [part["text"] for part in one["breaks"]]
    return " ".join(words)


def _count(estimate: Json | None) -> str:
    if not estimate or estimate["value"] is None:
        words = {"withheld": "afgeschermd", "impossible": "kan niet"}
        return words.get(estimate["status"] if estimate else "", "onbekend")
    return shown_number(estimate["value"])


def shown_number(text: str) -> str:
    """Return a number of the content in Dutch; what was measured has one decimal, also a zero."""
    return number(float(text), 1 if "." in text else 0)


def _value(one: Json, estimate: Json | None) -> str:
    """Return a count, or what was measured with its unit."""
    shown = _count(estimate)
    is_known = bool(estimate and estimate["value"] is not None)
    return f"{shown}\u00a0%" if is_known and one["unit"] == "procent" else shown


def _rate_or_unit(one: Json, estimate: Json | None) -> str:
    """Return the rate of a count, or the unit of what was measured where that is no percentage."""
    if is_measured(one):
        return "" if one["unit"] == "procent" else str(one["unit"])
    return rate_words(estimate)


def _rate_number(estimate: Json | None) -> str:
    return number(_decimal(estimate["rate"]), 1) if estimate and estimate["rate"] else ""


def _decimal(value: str | None) -> float | None:
    return None if value is None else float(value)


def _strip(one: Json, verdict: ui.Verdict) -> Strip | None:
    now, before = one["estimate"], one["before"]
    if not now or now["low"] is None:
        return None
    return Strip(
        value=float(now["value"]),
        low=float(now["low"]),
        high=float(now["high"]),
        before=_decimal(before["value"]) if before else None,
        tone=verdict.kind if verdict.kind in ("good", "bad") else "",
    )


def _point(year: Json) -> Point:
    return Point(
        label=str(year["year"]),
        value=_decimal(year["value"]),
        low=_decimal(year["low"]),
        high=_decimal(year["high"]),
        complete=not year["provisional"],
    )


def _band(expected: Json | None) -> Band | None:
    if expected is None:
        return None
    return Band(float(expected["low"]), float(expected["mean"]), float(expected["high"]))


def _breaks(one: Json, years: list[Json]) -> tuple[Break, ...]:
    """Return where the line is cut: told breaks, and where the older counting ends."""
    begins = {part.get("from_year", part["year"] + 1) for part in one["breaks"]}
    found = []
    for place in range(1, len(years)):
        earlier, later = years[place - 1], years[place]
        is_told = any(earlier["year"] < begin <= later["year"] for begin in begins)
        is_counted = earlier.get("older_counting") and not later.get("older_counting")
        if is_told or is_counted:
            found.append(Break(place, "nieuwe telwijze", "telwijze"))
    return tuple(found)


def _course_words(one: Json) -> str:
    last = one["years"][-1]
    words = [f"In {last['year']}: {_count(one['estimate'])} {one['unit']}."]
    if last["expected"]:
        low, high = last["expected"]["low"], last["expected"]["high"]
        words.append(f"Uit de jaren ervoor was {low} tot {high} te verwachten.")
    words += [part["text"] for part in one["breaks"]]
    return " ".join(words)
