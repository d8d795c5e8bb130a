"""The picture on one page: of each theme one number that matters, and what inhabitants say.

Paper and web page are both made of these cards, so they show the same numbers.
"""

from dataclasses import dataclass

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.document_parts.key_figures import Json, large, source_words
from integraal.policy.picture.document_parts.said import is_subjective
from integraal.policy.picture.document_parts.telling import most_telling
from integraal.policy.picture.document_parts.themes import NO_FIGURES
from integraal.policy.picture.presenters import figures

NOT_ASKED = "Niet gevraagd. Wat inwoners ervaren, weten we hier niet uit cijfers."
TELLING_AREAS = ("higher", "lower")


@dataclass(frozen=True)
class Card:
    """One theme on the one page.

    Attributes:
        title: of the theme.
        number: the figure that matters most, as it is printed large; ``None`` without figures.
        place: its map, where an area differs from the rest; else ``None``.
        asked: what inhabitants say, as it is printed large; ``None`` when they were not asked.
        empty: why there is no number.
        sources: of what is shown.
    """

    title: str
    number: Json | None
    place: ui.Figure | None
    asked: Json | None
    empty: str
    sources: tuple[str, ...]

    @property
    def not_asked(self) -> str:
        """Return the sentence for a theme nobody was asked about."""
        return "" if self.asked else NOT_ASKED


def cards_of(content: Json, outlines: figures.Geometries) -> list[Card]:
    """Return a card for each theme, in the order of the picture."""
    return [_card(theme, content, outlines) for theme in content["themes"]]


def sources_of(cards: list[Card]) -> list[str]:
    """Return the sources of everything on the page, each once."""
    return list(dict.fromkeys(source for card in cards for source in card.sources))


def _card(theme: Json, content: Json, outlines: figures.Geometries) -> Card:
    telling = most_telling(theme["indicators"], content.get("findings") or ())
    counted = next((one for one in telling if not is_subjective(one)), None)
    asked = next((one for one in telling if is_subjective(one)), None)
    shown = [one for one in (counted, asked) if one]
    return Card(
        title=theme["name"],
        number=large(counted) if counted else None,
        place=_place(counted, content["year"], outlines) if counted else None,
        asked=large(asked) if asked else None,
        empty=_empty(theme, counted),
        sources=tuple(source_words(one) for one in shown),
    )


def _empty(theme: Json, counted: Json | None) -> str:
    if counted:
        return ""
    return NO_FIGURES if not theme["indicators"] else "Over dit thema is niet geteld."


def _place(one: Json, year: int, outlines: figures.Geometries) -> ui.Figure | None:
    """Return the map of a figure, where it says something: an area that differs from the rest."""
    if not any(_is_telling(area, outlines) for area in one["areas"]):
        return None
    return figures.area_map(one, outlines, year)


def _is_telling(area: Json, outlines: figures.Geometries) -> bool:
    return area["verdict"] in TELLING_AREAS and area["id"] in outlines


def named_areas(place: ui.Figure) -> str:
    """Return the words under a small map: which areas differ, with their number on the map."""
    said = []
    for verdict, words in (("higher", "Hoger dan de rest"), ("lower", "Lager dan de rest")):
        names = [
            f"{area.name} ({area.number})"
            for area in place.chart.areas  # type: ignore[union-attr]
            if area.verdict == verdict
        ]
        if names:
            said.append(f"{words}: {listed(names)}.")
    return " ".join(said)
