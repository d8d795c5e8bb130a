"""What changed since the version before, for print: words marked, figures as sentences."""

from typing import Any

from integraal.foundation.ui.differences import differences
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.versions import ThemeDifference, theme_differences

Json = dict[str, Any]


def changes_since(earlier: Picture, later: Picture) -> Json:
    """Return the themes that differ, with their changed paragraphs, and the names of the rest."""
    found = theme_differences(earlier, later)
    return {
        "since": earlier.version,
        "themes": [_theme(one) for one in found if one.changed],
        "unchanged": [one.name for one in found if not one.changed],
    }


def _theme(one: ThemeDifference) -> Json:
    return {
        "title": one.name,
        "figures": one.figures,
        "parts": [
            {"name": part.name, "paragraphs": _paragraphs(part.before, part.after)}
            for part in one.parts
        ],
    }


def _paragraphs(before: str, after: str) -> list[list[Json]]:
    return [
        [{"kind": piece.kind, "text": piece.text} for piece in paragraph]
        for paragraph in differences(before, after)
        if any(piece.kind != "same" for piece in paragraph)
    ]
