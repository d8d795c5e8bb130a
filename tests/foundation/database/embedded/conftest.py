"""Folders and helpers for tests that start servers of their own."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short path: pytest's own folders are too long for a socket."""
    with tempfile.TemporaryDirectory(prefix="ig-") as made:
        yield Path(made) / "cluster"


@pytest.fixture
def asker() -> Iterator[Callable[[str], "subprocess.Popen[str]"]]:
    """Start Python programs that start servers; they say one line when they are ready."""
    started: list[subprocess.Popen[str]] = []

    def start(program: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
