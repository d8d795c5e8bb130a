"""Hold a row of a picture that somebody is about to change, or refuse what is not right."""

from functools import partial

from integraal.foundation.lifecycle import holding
from integraal.policy.picture.refusals import PictureRefused

held = partial(holding.held, refusal=PictureRefused)
refuse_when = partial(holding.refuse_when, refusal=PictureRefused)
