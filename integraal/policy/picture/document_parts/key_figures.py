"""Key figures on paper: the large ones, and the compact table of all the others."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day
from integraal.policy.picture.document_parts.said import (
    badge_of,
    margin_words,
    period_words,
    rate_words,
    sample_words,
    value_words,
)
from integraal.policy.picture.presenters.figures import unbroken, verdict_of

Json = dict[str, Any]
ROOM_BESIDE_THE_MARGIN = 1.1


def large(one: Json) -> Json:
    """Return a figure as it is printed large: value, margin, strip, verdict and its sentence."""
    now, unit = one["estimate"], one["unit"]
    return {
        "code": one["code"],
        "title": one["short_name"],
        "unit": "" if value_words(now, unit).endswith("%") else unit,
        "value": value_words(now, unit),
        "rate": rate_words(now),
        "sample": sample_words(now),
        "interval": margin_words(now, unit),
        "has_margin": bool(now and now["low"] is not None),
        "before": value_words(one["before"], unit),
        "period": period_words(now),
        "strip": _strip(now, one["before"]),
        "verdict": badge_of(verdict_of(one)),
        "sentence": sentence_of(one),
        "source": source_words(one),
    }


def with_one_source(key_figures: list[Json]) -> Json:
    """Return the figures with the source they share named once, when there is only one."""
    named = {one["source"] for one in key_figures}
    if len(key_figures) < 2 or len(named) > 1:
        return {"figures": key_figures, "figures_source": ""}
    alone = [{**one, "source": ""} for one in key_figures]
    return {"figures": alone, "figures_source": named.pop()}


def line(one: Json) -> Json:
    """Return a figure as one row: this year, its margin, the year before and the verdict."""
    now, unit = one["estimate"], one["unit"]
    return {
        "code": one["code"],
        "name": one["name"],
        "unit": unit,
        "before": value_words(one["before"], unit),
        "now": value_words(now, unit),
        "interval": margin_words(now, unit),
        "rate": rate_words(now),
        "period": period_words(now),
        "verdict": badge_of(verdict_of(one)),
        "sentence": sentence_of(one),
        "source": source_words(one),
    }


def sentence_of(one: Json) -> str:
    """Return the sentence under the verdict; empty without a verdict."""
    verdict = verdict_of(one)
    return unbroken(verdict["sentence"]) if verdict else ""


def lines(indicators: Sequence[Json]) -> list[Json]:
    """Return indicators as rows of one table."""
    return [line(one) for one in indicators]


def source_words(one: Json) -> str:
    """Return who gave the figure and when it was taken from there."""
    if not one["estimate"]:
        return ""
    accessed = day(date.fromisoformat(one["estimate"]["snapshot"]["accessed"]))
    open_still = " Voorlopig cijfer." if one["estimate"]["provisional"] else ""
    return f"{one['credit']}, opgehaald {accessed}.{open_still}"


def _strip(now: Json | None, before: Json | None) -> Json | None:
    if not now or now["value"] is None or now["low"] is None:
        return None
    earlier = float(before["value"]) if before and before["value"] is not None else None
    high = float(now["high"])
    return {
        "low": float(now["low"]),
        "high": high,
        "value": float(now["value"]),
        "reference": earlier,
        "max": max(high, earlier or 0) * ROOM_BESIDE_THE_MARGIN,
    }
