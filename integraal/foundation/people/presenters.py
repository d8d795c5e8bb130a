"""What the screens about people show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from integraal.foundation.people import roles, tokens
from integraal.foundation.people.models import ApiToken, Member
from integraal.foundation.ui import dutch
from integraal.foundation.ui.tables import Column, Table

PEOPLE_COLUMNS = (
    Column("Naam", key="naam"),
    Column("Functie", key="functie"),
    Column("Organisatie", key="organisatie"),
    Column("Rollen"),
    Column("Toegang", key="sinds"),
)
EXPORT_HEADINGS = (
    "Naam",
    "E-mailadres",
    "Functie",
    "Organisatie",
    "Rollen",
    "Toegang vanaf",
    "Toegang tot",
)


def people_table(people: Iterable[Member]) -> Table:
    """Return the list of people; each name leads to the person's page."""
    return Table(
        caption="Mensen met hun rollen",
        columns=PEOPLE_COLUMNS,
        rows=tuple(_person_row(member) for member in people),
        empty="Niemand gevonden. Zoek op een ander woord, of kies een andere rol.",
    )


def _person_row(member: Member) -> tuple[Any, ...]:
    return (
        format_html(
            '<a class="utrecht-link" href="{}">{}</a>',
            reverse("member-change", args=[member.pk]),
            member.name,
        ),
        member.function or "niet ingevuld",
        member.organisation.name,
        ", ".join(member.role_names) or "geen rol",
        access_words(member),
    )


def access_words(member: Member) -> str:
    """Return since when, and until when, somebody has access."""
    since = f"sinds {dutch.day(member.active_from)}"
    return f"{since}, tot {dutch.day(member.active_until)}" if member.active_until else since


def people_rows(people: Iterable[Member]) -> list[tuple[str | date | None, ...]]:
    """Return the rows of the Excel file."""
    return [
        (
            member.name,
            member.user.email if member.user else "",
            member.function,
            member.organisation.name,
            ", ".join(member.role_names),
            member.active_from,
            member.active_until,
        )
        for member in people
    ]


@dataclass(frozen=True)
class RoleCard:
    """A role in words, and how many people hold it."""

    name: str
    description: str
    holders: str
    url: str


def role_cards(numbers: dict[str, int]) -> list[RoleCard]:
    """Return every role; ``numbers``: code to how many people hold it today."""
    return [
        RoleCard(
            role.name,
            role.description,
            _people(numbers[role.code]),
            f"{reverse('people')}?rol={role.code}&wie=nu",
        )
        for role in roles.ROLES
    ]


def _people(number: int) -> str:
    return {0: "Niemand", 1: "1 persoon"}.get(number, f"{number} mensen")


@dataclass(frozen=True)
class TokenCard:
    """An API key as it stands on the screen; never the key itself."""

    pk: str
    name: str
    maker: str
    scopes: tuple[str, ...]
    state: str
    is_valid: bool


def token_cards(found: Iterable[ApiToken], today: date) -> list[TokenCard]:
    """Return the keys, those that still work first."""
    described = {scope.code: scope.description for scope in tokens.SCOPES}
    cards = [
        TokenCard(
            pk=str(token.pk),
            name=token.name,
            maker=token.member.name,
            scopes=tuple(described.get(code, code) for code in token.scopes),
            state=_token_state(token, today),
            is_valid=token.revoked_on is None and token.ends_on >= today,
        )
        for token in found
    ]
    return sorted(cards, key=lambda card: not card.is_valid)


def _token_state(token: ApiToken, today: date) -> str:
    if token.revoked_on:
        return f"Ingetrokken op {dutch.day(token.revoked_on)}"
    if token.ends_on < today:
        return f"Verlopen op {dutch.day(token.ends_on)}"
    return f"Geldig tot en met {dutch.day(token.ends_on)}"
