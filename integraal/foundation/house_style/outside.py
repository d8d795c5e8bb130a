"""The look of a municipality on a page for somebody who is not signed in."""

from typing import Any

SHIELD_POLICY = "default-src 'none'; style-src 'none'; sandbox"


def around(municipality: str, *, is_fictitious: bool = False) -> dict[str, Any]:
    """Return what the skeleton of a page shows around it, without anybody signed in."""
    return {
        "municipality": municipality,
        "is_fictitious": is_fictitious,
        "person": None,
        "steps": [],
        "style_version": "0",
    }
