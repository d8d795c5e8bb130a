"""The kinds of mail there are, and whose address to use: each room makes its own known here.

A letter is made at the moment it goes, from the rows as they are then. Nothing of it is stored.
"""

from collections.abc import Callable
from dataclasses import dataclass

from integraal.foundation.outbox.models import Message
from integraal.foundation.people.models import Member


@dataclass(frozen=True)
class Letter:
    """What somebody gets to read.

    Attributes:
        subject: one line.
        lines: paragraphs, without markup.
        link: where it leads, as a path of this installation; empty for none.
    """

    subject: str
    lines: tuple[str, ...]
    link: str = ""


Composer = Callable[[Message], Letter | None]
"""Makes the letter of a message, or ``None`` when there is no need for it any more."""


@dataclass(frozen=True)
class Kind:
    """One kind of mail: its code, what it is called in the outbox, and who makes its letters."""

    code: str
    title: str
    compose: Composer


_kinds: dict[str, Kind] = {}
_addresses: list[Callable[[Member], str]] = []


def register(code: str, title: str, compose: Composer) -> None:
    """Make a kind of mail known.

    Raises:
        ValueError: another room has this code.
    """
    if code in _kinds and _kinds[code].compose is not compose:
        raise ValueError(f"The kind of mail {code} is registered twice.")
    _kinds[code] = Kind(code, title, compose)


def kind_of(code: str) -> Kind | None:
    """Return the kind with this code, or ``None`` when this version does not know it."""
    return _kinds.get(code)


def register_address(find: Callable[[Member], str]) -> None:
    """Let ``find`` be asked for somebody's mail address, before that of the account is used."""
    if find not in _addresses:
        _addresses.append(find)


def address_of(member: Member) -> str:
    """Return where mail for somebody goes; empty when nobody knows."""
    for find in _addresses:
        if found := find(member):
            return found
    return member.user.email if member.user else ""
