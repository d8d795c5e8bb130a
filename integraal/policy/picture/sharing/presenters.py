"""What the page about the share links of a picture shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from integraal.foundation.links.terms import state_of
from integraal.foundation.ui.dutch import day, number
from integraal.policy.picture.models import Picture, ShareLink


@dataclass(frozen=True)
class LinkCard:
    """One link: for whom, how it stands, and how often it was opened."""

    pk: UUID
    recipient: str
    is_open: bool
    state: str
    made: str
    opened: str


@dataclass(frozen=True)
class NewLink:
    """A link that was just made; it is shown once and never again."""

    address: str
    recipient: str
    until: str
    mail: str


def link_cards(links: Iterable[ShareLink], today: date) -> list[LinkCard]:
    """Return the links to a version as cards."""
    return [_card(link, today) for link in links]


def new_link(link: ShareLink, picture: Picture, municipality: str, address: str) -> NewLink:
    """Return a fresh link with a text for a mail."""
    until = day(link.ends_on)
    about = "het concept van het" if not picture.adopted_on else "het"
    may_change = "" if picture.adopted_on else " Het is een concept en kan nog veranderen."
    mail = (
        f"U kunt {about} {picture.title.lower()} van de gemeente {municipality} lezen. "
        f"Open daarvoor deze link:\n\n{address}\n\n"
        f"De link werkt tot en met {until}. U heeft geen account nodig.{may_change} "
        "Wilt u de link niet doorsturen? Wie hem heeft, kan het beeld lezen."
    )
    return NewLink(address, link.recipient, until, mail)


def _card(link: ShareLink, today: date) -> LinkCard:
    state = state_of(link.ends_on, link.revoked_on, today)
    words = {
        "revoked": f"Ingetrokken op {day(link.revoked_on)}",
        "ended": f"Afgelopen op {day(link.ends_on)}",
        "open": f"Werkt tot en met {day(link.ends_on)}",
    }
    maker = f" door {link.made_by.name}" if link.made_by else ""
    return LinkCard(
        pk=link.pk,
        recipient=link.recipient,
        is_open=state == "open",
        state=words[state],
        made=f"Gemaakt op {day(link.made_on)}{maker}",
        opened=_opened(link),
    )


def _opened(link: ShareLink) -> str:
    if not link.opened:
        return "Nog niet geopend"
    return f"{number(link.opened)} keer geopend, het laatst op {day(link.opened_on)}"
