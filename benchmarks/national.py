"""A year of the national neighbourhood table: pandas and ours, side by side in one run.

``python -m benchmarks.national`` makes 14,575 areas x 59 offences x 12 months as CBS delivers them
(10.3 million rows), and lets each read them in a process of its own, one after the other. *Load*
is from the file to what later questions use; *first answer* is municipality x offence x year.
Ours checks every row and keeps the table on disk with its SHA-256; pandas does neither.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.installation import REPOSITORY
from integraal.knowledge.sources.national.asking import totals_by_municipality
from integraal.knowledge.sources.national.engine import MEMORY, THREADS, open_engine
from integraal.knowledge.sources.national.forms import TableForm
from integraal.knowledge.sources.national.reading import read_table
from integraal.knowledge.sources.national.store import Store, hashing
from integraal.portal.reference.markdown import sections, table

AREAS, OFFENCES, MONTHS = 14_575, 59, 12
SEED = 20_261_124
_WAYS = {
    "text": "pandas, all cells as text (keeps codes whole)",
    "guessed": "pandas, types guessed",
    "ours": "Integraal",
}
_CODES = ("SoortMisdrijf", "WijkenEnBuurten", "Perioden")
_TOPIC = "GeregistreerdeMisdrijven_1"


@dataclass(frozen=True)
class Run:
    """Seconds, those of all cores together, MB at the highest, and the sum of the answer."""

    load: float
    processor: float
    answer: float
    memory: float
    total: float


def national_table() -> str:
    """Measure; return Markdown with the figures and the ratios."""
    with tempfile.TemporaryDirectory(prefix="integraal-meting-") as folder:
        file = Path(folder) / "47018NED_UntypedDataSet.csv"
        _generate(file)
        runs = {way: _run(way, file) for way in _WAYS}
        size = file.stat().st_size / 1e6
    if len({round(run.total) for run in runs.values()}) != 1:
        raise RuntimeError(f"The answers differ: {runs}")
    ours = runs["ours"]
    ratios = [
        (
            f"{_WAYS[way]}, over ours",
            *(f"{getattr(run, what) / getattr(ours, what):.1f}" for what in _MEASURED),
        )
        for way, run in runs.items()
        if way != "ours"
    ]
    return sections(
        "## National table of a year",
        f"{AREAS * OFFENCES * MONTHS:,} rows, {size:.0f} MB of CSV; seconds, and MB of memory at "
        "the highest. *Processor* is what load and answer took of all cores together: other work "
        f"on the machine lengthens it least. Ours has {THREADS} threads and lets DuckDB hold "
        f"{MEMORY}. One run each.",
        table(
            ["what", *_MEASURED],
            [
                (
                    _WAYS[way],
                    f"{run.load:.1f}",
                    f"{run.processor:.1f}",
                    f"{run.answer:.2f}",
                    f"{run.memory:,.0f}",
                )
                for way, run in runs.items()
            ],
        ),
        table(["times as much", *_MEASURED], ratios),
    )


_MEASURED = ("load", "processor", "answer", "memory")


def _generate(file: Path) -> None:
    """Write the table in the form of CBS' raw export: padded, in quotes, some points."""
    with duckdb.connect() as connection:
        connection.execute(
            f"""
            COPY (
                SELECT n AS "ID",
                    printf('%d.%d.%d ', o // 20, (o // 4) % 5, o % 4) AS "{_CODES[0]}",
                    printf('BU%04d%02d%02d', 1 + a // 43, (a % 43) // 10, a % 10) AS "{_CODES[1]}",
                    printf('2024MM%02d', m + 1) AS "{_CODES[2]}",
                    CASE WHEN h % 97 = 0 THEN '       .'
                        WHEN h % 11 = 0 THEN printf('%8d', h % 200)
                        ELSE printf('%8d', h % 6) END AS "{_TOPIC}"
                FROM (
                    SELECT n, n // ({AREAS} * {MONTHS}) AS o, (n // {MONTHS}) % {AREAS} AS a,
                        n % {MONTHS} AS m, (hash(n + {SEED}) >> 20)::BIGINT AS h
                    FROM range({AREAS * OFFENCES * MONTHS}) t(n)
                )
            ) TO '{file}' (HEADER, DELIMITER ';', FORCE_QUOTE *)
            """
        )


def _run(way: str, file: Path) -> Run:
    """Let a process of its own do it; its highest memory is then of this way alone."""
    print(f"measuring: {_WAYS[way]}", file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.national", way, str(file)],
        capture_output=True, check=True, text=True, cwd=REPOSITORY,
    )  # fmt: skip
    return Run(**json.loads(done.stdout))


def with_pandas(file: Path, *, guess: bool) -> tuple[float, float, float]:
    """The plain way: read, strip, to numbers, group."""
    import pandas as pd

    started = time.perf_counter()
    frame = pd.read_csv(file, sep=";", dtype=None if guess else str)
    for name in _CODES:
        frame[name] = frame[name].str.strip()
    frame[_TOPIC] = pd.to_numeric(frame[_TOPIC].str.strip(), errors="coerce")
    loaded = time.perf_counter()
    frame["municipality"] = "GM" + frame["WijkenEnBuurten"].str[2:6]
    frame["year"] = frame["Perioden"].str[:4]
    answer = frame.groupby(["municipality", "SoortMisdrijf", "year"])[_TOPIC].sum()
    return loaded - started, time.perf_counter() - loaded, float(answer.sum())


def with_ours(file: Path) -> tuple[float, float, float]:
    """Read and check every row, keep the table, and ask it."""
    codes = [f"{o // 20}.{o // 4 % 5}.{o % 4}" for o in range(OFFENCES)]
    form = TableForm(
        list_code="misdrijven",
        class_column="SoortMisdrijf",
        region_column="WijkenEnBuurten",
        period_column="Perioden",
        topics={"GeregistreerdeMisdrijven": ""},
        labels=dict(zip(codes, codes, strict=True)),
    )
    facts = {"table": "47018NED", "title": "-", "publisher": "-", "accessed_on": "2026-11-24"}
    started = time.perf_counter()
    with hashing(file) as sha256:
        read = read_table(file, form, file.parent / "read.parquet")
        origin = {"origin": file.name, "raw_sha256": sha256()}
    kept = Store(file.parent / "store").keep("misdrijven-buurt", read, facts | origin)
    loaded = time.perf_counter()
    with open_engine(file.parent / "engine") as engine:
        found = totals_by_municipality(engine, kept)
    return loaded - started, time.perf_counter() - loaded, float(found.values.sum())


def _one_way(way: str, file: Path) -> None:
    load, answer, total = (
        with_ours(file) if way == "ours" else with_pandas(file, guess=way == "guessed")
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(vars(Run(load, time.process_time(), answer, memory, total))))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _one_way(sys.argv[1], Path(sys.argv[2]))
    else:
        print(national_table())
