"""Refuse a table for what stands in its rows, with the lines where it stands."""

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608

from integraal.knowledge.sources.national.canonical import STATUSES, Reading, figure_text
from integraal.knowledge.sources.national.cells import FIGURE, MOST, figure_problem, shown
from integraal.knowledge.sources.national.engine import Engine, literal, literals
from integraal.knowledge.sources.problems import FileProblem

_MOST_SENTENCES = 1000
# More places than this for a row are not marked one by one in memory, but sorted on disk.
_MOST_MARKS = 400_000_000

Found = tuple[int, str]


def refuse_unreadable(engine: Engine, reading: Reading) -> None:
    """Refuse a table with texts that mean nothing; makes the table `given` of all figures.

    Raises:
        FileProblem: one sentence for each different text, with the first line it stands on.
    """
    (rows,) = engine.one(f"SELECT count(*) FROM {reading.raw.table}")
    if not rows:
        raise FileProblem("Er staan geen rijen met cijfers in dit bestand. Download het opnieuw.")
    found = [
        *_where(engine, reading, "class", reading.classes.problems),
        *_where(engine, reading, "region", reading.regions.problems),
        *_where(engine, reading, "period", reading.periods.problems),
        *_figures(engine, reading),
        *_statuses(engine, reading),
    ]
    if found:
        raise FileProblem(sentence for _, sentence in sorted(found))


def refuse_twice(engine: Engine, reading: Reading) -> None:
    """Refuse a table in which a measure, region and period stand together more than once.

    Raises:
        FileProblem: one sentence for each that does, with both lines.
    """
    index = _Index(engine, reading)
    keys = index.keys(with_line=False)
    if index.size <= _MOST_MARKS:
        marks, rows = engine.one(
            f"SELECT bit_count(bitstring_agg(key, 0, {index.size - 1})), count(*) FROM ({keys})"
        )
        if marks == rows:
            return
    twice = engine.rows(
        "SELECT min(line), max(line), key, count(*) "
        f"FROM ({index.keys(with_line=True)}) GROUP BY key HAVING count(*) > 1 "
        f"ORDER BY 1 LIMIT {_MOST_SENTENCES}"
    )
    if twice:
        unit = reading.raw.unit
        raise FileProblem(
            f"{unit} {last}: {index.words(key)} staat ook op {unit.lower()} {first}. "
            "Laat elk cijfer een keer voorkomen."
            for first, last, key, _ in twice
        )


class _Index:
    """Number every combination of measure, region and period, so that each is one number."""

    def __init__(self, engine: Engine, reading: Reading) -> None:
        self._reading = reading
        self._measures = reading.measures
        self._places, self._periods = reading.places, reading.codes_of_periods
        self.size = len(self._measures) * len(self._places) * len(self._periods)
        engine.rows(f"CREATE TYPE place_number AS ENUM {literals(self._places)}")

    def keys(self, *, with_line: bool) -> str:
        reading = self._reading
        line = f", {reading.raw.line} AS line" if with_line else ""
        place = f"CAST(enum_code(CAST({reading.place_sql} AS place_number)) AS BIGINT)"
        period = _number("period", reading.periods.codes, self._periods)
        parts = []
        for _, name, code in reading.topics:
            measure = (
                str(self._measures.index(reading.form.measure(code)))
                if code
                else _number("class", reading.classes.codes, self._measures)
            )
            parts.append(
                f"SELECT ({measure} * {len(self._places)}::BIGINT + {place}) "
                f"* {len(self._periods)} + {period} AS key{line} "
                f"FROM {reading.raw.table} WHERE {reading.topic_rows(name)}"
            )
        return " UNION ALL ".join(parts)

    def words(self, key: int) -> str:
        rest, period = divmod(key, len(self._periods))
        measure, place = divmod(rest, len(self._places))
        return (
            f"{self._measures[measure]} van {shown(self._places[place])} in {self._periods[period]}"
        )


def _number(column: str, codes: dict[str, str], order: list[str]) -> str:
    """The place of a text's code in the order."""
    if not codes:
        return "0"
    places = {code: place for place, code in enumerate(order)}
    pairs = ", ".join(f"{literal(text)}: {places[code]}" for text, code in codes.items())
    return f"MAP {{{pairs}}}[{column}]"


def _where(
    engine: Engine, reading: Reading, column: str, problems: dict[str, str], condition: str = ""
) -> list[Found]:
    """The first line of each text that is a problem, and the sentence about it."""
    if not problems:
        return []
    rows = engine.rows(
        f"SELECT {column}, min({reading.raw.line}) AS first, count(*) FROM {reading.raw.table} "
        f"WHERE {column} IN {literals(list(problems))} {condition} "
        f"GROUP BY 1 ORDER BY first LIMIT {_MOST_SENTENCES}"
    )
    return [(first, _sentence(reading, first, n, problems[text])) for text, first, n in rows]


def _sentence(reading: Reading, first: int, rows: int, problem: str) -> str:
    more = ""
    if rows > 1:
        plural = {"Regel": "regels", "Rij": "rijen"}[reading.raw.unit]
        more = f" (en nog {rows - 1} {plural if rows > 2 else reading.raw.unit.lower()})"
    return f"{reading.raw.unit} {first}{more}: {problem}."


def _figures(engine: Engine, reading: Reading) -> list[Found]:
    texts = " UNION ".join(
        f"SELECT {figure_text(n)} AS as_given FROM (SELECT DISTINCT t{n} FROM {reading.raw.table})"
        for n, _, _ in reading.topics
    )
    engine.rows(f"CREATE TEMP TABLE given AS ({texts})")
    wrong = engine.rows(
        f"SELECT as_given FROM given WHERE NOT regexp_full_match(as_given, {literal(FIGURE)}) "
        f"OR coalesce(TRY_CAST(rtrim(as_given, '* ') AS DOUBLE), 0) > {MOST} "
        f"LIMIT {_MOST_SENTENCES}"
    )
    problems = {text: figure_problem(text) for (text,) in wrong}
    if not problems:
        return []
    return [
        found
        for n, name, _ in reading.topics
        for found in _where(
            engine, reading, figure_text(n), problems, f"AND {reading.topic_rows(name)}"
        )
    ]


def _statuses(engine: Engine, reading: Reading) -> list[Found]:
    """A row's own status must be one of the four, and a figure that is present must be there."""
    if not reading.raw.marked:
        return []
    strange = engine.rows(
        f"SELECT status, min(line), count(*) FROM {reading.raw.table} "
        f"WHERE status NOT IN {literals(STATUSES)} GROUP BY 1 LIMIT {_MOST_SENTENCES}"
    )
    found = [
        (line, _sentence(reading, line, n, f"{shown(status)} is geen bekende stand"))
        for status, line, n in strange
    ]
    for n, name, _ in reading.topics:
        line, rows = engine.one(
            f"SELECT min(line), count(*) FROM {reading.raw.table} WHERE status = 'present' "
            f"AND TRY_CAST(rtrim({figure_text(n)}, '* ') AS DECIMAL(14,3)) IS NULL "
            f"AND {reading.topic_rows(name)}"
        )
        if rows:
            found.append((line, _sentence(reading, line, rows, "hier hoort een getal te staan")))
    return found
