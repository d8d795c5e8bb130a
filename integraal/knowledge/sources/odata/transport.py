"""Fetch bytes from one public source: again after a hitch, and never from another host.

What goes wrong becomes a Dutch sentence (FetchProblem); a link is asked for byte for byte.
"""

import email.utils
import hashlib
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from types import TracebackType
from typing import Any, NamedTuple, NoReturn, Self

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import HTTPError, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as NoAnswerInTime

from integraal.knowledge.sources.odata.addresses import Origin
from integraal.knowledge.sources.odata.exact_targets import EXACT_TARGET, exact_manager
from integraal.knowledge.sources.problems import FileProblem

USER_AGENT = "Integraal/0.1 (+open source)"
MAXIMUM_REDIRECTS = 5
_CHUNK = 64 * 1024
_HITCHES = frozenset({429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class FetchProblem(FileProblem):
    """A source did not give what was asked.

    `resumable`: what was fetched before it still holds, so a next run may go on from there.
    """

    def __init__(self, sentences: str | Iterable[str], *, resumable: bool = True) -> None:
        super().__init__(sentences)
        self.resumable = resumable


@dataclass(frozen=True)
class TransportOptions:
    """How patient to be: times in seconds, sizes in bytes (after unpacking).

    The pause doubles after each attempt; no pause, not even one the source asks for with
    Retry-After, is longer than `longest_pause`. `wait` is what pauses.
    """

    attempts: int = 5
    pause: float = 1.0
    longest_pause: float = 60.0
    connect_seconds: float = 10.0
    read_seconds: float = 60.0
    answer_seconds: float = 600.0
    largest_answer: int = 256 * 1024 * 1024
    wait: Callable[[float], None] = time.sleep


class Answer(NamedTuple):
    """A JSON object, and the SHA-256 in hexadecimals of the bytes that held it."""

    data: dict[str, Any]
    sha256: str


class _Hitch(Exception):
    """Something that may be over at the next attempt."""

    def __init__(self, what: str, retry_after: str = "") -> None:
        super().__init__(what)
        self.retry_after = retry_after


class Transport:
    """Asks one host, and counts what it asked in `requests`. Close it, or use it in a `with`.

    Args:
        address: any address at the source; https, except on this computer itself.

    Raises:
        FetchProblem: the address is no safe address.
    """

    def __init__(self, address: str, options: TransportOptions | None = None) -> None:
        try:
            self._origin = Origin.of(address)
        except ValueError as problem:
            raise FetchProblem(str(problem)) from None
        self.options = options or TransportOptions()
        self.requests = 0
        self._manager = exact_manager()

    @property
    def host(self) -> str:
        """The source's host, as sentences name it."""
        return self._origin.host

    def get(self, link: str) -> bytes:
        """The bytes behind a link of this source.

        Raises:
            FetchProblem: another host, refused, unreachable, too slow or too large.
        """
        try:
            target = self._origin.target(link)
        except ValueError as problem:
            raise FetchProblem(str(problem), resumable=False) from None
        for attempt in range(1, self.options.attempts + 1):
            try:
                return self._ask(target)
            except _Hitch as hitch:
                if attempt >= self.options.attempts:
                    self._give_up(str(hitch))
                self.options.wait(self._pause(attempt, hitch.retry_after))
        raise ValueError("A transport needs at least one attempt.")

    def get_json(self, link: str) -> Answer:
        """The JSON object behind a link; raises FetchProblem when it is anything else."""
        body = self.get(link)
        try:
            data = json.loads(body, parse_constant=_no_number)
        except (ValueError, RecursionError):
            data = None
        if not isinstance(data, dict):
            page = body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"
            what = "een webpagina in plaats van gegevens" if page else "onleesbare gegevens"
            raise FetchProblem(
                f"De bron {self.host} gaf {what}. Er is niets veranderd. "
                "Probeer het later opnieuw, of kijk of het adres van de bron nog klopt."
            )
        return Answer(data, hashlib.sha256(body).hexdigest())

    def close(self) -> None:
        """Let go of the connection."""
        self._manager.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, target: str) -> bytes:
        for _ in range(MAXIMUM_REDIRECTS + 1):
            try:
                response = self._send(target)
                try:
                    if response.status not in _REDIRECTS:
                        self._refuse_trouble(response)
                        return self._read(response)
                    location = response.headers.get("Location", "")
                finally:
                    response.close()
            except HTTPError as error:
                self._sort_out(error)
            try:
                target = self._origin.target(location, base=target)
            except ValueError as problem:
                raise FetchProblem(str(problem), resumable=False) from None
        raise FetchProblem(f"De bron {self.host} blijft doorverwijzen. Controleer het adres.")

    def _send(self, target: str) -> BaseHTTPResponse:
        self.requests += 1
        origin, options = self._origin, self.options
        pool = self._manager.connection_from_host(origin.host, origin.port, origin.scheme)
        return pool.urlopen(
            "GET",
            target,
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "application/json, text/plain;q=0.9",
                "Accept-Encoding": "gzip",
                EXACT_TARGET: target,
            },
            retries=False,
            redirect=False,
            preload_content=False,
            timeout=Timeout(connect=options.connect_seconds, read=options.read_seconds),
        )

    def _read(self, response: BaseHTTPResponse) -> bytes:
        until = time.monotonic() + self.options.answer_seconds
        body = bytearray()
        for chunk in response.stream(_CHUNK):
            body += chunk
            if len(body) > self.options.largest_answer:
                limit = self.options.largest_answer // (1024 * 1024)
                raise FetchProblem(
                    f"De bron {self.host} gaf een antwoord van meer dan {limit} MB. "
                    "Vraag minder kolommen of een kleiner deel van de tabel."
                )
            if time.monotonic() > until:
                raise _Hitch("antwoordt te langzaam")
        return bytes(body)

    def _refuse_trouble(self, response: BaseHTTPResponse) -> None:
        if response.status == HTTPStatus.OK:
            return
        if response.status in _HITCHES:
            raise _Hitch(f"geeft fout {response.status}", response.headers.get("Retry-After", ""))
        if response.status == HTTPStatus.NOT_FOUND:
            said = "kent dit adres niet (fout 404). Kijk of de tabel nog bestaat"
        else:
            said = f"weigert de vraag (fout {response.status})"
        raise FetchProblem(f"De bron {self.host} {said}. Er is niets veranderd.", resumable=False)

    def _sort_out(self, error: HTTPError) -> NoReturn:
        if isinstance(error, SSLError):
            raise FetchProblem(
                f"De beveiligde verbinding met de bron {self.host} klopt niet. Er is niets "
                "veranderd. Vraag uw beheerder naar de certificaten van deze computer."
            ) from error
        if isinstance(error, NewConnectionError):
            raise _Hitch("is niet te bereiken") from error
        if isinstance(error, NoAnswerInTime):
            raise _Hitch("antwoordt niet op tijd") from error
        raise _Hitch("verbreekt de verbinding") from error

    def _pause(self, attempt: int, retry_after: str) -> float:
        own = self.options.pause * 2 ** (attempt - 1)
        return min(max(own, _seconds(retry_after)), self.options.longest_pause)

    def _give_up(self, what: str) -> NoReturn:
        times = "1 poging" if self.options.attempts == 1 else f"{self.options.attempts} pogingen"
        raise FetchProblem(
            f"De bron {self.host} {what}, ook na {times}. Er is niets veranderd. "
            "Probeer het later opnieuw, of lees de gegevens uit een map met bestanden."
        ) from None


def _seconds(retry_after: str) -> float:
    """Retry-After as seconds from now; it is a number or a date, and 0 when it is neither."""
    text = retry_after.strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON.")
