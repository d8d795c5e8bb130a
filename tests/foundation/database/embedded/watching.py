"""What tests of servers look at: rows that stay, and processes that go."""

import time
from collections.abc import Callable
from pathlib import Path

import psycopg


def count_rows(dsn: str) -> int:
    """Add a row to the table ``kept`` and return how many there are."""
    with psycopg.connect(dsn) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (at timestamptz DEFAULT now())")
        connection.execute("INSERT INTO kept DEFAULT VALUES")
        row = connection.execute("SELECT count(*) FROM kept").fetchone()
    connection.close()
    return int(row[0]) if row else 0


def wait_until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Return whether ``true`` becomes true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.02)
    return False


def is_gone(pid: int) -> bool:
    """Return whether process ``pid`` has ended (a zombie has)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True
