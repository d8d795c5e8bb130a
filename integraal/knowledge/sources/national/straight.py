"""From the numbers of a regular file straight to the rows that are kept, when nothing is wrong.

Every different text is known before a row is written, so what each means is looked up in lists by
its number. Whatever is not plainly right is left to the careful way, which says what is wrong.
"""

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from integraal.knowledge.sources.national import cells
from integraal.knowledge.sources.national.canonical import PARQUET, STATUSES
from integraal.knowledge.sources.national.delivered import Delivered
from integraal.knowledge.sources.national.engine import Engine, literal
from integraal.knowledge.sources.national.forms import HiddenByRule, TableForm
from integraal.knowledge.sources.national.numbered import (
    NotRegularError,
    Numbered,
    read_numbers,
)
from integraal.knowledge.sources.national.year_lines import may_have_year_lines

_MOST_MARKS = 100_000_000
_CHUNK = 1_000_000
_STATUS_OF = {"": "impossible", ".": "missing", "x": "withheld"}

_Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class _Column:
    """A column of classes, regions or periods: the code of each text, and the texts' numbers.

    A fixed region or period is a column of one text, and has no numbers.
    """

    codes: list[str]
    numbers: _Array | None
    starred: list[bool]


def write_straight(
    engine: Engine,
    delivered: Delivered,
    form: TableForm,
    places: dict[str, int],
    into: Path,
    *,
    provisional: Collection[str],
    threads: int,
) -> bool:
    """Write the rows of a regular file without mistakes.

    Args:
        engine: an open engine.
        delivered: the file.
        form: what its columns mean.
        places: where each column stands, by its name in the form.
        into: the Parquet file to write.
        provisional: codes of periods whose figures are provisional.
        threads: how many cores to use.

    Returns:
        Whether it did; if not, nothing is written.
    """
    try:
        numbered = read_numbers(delivered, list(places.values()), threads=threads)
    except NotRegularError:
        return False
    found = dict(zip(places, range(len(places)), strict=True))
    classes = _classes(numbered, form, found)
    regions, by_name = _regions(numbered, form, found)
    periods = _periods(numbered, form, found, frozenset(provisional))
    figures = [numbered.texts[found[name]] for name in form.topics]
    if classes is None or regions is None or periods is None:
        return False
    if not all(_are_figures(texts) for texts in figures):
        return False
    if not _once(form, classes, regions, periods, numbered.rows):
        return False
    columns: dict[str, _Array] = {"line": np.arange(2, numbered.rows + 2, dtype=np.int64)}
    named = {"class": classes, "region": regions, "period": periods}
    columns |= {name: each.numbers for name, each in named.items() if each.numbers is not None}
    columns |= {f"t{n}": numbered.numbers[found[name]] for n, name in enumerate(form.topics)}
    engine.connection.register("numbered", columns)
    try:
        _write(engine, form, classes, (regions, by_name), periods, figures, into)
    finally:
        engine.connection.unregister("numbered")
    return True


def _classes(numbered: Numbered, form: TableForm, found: dict[str, int]) -> _Column | None:
    if form.class_column is None:
        return _Column([], None, [])
    place = found[form.class_column]
    meanings = cells.classes(numbered.texts[place], form)
    return _column(numbered, place, meanings)


def _regions(
    numbered: Numbered, form: TableForm, found: dict[str, int]
) -> tuple[_Column | None, bool]:
    if form.region_column is None:
        return _Column([form.fixed_region or ""], None, [False]), False
    place = found[form.region_column]
    meanings, by_name = cells.regions(numbered.texts[place])
    return _column(numbered, place, meanings), by_name


def _periods(
    numbered: Numbered, form: TableForm, found: dict[str, int], provisional: frozenset[str]
) -> _Column | None:
    if form.period_column is None:
        fixed = form.fixed_period or ""
        return _Column([fixed], None, [fixed in provisional])
    place = found[form.period_column]
    texts = numbered.texts[place]
    if may_have_year_lines(form, texts):
        return None
    column = _column(numbered, place, cells.periods(texts, months=form.months))
    if column is None:
        return None
    starred = [
        cells.starred(text) or code in provisional
        for text, code in zip(texts, column.codes, strict=True)
    ]
    return _Column(column.codes, column.numbers, starred)


def _column(numbered: Numbered, place: int, meanings: cells.Meanings) -> _Column | None:
    if meanings.problems:
        return None
    texts = numbered.texts[place]
    return _Column([meanings.codes[text] for text in texts], numbered.numbers[place], [])


def _are_figures(texts: Sequence[str]) -> bool:
    trimmed = [text.strip(" ") for text in texts]
    return all(
        re.fullmatch(cells.FIGURE, text) and not _too_much(text.rstrip("* ")) for text in trimmed
    )


def _too_much(number: str) -> bool:
    return number not in _STATUS_OF and float(number) > cells.MOST


