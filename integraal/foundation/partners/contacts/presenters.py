"""Contact persons as a page shows them."""

import uuid
from dataclasses import dataclass
from datetime import date

from integraal.foundation.partners.contacts.queries import people_at
from integraal.foundation.partners.models import Contact
from integraal.foundation.people.models import Member, Organisation


@dataclass(frozen=True)
class ContactRow:
    """A contact person; without the right to read it, name, mail and phone are empty."""

    pk: uuid.UUID
    function: str
    subject: str
    name: str = ""
    mail: str = ""
    phone: str = ""
    revision: int = 0

    @property
    def phone_link(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


def contact_rows(organisation: Organisation, today: date, *, sees_reach: bool) -> list[ContactRow]:
    """Return who can be asked at a partner, by function.

    Args:
        organisation: the partner.
        today: the day at hand.
        sees_reach: whether the reader may see names and how to reach them.
    """
    return [_row(one, sees_reach) for one in people_at(organisation, today)]


def contact_of(member: Member) -> Contact:
    """Return how to reach a member; blank when that is not known."""
    return next(iter(member.contacts.all()), None) or Contact(revision=0)


def _row(member: Member, sees_reach: bool) -> ContactRow:
    contact = contact_of(member)
    plain = ContactRow(member.pk, member.function or "functie niet ingevuld", contact.subject,
                       revision=contact.revision)  # fmt: skip
    if not sees_reach:
        return plain
    mail = contact.mail or (member.user.email if member.user else "")
    return ContactRow(
        member.pk, plain.function, plain.subject, member.name, mail, contact.phone,
        contact.revision,
    )  # fmt: skip
