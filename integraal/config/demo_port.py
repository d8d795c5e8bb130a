"""The demo's port: whether it is free, and which one is when it is not."""

import argparse
import errno
import os
import socket
import time


class PortTaken(Exception):
    """The port cannot be used; the message names one that can."""


def as_port(text: str) -> int:
    """Return ``text`` as a port number.

    Raises:
        argparse.ArgumentTypeError: it is not a number from 1 to 65535.
    """
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not '{text}'")
    return int(text)


def check_free(port: int, *, patience: float = 0.0) -> None:
    """Return when ``port`` on 127.0.0.1 can be listened on.

    Args:
        port: the port.
        patience: seconds to wait for it, where a previous run is just ending.

    Raises:
        PortTaken: it cannot.
    """
    until = time.monotonic() + patience
    while (code := _try(port)) != 0:
        if time.monotonic() >= until:
            break
        time.sleep(0.1)
    else:
        return
    why = (
        f"Port {port} may only be used by root"
        if code == errno.EACCES
        else f"Port {port} is taken by another program"
    )
    others = [*range(max(port, 1024) + 1, min(port + 50, 65535)), *range(8001, 8051)]
    free = next((other for other in others if _try(other) == 0), 0)
    raise PortTaken(f"{why}. Port {free} is free: make demo PORT={free}")


def is_alive(pid: object) -> bool:
    """Return whether process ``pid`` exists; False for anything that is no number."""
    if not isinstance(pid, int) or pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _try(port: int) -> int:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
            trial.listen()
        except OSError as error:
            return error.errno or -1
    return 0
