"""Why something cannot be done with a plan, as sentences the user may read."""

from integraal.foundation.lifecycle.refusals import Conflict, Refused

__all__ = ["Conflict", "PlanRefused"]


class PlanRefused(Refused):
    """What was asked is not right; the message says why and what to do."""
