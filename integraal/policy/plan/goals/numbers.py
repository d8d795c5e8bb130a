"""Numbers of a goal between the words people type and what can be reckoned with. Pure."""

from typing import Any


def value_of(words: str) -> float | None:
    """Return a number as it is kept in a plan ("3,5"); ``None`` when it is none."""
    try:
        return float(words.replace(",", "."))
    except ValueError:
        return None


def as_typed(shown: str) -> str:
    """Return a number of the content of a picture ("31.0") as somebody types it in a goal."""
    return shown.replace(".", ",")


def with_unit(value: str, unit: str) -> str:
    """Return a number with what it is counted in: "16,8 %"; a number without unit stays bare."""
    if not value or not unit:
        return value
    return f"{value}\u00a0%" if unit == "procent" else f"{value} {unit}"


def indicator_in(content: dict[str, Any], code: str) -> dict[str, Any] | None:
    """Return an indicator of the figures of a plan, or ``None``."""
    found = (one for theme in content["figures"]["themes"] for one in theme["indicators"])
    return next((one for one in found if one["code"] == code), None)
