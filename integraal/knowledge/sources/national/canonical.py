"""From the cells as given and what they mean to the rows that are kept, in SQL.

Expressions over one column of a Parquet file are worked out once per different text, not once per
row, and texts of a known set are written as enumerations: that is what makes this fast.
"""

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608

from dataclasses import dataclass, field
from pathlib import Path

from integraal.knowledge.sources.national.cells import Meanings, region_sql, starred
from integraal.knowledge.sources.national.engine import Engine, literal, literals
from integraal.knowledge.sources.national.forms import TableForm
from integraal.knowledge.sources.national.raw import Raw

STATUSES = ("present", "missing", "withheld", "impossible")
PARQUET = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, WRITE_BLOOM_FILTER false"
_MOST_DIFFERENT = 20_000


@dataclass
class Reading:
    """A table on its way: the cells, the form, and what the texts in each column mean."""

    raw: Raw
    form: TableForm
    provisional: frozenset[str]
    classes: Meanings = field(default_factory=Meanings)
    regions: Meanings = field(default_factory=Meanings)
    periods: Meanings = field(default_factory=Meanings)
    by_name: bool = False

    @property
    def measures(self) -> list[str]:
        """All measures that the rows may have."""
        fixed = {self.form.measure(code) for code in self.form.topics.values() if code}
        return sorted(fixed.union(self.classes.codes.values()))

    @property
    def places(self) -> list[str]:
        """The codes, or else the names, of all regions in the rows."""
        fixed = self.form.fixed_region
        return [fixed] if fixed is not None else sorted(set(self.regions.codes.values()))

    @property
    def codes_of_periods(self) -> list[str]:
        """All periods in the rows."""
        fixed = [] if self.form.period_column else [self.form.fixed_period or ""]
        return sorted({*self.periods.codes.values(), *fixed})

    @property
    def topics(self) -> list[tuple[int, str, str]]:
        """Number, name and class code of each column with figures."""
        return [(n, name, code) for n, (name, code) in enumerate(self.form.topics.items())]

    def measure_sql(self, code: str) -> str:
        """The measure of a row, for a topic with this class code."""
        if code:
            return literal(self.form.measure(code))
        return _lookup("class", self.classes.codes)

    @property
    def place_sql(self) -> str:
        """The code or the name of a row's region."""
        if self.form.fixed_region is not None:
            return literal(self.form.fixed_region)
        return "trim(region)" if self.by_name else region_sql("region")

    @property
    def period_sql(self) -> str:
        """The period of a row."""
        if self.form.period_column is None:
            return literal(self.form.fixed_period or "")
        return _lookup("period", self.periods.codes)

    def topic_rows(self, name: str) -> str:
        """The condition under which a row speaks of this topic."""
        if not self.raw.marked:
            return "true"
        return f"(topic IS NULL OR regexp_replace(topic, '_\\d+$', '') = {literal(name)} "\
               f"OR topic = {literal(name)})"  # fmt: skip


def write_rows(engine: Engine, reading: Reading, into: Path) -> Path:
    """Write the rows of a reading without problems, topic after topic, in the file's order."""
    _create_enumeration(engine, "measure_code", reading.measures)
    _create_enumeration(engine, "place_code", reading.places)
    _create_enumeration(engine, "period_code", reading.codes_of_periods)
    _create_enumeration(engine, "status_code", STATUSES)
    _create_enumeration(engine, "nothing", ("",))
    (texts,) = engine.one("SELECT count(*) FROM given")
    given = "VARCHAR"
    if texts <= _MOST_DIFFERENT:
        engine.rows("CREATE TYPE given_text AS ENUM (SELECT as_given FROM given ORDER BY 1)")
        given = "given_text"
    parts = [_topic(reading, n, name, code, given) for n, name, code in reading.topics]
    engine.rows(f"COPY ({' UNION ALL '.join(parts)}) TO {literal(into)} ({PARQUET})")
    return into


def figure_text(n: int) -> str:
    """The SQL of a cell with a figure, trimmed; a typed null gives no text."""
    return f"trim(coalesce(t{n}, ''))"


def _topic(reading: Reading, n: int, name: str, code: str, given: str) -> str:
    place = f"CAST({reading.place_sql} AS place_code)"
    region, region_name = (
        ("CAST('' AS nothing)", place) if reading.by_name else (place, "CAST('' AS nothing)")
    )
    figure = f"rtrim(trim(rtrim({figure_text(n)}, '*')))"
    status = _status(reading, n, code, figure)
    value = f"TRY_CAST({figure} AS DECIMAL(14,3))"
    if reading.raw.marked:
        value = f"CASE WHEN {status} = 'present' THEN {value} END"
    return (
        f"SELECT CAST({reading.measure_sql(code)} AS measure_code) AS measure, "
        f"{region} AS region, {region_name} AS region_name, "
        f"CAST({reading.period_sql} AS period_code) AS period, "
        f"{value} AS value, CAST({status} AS status_code) AS status, "
        f"{_provisional(reading, n)} AS provisional, "
        f"CAST({figure_text(n)} AS {given}) AS as_given, "
        f"CAST({reading.raw.line} AS BIGINT) AS line "
        f"FROM {reading.raw.table} WHERE {reading.topic_rows(name)}"
    )


def _status(reading: Reading, n: int, code: str, figure: str) -> str:
    status = (
        f"CASE {figure} WHEN '' THEN 'impossible' WHEN '.' THEN 'missing' WHEN 'x' THEN 'withheld' "
        "ELSE 'present' END"
    )
    if reading.raw.marked:
        status = f"coalesce(status, CASE WHEN t{n} IS NULL THEN 'missing' ELSE {status} END)"
    hidden = _hidden(reading, code)
    if hidden:
        status = f"CASE WHEN {status} = 'missing' AND ({hidden}) THEN 'withheld' ELSE {status} END"
    return status


def _hidden(reading: Reading, code: str) -> str:
    """The condition under which the publisher hides a figure by rule; none when it never does."""
    if reading.by_name:
        return ""
    conditions = []
    for rule in reading.form.withheld:
        measures = literals([reading.form.measure(each) for each in rule.classes])
        condition = (
            f"{reading.measure_sql(code)} IN {measures} "
            f"AND left({reading.place_sql}, 2) IN {literals(rule.prefixes)}"
        )
        if rule.letters:
            condition += f" AND substr({reading.period_sql}, 5, 2) IN {literals(rule.letters)}"
        conditions.append(f"({condition})")
    return " OR ".join(conditions)


def _provisional(reading: Reading, n: int) -> str:
    own = f"ends_with({figure_text(n)}, '*')"
    if reading.form.period_column is None:
        return "true" if reading.form.fixed_period in reading.provisional else own
    marked = [
        text
        for text, code in reading.periods.codes.items()
        if starred(text) or code in reading.provisional
    ]
    return f"({own} OR period IN {literals(marked)})" if marked else own


def _lookup(column: str, codes: dict[str, str]) -> str:
    pairs = ", ".join(f"{literal(text)}: {literal(code)}" for text, code in codes.items())
    return f"MAP {{{pairs}}}[{column}]"


def _create_enumeration(engine: Engine, name: str, texts: list[str] | tuple[str, ...]) -> None:
    engine.rows(f"CREATE TYPE {name} AS ENUM {literals(texts)}")
