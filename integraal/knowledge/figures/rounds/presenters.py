"""The page of the monthly round: what stood out, among how many, and by which rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.access import may_load_figures, may_read_rows
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.rounds.models import MonthRound, MonthVerdict
from integraal.knowledge.figures.rounds.queries import newest_round, verdicts_of_month
from integraal.knowledge.figures.rounds.telling import METHODS, badge_of, statement_of
from integraal.knowledge.figures.tabs import tabs
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics import wording

_ALARM = MonthVerdict.Standing.ALARM


@dataclass(frozen=True)
class ShownMonth:
    """One series that stood out."""

    subject: str
    badge: ui.Verdict
    sentence: str
    method: str
    url: str


@dataclass(frozen=True)
class RoundPage:
    """What ``figures/month_round.html`` shows; without a round only what is needed to make one."""

    tabs: list[ui.Chip]
    may_make: bool
    found: MonthRound | None = None
    month: str = ""
    lead: str = ""
    family: str = ""
    stood_out: tuple[ShownMonth, ...] = ()
    judged: Table | None = None
    months: Table | None = None
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def round_page(by: Actor, asked: str) -> RoundPage:
    """Return the page.

    Args:
        asked: the month that is wanted, as in "2025-09"; another than those judged gives the
            newest.
    """
    page_tabs, may_make = tabs(by, "month-round"), may_load_figures(by)
    found = newest_round()
    if found is None or not found.families:
        return RoundPage(page_tabs, may_make, found)
    code = _asked_month(asked, found)
    offered = indicators()
    seen = seen_by(by, verdicts_of_month(found, code))
    alarms = [one for one in seen if one.standing == _ALARM]
    return RoundPage(
        tabs=page_tabs,
        may_make=may_make,
        found=found,
        month=Period.from_code(code).label,
        lead=_lead(code, found, len(alarms)),
        family=_family(code, found),
        stood_out=tuple(_shown(one, offered) for one in alarms),
        judged=_judged_table(seen, offered, code),
        months=_months_table(found, code),
        rules=rules_of(found),
        notes=_notes(found, code, hides=not may_read_rows(by)),
    )


def seen_by(by: Actor, verdicts: Sequence[MonthVerdict]) -> list[MonthVerdict]:
    """Return the verdicts that ``by`` may see: a month of a part tells a small count."""
    if may_read_rows(by):
        return list(verdicts)
    return [one for one in verdicts if one.area.kind == "municipality"]


def _asked_month(asked: str, found: MonthRound) -> str:
    code = asked.strip().replace("-", "MM")
    return code if code in found.families else str(found.last_judged)


def _lead(code: str, found: MonthRound, shown: int) -> str:
    month = Period.from_code(code).label
    many = int(found.families[code]["comparisons"])
    if not many:
        return f"Over {month} waren er te weinig gevallen om iets te toetsen."
    of = f"van de {number(many)} reeksen die genoeg gevallen hadden"
    if not shown:
        return f"In {month} viel geen {of} op."
    verb = "viel er 1" if shown == 1 else f"vielen er {number(shown)}"
    return f"In {month} {verb} op, {of}."


def _family(code: str, found: MonthRound) -> str:
    level = int(found.rules["chance_findings"]) / 100
    return wording.family(int(found.families[code]["comparisons"]), level)


def _shown(one: MonthVerdict, offered: dict[str, Indicator]) -> ShownMonth:
    return ShownMonth(
        subject=f"{_name(one, offered)}, {one.area.name}",
        badge=badge_of(one),
        sentence=statement_of(one).sentence,
        method=METHODS[one.tier],
        url=explorer_address(one),
    )


def explorer_address(one: MonthVerdict) -> str:
    """Return where the months of this series are drawn."""
    year = int(one.period[:4])
    query = {"cijfer": one.indicator, "gebied": str(one.area_id), "periode": "maanden"}
    query |= {"van": f"{year - 2}-01", "vorm": "lijn"}
    return f"{reverse('explorer')}?{urlencode(query)}"


def _name(one: MonthVerdict, offered: dict[str, Indicator]) -> str:
    known = offered.get(one.indicator)
    return known.name if known else one.indicator


def _judged_table(
    verdicts: Sequence[MonthVerdict], offered: dict[str, Indicator], code: str
) -> Table:
    return Table(
        caption=f"Alle reeksen met een oordeel over {Period.from_code(code).label}",
        columns=(
            Column("Cijfer"),
            Column("Gebied"),
            Column("Gezien", numeric=True),
            Column("Verwacht", numeric=True),
            Column("Grens", numeric=True),
            Column("Oordeel"),
            Column("Manier"),
        ),
        rows=tuple(_judged_row(one, offered) for one in verdicts),
        empty="Over deze maand is er geen oordeel.",
    )


def _judged_row(one: MonthVerdict, offered: dict[str, Indicator]) -> tuple[Any, ...]:
    return (
        format_html(
            '<a class="utrecht-link" href="{}">{}<span class="visually-hidden"> in {}</span></a>',
            explorer_address(one),
            _name(one, offered),
            one.area.name,
        ),
        one.area.name,
        number(one.seen, 0),
        "geen" if one.expected is None else number(one.expected, 1),
        "geen" if one.upper_bound is None else number(one.upper_bound, 0),
        badge_of(one),
        METHODS[one.tier],
    )


def _months_table(found: MonthRound, shown: str) -> Table:
    rows = []
    for code in sorted(found.families, reverse=True):
        period, facts = Period.from_code(code), found.families[code]
        address = f"{reverse('month-round')}?maand={code.replace('MM', '-')}"
        name: Any = period.label
        if code != shown:
            name = format_html('<a class="utrecht-link" href="{}">{}</a>', address, period.label)
        by_chance = int(facts["comparisons"]) * int(found.rules["chance_findings"]) / 100
        rows.append(
            (
                name,
                number(int(facts["comparisons"])),
                number(by_chance, 1),
                number(int(facts["alarms"])),
            )
        )
    return Table(
        caption="De maanden van deze ronde",
        columns=(
            Column("Maand"),
            Column("Getoetst", numeric=True),
            Column("Zou zonder strengere maat door toeval opvallen", numeric=True, short="Toeval"),
            Column("Viel op", numeric=True),
        ),
        rows=tuple(rows),
    )


def rules_of(found: MonthRound) -> tuple[str, ...]:
    """Return in sentences what a round was judged by."""
    rules = found.rules
    return (
        f"Elke maand is vergeleken met {rules['years_back']} eerdere jaren; de coronatijd telt "
        "niet mee.",
        f"De nieuwste {rules['incomplete_months']} maanden krijgen nog geen oordeel, omdat de "
        "bron ze nog aanvult.",
        "Bij genoeg gevallen kijken we naar seizoen en trend, bij weinig gevallen naar de laatste "
        "drie maanden samen, naast dezelfde drie maanden van eerdere jaren. Onder "
        f"{rules['fewest_together']} gevallen zeggen we niets.",
        f"Van de bevindingen die we opvallend noemen, is hooguit ongeveer "
        f"{rules['chance_findings']} op de 100 toeval. De familie is: alle cijfers met een thema, "
        "in alle gebieden van de gemeente, in die maand.",
    )


def _notes(found: MonthRound, code: str, *, hides: bool) -> tuple[str, ...]:
    last = Period.from_code(str(found.last_month)).label
    notes = [f"De nieuwste maand met cijfers is {last}."]
    if hides:
        notes.append("Oordelen over delen van de gemeente ziet wie de aantallen daar mag zien.")
    return tuple(notes)
