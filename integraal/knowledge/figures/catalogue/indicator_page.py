"""What the page of one indicator shows: what it counts, how, and from where."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as stored
from integraal.foundation.definitions.presenters import history_of
from integraal.foundation.ui.components import Deed
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.catalogue.freshness import WORDS
from integraal.knowledge.figures.catalogue.links import (
    FREQUENCIES,
    LEVELS,
    explorer_address,
    link,
    name_of,
)
from integraal.knowledge.figures.catalogue.own_definitions import standard_fields
from integraal.knowledge.figures.catalogue.queries import (
    SourceState,
    newest_of,
    newest_periods,
    source_states,
)
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES
from integraal.knowledge.figures.definitions import (
    all_themes,
    class_lists,
    indicators,
    source_for,
)
from integraal.knowledge.indicators.class_lists import ClassList
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator
from integraal.knowledge.indicators.periods import Period

AIMS = {
    "down": "Omlaag is goed.",
    "up": "Omhoog is goed.",
    "none": "Omhoog of omlaag is niet vanzelf goed of slecht.",
}


@dataclass(frozen=True)
class IndicatorPage:
    """What ``figures/catalogue_indicator.html`` shows."""

    indicator: Indicator
    theme: str
    field: str
    newest: Period | None
    counted: Table
    is_basket: bool
    rate: str
    aim: str
    left_out: tuple[str, ...]
    older: Table | None
    sources: Table
    licences: tuple[str, ...]
    history: list[Deed]
    explorer: str
    is_own: bool


def indicator_page(code: str) -> IndicatorPage | None:
    """Return the page of an indicator; None when there is none with this code."""
    indicator = indicators().get(code)
    if indicator is None:
        return None
    kind, numerator = kinds.kind("indicators"), indicator.numerator
    is_own = code not in kind.shipped()
    states = {state.source.code: state for state in source_states(with_periods=False)}
    theme = next((one.name for one in all_themes() if one.code == indicator.theme), "")
    class_list = class_lists().get(numerator.list)
    older = numerator.older
    older_list = class_lists().get(older.list) if older else None
    used = _sources(indicator, states)
    return IndicatorPage(
        indicator=indicator,
        theme=theme,
        field=dict(standard_fields()).get(indicator.field or "", ""),
        newest=newest_of(indicator, newest_periods()),
        counted=_classes(class_list, numerator.classes, "Klassen van dit cijfer"),
        is_basket=len(numerator.classes) > 1,
        rate=_rate(indicator),
        aim=AIMS[indicator.aim],
        left_out=_left_out(indicator, class_list),
        older=_classes(older_list, older.classes, "Oudere klassen") if older else None,
        sources=_source_table(used),
        licences=tuple(
            dict.fromkeys(f"{s.source.publisher}: {s.source.licence}" for *_, s in used)
        ),
        history=history_of(kind, stored.history("indicators", code), is_own=is_own),
        explorer=explorer_address(code),
        is_own=is_own,
    )


def _classes(class_list: ClassList | None, codes: tuple[str, ...], caption: str) -> Table:
    rows = []
    for code in codes:
        one = class_list.by_code(code) if class_list else None
        incidents = ", ".join(one.incidents) if one else ""
        rows.append((code, one.label if one else "onbekende klasse", incidents or "niet bekend"))
    columns = (Column("Klasse"), Column("Naam"), Column("Incidentcodes van de politie"))
    return Table(caption=caption, columns=columns, rows=tuple(rows))


def _rate(indicator: Indicator) -> str:
    if indicator.denominator:
        words, per = DENOMINATOR_WORDS[indicator.denominator], number(indicator.per)
        measure = DENOMINATOR_MEASURES[indicator.denominator]
        return f"Per {per} {words}. Het aantal {words} komt uit {measure.partition(':')[0]}."
    if indicator.kind == "measured":
        return "Geen. Dit is een gemeten waarde, geen aantal; de bron geeft zelf de marge."
    return (
        "Geen. Er is geen noemer die past, of hij is niet bekend: dan tonen we alleen het aantal."
    )


def _left_out(indicator: Indicator, class_list: ClassList | None) -> tuple[str, ...]:
    stretches = class_list.leave_out if class_list else ()
    said = [f"{one.start.label} tot en met {one.end.label}: {one.text}" for one in stretches]
    by_list = {year for one in stretches for year in one.years}
    own = [str(year) for year in indicator.baseline_excludes if year not in by_list]
    return (*said, *([f"Ook deze jaren: {', '.join(own)}."] if own else []))


def _sources(
    indicator: Indicator, states: dict[str, SourceState]
) -> list[tuple[str, str, SourceState]]:
    """Return who is the authority for each level and kind of period."""
    found: dict[tuple[str, str], list[str]] = {}
    for level in LEVELS:
        for frequency in FREQUENCIES:
            source = source_for(indicator.numerator.list, level, frequency)
            if source:
                found.setdefault((level, source.code), []).append(FREQUENCIES[frequency])
    return [
        (LEVELS[level], " en ".join(words), states[code]) for (level, code), words in found.items()
    ]


def _licences(used: list[tuple[str, str, SourceState]]) -> tuple[str, ...]:
    said = (f"{one.source.publisher} ({one.source.licence})" for *_, one in used)
    return tuple(dict.fromkeys(said))


def _source_table(used: list[tuple[str, str, SourceState]]) -> Table:
    return Table(
        caption="Wie het cijfer geeft, voor welk gebied",
        columns=(
            Column("Gebied"), Column("Periode"), Column("Bron"), Column("Opgehaald"),
            Column("Versheid"),
        ),
        rows=tuple(
            (
                level, frequency,
                link(reverse("source", args=[one.source.code]), name_of(one.source)),
                one.ago, WORDS[one.state],
            )
            for level, frequency, one in used
        ),
        empty="Geen bron heeft dit cijfer. Lees het in uit een eigen tabel.",
    )  # fmt: skip
