"""Makes ``.venv`` and keeps it equal to the lock file: only when something changed."""

import contextlib
import errno
import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.messages import DISK_FULL, NO_VENV, READ_ONLY, Problem, explain_installation, say

LOCKS = {"runtime": "requirements.lock", "dev": "requirements-dev.lock"}
ROOM = {"runtime": 700, "dev": 1500}  # megabytes, packages and what is fetched for them
_UNWANTED = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PIP_TARGET",
    "PIP_USER",
    "PIP_PREFIX",
    "PIP_REQUIRE_HASHES",
)


@dataclass(frozen=True)
class State:
    """What a ``.venv`` was made from; noted inside it when, and only when, it is complete."""

    profile: str
    lock: str
    python: str
    place: str


class Environment:
    """The ``.venv`` of one checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self.uv = self.folder / "bootstrap" / "bin" / "uv"
        self._held: tuple[int, ...] = ()
        self._note = self.folder / "integraal.json"
        self._unfinished = self.folder / "unfinished"

    def ensure(self, profile: str) -> None:
        """Make or refresh ``.venv`` where needed.

        Args:
            profile: ``runtime``, or ``dev`` which holds runtime too.

        Raises:
            Problem: it cannot be made; the message says why and what to do.
        """
        if self._wanted(profile) == self._noted():
            return
        with self._alone():
            wanted = self._wanted(profile)
            if wanted != self._noted():
                self._refresh(wanted)

    def variables(self) -> dict[str, str]:
        """Return the environment variables for a program that runs inside ``.venv``."""
        kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
        kept["PYTHONPATH"] = str(self.root)
        kept["VIRTUAL_ENV"] = str(self.folder)
        kept["PATH"] = f"{self.folder / 'bin'}{os.pathsep}{kept.get('PATH', os.defpath)}"
        if not _home_is_usable():
            home = self.folder / "home"
            with contextlib.suppress(OSError):
                home.mkdir(exist_ok=True)
            kept["HOME"] = str(home)
        return kept

    def _wanted(self, profile: str) -> State:
        noted = self._noted()
        if noted and noted.profile == "dev":
            profile = "dev"  # a developer's environment is never thinned out by the demo
        lock = self.root / LOCKS[profile]
        try:
            digest = hashlib.sha256(lock.read_bytes()).hexdigest()
        except FileNotFoundError:
            raise Problem(
                f"{lock.name} is missing. It belongs to the repository: git checkout {lock.name}"
            ) from None
        version = ".".join(str(part) for part in sys.version_info[:2])
        return State(profile, digest, version, str(self.root))

    def _noted(self) -> State | None:
        if self._unfinished.exists() or not self.python.exists():
            return None
        try:
            return State(**json.loads(self._note.read_text()))
        except (OSError, ValueError, TypeError):
            return None

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock that keeps two runs from making one ``.venv`` together."""
        try:
            handle = (self.root / ".venv.lock").open("w")
        except OSError as error:
            raise self._explained(error, "runtime") from error
        with handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("another run is preparing .venv; waiting for it")
                fcntl.flock(handle, fcntl.LOCK_EX)
            # An installer that outlives a killed run holds the lock with it until it is done.
            self._held = (handle.fileno(),)
            yield
            self._held = ()

    def _refresh(self, wanted: State) -> None:
        started = time.monotonic()
        room = ROOM[wanted.profile]
        if shutil.disk_usage(self.root).free < room * 1_000_000:
            raise Problem(DISK_FULL.format(place=self.root, megabytes=room))
        try:
            if not self._is_usable(wanted):
                self._create()
            self._unfinished.touch()
            self._install(wanted)
            self._note.write_text(json.dumps(asdict(wanted)))
            self._unfinished.unlink()
        except OSError as error:
            raise self._explained(error, wanted.profile) from error
        say(f".venv is ready ({time.monotonic() - started:.0f} s)")

    def _is_usable(self, wanted: State) -> bool:
        """Return whether ``.venv`` can be brought up to date rather than made anew."""
        if self._unfinished.exists():
            say("an earlier installation was broken off; starting over")
            return False
        noted = self._noted()
        if noted and (noted.python, noted.place) != (wanted.python, wanted.place):
            say("Python or the place of the checkout has changed; starting over")
            return False
        with contextlib.suppress(OSError):
            return subprocess.run([self.python, "-c", ""], check=False).returncode == 0
        return False

    def _create(self) -> None:
        if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
            raise Problem(NO_VENV)
        say(f"making .venv with Python {sys.version.split()[0]}")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self._unfinished.touch()
        done = self._run([sys.executable, "-m", "venv", str(self.folder)])
        if done.returncode:
            if "ensurepip" in done.stdout and "No space" not in done.stdout:
                raise Problem(NO_VENV)
            raise Problem(explain_installation(done.stdout, str(self.root), ROOM["runtime"]))

    def _install(self, wanted: State) -> None:
        lock = self.root / LOCKS[wanted.profile]
        count = sum("==" in line for line in lock.read_text().splitlines())
        say(f"installing {count} packages from {lock.name} (10 to 90 seconds)")
        said = self.ensure_uv()
        if self.uv.exists():
            command = [
                self.uv,
                "pip",
                "sync",
                "-q",
                "--require-hashes",
                "--python",
                self.python,
                lock,
            ]
            done = self._run([str(word) for word in command])
            if done.returncode == 0:
                return
            said = done.stdout
            if "os error 28" not in said:
                say("uv could not install them; trying pip")
        done = self._pip(["install", "-q", "--require-hashes", "--no-deps", "-r", str(lock)])
        if done.returncode:
            raise Problem(
                explain_installation(done.stdout + said, str(self.root), ROOM[wanted.profile])
            )

    def ensure_uv(self) -> str:
        """Install uv beside the packages; return what went wrong, if anything did."""
        lock = self.root / "requirements-bootstrap.lock"
        if not lock.exists():
            return ""
        note = self.uv.parent.parent / "lock"
        digest = hashlib.sha256(lock.read_bytes()).hexdigest()
        if self.uv.exists() and note.exists() and note.read_text() == digest:
            return ""
        target = self.uv.parent.parent
        shutil.rmtree(target, ignore_errors=True)
        done = self._pip(
            ["install", "-q", "--require-hashes", "--target", str(target), "-r", str(lock)]
        )
        if done.returncode == 0:
            note.write_text(digest)
            return ""
        shutil.rmtree(target, ignore_errors=True)
        return done.stdout

    def _pip(self, arguments: list[str]) -> "subprocess.CompletedProcess[str]":
        if self._run([str(self.python), "-m", "pip", "--version"]).returncode:
            self._run([str(self.python), "-m", "ensurepip"])
        return self._run([str(self.python), "-m", "pip", "--disable-pip-version-check", *arguments])

    def _run(self, command: list[str]) -> "subprocess.CompletedProcess[str]":
        kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
        kept.setdefault("PIP_RETRIES", "2")
        if "PIP_INDEX_URL" in kept:
            kept.setdefault("UV_DEFAULT_INDEX", kept["PIP_INDEX_URL"])
        if not _home_is_usable():
            kept |= {"PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1", "HOME": str(self.folder)}
        return subprocess.run(
            command,
            check=False,
            env=kept,
            pass_fds=self._held,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )

    def _explained(self, error: OSError, profile: str) -> Problem:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return Problem(DISK_FULL.format(place=self.root, megabytes=ROOM[profile]))
        if error.filename and not str(error.filename).startswith(str(self.root)):
            return Problem(f"{error.filename} cannot be used: {error.strerror}.")
        return Problem(READ_ONLY.format(place=self.root, reason=error.strerror))


def _home_is_usable() -> bool:
    home = os.environ.get("HOME", "")
    return bool(home) and os.access(home, os.W_OK | os.X_OK)
