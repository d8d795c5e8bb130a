"""The Makefile, the locks and CI say what ``./run`` does."""

import re
import subprocess
from pathlib import Path

import pytest

from tools.commands import HELP, STEPS

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench", "lock"])
def test_each_target_is_the_command_of_that_name(target: str) -> None:
    said = subprocess.run(
        ["make", "-n", target], cwd=REPOSITORY, check=True, capture_output=True, text=True
    ).stdout
    assert f"run {target}" in said
    assert re.search(rf"^  {target}\b", HELP, re.MULTILINE)


def test_port_is_passed_on() -> None:
    said = subprocess.run(
        ["make", "-n", "demo-reset", "PORT=8042"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "run demo --port 8042 --reset" in said


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-dev.lock", "requirements-bootstrap.lock"]
)
def test_lock_pins_with_hashes_and_names_no_index(name: str) -> None:
    text = (REPOSITORY / name).read_text()
    assert "://" not in text
    packages = re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE)
    entries = re.split(r"^(?=[a-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]
    assert packages
    assert all("--hash=sha256:" in entry for entry in entries)


def test_developers_have_the_versions_that_run() -> None:
    def versions(name: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9._-]+==\S+", (REPOSITORY / name).read_text(), re.MULTILINE))

    assert versions("requirements.lock") <= versions("requirements-dev.lock")


def test_ci_runs_check_and_the_tests_on_the_oldest_postgresql() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text()
    assert "make check" in script
    assert "INTEGRAAL_PG_BIN" in script
    assert "set -euo pipefail" in script


def test_check_ends_with_everything_but_the_tests() -> None:
    titles = [title for title, _command in STEPS]
    assert titles[:4] == ["format", "lint", "types", "import contracts"]
