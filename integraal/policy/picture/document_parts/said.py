"""How a figure is written on paper: the same words in pdf, Word and on the one page."""

from typing import Any

from integraal.foundation.ui.dutch import number

Json = dict[str, Any]
PERCENT = "procent"
_ABSENT = {"withheld": "afgeschermd", "impossible": "kan niet"}
# Verdicts that say nothing about a direction, because nothing may be made of the figures.
_SILENT = ("few", "no_data")
NO_COMPARISON = "Geen vergelijking mogelijk"


def value_words(estimate: Json | None, unit: str = "") -> str:
    """Return the value alone; what is absent is a word, never a zero."""
    if not estimate or estimate["value"] is None:
        return _ABSENT.get(estimate["status"] if estimate else "", "onbekend")
    return _with_unit(written(estimate["value"]), unit)


def margin_words(estimate: Json | None, unit: str = "") -> str:
    """Return both ends of the 95 % margin; without a margin that is said."""
    if not estimate or estimate["value"] is None:
        return ""
    if estimate["low"] is None or estimate["high"] is None:
        return "de bron geeft geen marge"
    low, high = written(estimate["low"]), written(estimate["high"])
    return _with_unit(f"{low} tot {high}", unit)


def rate_words(estimate: Json | None) -> str:
    """Return the rate with what it is per; empty without one."""
    if not estimate or estimate["rate"] is None:
        return ""
    per = number(int(estimate["per"]), 0)
    return f"{written(estimate['rate'])} per {per} {estimate['denominator_unit']}"


def sample_words(estimate: Json | None) -> str:
    """Return how many people were asked, for a figure that was measured; empty for a count."""
    if not estimate or not is_measured(estimate) or not estimate["n"]:
        return ""
    return f"{written(estimate['n'])} mensen gevraagd"


def period_words(estimate: Json) -> str:
    """Return the year of a figure."""
    return str(estimate["period"])[:4]


def is_measured(estimate: Json | None) -> bool:
    """Return whether the source measured it (a share or a mark) instead of counting."""
    return bool(estimate) and "." in str(estimate["value"] or "")  # type: ignore[index]


def is_subjective(one: Json) -> bool:
    """Return whether an indicator says what people experience."""
    side = one.get("side") or ("subjective" if is_measured(one["estimate"]) else "objective")
    return bool(side == "subjective")


def written(value: str) -> str:
    """Write a number of the content with the decimals it has: "1234.5" becomes 1.234,5."""
    _, _, decimals = value.partition(".")
    return number(float(value), len(decimals))


def inside_sentence(words: str) -> str:
    """Return words as they stand inside a sentence; a name keeps its capital."""
    return words if words == "Nederland" else f"{words[:1].lower()}{words[1:]}"


def badge_of(verdict: Json | None) -> Json:
    """Return a verdict as a template draws it: kind of colour, direction and words."""
    if verdict is None:
        return {"kind": "few", "direction": "none", "label": NO_COMPARISON}
    return {
        "kind": _tone(verdict),
        "direction": verdict["direction"] or "none",
        "label": verdict["label"],
    }


def _tone(verdict: Json) -> str:
    if verdict["kind"] in _SILENT:
        return "few"
    if str(verdict["kind"]).startswith("maybe"):
        return "watch"
    if verdict["favourable"] is None:
        return "flat"
    return "good" if verdict["favourable"] else "bad"


def _with_unit(words: str, unit: str) -> str:
    return f"{words}\u00a0%" if unit == PERCENT else words
