"""What the lists of indicators and of sources show, and the page of one source."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from integraal.foundation.ui.dutch import day, number
from integraal.foundation.ui.tables import Column, Sorting, Table, chosen_sorting
from integraal.knowledge.figures.catalogue.freshness import URGENCY, WORDS
from integraal.knowledge.figures.catalogue.links import (
    FREQUENCIES,
    LEVELS,
    explorer_address,
    in_words,
    link,
    name_of,
)
from integraal.knowledge.figures.catalogue.queries import (
    SourceState,
    newest_of,
    newest_periods,
    own_files,
    source_states,
    vintages,
)
from integraal.knowledge.figures.catalogue.searching import (
    Filters,
    Listed,
    classes_of,
    found,
    sorted_by,
)
from integraal.knowledge.figures.definitions import all_themes, class_lists, indicators, sources
from integraal.knowledge.indicators.periods import Period

ON_A_PAGE = 25
MOST_CLASSES = 3
COLUMNS = (
    Column("Cijfer", key="naam"),
    Column("Thema", key="thema"),
    Column("Wat wordt geteld"),
    Column("Nieuwste periode", key="periode"),
    Column("Verkenner"),
)


@dataclass(frozen=True)
class Catalogue:
    """What ``figures/catalogue.html`` shows."""

    table: Table
    sorting: Sorting
    page: Page[Listed]
    words: str


def catalogue(filters: Filters, sorting: str, number_of_page: str) -> Catalogue:
    """Return one page of the indicators that meet the filters."""
    names, newest = {one.code: one.name for one in all_themes()}, newest_periods()
    listed = [
        Listed(one, names.get(one.theme or "", ""), newest_of(one, newest))
        for one in indicators().values()
    ]
    chosen = chosen_sorting(sorting, COLUMNS, "naam")
    wanted = sorted_by(found(listed, filters, class_lists()), chosen)
    page = Paginator(wanted, ON_A_PAGE).get_page(number_of_page)
    table = Table(
        caption="Alle cijfers",
        columns=COLUMNS,
        rows=tuple(_row(one) for one in page.object_list),
        empty="Niets gevonden. Zoek op een ander woord, of kies bij de filters ‘alle’.",
    )
    return Catalogue(table, chosen, page, f"{len(wanted)} van {len(listed)} cijfers")


def _row(one: Listed) -> tuple[Any, ...]:
    indicator, explorer = one.indicator, explorer_address(one.indicator.code)
    return (
        link(reverse("indicator", args=[indicator.code]), indicator.name),
        one.theme or "geen thema",
        _counted(one),
        one.newest.label if one.newest else "nog geen cijfers",
        link(explorer, f"Bekijk {indicator.short_name}") if explorer else "",
    )


def _counted(one: Listed) -> str:
    labels = [each.label for each in classes_of(one.indicator, class_lists())]
    rest = len(labels) - MOST_CLASSES
    shown = "; ".join(labels[:MOST_CLASSES])
    return f"{shown} en nog {rest}" if rest > 0 else shown


def sources_table() -> Table:
    """Return all sources with how fresh they are, the most urgent first."""
    states = sorted(source_states(), key=lambda one: URGENCY.index(one.state))
    return Table(
        caption="Bronnen van cijfers",
        columns=(
            Column("Bron"), Column("Wat"), Column("Licentie"), Column("Nieuwste periode"),
            Column("Opgehaald"), Column("Versheid"), Column("Keer opgehaald", numeric=True),
        ),
        rows=tuple(
            (
                link(reverse("source", args=[one.source.code]), name_of(one.source)),
                _what(one),
                one.source.licence,
                one.last_period.label if one.last_period else "geen",
                f"{day(one.fetched)} ({one.ago})" if one.fetched else "nog niet",
                WORDS[one.state],
                number(one.copies),
            )
            for one in states
        ),
    )  # fmt: skip


def _what(one: SourceState) -> str:
    class_list = class_lists().get(one.source.list)
    name = class_list.name if class_list else one.source.list
    levels = in_words(one.source.levels, LEVELS)
    return f"{name}, per {levels}" if levels else name


@dataclass(frozen=True)
class SourcePage:
    """What ``figures/source.html`` shows."""

    state: SourceState
    name: str
    what: str
    frequency: str
    freshness: str
    withheld: tuple[tuple[str, str, str], ...]
    vintages: Table
    files: Table


def source_page(code: str) -> SourcePage | None:
    """Return the page of a source; None when there is none with this code."""
    if code not in sources():
        return None
    (state,) = source_states([code])
    return SourcePage(
        state=state,
        name=name_of(state.source),
        what=_what(state),
        frequency=in_words(state.source.frequency, FREQUENCIES),
        freshness=WORDS[state.state],
        withheld=tuple(_withheld(state)),
        vintages=_vintages(code),
        files=_files(code),
    )


def _withheld(state: SourceState) -> list[tuple[str, str, str]]:
    class_list = class_lists().get(state.source.list)
    return [
        (
            "; ".join(
                one.label if class_list and (one := class_list.by_code(code)) else code
                for code in rule.classes
            ),
            in_words(rule.levels, LEVELS),
            rule.reason,
        )
        for rule in state.source.withheld
    ]


def _vintages(code: str) -> Table:
    return Table(
        caption="Landelijke tabel: elke keer dat zij is opgehaald",
        columns=(
            Column("Versie"), Column("Opgehaald"), Column("Perioden"),
            Column("Regels", numeric=True), Column("Gebieden van"), Column("Vingerafdruk"),
        ),
        rows=tuple(
            (
                f"{one.vintage}",
                day(one.accessed_on),
                _span(one.first_period, one.last_period),
                number(one.rows),
                str(one.division_year or "niet bekend"),
                one.sha256[:12],
            )
            for one in vintages(code)
        ),
        empty="Deze tabel is nog niet landelijk opgehaald.",
    )  # fmt: skip


def _span(first: str, last: str) -> str:
    labels = [Period.from_code(code).label for code in (first, last)]
    return labels[0] if first == last else " tot en met ".join(labels)


def _files(code: str) -> Table:
    return Table(
        caption="Wat uw gemeente hieruit heeft ingelezen",
        columns=(Column("Bestand"), Column("Opgehaald"), Column("Ingelezen")),
        rows=tuple(
            (
                link(reverse("snapshot", args=[one.pk]), one.file_name),
                day(one.accessed_on),
                day(one.loaded_at.date()) + (f", {one.loaded_by.name}" if one.loaded_by else ""),
            )
            for one in own_files(code)
        ),
        empty="Uw gemeente heeft hieruit nog niets ingelezen.",
    )
