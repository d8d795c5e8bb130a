"""Which addresses may be asked: https, one host, and the target exactly as it was written."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

_THIS_COMPUTER = frozenset({"127.0.0.1", "localhost"})
_PORTS = {"http": 80, "https": 443}
_WITH_HOST = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?]*")
_MAY_NOT_BE_SENT = re.compile(r"[\x00-\x20\x7f-\U0010ffff]+")


class Origin(NamedTuple):
    """Scheme, host and port that everything is asked from."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, address: str) -> "Origin":
        """The origin of an address; ValueError with a Dutch sentence when it is not safe to ask."""
        parts, port = _split(address)
        host = parts.hostname or ""
        if parts.scheme not in _PORTS or not host or "@" in parts.netloc:
            raise ValueError(f"'{address}' is geen adres van een bron. Begin met https://.")
        if parts.scheme == "http" and host not in _THIS_COMPUTER:
            raise ValueError(f"Het adres '{address}' is niet beveiligd. Begin met https://.")
        return cls(parts.scheme, host, port or _PORTS[parts.scheme])

    def target(self, link: str, base: str = "/") -> str:
        """What to ask this origin for: path and query of a link, byte for byte.

        Only what no request can carry (blanks, letters outside ASCII) is percent-encoded. A link
        that names this host with http is asked with https: CBS writes such links.

        Raises:
            ValueError: the link is for another host; the message is a Dutch sentence.
        """
        given = link.strip().split("#", 1)[0]
        if not given:
            raise ValueError(f"De bron {self.host} verwijst door zonder een adres te geven.")
        if found := _WITH_HOST.match(given):
            self._refuse_other_host(found[0])
            given = given[found.end() :]
        elif not given.startswith("/"):
            given = urljoin(base, given)
        whole = given if given.startswith("/") else f"/{given}"
        return _MAY_NOT_BE_SENT.sub(lambda found: quote(found[0], safe=""), whole)

    def _refuse_other_host(self, place: str) -> None:
        parts, given_port = _split(place)
        scheme = parts.scheme or self.scheme
        port = given_port or _PORTS.get(scheme)
        same_place = scheme == self.scheme and port == self.port
        raised = (scheme, self.scheme) == ("http", "https") and port == _PORTS["http"]
        if (parts.hostname or "") != self.host or "@" in parts.netloc or not (same_place or raised):
            raise ValueError(
                f"De bron {self.host} verwijst naar een ander adres ({parts.netloc or place}). "
                "Dat wordt niet gevolgd. Er is niets veranderd."
            )


def _split(address: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(address.strip())
        return parts, parts.port
    except ValueError:
        raise ValueError(f"'{address}' is geen adres van een bron. Begin met https://.") from None
