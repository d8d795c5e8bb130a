"""Whatever happens to the one who asked, the command does not outlive it."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from integraal.foundation.database.embedded.guard import Guarded
from tests.foundation.database.embedded.watching import is_gone, wait_until

SERVER = (
    "import time\n"
    "from integraal.foundation.database.embedded import cluster\n"
    "server = cluster.start_temporary()\n"
    "print(server.folder, (server.folder / 'data/postmaster.pid').read_text().split()[0],"
    " flush=True)\n"
    "time.sleep(300)\n"
)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_server_goes_with_the_one_who_asked(
    asker: Callable[[str], "Popen[str]"], how: signal.Signals
) -> None:
    process = asker(SERVER)
    assert process.stdout
    folder, pid = process.stdout.readline().split()
    process.send_signal(how)
    assert wait_until(lambda: is_gone(int(pid)))
    assert wait_until(lambda: not Path(folder).exists())


def test_stubborn_command_is_killed(tmp_path: Path) -> None:
    program = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "print('ready', flush=True); time.sleep(300)"
    )
    log = tmp_path / "log"
    guarded = Guarded(
        [sys.executable, "-c", program], log=log, environment=os.environ, patience=0.2
    )
    assert wait_until(lambda: "ready" in log.read_text())
    guarded.stop()
    assert guarded.poll() == 128 + signal.SIGKILL


def test_exit_code_and_log_of_a_command_that_ends(tmp_path: Path) -> None:
    program = "print('last words'); raise SystemExit(3)"
    guarded = Guarded(
        [sys.executable, "-c", program],
        log=tmp_path / "log",
        environment=os.environ,
        remove=[tmp_path / "kept"],
    )
    (tmp_path / "kept").mkdir()
    assert wait_until(lambda: guarded.poll() is not None)
    assert guarded.poll() == 3
    assert (tmp_path / "kept").exists()
    assert (tmp_path / "log").read_text() == "last words\n"
    guarded.stop()
    assert not (tmp_path / "kept").exists()
