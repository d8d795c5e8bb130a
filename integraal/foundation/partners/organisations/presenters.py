"""What the pages of partners show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from integraal.foundation.audit.actors import Actor
from integraal.foundation.partners.access import may_read_contacts, may_write_partners
from integraal.foundation.partners.contacts.presenters import ContactRow, contact_rows
from integraal.foundation.partners.covenants.queries import covenants_of
from integraal.foundation.partners.covenants.standing import shown_standing
from integraal.foundation.partners.models import Covenant, Profile
from integraal.foundation.partners.organisations.queries import profile_of
from integraal.foundation.partners.own_terms import warn_months
from integraal.foundation.partners.uses import Use, uses_of
from integraal.foundation.people.models import Organisation
from integraal.foundation.ui.components import Verdict
from integraal.foundation.ui.dutch import begin_of, day
from integraal.foundation.ui.spreadsheets import Cell
from integraal.foundation.ui.tables import Column, Table

COLUMNS = (
    Column("Partner", key="naam"),
    Column("Soort", key="soort"),
    Column("Rol in de veiligheid", short="Rol"),
    Column("Contactpersonen", numeric=True),
    Column("Convenanten", numeric=True),
)
FORGOTTEN = (
    "Telefoonnummers en mailadressen van de contactpersonen worden gewist. "
    "Wat er samen is gedaan, blijft staan."
)
HEADINGS = ("Partner", "Soort", "Rol in de veiligheid", "Website", "Convenanten", "Beëindigd op")


def partners_table(
    rows: Iterable[Organisation], people: Mapping[Any, int], agreed: dict[Any, list[str]]
) -> Table:
    """Return the list; each name leads to the page of the partner.

    Args:
        rows: the partners.
        people: id of an organisation to how many people can be asked there.
        agreed: id of an organisation to the titles of its covenants.
    """
    return Table(
        caption="Partners",
        columns=COLUMNS,
        rows=tuple(_row(one, people.get(one.pk, 0), len(agreed.get(one.pk, []))) for one in rows),
        empty="Geen partner gevonden. Zoek op een ander woord, of kies een andere soort.",
    )


def _row(one: Organisation, people: int, covenants: int) -> tuple[Any, ...]:
    profile = profile_of(one)
    ended = f" (tot {day(profile.ended_on)})" if profile.ended_on else ""
    name = format_html(
        '<a class="utrecht-link" href="{}">{}</a>{}',
        reverse("partner", args=[one.pk]), one.name, ended,
    )  # fmt: skip
    role = begin_of(profile.role, 90) or "niet ingevuld"
    return (name, one.get_kind_display(), role, str(people), str(covenants))


def partner_rows(
    rows: Iterable[Organisation], agreed: dict[Any, list[str]]
) -> list[tuple[Cell, ...]]:
    """Return the rows of the Excel file; no person stands in it."""
    return [
        (
            one.name,
            one.get_kind_display(),
            profile_of(one).role,
            profile_of(one).website,
            "; ".join(agreed.get(one.pk, [])),
            profile_of(one).ended_on,
        )
        for one in rows
    ]


@dataclass(frozen=True)
class CovenantLine:
    """A covenant as it stands on the page of a partner."""

    title: str
    url: str
    badge: Verdict | None
    say: str


@dataclass(frozen=True)
class PartnerPage:
    """What ``partners/partner.html`` shows."""

    organisation: Organisation
    profile: Profile
    contacts: list[ContactRow]
    covenants: list[CovenantLine]
    hanging: list[tuple[str, list[Use]]]
    sees_reach: bool
    may_write: bool

    @property
    def ended(self) -> str:
        return f"We werken niet meer samen sinds {day(self.profile.ended_on)}."


def partner_page(by: Actor, organisation: Organisation, today: date) -> PartnerPage:
    """Return the page of a partner, with no more than the reader may see."""
    sees_reach = may_read_contacts(by)
    months = warn_months()
    return PartnerPage(
        organisation=organisation,
        profile=profile_of(organisation),
        contacts=contact_rows(organisation, today, sees_reach=sees_reach),
        covenants=[_line(one, today, months) for one in covenants_of(organisation)],
        hanging=grouped(uses_of(by, organisation)),
        sees_reach=sees_reach,
        may_write=may_write_partners(by),
    )


def grouped(uses: Iterable[Use]) -> list[tuple[str, list[Use]]]:
    """Return what hangs on something per heading, in the order it was told."""
    found: dict[str, list[Use]] = {}
    for one in uses:
        found.setdefault(one.what, []).append(one)
    return list(found.items())


def _line(covenant: Covenant, today: date, months: int) -> CovenantLine:
    stands = shown_standing(covenant, today, months)
    return CovenantLine(
        covenant.title, reverse("covenant", args=[covenant.pk]), stands.badge, stands.say
    )
