"""Whole-day events as an iCalendar file (RFC 5545). Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

CONTENT_TYPE = "text/calendar; charset=utf-8"
_PRODUCT = "-//Integraal//Uitvoeringsprogramma//NL"
_OCTETS = 75
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True)
class Event:
    """One day. uid: the same in every reading. stamp: when what it says was written."""

    uid: str
    day: date
    title: str
    say: str
    stamp: datetime


def as_calendar(name: str, events: Iterable[Event]) -> bytes:
    """Return the file: lines of at most 75 octets that end with CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    for event in events:
        lines += _lines(event)
    lines.append("END:VCALENDAR")
    return b"".join(piece + b"\r\n" for line in lines for piece in folded(line))


def _lines(event: Event) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(event.uid)}",
        f"DTSTAMP:{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{_day(event.day)}",
        f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}",
        f"SUMMARY:{escaped(event.title)}",
        *([f"DESCRIPTION:{escaped(event.say)}"] if event.say else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """Return a text as a value may hold it, on one line."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(one for one in plain if one in "\n\t" or (ord(one) >= 32 and one != "\x7f"))
    return "".join(_ESCAPED.get(one, one) for one in kept)


def folded(line: str) -> Iterator[bytes]:
    """Yield a line in pieces of at most 75 octets, each next one after a blank.

    No character is cut in two.
    """
    piece = b""
    for character in line:
        octets = character.encode("utf-8", errors="replace")
        if len(piece) + len(octets) > _OCTETS:
            yield piece
            piece = b" "
        piece += octets
    yield piece


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"
