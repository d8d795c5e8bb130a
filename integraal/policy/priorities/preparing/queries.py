"""Read how a session is held."""

from dataclasses import fields

from integraal.policy.priorities.models import Session
from integraal.policy.priorities.preparing.rules import Settings


def settings_of(session: Session) -> Settings:
    """Return the settings of a session as they are."""
    return Settings(**{one.name: getattr(session, one.name) for one in fields(Settings)})
