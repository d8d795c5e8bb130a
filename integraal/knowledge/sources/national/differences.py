"""What a later vintage of a table changed: rows that came, went and were revised."""

# Names in the SQL are our own, and texts are quoted by engine.literal.

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from integraal.knowledge.sources.national.engine import MEMORY, THREADS, literal, open_engine
from integraal.knowledge.sources.national.snapshots import Kept

_KEY = ("measure", "region", "region_name", "period")


@dataclass(frozen=True)
class Change:
    """A row that differs; the side on which it does not exist has None for value and status."""

    measure: str
    region: str
    region_name: str
    period: str
    before: Decimal | None
    after: Decimal | None
    before_status: str | None
    after_status: str | None


@dataclass(frozen=True)
class Differences:
    """How many rows came, went, were revised (value or status) and stayed; and the largest."""

    added: int
    removed: int
    revised: int
    unchanged: int
    changes: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)


def differences(
    older: Kept,
    newer: Kept,
    work: Path,
    *,
    most: int = 100,
    memory: str = MEMORY,
    threads: int = THREADS,
) -> Differences:
    """Lay two snapshots of one source side by side.

    Args:
        older, newer: the snapshots.
        work: a folder for temporary files.
        most: how many changes to name; the largest first, then those without a value on one side.
        memory: what DuckDB may hold.
        threads: how many cores it may use.

    Raises:
        ValueError: they are of different sources.
    """
    if older.source != newer.source:
        raise ValueError(f"{older.source} and {newer.source} are different sources.")
    both = (
        f"FROM read_parquet({literal(older.data)}) a FULL JOIN read_parquet({literal(newer.data)}) "
        f"b USING ({', '.join(_KEY)})"
    )
    same = "a.status IS NOT DISTINCT FROM b.status AND a.value IS NOT DISTINCT FROM b.value"
    with open_engine(work, memory=memory, threads=threads) as engine:
        added, removed, revised, unchanged = engine.one(
            "SELECT count(*) FILTER (a.status IS NULL), count(*) FILTER (b.status IS NULL), "
            f"count(*) FILTER (a.status IS NOT NULL AND b.status IS NOT NULL AND NOT ({same})), "
            f"count(*) FILTER ({same}) {both}"
        )
        changed = engine.rows(
            f"SELECT {', '.join(_KEY)}, a.value, b.value, a.status, b.status {both} "
            f"WHERE NOT ({same}) "
            "ORDER BY abs(b.value - a.value) DESC NULLS LAST, "
            f"abs(coalesce(b.value, a.value)) DESC NULLS LAST, {', '.join(_KEY)} LIMIT {int(most)}"
        )
    changes = tuple(Change(*row) for row in changed)
    return Differences(added, removed, revised, unchanged, changes)
