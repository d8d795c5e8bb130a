"""The page of the explorer as a whole."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip, Figure
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Sorting, Table, chosen_sorting
from integraal.knowledge.figures.beside_others.funnel import NoFunnel
from integraal.knowledge.figures.explorer.plain import COUNTING_WORDS
from integraal.knowledge.figures.explorer.presenters import figures, table, wording
from integraal.knowledge.figures.explorer.presenters.form import ExplorerForm, explorer_form
from integraal.knowledge.figures.explorer.presenters.funnel import (
    ShownFunnel,
    likes_of,
    shown_funnel,
)
from integraal.knowledge.figures.explorer.presenters.judgement import (
    ShownJudgement,
    shown_judgement,
    shown_months,
)
from integraal.knowledge.figures.explorer.rows import withheld_reason
from integraal.knowledge.figures.explorer.selection import Form, Per, Selection
from integraal.knowledge.figures.explorer.view import ExplorerView
from integraal.knowledge.figures.reconciliation import Reconciliation
from integraal.knowledge.figures.tabs import tabs
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

_FORMS: tuple[tuple[Form, str], ...] = (
    ("tabel", "Tabel"),
    ("lijn", "Lijn"),
    ("kaart", "Kaart"),
    ("trechter", "Trechter"),
)
_UNITS = {"jaren": "jaren", "maanden": "maanden"}


@dataclass(frozen=True)
class ExplorerPage:
    """What ``figures/explorer.html`` shows; the parts of the two forms not shown are empty."""

    tabs: list[Chip]
    view: ExplorerView
    form: ExplorerForm
    problems: tuple[str, ...]
    title: str
    lead: str
    forms: tuple[Chip, ...]
    pers: tuple[Chip, ...]
    query: str
    rows: Page[Any] | None = None
    table: Table | None = None
    sorting: Sorting | None = None
    count_words: str = ""
    lines: tuple[Figure, ...] = ()
    lines_left_out: int = 0
    funnel: ShownFunnel | None = None
    funnel_words: str = ""
    likes: tuple[Chip, ...] = ()
    map: Figure | None = None
    map_table: Table | None = None
    map_words: str = ""
    judgement: ShownJudgement | None = None
    means: Table | None = None
    reconciled: tuple[Reconciliation, ...] = ()
    reconciled_before: Table | None = None
    why_empty: str = ""


def explorer_page(
    by: Actor, view: ExplorerView, asked: dict[str, str], problems: tuple[str, ...]
) -> ExplorerPage:
    """Return the page.

    Args:
        asked: what else stands in the address: zoek, sorteer and blad.
        problems: what was wrong in the address itself.
    """
    selection, indicator = view.selection, view.indicator
    page = ExplorerPage(
        tabs=tabs(by, "explorer"),
        view=view,
        form=explorer_form(view, asked.get("zoek", "")),
        problems=(*problems, *view.problems),
        title=indicator.name if indicator else "Cijfers verkennen",
        lead=_lead(view, indicator) if indicator else "",
        forms=tuple(
            Chip(label, _address(replace(selection, form=form)), form == selection.form)
            for form, label in _FORMS
        ),
        pers=_pers(selection, indicator),
        query=selection.query,
    )
    if indicator is None or not view.rows:
        return replace(page, why_empty=_why_empty(view, indicator) if indicator else "")
    newest, before = _reconciled(view)
    page = replace(
        page,
        judgement=shown_judgement(view.said.year) or shown_months(view.said.months),
        means=_means(view, indicator),
        reconciled=newest,
        reconciled_before=before,
    )
    if selection.form == "trechter":
        return _with_funnel(page, indicator)
    if selection.form == "tabel":
        return _with_table(page, indicator, asked)
    return _with_lines(page, indicator) if selection.form == "lijn" else _with_map(page, indicator)


def _address(selection: Selection) -> str:
    return f"{reverse('explorer')}?{selection.query}"


def _pers(selection: Selection, indicator: Indicator | None) -> tuple[Chip, ...]:
    if indicator is None or indicator.denominator is None or selection.form != "lijn":
        return ()
    words: tuple[tuple[Per, str], ...] = (
        ("aantal", "Aantallen"),
        ("inwoners", wording.per_words(indicator).capitalize()),
    )
    return tuple(
        Chip(label, _address(replace(selection, per=per)), per == selection.per)
        for per, label in words
    )


def _why_empty(view: ExplorerView, indicator: Indicator) -> str:
    """Return why nothing is there: a rule of the source when that is it, and what to do."""
    year = Period.of_year(view.selection.year or 2024).code
    kinds = dict.fromkeys(one.place.kind for one in view.series)
    rules = dict.fromkeys(withheld_reason(indicator, kind, year) for kind in kinds)
    advice = "Kies andere perioden of gebieden, of lees eerst een bestand met dit cijfer in."
    return " ".join([*filter(None, rules), advice])


def _lead(view: ExplorerView, indicator: Indicator) -> str:
    """Return the newest number of the first series as a sentence, margin and all."""
    for one in view.series:
        known = [row for row in one.rows if row.estimate and row.estimate.value is not None]
        if not known:
            continue
        row = figures.newest_complete(known)
        said = f"{one.place.name}, {row.period.label}: {wording.count_words(row)} {indicator.unit}"
        if wording.rate_words(row):
            said += f", {wording.rate_words(row)} {wording.per_words(indicator)}"
        margin = wording.margin_words(row)
        marks = [note for note in row.notes if note in ("voorlopig", "nog niet compleet")]
        ending = f" Dit cijfer is {marks[0]}." if marks else ""
        return f"{said}. 95\u00a0%-marge: {margin}.{ending}" if margin else f"{said}.{ending}"
    return ""


def _with_table(page: ExplorerPage, indicator: Indicator, asked: dict[str, str]) -> ExplorerPage:
    view = page.view
    columns = table.columns_of(view, indicator)
    sorting = chosen_sorting(asked.get("sorteer", ""), columns, table.USUAL_SORTING)
    ordered = table.sorted_rows(view, sorting)
    rows = Paginator(ordered, table.ON_A_PAGE).get_page(asked.get("blad"))
    shown = list(rows)
    first = rows.start_index()
    many = f" van {number(len(ordered))}" if rows.has_other_pages() else ""
    return replace(
        page,
        rows=rows,
        table=table.rows_table(view, indicator, shown),
        sorting=sorting,
        count_words=f"Rij {first} tot en met {first + len(shown) - 1}{many}.",
    )


def _with_funnel(page: ExplorerPage, indicator: Indicator) -> ExplorerPage:
    found, whole = page.view.funnel, page.view.own.whole
    selection = page.view.selection
    likes = tuple(
        Chip(label, _address(replace(selection, like=like)), like == selection.like)
        for like, label in likes_of(page.view)
    )
    if isinstance(found, NoFunnel):
        return replace(page, funnel_words=found.why, likes=likes)
    if found is None or whole is None:
        return page
    return replace(page, funnel=shown_funnel(indicator, whole.name, found, selection), likes=likes)


def _with_lines(page: ExplorerPage, indicator: Indicator) -> ExplorerPage:
    shown = figures.lines(page.view, indicator)
    return replace(page, lines=tuple(shown), lines_left_out=len(page.view.series) - len(shown))


def _with_map(page: ExplorerPage, indicator: Indicator) -> ExplorerPage:
    shown = page.view.map
    if shown is None:
        words = (
            "Een kaart is er alleen van aantallen, niet van gemeten waarden."
            if indicator.kind == "measured"
            else "Van geen enkel gebied is hier een cijfer. Kies andere gebieden of een ander jaar."
        )
        return replace(page, map_words=words)
    keys = [row.place.key for row in shown.rows]
    outlines = {
        str(pk): geometry
        for pk, geometry in Area.objects.filter(pk__in=keys, geometry__isnull=False).values_list(
            "pk", "geometry"
        )
    }
    if not outlines:
        return replace(
            page,
            map_table=figures.map_table(indicator, shown),
            map_words=(
                "Van deze gebieden is geen omtrek bekend, dus er is geen kaart. Vraag uw beheerder "
                "om de grenzen van dit jaar in te lezen. De cijfers staan hieronder."
            ),
        )
    without = [row.place.name for row in shown.rows if row.place.key not in outlines]
    words = f"Zonder omtrek, dus alleen in de tabel: {', '.join(without)}." if without else ""
    return replace(page, map=figures.area_map(indicator, shown, outlines), map_words=words)


def _reconciled(view: ExplorerView) -> tuple[tuple[Reconciliation, ...], Table | None]:
    """Return the newest difference of each level in a sentence, and the earlier in a table."""
    newest = {one.what: one for one in view.reconciliations}
    before = [one for one in reversed(view.reconciliations) if one is not newest[one.what]]
    if not before:
        return tuple(newest.values()), None
    table_ = Table(
        caption="Verschil tussen de delen en het geheel",
        columns=(
            Column("Periode"),
            Column("Delen"),
            Column("Som van de delen", numeric=True),
            Column("De gemeente zelf", numeric=True),
            Column("Verschil", numeric=True),
        ),
        rows=tuple(
            (
                one.period.label,
                f"{one.parts} {one.what}",
                number(one.total),
                number(one.whole),
                number(one.difference),
            )
            for one in before
        ),
    )
    return tuple(newest.values()), table_


def _means(view: ExplorerView, indicator: Indicator) -> Table | None:
    per = wording.per_words(indicator)
    unit = _UNITS[view.selection.frequency]
    rows = []
    for one in view.series:
        if one.mean is None:
            continue
        mean, margin, rate, periods, left_out = wording.mean_cells(one.mean, unit)
        older = f" ({COUNTING_WORDS['older']})" if one.counting == "older" else ""
        name = f"{one.place.name}{older}"
        rows.append((name, mean, margin, *((rate or "geen",) if per else ()), periods, left_out))
    if not rows:
        return None
    every = "jaar" if unit == "jaren" else "maand"
    return Table(
        caption=f"Gemiddelde per {every} over de getoonde {unit}",
        columns=(
            Column("Gebied"),
            Column(f"Gemiddeld per {every}", numeric=True),
            Column("Marge (95\u00a0%)", numeric=True, short="Marge"),
            *((Column(per.capitalize(), numeric=True),) if per else ()),
            Column("Over"),
            Column("Weggelaten"),
        ),
        rows=tuple(rows),
    )
