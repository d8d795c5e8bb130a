"""Where the figures of a reading page lead: into the product, or only within the page itself."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.urls import reverse

from integraal.policy.picture.models import Picture
from integraal.policy.picture.reading.texts import Link
from integraal.policy.picture.writing.tokens import Token

LinkOfFigure = Callable[[str], str]


def anchor_of_figure(code: str) -> str:
    """Return the name of an indicator's key figure in the page."""
    return f"cijfer-{code}"


def figure_address(
    picture: Picture, code: str, year: int | None = None, area: int | None = None
) -> str:
    """Return the page of a figure of a picture: its margin, its method and its rows.

    Args:
        picture: whose figure it is.
        code: of the indicator.
        year: ``None`` is the year of the picture.
        area: number on the map; ``None`` is the whole municipality.
    """
    asked = [("jaar", year), ("gebied", area)]
    query = urlencode([(name, value) for name, value in asked if value is not None])
    address = reverse("picture-figure", args=[picture.pk, code])
    return f"{address}?{query}" if query else address


def into_the_product(picture: Picture) -> Link:
    """Return how a figure in a text leads to its own page."""
    return lambda token: figure_address(picture, token.indicator, token.year, token.area)


def within_the_page(token: Token) -> str:
    """Return where the key figure of a token stands in the page."""
    return f"#{anchor_of_figure(token.indicator)}"
