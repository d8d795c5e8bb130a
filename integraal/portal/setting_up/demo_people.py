"""Who does the deeds of the demo: its invented people, at work through the command."""

from django.utils import timezone

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import actor_of, members


def member_with(role: str) -> Member | None:
    """Return the first person who holds the role today."""
    return members(timezone.localdate()).filter(roles__contains=[role]).first()


def somebody(role: str) -> Actor | None:
    """Return a person with that role, at work through the command."""
    member = member_with(role)
    return actor_of(member, Through.COMMAND) if member else None
