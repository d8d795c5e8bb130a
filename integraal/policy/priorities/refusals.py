"""Why something cannot be done with a session, as sentences the user may read."""

from integraal.foundation.lifecycle.refusals import Conflict, Refused

__all__ = ["Conflict", "SessionRefused"]


class SessionRefused(Refused):
    """What was asked is not right; the message says why and what to do."""
