"""Why something cannot be done with a partner or a covenant, as sentences the user may read."""

from integraal.foundation.lifecycle.refusals import Conflict, Refused

__all__ = ["Conflict", "PartnersRefused"]


class PartnersRefused(Refused):
    """What was asked is not right; the message says why and what to do."""
