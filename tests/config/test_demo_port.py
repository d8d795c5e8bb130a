"""A port that is taken is told, with one that is free and how to use it."""

import argparse
import os
import re
import socket

import pytest

from integraal.config import demo_port

pytestmark = pytest.mark.enable_socket


def test_taken_port_names_a_free_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(demo_port.PortTaken, match=f"Port {port} is taken") as told:
            demo_port.check_free(port)
    named = re.search(r"make demo PORT=(\d+)$", str(told.value))
    assert named
    demo_port.check_free(int(named.group(1)))


def test_port_that_is_just_closing_is_waited_for() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    demo_port.check_free(port, patience=1)


@pytest.mark.parametrize("text", ["0", "65536", "-1", "80a", "", "٣"])
def test_what_is_no_port_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="1 to 65535"):
        demo_port.as_port(text)


def test_port_is_read() -> None:
    assert demo_port.as_port("8001") == 8001


def test_whether_a_process_lives() -> None:
    assert demo_port.is_alive(os.getpid())
    assert not demo_port.is_alive(2**22 + 1)
    assert not demo_port.is_alive(None)
