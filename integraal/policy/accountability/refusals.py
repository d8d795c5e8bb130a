"""Why something cannot be done with an account."""

from integraal.foundation.lifecycle.refusals import Conflict, Refused


class AccountRefused(Refused):
    """What was asked of a report or a question is not right; the message says what to do."""


__all__ = ["AccountRefused", "Conflict"]