def _once(form: TableForm, classes: _Column, regions: _Column, periods: _Column, rows: int) -> bool:
    """Whether each measure, region and period stand together once."""
    topics = list(form.topics.values())
    measures = [form.measure(code) for code in topics if code] + classes.codes
    ordered = [sorted(set(each)) for each in (measures, regions.codes, periods.codes)]
    size = int(np.prod([len(each) for each in ordered], dtype=object))
    if size > _MOST_MARKS:
        return False
    order = [{code: n for n, code in enumerate(each)} for each in ordered]
    steps = (len(ordered[1]) * len(ordered[2]), len(ordered[2]), 1)
    of_class, of_region, of_period = (
        np.array([places[code] * step for code in column.codes], dtype=np.int64)
        for places, step, column in zip(order, steps, (classes, regions, periods), strict=True)
    )
    marks = np.zeros(size, dtype=np.bool_)
    for start in range(0, rows, _CHUNK):
        part = slice(start, start + _CHUNK)
        key = _of(of_region, regions, part) + _of(of_period, periods, part)
        for code in topics:
            fixed = order[0][form.measure(code)] * steps[0] if code else None
            marks[key + (_of(of_class, classes, part) if fixed is None else fixed)] = True
    return int(np.count_nonzero(marks)) == rows * len(topics)


def _of(values: _Array, column: _Column, part: slice) -> Any:
    return values[0] if column.numbers is None else values.take(column.numbers[part])


def _write(
    engine: Engine,
    form: TableForm,
    classes: _Column,
    regions: tuple[_Column, bool],
    periods: _Column,
    figures: list[list[str]],
    into: Path,
) -> None:
    place, by_name = regions
    fixed = {form.measure(code) for code in form.topics.values() if code}
    given = {text.strip(" ") for texts in figures for text in texts}
    for name, choices in {
        "measure_code": fixed.union(classes.codes),
        "place_code": set(place.codes),
        "period_code": set(periods.codes),
        "given_text": given,
        "nothing": {""},
    }.items():
        engine.rows(f"CREATE TYPE {name} AS ENUM ({_texts(sorted(choices))})")
    engine.rows(f"CREATE TYPE status_code AS ENUM ({_texts(STATUSES)})")
    located = _listed(place, "region", "place_code")
    nowhere = "CAST('' AS nothing)"
    region, region_name = (nowhere, located) if by_name else (located, nowhere)
    parts = []
    for n, code in enumerate(form.topics.values()):
        texts = [text.strip(" ") for text in figures[n]]
        numbers = [text.rstrip("* ") for text in texts]
        measure = (
            f"CAST({literal(form.measure(code))} AS measure_code)"
            if code
            else _listed(classes, "class", "measure_code")
        )
        values = ", ".join("NULL" if each in _STATUS_OF else literal(each) for each in numbers)
        own = _true_for([text.endswith("*") for text in texts], f"t{n}")
        parts.append(
            f"SELECT {measure} AS measure, {region} AS region, {region_name} AS region_name, "
            f"{_listed(periods, 'period', 'period_code')} AS period, "
            f"CAST([{values}] AS DECIMAL(14,3)[])[t{n} + 1] AS value, "
            f"{_status(form, n, code, numbers, classes, place, periods, by_name)} AS status, "
            f"({own} OR {_true_for(periods.starred, 'period')}) AS provisional, "
            f"{_picked([literal(text) for text in texts], 'given_text', f't{n}')} AS as_given, "
            "line FROM numbered"
        )
    engine.rows(f"COPY ({' UNION ALL '.join(parts)}) TO {literal(into)} ({PARQUET})")


def _status(
    form: TableForm,
    n: int,
    code: str,
    numbers: list[str],
    classes: _Column,
    regions: _Column,
    periods: _Column,
    by_name: bool,
) -> str:
    statuses = [literal(_STATUS_OF.get(each, "present")) for each in numbers]
    status = _picked(statuses, "status_code", f"t{n}")
    missing = _true_for([each == "." for each in numbers], f"t{n}")
    hidden = [
        _hidden(form, rule, code, classes, regions, periods)
        for rule in (() if by_name else form.withheld)
    ]
    if not hidden:
        return status
    return (
        f"CASE WHEN {missing} AND ({' OR '.join(hidden)}) THEN CAST('withheld' AS status_code) "
        f"ELSE {status} END"
    )


def _hidden(
    form: TableForm,
    rule: HiddenByRule,
    code: str,
    classes: _Column,
    regions: _Column,
    periods: _Column,
) -> str:
    measures = {form.measure(each) for each in rule.classes}
    if code:
        of_class = str(form.measure(code) in measures).lower()
    else:
        of_class = _true_for([each in measures for each in classes.codes], "class")
    of_region = _true_for([each[:2] in rule.prefixes for each in regions.codes], "region")
    of_period = _true_for(
        [not rule.letters or each[4:6] in rule.letters for each in periods.codes], "period"
    )
    return f"({of_class} AND {of_region} AND {of_period})"


def _true_for(which: list[bool], name: str) -> str:
    """The SQL that is true for rows whose text is one of these."""
    if all(which) or not any(which):
        return str(all(which)).lower()
    return _picked([str(each).lower() for each in which], "BOOLEAN", name)


def _listed(column: _Column, name: str, kind: str) -> str:
    """The code of a row's text."""
    codes = [literal(code) for code in column.codes]
    return f"CAST({codes[0]} AS {kind})" if column.numbers is None else _picked(codes, kind, name)


def _picked(values: list[str], kind: str, number: str) -> str:
    """The value at a row's number."""
    return f"CAST([{', '.join(values)}] AS {kind}[])[{number} + 1]"


def _texts(texts: Sequence[str]) -> str:
    return ", ".join(literal(each) for each in texts)
