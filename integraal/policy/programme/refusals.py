"""Why something cannot be done with a programme, as sentences the user may read."""

from integraal.foundation.lifecycle.refusals import Conflict, Refused

__all__ = ["Conflict", "ProgrammeRefused"]


class ProgrammeRefused(Refused):
    """What was asked is not right; the message says why and what to do."""
