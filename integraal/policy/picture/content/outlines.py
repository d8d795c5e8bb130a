"""The content of a picture in parts: one over all themes, and one for each theme. Pure."""

from typing import Any

from integraal.policy.picture.parts import WHOLE

Json = dict[str, Any]
# What the page over all themes needs of an indicator.
_IN_OUTLINE = ("code", "name", "short_name", "side", "verdict")


def in_parts(figures: Json) -> dict[str, Json]:
    """Return code of a theme to its part, and ``WHOLE`` to the part over all themes."""
    found = {theme["code"]: theme for theme in figures["themes"]}
    return {WHOLE: {**figures, "themes": [outline(theme) for theme in figures["themes"]]}, **found}


def outline(theme: Json) -> Json:
    """Return a theme with of its indicators only the name and the verdict."""
    return {
        **theme,
        "indicators": [
            {name: one[name] for name in _IN_OUTLINE if name in one} for one in theme["indicators"]
        ],
    }


def as_whole(parts: dict[str, Json]) -> Json:
    """Return the content again from all of its parts."""
    over_all = parts[WHOLE]
    return {**over_all, "themes": [parts[theme["code"]] for theme in over_all["themes"]]}
