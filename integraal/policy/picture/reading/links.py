"""Where the figures of a reading page lead: into the product, or only within the page itself."""

from collections.abc import Callable

from integraal.policy.picture.models import Picture
from integraal.policy.picture.reading.texts import Link
from integraal.policy.picture.writing.links import figure_url
from integraal.policy.picture.writing.tokens import Token

LinkOfFigure = Callable[[str], str]


def anchor_of_figure(code: str) -> str:
    """Return the name of an indicator's key figure in the page."""
    return f"cijfer-{code}"


def into_the_product(picture: Picture) -> Link:
    """Return how a figure in a text leads to its own page."""
    return lambda token: figure_url(picture.pk, token.indicator, token.year, token.area)


def within_the_page(token: Token) -> str:
    """Return where the key figure of a token stands in the page."""
    return f"#{anchor_of_figure(token.indicator)}"
