"""Why something cannot be done in monitoring, as sentences the user may read."""

from integraal.foundation.lifecycle.refusals import Conflict, Refused

__all__ = ["Conflict", "MonitoringRefused"]


class MonitoringRefused(Refused):
    """What was asked is not right; the message says why and what to do."""
