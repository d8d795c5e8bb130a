"""Runs one command that may not outlive the process that asked for it.

The asking process holds the writing end of a pipe; this guard, a process of its own, holds the
reading end. However the asker ends, even by SIGKILL, the pipe closes, and the guard stops the
command, waits for it, and clears up what it was told to.
"""

import contextlib
import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

_PR_SET_PDEATHSIG = 1


class Guarded:
    """A command under guard, seen from the process that asked for it."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        log: Path,
        environment: Mapping[str, str],
        stop_signal: signal.Signals = signal.SIGTERM,
        last_signal: signal.Signals = signal.SIGKILL,
        patience: float = 10.0,
        uid: int | None = None,
        gid: int | None = None,
        remove: Sequence[Path] = (),
        hold: Sequence[int] = (),
    ) -> None:
        """Start ``command``.

        Args:
            command: program and arguments; they may be seen by others on the machine.
            log: file that gets its output, begun anew.
            environment: the whole environment of the command.
            stop_signal: asks the command to end.
            last_signal: sent when it has not ended after ``patience`` seconds.
            patience: seconds.
            uid: user the command becomes, or None.
            gid: group the command becomes, or None.
            remove: folders removed once the command has been stopped.
            hold: file descriptors (locks) the guard keeps open until all that is done.
        """
        order = {
            "command": [str(word) for word in command],
            "stop_signal": int(stop_signal),
            "last_signal": int(last_signal),
            "patience": patience,
            "uid": uid,
            "gid": gid,
            "remove": [str(folder) for folder in remove],
        }
        self._remove = tuple(remove)
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", __file__, json.dumps(order)],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                env=dict(environment),
                pass_fds=tuple(hold),
                # Its own session: Ctrl-C in the terminal goes to the asker alone, who decides.
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Process number of the guard."""
        return self._process.pid

    def poll(self) -> int | None:
        """Return the exit code when the command has ended, else None."""
        return self._process.poll()

    def ask_to_stop(self) -> None:
        """Begin stopping; does not wait."""
        if self._process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()

    def stop(self) -> None:
        """Stop the command and wait until it is gone and cleared up."""
        self.ask_to_stop()
        self._process.wait()
        for folder in self._remove:
            shutil.rmtree(folder, ignore_errors=True)


def _guard(order: dict[str, Any]) -> int:
    stopping = threading.Event()
    child = subprocess.Popen(
        order["command"],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        user=order["uid"],
        group=order["gid"],
        extra_groups=None if order["uid"] is None else [],
        # Should this guard itself be killed, the kernel (Linux) still tells the command to stop.
        preexec_fn=lambda: _die_with_parent(order["stop_signal"]),
    )

    def stop(_number: int = 0, _frame: FrameType | None = None) -> None:
        if stopping.is_set():
            return
        stopping.set()
        _send(child.pid, order["stop_signal"])
        for seconds, number in (
            (order["patience"], order["last_signal"]),
            (order["patience"] + 5, int(signal.SIGKILL)),
        ):
            timer = threading.Timer(seconds, _send, (child.pid, number))
            timer.daemon = True
            timer.start()

    def wait_for_asker() -> None:
        while os.read(0, 1024):
            pass
        stop()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    threading.Thread(target=wait_for_asker, daemon=True).start()
    code = child.wait()
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    if stopping.is_set():  # else the asker still wants to read why it ended
        for folder in order["remove"]:
            shutil.rmtree(folder, ignore_errors=True)
    return code if code >= 0 else 128 - code


def _send(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _die_with_parent(number: int) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number)


if __name__ == "__main__":
    sys.exit(_guard(json.loads(sys.argv[1])))
