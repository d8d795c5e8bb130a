"""Where mail for a contact person goes."""

from integraal.foundation.partners.models import Contact
from integraal.foundation.people.models import Member


def contact_address(member: Member) -> str:
    """Return the mail address that a contact person gave for the work; empty when none."""
    return Contact.objects.filter(member=member).values_list("mail", flat=True).first() or ""
