"""A contact person as somebody fills it in, and as it is kept."""

from dataclasses import dataclass

from integraal.foundation.partners.models import Contact
from integraal.foundation.people.models import Member


@dataclass(frozen=True)
class Reach:
    """A contact person: name, function, how to reach them, and about what."""

    name: str
    function: str
    mail: str = ""
    phone: str = ""
    subject: str = ""


@dataclass(frozen=True)
class KeptReach(Reach):
    """The same as it is kept; revision 0 when nothing was kept of somebody with an account."""

    revision: int = 0


def kept_reach(member: Member) -> KeptReach:
    """Return how a contact person stands now, with the revision a change builds on."""
    kept = Contact.objects.filter(member=member).first() or Contact(revision=0)
    return KeptReach(
        member.name, member.function, kept.mail, kept.phone, kept.subject, kept.revision
    )
