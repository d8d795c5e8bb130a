"""A real mail server on this machine that takes everything and remembers it."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes


@dataclass
class Sink:
    """What arrived.

    Attributes:
        port: where it listens.
        arrived: Message-ID and addressee of every letter, in order.
        refuse: addressees that do not exist.
        busy: whether it says that it has no time.
    """

    port: int = 0
    arrived: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    refuse: set[str] = field(default_factory=set)
    busy: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, content: bytes, to: str) -> None:
        mail = message_from_bytes(content)
        with self.lock:
            self.arrived.append((str(mail["Message-ID"]), to))
            self.bodies.append(mail.get_payload(decode=True).decode())  # type: ignore[union-attr]


class _Talk(socketserver.StreamRequestHandler):
    sink: Sink

    def handle(self) -> None:
        self._say("220 sink")
        to = ""
        for line in self.rfile:
            word, _, rest = line.decode().strip().partition(" ")
            word = word.upper()
            if word == "QUIT":
                return self._say("221 bye")
            if word == "RCPT":
                to = rest.partition("<")[2].partition(">")[0]
                self._say("550 no such mailbox" if to in self.sink.refuse else "250 ok")
            elif word == "DATA" and self.sink.busy:
                self._say("451 try again later")
            elif word == "DATA":
                self._say("354 go on")
                self.sink.take(self._data(), to)
                self._say("250 taken")
            else:
                self._say("250 ok")
        return None

    def _data(self) -> bytes:
        lines: list[bytes] = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Who is killed in the middle of a sentence is no news."""


@contextmanager
def mail_server() -> Iterator[Sink]:
    """Run a mail server on a free port."""
    sink = Sink()
    talk = type("Talk", (_Talk,), {"sink": sink})
    with _Server(("127.0.0.1", 0), talk) as server:
        sink.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield sink
        finally:
            server.shutdown()
            thread.join()
