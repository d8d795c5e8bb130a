"""Lines with the year's total in copies that write each month as its first day.

Such a copy may put the total of a year after its twelve months with 1 January as its date, so that
January stands there twice. A line is taken for the year only when it comes right after December of
that year and is exactly the sum of the twelve months; else it stays, and is refused as a double.
"""

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608

import re
from collections.abc import Iterable
from dataclasses import replace

from integraal.knowledge.sources.national.engine import Engine, literal
from integraal.knowledge.sources.national.forms import TableForm
from integraal.knowledge.sources.national.raw import Raw

_FIRST_DAY = "[0-9]{4}-01-01"
_JANUARY = f"regexp_full_match(period, {literal(_FIRST_DAY)})"


def may_have_year_lines(form: TableForm, periods: Iterable[str]) -> bool:
    """Whether a file with these texts in its column of periods can have such lines."""
    return _can_have(form) and any(re.fullmatch(_FIRST_DAY, text) for text in periods)


def name_year_lines(engine: Engine, raw: Raw, form: TableForm) -> Raw:
    """The same cells, with the year as the period of such lines.

    Args:
        engine: an open engine.
        raw: cells of a file.
        form: what its columns mean; only one with dates for months and one column with figures
            can have such lines.
    """
    if raw.marked or not _can_have(form):
        return raw
    keys = [name for name, column in (("class", form.class_column),
                                      ("region", form.region_column)) if column]  # fmt: skip
    series = f"PARTITION BY {', '.join([*keys, 'left(period, 4)'])}"
    (dates,) = engine.one(f"SELECT count(*) FROM (SELECT DISTINCT period FROM {raw.table}) "
                          f"WHERE {_JANUARY}")  # fmt: skip
    if not dates:
        return raw
    into = engine.folder / "years.parquet"
    drop = "line, " if raw.line == "line" else ""
    engine.rows(
        f"""
        COPY (
            WITH lined AS (SELECT *, {raw.line} AS row_line FROM {raw.table}),
            placed AS (
                SELECT *, TRY_CAST(t0 AS DECIMAL(14,3)) AS figure,
                    row_number() OVER ({series} ORDER BY row_line) AS place,
                    lag(period) OVER ({series} ORDER BY row_line) AS before,
                    count(DISTINCT period) OVER ({series}) AS months
                FROM lined
            ),
            summed AS (
                SELECT *, sum(figure) FILTER (place <= 12) OVER ({series}) AS twelve,
                    count(figure) FILTER (place <= 12) OVER ({series}) AS counted
                FROM placed
            )
            SELECT * EXCLUDE (
                    {drop}row_line, figure, place, before, months, twelve, counted, period
                ),
                row_line AS line,
                CASE WHEN {_JANUARY} AND place = 13 AND months = 12 AND counted = 12
                    AND before = left(period, 4) || '-12-01' AND figure = twelve
                    THEN left(period, 4) ELSE period END AS period
            FROM summed ORDER BY row_line
        ) TO {literal(into)} (FORMAT parquet)
        """
    )
    return replace(raw, path=into, line="line")


def _can_have(form: TableForm) -> bool:
    return form.months and form.period_column is not None and len(form.topics) == 1
