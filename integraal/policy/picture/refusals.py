"""Why something cannot be done with a picture, as sentences the user may read."""

from integraal.foundation.lifecycle.refusals import Conflict, Refused

__all__ = ["Conflict", "FiguresMissing", "PictureRefused"]


class PictureRefused(Refused):
    """What was asked is not right; the message says why and what to do."""


class FiguresMissing(PictureRefused):
    """A text names a figure that is there no more; the proposal has to go back."""
