"""How long ``make demo`` takes until its first page, when the packages are there already."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.installation import REPOSITORY
from benchmarks.timing import Times


def demo_starts() -> list[Times]:
    """Start the demo with nothing made yet, and once more with its data kept."""
    with tempfile.TemporaryDirectory(prefix="integraal-meting-") as folder:
        return [
            Times("make demo, first start", (_start(Path(folder) / "demo"),)),
            Times("make demo, later start", (_start(Path(folder) / "demo"),)),
        ]


def _start(folder: Path) -> float:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "integraal.config.demo", "--port", str(port), "--no-browser"],
        env={**os.environ, "INTEGRAAL_DEMO_FOLDER": str(folder), "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    told = []
    for line in process.stdout:
        told.append(line)
        if "Integraal runs at" in line:
            break
    took = (time.perf_counter() - started) * 1000
    process.send_signal(signal.SIGTERM)
    rest = process.communicate()[0]
    if "Integraal runs at" not in "".join(told):
        raise RuntimeError("".join(told) + rest)
    return took
