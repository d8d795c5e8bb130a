"""A server starts on what an earlier run left, keeps its data, and says in a sentence why not."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from integraal.foundation.database.embedded import binaries, cluster, problems
from tests.foundation.database.embedded.watching import count_rows, is_gone, wait_until

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")


def start(folder: Path) -> cluster.Server:
    return cluster.start(folder, durable=False)


def postmaster(folder: Path) -> int:
    return int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])


def test_data_is_kept_on_a_second_start(folder: Path) -> None:
    with start(folder) as server:
        assert count_rows(server.dsn()) == 1
    with start(folder) as server:
        assert count_rows(server.dsn()) == 2


def test_server_is_gone_after_stop(folder: Path) -> None:
    with start(folder) as server:
        pid = postmaster(folder)
    assert not server.is_running()
    assert is_gone(pid)


def test_nobody_else_can_reach_it(folder: Path) -> None:
    with start(folder) as server, psycopg.connect(server.dsn()) as connection:
        listening = connection.execute("SHOW listen_addresses").fetchone()
        connection.close()
        assert listening == ("",)
        for path in (server.socket_folder, folder / "data"):
            assert path.stat().st_mode & 0o077 == 0
        assert (folder / "superuser").stat().st_mode & 0o077 == 0
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(server.dsn(password="not this one"))


def test_letters_outside_ascii_have_capitals(folder: Path) -> None:
    with start(folder) as server, psycopg.connect(server.dsn()) as connection:
        assert connection.execute("SELECT lower('É'), upper('ë')").fetchone() == ("é", "Ë")
        connection.close()


@pytest.mark.parametrize("name", ["met spatie", 'quote"d, and a comma', "ünicode", "a=b&c?d%e"])
def test_any_name_of_a_folder_works(folder: Path, name: str) -> None:
    with start(folder / name) as server:
        assert count_rows(server.dsn()) == 1
        assert quote(str(server.socket_folder), safe="") in server.dsn()


def test_too_long_a_path_gets_a_short_socket_that_is_removed(folder: Path) -> None:
    with start(folder / ("long" * 30)) as server:
        assert count_rows(server.dsn()) == 1
        assert len(os.fsencode(server.socket_folder)) < 90
        sockets = server.socket_folder
    assert not sockets.exists()


def test_killed_server_recovers_with_its_data(folder: Path) -> None:
    server = cluster.start(folder, durable=True)
    assert count_rows(server.dsn()) == 1
    os.kill(postmaster(folder), signal.SIGKILL)
    assert wait_until(lambda: not server.is_running())
    server.stop()
    with cluster.start(folder, durable=True) as again:
        assert count_rows(again.dsn()) == 2


def test_note_of_a_stranger_with_the_same_number_is_stale(folder: Path) -> None:
    with start(folder) as server:
        assert count_rows(server.dsn()) == 1
        note = (folder / "data" / "postmaster.pid").read_text().splitlines()
    (folder / "data" / "postmaster.pid").write_text("\n".join([str(os.getpid()), *note[1:]]))
    with start(folder) as again:
        assert count_rows(again.dsn()) == 2


def test_server_whose_guard_was_killed_does_not_stand_in_the_way(folder: Path) -> None:
    server = start(folder)
    assert count_rows(server.dsn()) == 1
    os.kill(server.guarded.pid, signal.SIGKILL)
    server.guarded.stop()
    with start(folder) as again:
        assert count_rows(again.dsn()) == 2


def test_server_left_running_is_stopped_first(folder: Path) -> None:
    server = start(folder)
    pid = postmaster(folder)
    # Stopped guard: it holds the lock no longer than it lives, and cannot stop the server.
    os.kill(server.guarded.pid, signal.SIGSTOP)
    with pytest.raises(problems.AlreadyRunning):
        start(folder)
    os.kill(server.guarded.pid, signal.SIGKILL)
    server.guarded.stop()
    with start(folder):
        assert is_gone(pid)


def test_second_start_says_it_is_running(folder: Path) -> None:
    with start(folder), pytest.raises(problems.AlreadyRunning, match="already running"):
        start(folder)


def test_half_made_data_is_made_again(folder: Path) -> None:
    (folder / "data.new").mkdir(parents=True)
    (folder / "data.new" / "PG_VERSION").write_text("18")
    with start(folder) as server:
        assert count_rows(server.dsn()) == 1
    assert not (folder / "data.new").exists()


def test_temporary_server_leaves_nothing() -> None:
    with cluster.start_temporary() as server:
        assert count_rows(server.dsn()) == 1
    assert not server.folder.exists()


def test_data_of_another_version_is_named(folder: Path) -> None:
    with start(folder):
        pass
    (folder / "data" / "PG_VERSION").write_text("14\n")
    with pytest.raises(problems.EmbeddedServerError, match=r"made by PostgreSQL 14.*demo-reset"):
        start(folder)


def test_settings_that_cannot_be_are_told_from_the_log(folder: Path) -> None:
    with pytest.raises(problems.EmbeddedServerError, match="no_such_setting"):
        cluster.start(folder, settings={"no_such_setting": "1"})


def test_folder_that_cannot_be_made(folder: Path) -> None:
    folder.parent.joinpath("file").write_text("")
    with pytest.raises(problems.EmbeddedServerError):
        start(folder.parent / "file" / "cluster")


def test_wrong_folder_of_programs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGRAAL_PG_BIN", str(folder))
    with pytest.raises(problems.EmbeddedServerError, match="INTEGRAAL_PG_BIN must name"):
        start(folder)


@pytest.mark.skipif(not DEBIAN_15.exists(), reason="Debian's PostgreSQL 15 is not installed")
def test_programs_of_the_machine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGRAAL_PG_BIN", str(DEBIAN_15))
    with start(folder) as server:
        assert server.version == 15
        assert count_rows(server.dsn()) == 1


def test_programs_are_found_with_their_version() -> None:
    assert 15 <= binaries.major_version(binaries.find_binaries()) <= 18


def test_disk_full(folder: Path) -> None:
    """In a name space of its own the test may mount a disk of 8 MB, and fill it."""
    folder.mkdir()
    program = (
        "from pathlib import Path\n"
        "from integraal.foundation.database.embedded import cluster\n"
        f"cluster.start(Path({str(folder)!r}) / 'c')\n"
    )
    start_it = f"exec '{sys.executable}' -c \"$0\""
    script = f"mount -t tmpfs -o size=8m none {folder} && {start_it} || exit 77"
    allowed = subprocess.run(["unshare", "-m", "true"], check=False).returncode == 0
    if not allowed:
        pytest.skip("mounting needs root here")
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, program],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[4])},
    )
    assert "The disk is full" in done.stderr
