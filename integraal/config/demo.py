"""``make demo``: the whole product on this machine, with an invented municipality.

Starts the embedded server, makes or updates tables and demo data, then web server and worker;
stops all of them when it is stopped, however that happens (see ``embedded/guard.py``).
"""

import argparse
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
import webbrowser
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType

import psycopg

from integraal.config import demo_port, demo_sources
from integraal.foundation.database.embedded import cluster, roles
from integraal.foundation.database.embedded.guard import Guarded
from integraal.foundation.database.embedded.leftovers import take_lock
from integraal.foundation.database.embedded.problems import (
    AlreadyRunning,
    EmbeddedServerError,
)

REPOSITORY = Path(__file__).resolve().parents[2]
DATABASE = "integraal"
PATIENCE = 60.0  # seconds the web server gets until its first page


class DemoProblem(Exception):
    """The demo cannot go on; the message says why and what to do."""


class Stopped(BaseException):
    """Someone asked the demo to stop."""


class Demo:
    """One run of the demo."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self.address = f"http://127.0.0.1:{port}/"
        self._cluster = folder / "cluster"
        self._note = folder / "running.json"
        self._guarded: dict[str, Guarded] = {}

    def run(self, *, reset: bool, browser: bool) -> None:
        """Start everything and stay until stopped.

        Raises:
            DemoProblem, EmbeddedServerError: it cannot; the message is a sentence.
            Stopped: someone asked it to stop.
        """
        try:
            broken_off = self._was_broken_off()
            self._make_folder(reset, patience=15.0 if broken_off else 0.0)
            demo_port.check_free(self.port, patience=8.0 if broken_off else 0.0)
            server = self._start_server()
        except AlreadyRunning as problem:
            raise AlreadyRunning(self._where_it_runs(str(problem))) from problem
        try:
            self._note.write_text(json.dumps({"pid": os.getpid(), "address": self.address}))
            self._serve(server)
            self._announce(browser)
            self._stay(server)
        finally:
            self._stop(server)

    def _make_folder(self, reset: bool, patience: float) -> None:
        try:
            self._cluster.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(take_lock(self._cluster, patience=patience))
            if reset:
                print(f"Removing the demo data in {self.folder}", flush=True)
                shutil.rmtree(self.folder)
                self._cluster.mkdir(mode=0o700, parents=True)
        except OSError as error:
            raise DemoProblem(
                f"The demo cannot write in {self.folder} ({error.strerror}). Free some disk "
                "space, or check who owns that folder."
            ) from error

    def _was_broken_off(self) -> bool:
        """Return whether the last run was killed: what it started may still be ending."""
        running = self._running()
        return bool(running) and not demo_port.is_alive(running.get("pid"))

    def _running(self) -> dict[str, object]:
        try:
            noted = json.loads(self._note.read_text())
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def _where_it_runs(self, otherwise: str) -> str:
        address = self._running().get("address")
        if not address:
            return otherwise
        return (
            f"The demo is already running at {address}. Open that, or stop it first (Ctrl-C in "
            "its terminal)."
        )

    def _start_server(self) -> cluster.Server:
        first = not (self._cluster / "data").exists()
        print("Making the database" if first else "Starting the database", flush=True)
        return cluster.start(self._cluster)

    def _serve(self, server: cluster.Server) -> None:
        kept = self._secrets()
        roles.prepare(
            server.dsn(),
            database=DATABASE,
            owner_password=kept["owner"],
            app_password=kept["app"],
        )
        application = self._environment(server, kept)
        owner = server.dsn(DATABASE, roles.OWNER, kept["owner"])
        prepared = self.folder / "prepared"
        wanted = demo_sources.digest(REPOSITORY)
        if not prepared.exists() or prepared.read_text() != wanted:
            print("Preparing tables and demo data", flush=True)
            self._do("migrate", {**application, "OWNER_DATABASE_URL": owner})
            self._do("load-demo", {**application, "OWNER_DATABASE_URL": owner})
            prepared.write_text(wanted)
        integraal = [sys.executable, "-m", "integraal"]
        self._guard("worker", [*integraal, "worker"], application)
        web = [sys.executable, "-m", "gunicorn", "integraal.config.wsgi:application"]
        web += ["--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--threads", "4"]
        web += ["--worker-class", "gthread", "--no-control-socket", "--graceful-timeout", "3"]
        self._guard("web", web, application)
        self._await_page()

    def _secrets(self) -> dict[str, str]:
        """Return the demo's own random secrets, made once and kept beside its data."""
        path = self.folder / "secrets.json"
        try:
            kept = json.loads(path.read_text())
        except (OSError, ValueError):
            kept = {}
        wanted = {
            name: str(kept.get(name) or secrets.token_urlsafe(48))
            for name in ("owner", "app", "key")
        }
        if wanted != kept:
            path.touch(mode=0o600)
            path.write_text(json.dumps(wanted))
        return wanted

    def _environment(self, server: cluster.Server, kept: dict[str, str]) -> dict[str, str]:
        # The web server never learns the owner's password.
        kept_names = (name for name in os.environ if name != "OWNER_DATABASE_URL")
        return {
            **{name: os.environ[name] for name in kept_names},
            "PYTHONPATH": str(REPOSITORY),
            "DATABASE_URL": server.dsn(DATABASE, roles.APP, kept["app"]),
            "INTEGRAAL_DEMO": "1",
            "INTEGRAAL_SECRET_KEY": kept["key"],
            "INTEGRAAL_STORE": str(self.folder / "store"),
            "INTEGRAAL_MAILBOX": str(self.folder / "mailbox"),
            "INTEGRAAL_ADDRESS": self.address,
            "INTEGRAAL_ALLOWED_HOSTS": "127.0.0.1,localhost",
        }

    def _do(self, command: str, environment: dict[str, str]) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "integraal", command],
            check=False,
            cwd=REPOSITORY,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        if done.returncode:
            tail = "\n".join(done.stdout.strip().splitlines()[-15:])
            raise DemoProblem(f"'integraal {command}' failed. Its last words:\n{tail}")

    def _guard(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        self._guarded[name] = Guarded(
            command,
            log=self.folder / f"{name}.log",
            environment=environment,
            stop_signal=signal.SIGTERM,
            patience=5.0,
        )

    def _await_page(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._check_all()
            try:
                connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/gezond")
                status = connection.getresponse().status
                connection.close()
                if status == 200:
                    return
            except (OSError, HTTPException):
                pass
            time.sleep(0.05)
        raise DemoProblem(
            f"The web server did not answer within {PATIENCE:.0f} seconds.\n{self._tail('web')}"
        )

    def _announce(self, browser: bool) -> None:
        print(f"\nIntegraal runs at {self.address}", flush=True)
        print("Molendrecht (fictief); sign in with one click. Stop with Ctrl-C.", flush=True)
        if browser and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            webbrowser.open(self.address)

    def _stay(self, server: cluster.Server) -> None:
        while True:
            time.sleep(0.5)
            self._check_all()
            if not server.is_running():
                raise DemoProblem(
                    "The database server ended unexpectedly. Start the demo again: it repairs "
                    f"itself. Its log is {self._cluster / 'server.log'}"
                )

    def _check_all(self) -> None:
        for name, guarded in self._guarded.items():
            if guarded.poll() is not None:
                raise DemoProblem(f"The {name} process ended unexpectedly.\n{self._tail(name)}")

    def _tail(self, name: str) -> str:
        path = self.folder / f"{name}.log"
        lines = path.read_text(errors="replace").splitlines()[-15:]
        return "\n".join([f"The end of {path}:", *lines])

    def _stop(self, server: cluster.Server) -> None:
        for guarded in self._guarded.values():
            guarded.ask_to_stop()
        for guarded in self._guarded.values():
            guarded.stop()
        server.stop()
        self._note.unlink(missing_ok=True)


def main(arguments: list[str] | None = None) -> int:
    """Run the demo with the words of the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="run demo", description="Integraal on this machine.")
    parser.add_argument("--port", type=demo_port.as_port, default=8000, help="default 8000")
    parser.add_argument("--reset", action="store_true", help="make the demo data afresh")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    chosen = parser.parse_args(arguments)
    folder = Path(os.environ.get("INTEGRAAL_DEMO_FOLDER") or REPOSITORY / ".demo")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    try:
        Demo(folder, chosen.port).run(reset=chosen.reset, browser=not chosen.no_browser)
    except (DemoProblem, EmbeddedServerError, demo_port.PortTaken) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except (OSError, psycopg.Error) as problem:
        print(f"\nThe demo cannot go on: {problem}\nIts logs are in {folder}", file=sys.stderr)
        return 1
    except Stopped:
        print("\nIntegraal has stopped; the demo data is kept.", flush=True)
    return 0


def _leave(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # stopping is short, and must be complete
    raise Stopped


if __name__ == "__main__":
    sys.exit(main())
