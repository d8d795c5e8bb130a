"""In balance: hours against what there is, kinds of measures per theme, money against spent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people import roles
from integraal.foundation.ui.charts.capacity import Capacity, Quarter
from integraal.foundation.ui.charts.spending import Account, Spending
from integraal.foundation.ui.charts.stacks import Stack, Stacks
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import day, listed, number
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.quarters import quarter_of, quarters
from integraal.policy.programme.showing.filtering import THEME, Group, grouped
from integraal.policy.programme.showing.forms import CapacityForm, as_hours
from integraal.policy.programme.showing.lines import Line
from integraal.policy.programme.showing.page import View

ORDINALS = ("eerste", "tweede", "derde", "vierde")
_COUNTS = ("", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


@dataclass(frozen=True)
class Balance:
    """What ``programme/balance.html`` shows."""

    view: View
    figures: list[Figure]
    form: CapacityForm | None
    sentence: str
    crumb: str = "In evenwicht"


def balance_page(by: Actor, view: View, today: date, form: CapacityForm | None = None) -> Balance:
    """Return whether the measures of a view are in balance; ``form`` is one that was refused."""
    may = by.has(roles.ADVISER.code) and view.programme.state != State.SUPERSEDED
    if form is None and may:
        form = CapacityForm(view.programme)
    figures = []
    if view.lines:
        source = f"Bron: {view.programme.title}, stand van {day(today)}."
        groups = grouped(view.lines, THEME, view.themes)
        figures = [
            hours_figure(view.programme, view.lines, today, source),
            kinds_figure(groups, source),
            money_figure(groups, source),
        ]
    titles = [one.title for one in figures]
    return Balance(
        view=view,
        figures=figures,
        form=form if may else None,
        sentence=f"{titles[0]}. {titles[1]}." if titles else "Er zijn nog geen maatregelen.",
    )


def hours_by_quarter(programme: Programme, found: Iterable[Line]) -> dict[str, Decimal]:
    """Return quarter of the programme to hours planned by these measures."""
    total = {one: Decimal(0) for one in quarters(programme.first_year, programme.last_year)}
    for line in found:
        for quarter, hours in line.hours.items():
            if quarter in total:
                total[quarter] += as_hours(hours)
    return total


def hours_figure(programme: Programme, found: list[Line], today: date, source: str) -> Figure:
    """Return hours planned per quarter beside what there is."""
    shown = []
    for name, planned in hours_by_quarter(programme, found).items():
        year, nr = name.split("-")
        there = programme.capacity.get(name)
        shown.append(
            Quarter(
                int(year), int(nr), float(planned),
                float(as_hours(there)) if there else None, name < quarter_of(today),
            )
        )  # fmt: skip
    title = hours_sentence(shown)
    return Figure(
        uid="uren",
        title=title,
        subtitle="Geplande uren per kwartaal naast de uren die er zijn",
        chart=Capacity(
            title="Uren per kwartaal naast de uren die er zijn, "
            f"{programme.first_year} tot en met {programme.last_year}",
            description=f"{title}.",
            quarters=tuple(shown),
        ),
        source=source,
    )


def hours_sentence(shown: list[Quarter]) -> str:
    """Return where hours fall short, as a sentence without its full stop."""
    short = [one for one in shown if one.excess]
    unknown = [one for one in shown if one.available is None]
    if not short:
        if len(unknown) == len(shown):
            return "Hoeveel uren er zijn, is nog niet ingevuld"
        whole = "elk kwartaal" if not unknown else "elk kwartaal waarvan de uren zijn ingevuld"
        return f"De uren passen in {whole}"
    first = short[0]
    later = [one for one in short if not one.is_past]
    first = later[0] if later else first
    verb = "kwamen" if first.is_past else "komen"
    one = f"het {ORDINALS[first.number - 1]} kwartaal van {first.year}"
    words = f"In {one} {verb} we {number(first.excess)} uur tekort"
    others = len(short) - 1
    if not others:
        return words
    return f"{words}, en in {_counted(others, 'ander kwartaal', 'andere kwartalen')} ook"


def kinds_figure(groups: list[Group], source: str) -> Figure:
    """Return how many measures of each kind a theme has, and what it lacks."""
    kinds = [*Measure.Kind]
    rows = []
    for group in groups:
        of_kind = [sum(line.kind == kind for line in group.lines) for kind in kinds]
        rows.append(Stack(group.name, (*of_kind, len(group.lines) - sum(of_kind))))
    has_rest = any(row.counts[-1] for row in rows)
    names = tuple(kind.label for kind in kinds)
    if not has_rest:
        rows = [Stack(row.name, row.counts[:-1]) for row in rows]
    spec_kinds = (*names, "soort niet ingevuld") if has_rest else names
    title = kinds_sentence(rows, names)
    return Figure(
        uid="soorten",
        title=title,
        subtitle="Aantal maatregelen per soort",
        chart=Stacks(
            title="Verdeling van de maatregelen over preventie, handhaving en nazorg, per thema",
            description=f"{title}. {_lacking(rows, names)}".strip(),
            heading="Thema",
            kinds=spec_kinds,
            rows=tuple(rows),
            expected=len(names),
        ),
        source=source,
    )


def kinds_sentence(rows: list[Stack], names: tuple[str, ...]) -> str:
    """Return what most themes lack, as a sentence without its full stop."""
    counts = {name: sum(not row.counts[place] for row in rows) for place, name in enumerate(names)}
    name, most = max(counts.items(), key=lambda one: one[1])
    if not most:
        return "Elk thema heeft preventie, handhaving en nazorg"
    return f"Bij {_counted(most, 'thema', 'thema’s')} ontbreekt {name}"


def _lacking(rows: list[Stack], names: tuple[str, ...]) -> str:
    sentences = []
    for place, name in enumerate(names):
        without = [row.name for row in rows if not row.counts[place]]
        if without:
            sentences.append(f"Geen {name}: {listed(without)}.")
    return " ".join(sentences)


def money_figure(groups: list[Group], source: str) -> Figure:
    """Return per theme what was budgeted and what is spent."""
    rows = [
        Account(
            group.name,
            _total(line.budget for line in group.lines),
            _total(line.stand.spent for line in group.lines),
        )
        for group in groups
    ]
    title = money_sentence(rows)
    return Figure(
        uid="geld",
        title=title,
        subtitle="Begroot en uitgegeven per thema, in euro",
        chart=Spending(
            title="Begroot en uitgegeven per thema, in euro",
            description=f"{title}.",
            heading="Thema",
            rows=tuple(rows),
        ),
        source=source,
        caveat=_uncounted(groups),
    )


def money_sentence(rows: list[Account]) -> str:
    """Return how much of the money is gone, as a sentence without its full stop."""
    budget, spent = sum(row.budget or 0 for row in rows), sum(row.spent or 0 for row in rows)
    if not budget and not spent:
        return "Er is nog geen geld begroot"
    over = [row.name for row in rows if row.budget is not None and (row.spent or 0) > row.budget]
    words = f"Van de € {number(budget, 0)} is € {number(spent, 0)} uitgegeven"
    return f"{words}; meer dan begroot bij {listed(over)}" if over else words


def _total(amounts: Iterable[Decimal | None]) -> float | None:
    known = [one for one in amounts if one is not None]
    return float(sum(known)) if known else None


def _uncounted(groups: list[Group]) -> str:
    without = sum(line.budget is None for group in groups for line in group.lines)
    if not without:
        return ""
    words = "1 maatregel heeft" if without == 1 else f"{without} maatregelen hebben"
    return f"{words} geen bedrag; dat telt niet mee en is niet nul."


def _counted(count: int, one: str, more: str) -> str:
    words = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{words} {one if count == 1 else more}"
