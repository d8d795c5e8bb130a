"""A second reading of national tables, in plain Python and slow, to lay beside the first."""

import csv
import io
import re
from decimal import Decimal

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.national.forms import TableForm


def read(content: bytes, form: TableForm) -> list[tuple]:
    """The rows of a table without mistakes, in the columns of the Parquet file."""
    text = decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [cell.strip() for cell in next(reader)]
    rows, line, seen = [], reader.line_num + 1, set()
    for cells in reader:
        if cells:
            named = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
            date = named.get(form.period_column or "", "")
            if date.endswith("-01-01") and (cells[0], date) in seen:
                named[str(form.period_column)] = date[:4]
            seen.add((cells[0], date))
            rows += [one_row(named, form, name, code, line) for name, code in form.topics.items()]
        line = reader.line_num + 1
    return sorted(rows)


def one_row(named: dict[str, str], form: TableForm, topic: str, code: str, line: int) -> tuple:
    if not code:
        code = form.labels[cell(named, form.class_column).casefold()]
    place = form.fixed_region or cell(named, form.region_column)
    period, month_star = period_of(named, form)
    given = cell(named, topic)
    number = given.rstrip("*").rstrip()
    status = {"": "impossible", ".": "missing", "x": "withheld"}.get(number, "present")
    coded = bool(re.match(r"[A-Z]{2}\d", place))
    for rule in form.withheld:
        if status == "missing" and code in rule.classes and place.startswith(rule.prefixes):
            status = "withheld"
    return (
        f"{form.list_code}:{code}",
        ("NL00" if place == "NL01" else place) if coded else "",
        "" if coded else place,
        period,
        Decimal(number) if status == "present" else None,
        status,
        month_star or given.endswith("*"),
        given,
        line,
    )


def period_of(named: dict[str, str], form: TableForm) -> tuple[str, bool]:
    if form.period_column is None:
        return str(form.fixed_period), False
    text = cell(named, form.period_column)
    plain = text.rstrip("*")
    if re.fullmatch(r"\d{4}-\d\d-01", plain):
        return f"{plain[:4]}MM{plain[5:7]}", text != plain
    period = Period.from_code(plain) if plain[4:] else Period.of_year(int(plain))
    return period.code, text != plain


def cell(named: dict[str, str], name: str | None) -> str:
    assert name is not None
    if name in named:
        return named[name]
    (found,) = [text for column, text in named.items() if re.sub(r"_\d+$", "", column) == name]
    return found


def decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
