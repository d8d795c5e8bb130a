"""The demo comes up, keeps its data, refuses a second run, and leaves nothing running."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

pytestmark = pytest.mark.enable_socket
REPOSITORY = Path(__file__).resolve().parents[2]


class Place:
    """A folder for one demo, and a port."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started: list[subprocess.Popen[str]] = []
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = trial.getsockname()[1]

    def start(self, *words: str) -> "subprocess.Popen[str]":
        kept = {k: v for k, v in os.environ.items() if "DATABASE" not in k}
        process = subprocess.Popen(
            [sys.executable, "-m", "integraal.config.demo", "--port", str(self.port), *words],
            env={**kept, "INTEGRAAL_DEMO_FOLDER": str(self.folder), "PYTHONPATH": str(REPOSITORY)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.started.append(process)
        return process

    def end(self) -> None:
        """Stop what a failing test left."""
        for process in self.started:
            process.terminate()
            process.wait(timeout=60)
            if process.stdout:
                process.stdout.close()

    def await_address(self, process: "subprocess.Popen[str]") -> str:
        assert process.stdout
        said = ""
        for line in process.stdout:
            said += line
            if found := re.search(r"Integraal runs at (\S+)", line):
                return found.group(1)
        raise AssertionError(said)

    def processes(self) -> list[str]:
        """Return the commands of all processes that name this folder or port."""
        commands = []
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                command = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if str(self.folder) in command or f"127.0.0.1:{self.port}" in command:
                commands.append(command)
        return commands


@pytest.fixture
def place() -> Iterator[Place]:
    with tempfile.TemporaryDirectory(prefix="ig demo ") as made:
        place = Place(Path(made))
        yield place
        place.end()


def status(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    found = connection.getresponse().status
    connection.close()
    return found


def test_from_nothing_to_a_page_and_back(place: Place) -> None:
    first = place.start()
    address = place.await_address(first)
    assert address == f"http://127.0.0.1:{place.port}/"
    assert status(place.port, "/gezond") == 200

    said, _ = place.start().communicate(timeout=60)
    assert f"already running at {address}" in said

    # Killed without a chance to clear up: what it started goes all the same, ...
    first.kill()
    first.communicate(timeout=60)

    # ... and the next run goes on with the data that is there.
    secrets = (place.folder / "secrets.json").read_text()
    second = place.start()
    place.await_address(second)
    assert (place.folder / "secrets.json").read_text() == secrets
    with pytest.raises(subprocess.TimeoutExpired):
        second.wait(timeout=6)  # long enough for a worker that cannot work to give up
    second.send_signal(signal.SIGTERM)
    said, _ = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "the demo data is kept" in said
    assert place.processes() == []


def test_taken_port_stops_it_before_anything_is_made(place: Place) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", place.port))
        taken.listen()
        process = place.start()
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"Port {place.port} is taken" in said
    assert "make demo PORT=" in said
    assert not (place.folder / "cluster" / "data").exists()
