"""What the page of a finished import shows: line by line what became of each proposal."""

from collections import Counter
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from integraal.foundation.ui.tables import Column, Table
from integraal.policy.plan.importing.queries import theme_names
from integraal.policy.plan.importing.words import (
    OUTCOMES,
    counted,
    gap_words,
    part_name,
    place_words,
)
from integraal.policy.plan.kinds import BY_CODE
from integraal.policy.plan.models import PlanImport


@dataclass(frozen=True)
class ReportPage:
    """What ``plan/import_report.html`` shows."""

    row: PlanImport
    sentence: str
    table: Table
    gaps: list[str]
    plan_url: str


def report_page(row: PlanImport) -> ReportPage:
    """Return the page of a finished import."""
    names = theme_names(row)
    parts = {part["number"]: part_name(part, names) for part in row.found["parts"]}
    lines = row.found["report"]
    counts = Counter(one["outcome"] for one in lines)
    taken = counts["taken"] + counts["added_to"]
    rows = tuple(
        (
            BY_CODE[one["kind"]].name,
            parts[one["part"]],
            place_words(one),
            OUTCOMES[one["outcome"]],
            _block_link(row, one["block"]),
        )
        for one in lines
    )
    return ReportPage(
        row=row,
        sentence=(
            f"{counted(taken, 'voorstel', 'voorstellen')} overgenomen, "
            f"{len(lines) - taken} niet. De tekst van het document is hier weggehaald."
        ),
        table=Table(
            "Wat er van elk voorstel is geworden",
            (Column("Soort"), Column("Deel"), Column("Waar"), Column("Wat ermee is gedaan"),
             Column("In het plan")),
            rows,
        ),
        gaps=[gap_words(gap) for gap in row.found["gaps"]],
        plan_url=_url("plan", row.plan_id),
    )  # fmt: skip


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
