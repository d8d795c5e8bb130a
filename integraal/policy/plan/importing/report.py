"""What the page of a finished import shows: line by line what became of each proposal."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from integraal.foundation.ui.dutch import counted
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.plan.importing.judging import Json
from integraal.policy.plan.importing.queries import theme_names
from integraal.policy.plan.importing.taking_over import ADDED_TO, TAKEN
from integraal.policy.plan.importing.words import (
    OUTCOMES,
    gap_words,
    part_name,
    place_words,
)
from integraal.policy.plan.kinds import BY_CODE
from integraal.policy.plan.models import PlanImport


@dataclass(frozen=True)
class PartReport:
    """What became of the proposals of one part, line by line."""

    name: str
    words: str
    table: Table


@dataclass(frozen=True)
class ReportPage:
    """What ``plan/import_report.html`` shows."""

    row: PlanImport
    sentence: str
    parts: list[PartReport]
    gaps: list[str]
    plan_url: str


def report_page(row: PlanImport) -> ReportPage:
    """Return the page of a finished import."""
    names, lines = theme_names(row), row.found["report"]
    taken = _taken(lines)
    parts = {part["number"]: part_name(part, names) for part in row.found["parts"]}
    found = []
    for number, name in parts.items():
        own = [one for one in lines if one["part"] == number]
        if own:
            found.append(_part(row, name, own))
    return ReportPage(
        row=row,
        sentence=(
            f"{counted(taken, 'voorstel', 'voorstellen')} overgenomen, "
            f"{len(lines) - taken} niet. De tekst van het document is hier weggehaald."
        ),
        parts=found,
        gaps=[f"{parts[gap['part']]}: {gap_words(gap)}" for gap in row.found["gaps"]],
        plan_url=_url("plan", row.plan_id),
    )


def _part(row: PlanImport, name: str, lines: list[Json]) -> PartReport:
    taken = _taken(lines)
    rows = tuple(
        (
            BY_CODE[one["kind"]].name,
            place_words(one),
            OUTCOMES[one["outcome"]],
            _block_link(row, one["block"]),
        )
        for one in lines
    )
    columns = tuple(Column(one) for one in ("Soort", "Waar", "Wat ermee is gedaan", "In het plan"))
    table = Table(f"Wat er van elk voorstel is geworden: {name}", columns, rows)
    return PartReport(name, f"{taken} overgenomen, {len(lines) - taken} niet", table)


def _taken(lines: list[Json]) -> int:
    return sum(one["outcome"] in (TAKEN, ADDED_TO) for one in lines)


def _block_link(row: PlanImport, key: str) -> str:
    url = _url("plan-block", row.plan_id, key) if key else ""
    if not url:
        return "ja" if key else "nee"
    return format_html('<a class="utrecht-link" href="{}">bekijk</a>', url)


def _url(name: str, *args: object) -> str:
    try:
        return reverse(name, args=list(args))
    except NoReverseMatch:
        return ""
