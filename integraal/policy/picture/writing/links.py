"""Where the pages of the writing room are, and those of the figures in it."""

import uuid
from urllib.parse import urlencode

from django.urls import reverse

from integraal.policy.picture.parts import WHOLE

WHOLE_IN_ADDRESS = "heel"
"""How the picture as a whole is called in an address, where a theme has its code."""


def figure_url(
    picture: uuid.UUID, indicator: str, year: int | None = None, area: int | None = None
) -> str:
    """Return the page of a figure of a picture, to which every mention of it in a text leads.

    Args:
        picture: whose figure it is.
        indicator: its code.
        year: ``None`` is the year of the picture.
        area: number on the map; ``None`` is the whole municipality.
    """
    asked = [("jaar", year), ("gebied", area)]
    query = urlencode([(name, value) for name, value in asked if value is not None])
    address = reverse("picture-figure", args=[picture, indicator])
    return f"{address}?{query}" if query else address


def page_url(picture: uuid.UUID, theme: str) -> str:
    """Return the page on which the texts of a theme, or of the picture as a whole, are written."""
    if theme == WHOLE:
        return reverse("picture-texts", args=[picture])
    return reverse("theme", args=[picture, theme])


def part_url(picture: uuid.UUID, theme: str, part: str) -> str:
    """Return the place on that page where one text stands."""
    return f"{page_url(picture, theme)}#{anchor(part)}"


def anchor(part: str) -> str:
    """Return the name of the place of a text on its page."""
    return f"deel-{part}"


def save_url(picture: uuid.UUID, theme: str, part: str) -> str:
    """Return where a text is sent to."""
    return reverse("picture-text", args=[picture, theme or WHOLE_IN_ADDRESS, part])


def earlier_url(picture: uuid.UUID, theme: str, part: str) -> str:
    """Return the page with the earlier stands of a text."""
    return reverse("picture-text-earlier", args=[picture, theme or WHOLE_IN_ADDRESS, part])


def theme_in_address(word: str) -> str:
    """Return the code of the theme that an address names."""
    return WHOLE if word == WHOLE_IN_ADDRESS else word
