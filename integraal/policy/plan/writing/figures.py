"""The figures of the picture that a plan rests on, for who writes the plan."""

from dataclasses import dataclass, field
from typing import Any

from integraal.policy.picture.content import content_of as content_of_picture
from integraal.policy.picture.models import Picture
from integraal.policy.plan.content import picture_of
from integraal.policy.plan.models import Plan

Json = dict[str, Any]
NO_FIGURES: Json = {"year": 0, "themes": []}


@dataclass(frozen=True)
class Figures:
    """What the picture of a plan holds; empty when the plan rests on none.

    Attributes:
        picture: the latest adopted version of it.
        content: of that picture.
    """

    picture: Picture | None = None
    content: Json = field(default_factory=lambda: NO_FIGURES)

    def indicators(self) -> dict[str, Json]:
        """Return every indicator, code to content."""
        return {one["code"]: one for theme in self.content["themes"] for one in theme["indicators"]}

    def choices(self, theme: str) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the indicators to choose from per theme, those of ``theme`` first."""
        themes = sorted(self.content["themes"], key=lambda one: one["code"] != theme)
        return [
            (one["short_name"], [(each["code"], each["name"]) for each in one["indicators"]])
            for one in themes
            if one["indicators"]
        ]

    def near(self, theme: str) -> Json:
        """Return the content of one theme only."""
        themes = [one for one in self.content["themes"] if one["code"] == theme]
        return {"year": self.content["year"], "themes": themes}


def figures_of(plan: Plan) -> Figures:
    """Return the figures that the texts and goals of a plan can name."""
    picture = picture_of(plan)
    return Figures(picture, content_of_picture(picture)) if picture else Figures()
