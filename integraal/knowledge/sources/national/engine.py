"""The one place where DuckDB is opened: bounded memory, own temporary folder, never online."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

MEMORY = "400MB"
THREADS = 2


@dataclass(frozen=True)
class Engine:
    """An open connection, and a folder of its own that goes when it is closed."""

    connection: duckdb.DuckDBPyConnection
    folder: Path

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of an answer."""
        return self.connection.execute(sql, list(values)).fetchall()

    def one(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...]:
        """The only row of an answer."""
        (row,) = self.rows(sql, values)
        return row


@contextmanager
def open_engine(work: Path, *, memory: str = MEMORY, threads: int = THREADS) -> Iterator[Engine]:
    """Open DuckDB; close it and remove what it put on disk afterwards.

    Args:
        work: a folder for temporary files; made when it is not there.
        memory: what DuckDB may hold, such as "400MB"; above it, it writes to the folder.
        threads: how many cores it may use.
    """
    work.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".engine-", dir=work) as own:
        connection = duckdb.connect(
            config={
                "memory_limit": memory,
                "threads": threads,
                "temp_directory": str(Path(own) / "spill"),
                "autoload_known_extensions": False,
                "autoinstall_known_extensions": False,
                "allow_community_extensions": False,
                "python_enable_replacements": False,
            }
        )
        try:
            yield Engine(connection, Path(own))
        finally:
            connection.close()


def literal(text: str | Path) -> str:
    """A text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"


def literals(texts: Sequence[str]) -> str:
    """A list of texts as SQL writes it, for use after IN; one that nothing equals when empty."""
    return "(" + (", ".join(literal(each) for each in texts) or "NULL") + ")"
