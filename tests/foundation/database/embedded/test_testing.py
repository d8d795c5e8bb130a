"""The throw-away server of a test run starts once and leaves nothing."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from integraal.foundation.database.embedded.testing import ensure_test_cluster

REPOSITORY = Path(__file__).resolve().parents[4]


def test_given_server_is_used() -> None:
    assert ensure_test_cluster() == os.environ["INTEGRAAL_TEST_CLUSTER"]


def test_server_is_started_once_and_removed_at_the_end() -> None:
    program = (
        "import os\n"
        "from integraal.foundation.database.embedded.testing import ensure_test_cluster\n"
        "one = ensure_test_cluster()\n"
        "assert one == ensure_test_cluster() == os.environ['INTEGRAAL_TEST_CLUSTER']\n"
        "print(one)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    environment.pop("INTEGRAAL_TEST_CLUSTER", None)
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    folder = Path(parse_qs(urlsplit(done.stdout.strip()).query)["host"][0])
    assert not folder.parent.exists()


def test_runner_gives_pytest_a_server_and_returns_its_code(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import os\n"
        "def test_server(): assert os.environ['INTEGRAAL_TEST_CLUSTER'].startswith('postgresql:')\n"
        "def test_fails(): raise AssertionError\n"
    )
    done = subprocess.run(
        [
            *(sys.executable, "-m", "integraal.foundation.database.embedded.testing"),
            *("-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path),
            *("-c", os.devnull),
        ],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert done.returncode == 1
    assert "Tests run on PostgreSQL" in done.stdout
    assert "1 failed, 1 passed" in done.stdout
