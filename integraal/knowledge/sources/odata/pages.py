"""Walk over the pages of a table or list: follow each link as given, never twice, never in a loop.

The same for both services of CBS; only the names of the members differ.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn, TypeGuard

from integraal.knowledge.sources.odata.transport import FetchProblem, Transport

Row = dict[str, Any]
_BLOCK = 1 << 13
_LATER = "Er is niets bewaard. Probeer het later opnieuw."


class Members(NamedTuple):
    """What a service calls the link to the next page and the identity of a row."""

    next_link: str
    identity: str


@dataclass(frozen=True)
class Page:
    """One page as delivered: where it was asked, its rows, the next link, the SHA-256 of its bytes.

    The next link is None on the last page.
    """

    link: str
    rows: list[Row]
    next_link: str | None
    sha256: str


@dataclass(frozen=True)
class Question:
    """What to ask for the rows of one table.

    `rows_link` and `count_link` ask for the same rows, encoded once. `to_row` checks a row as
    delivered and gives the row to keep; it raises FetchProblem.
    """

    table: str
    rows_link: str
    count_link: str
    members: Members
    to_row: Callable[[Row], Row]


class SeenIdentities:
    """Which identities were seen: a bit for each number, so ten million cost about a megabyte."""

    def __init__(self) -> None:
        self._blocks: dict[int, bytearray] = {}
        self._texts: set[str] = set()

    def add(self, identity: int | str) -> bool:
        """Remember an identity (a number from 0, or a text); False when it was there already."""
        if isinstance(identity, str):
            known = identity in self._texts
            self._texts.add(identity)
            return not known
        number, place = divmod(identity, _BLOCK)
        block = self._blocks.get(number)
        if block is None:
            block = self._blocks[number] = bytearray(_BLOCK // 8)
        byte, bit = place >> 3, 1 << (place & 7)
        if block[byte] & bit:
            return False
        block[byte] |= bit
        return True


class Walk:
    """One walk over the pages of a table; it knows where it has been.

    Args:
        transport: what asks.
        table: the name that sentences use.
        members: the names of the service.
    """

    def __init__(self, transport: Transport, table: str, members: Members) -> None:
        self._transport, self._table, self._members = transport, table, members
        self._links: set[str] = set()
        self._seen = SeenIdentities()

    def remember(self, link: str, identities: Iterable[object]) -> None:
        """Count a page as walked: its link, and the identities of its rows in their order.

        Raises:
            FetchProblem: a page or row that was there before, or a row without identity.
        """
        self._links.add(link)
        for number, identity in enumerate(identities):
            if not _is_identity(identity):
                self._refuse(f"gaf bij {self._table} een rij zonder '{self._members.identity}'")
            if not self._seen.add(identity):
                what = "dezelfde pagina" if number == 0 else "dezelfde rij"
                self._refuse(f"gaf bij {self._table} {what} twee keer (rij {identity})")

    def pages(self, link: str | None) -> Iterator[Page]:
        """The pages from a link on, until the source gives no next link.

        Raises:
            FetchProblem: what Transport raises; an unexpected form; a link, page or row twice.
        """
        while link is not None:
            if link in self._links:
                self._refuse(f"verwijst bij {self._table} terug naar een pagina die al gelezen is")
            page = self._read(link)
            self.remember(link, (row.get(self._members.identity) for row in page.rows))
            yield page
            link = page.next_link

    def _read(self, link: str) -> Page:
        data, sha256 = self._transport.get_json(link)
        rows = data.get("value")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self._refuse(f"gaf bij {self._table} geen lijst met rijen ('value')")
        next_link = data.get(self._members.next_link)
        if next_link is not None and (not isinstance(next_link, str) or not next_link.strip()):
            self._refuse(f"gaf bij {self._table} een onleesbare verwijzing naar de volgende pagina")
        if next_link is not None and not rows:
            self._refuse(f"gaf bij {self._table} een lege pagina, terwijl er nog meer zou komen")
        return Page(link, rows, next_link, sha256)

    def _refuse(self, what: str) -> NoReturn:
        raise FetchProblem(f"De bron {self._transport.host} {what}. {_LATER}", resumable=False)


def read_list(transport: Transport, link: str, members: Members) -> list[Row]:
    """All rows of a list that belongs to a table, such as a code list, over all its pages.

    Raises:
        FetchProblem: see Walk.pages.
    """
    name = link.split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1]
    return [row for page in Walk(transport, name, members).pages(link) for row in page.rows]


def read_count(transport: Transport, link: str) -> int:
    """The number of rows that the source says there are; it may stand among marks and blanks.

    Raises:
        FetchProblem: the answer is no number.
    """
    text = transport.get(link).decode("utf-8", "replace").replace("\ufeff", "").strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= 12):
        raise FetchProblem(
            f"De bron {transport.host} zegt niet hoeveel rijen de tabel heeft. {_LATER}",
            resumable=False,
        )
    return int(text)


def _is_identity(identity: object) -> TypeGuard[int | str]:
    if isinstance(identity, str):
        return True
    return isinstance(identity, int) and not isinstance(identity, bool) and identity >= 0
