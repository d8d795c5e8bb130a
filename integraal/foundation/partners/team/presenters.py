"""What the pages of the visible team show: to who keeps it, and to residents."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.team.queries import cards, shown_cards
from integraal.foundation.ui.dutch import day

WHOLE = "De hele gemeente"


@dataclass(frozen=True)
class CardShown:
    """A card as it is read; what nobody filled in is empty."""

    name: str
    function: str
    organisation: str
    phone: str
    phone_link: str
    mail: str
    reachable: str


@dataclass(frozen=True)
class KeptCard:
    """A card with what its keeper needs to know."""

    pk: uuid.UUID
    card: CardShown
    place: str
    shown: bool
    state: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class TeamPage:
    """What ``partners/team.html`` shows; ``public_url`` is empty while residents see nothing."""

    cards: list[KeptCard]
    public_url: str
    may_write: bool
    lead: str


def team_page(slug: str, *, may_write: bool) -> TeamPage:
    """Return the page of the team.

    Args:
        slug: of the municipality, for the address of the public page.
        may_write: whether the reader keeps the cards; anybody else sees what residents see.
    """
    rows = list(cards() if may_write else shown_cards())
    public = sum(one.shown for one in rows)
    last = len(rows) - 1
    return TeamPage(
        cards=[_kept(one, at == 0, at == last) for at, one in enumerate(rows)],
        public_url=reverse("public-team", args=[slug]) if public else "",
        may_write=may_write,
        lead=_lead(public),
    )


def by_area(rows: Iterable[TeamCard], whole: str = WHOLE) -> list[tuple[str, list[CardShown]]]:
    """Return the cards per area: the whole municipality first, then by number of the area."""
    found: dict[tuple[int, str], list[CardShown]] = {}
    for one in rows:
        place = (one.area.number or 0, one.area.name) if one.area else (-1, whole)
        found.setdefault(place, []).append(card_shown(one))
    return [(place[1], found[place]) for place in sorted(found)]


def card_shown(row: TeamCard) -> CardShown:
    """Return a card as it is read."""
    return CardShown(
        name=row.name,
        function=row.function,
        organisation=row.organisation.name if row.organisation else "",
        phone=row.phone,
        phone_link="".join(sign for sign in row.phone if sign.isdigit() or sign == "+"),
        mail=row.mail,
        reachable=row.reachable,
    )


def _kept(row: TeamCard, is_first: bool, is_last: bool) -> KeptCard:
    if row.shown:
        state = f"Inwoners zien deze kaart. Ingestemd op {day(row.agreed_on)}."
    elif row.agreed_on:
        state = f"Verborgen. Ingestemd op {day(row.agreed_on)}."
    else:
        state = "Verborgen. Deze persoon stemde nog niet in."
    place = row.area.name if row.area else WHOLE
    return KeptCard(row.pk, card_shown(row), place, row.shown, state, is_first, is_last)


def _lead(public: int) -> str:
    if not public:
        return "Wie inwoners op straat ontmoeten en hoe ze hen bereiken. Er is nog niemand te zien."
    people = "één persoon" if public == 1 else f"{public} mensen"
    return f"Wie inwoners op straat ontmoeten en hoe ze hen bereiken. Inwoners zien {people}."
