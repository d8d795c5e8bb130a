"""When a picture is right, in sentences."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import listed

FIRST_YEAR = 2005
YEARS_BACK = 14
"""How many years a course has when nobody says where it begins."""


def start_problem(year: int, this_year: int, *, exists: bool) -> str | None:
    """Return why the picture of ``year`` cannot begin, or ``None`` when it can."""
    if not FIRST_YEAR <= year <= this_year + 1:
        return f"Kies een jaar tussen {FIRST_YEAR} en {this_year + 1}."
    if exists:
        return f"Het veiligheidsbeeld {year} bestaat al. Open het en begin daar een nieuwe versie."
    return None


def period_problem(first_year: int, year: int) -> str | None:
    """Return why the courses cannot begin in ``first_year``, or ``None`` when they can."""
    if not FIRST_YEAR <= first_year <= year:
        return f"Laat het verloop beginnen in een jaar tussen {FIRST_YEAR} en {year}."
    return None


def proposal_problem(themes_written: int, missing: Sequence[str]) -> str | None:
    """Return why a draft cannot be proposed yet, or ``None`` when it can.

    Args:
        themes_written: how many themes have a text.
        missing: in sentences, the figures in texts that cannot be shown.
    """
    if themes_written == 0:
        return "Schrijf eerst bij ten minste één thema een tekst."
    return missing_problem(missing, "Verbeter dat eerst; daarna kunt u voorstellen.")


def missing_problem(missing: Sequence[str], then: str) -> str | None:
    """Return that figures in the texts cannot be shown, and what to do; ``None`` without any."""
    if not missing:
        return None
    more = len(missing) - 1
    others = f" Zo {'is er' if more == 1 else 'zijn er'} nog {more}." if more else ""
    return f"{missing[0]}{others} {then}"


def adoption_problem(on: date, today: date, proposed_on: date) -> str | None:
    """Return why ``on`` cannot be the day of the decision, or ``None`` when it can."""
    if on > today:
        return "De datum van het besluit ligt in de toekomst. Kies vandaag of een eerdere dag."
    if on < proposed_on:
        return "De datum van het besluit ligt vóór de dag van het voorstel. Kies een latere dag."
    return None


def course_conclusion(name: str, last: Mapping[str, Any]) -> str:
    """Return, as a sentence, whether the last year fits what the years before made one expect.

    Args:
        name: short name of the indicator.
        last: the last year of a course: ``year``, ``value`` and ``expected`` with its ends, all
            as text, as the content of a picture holds them.
    """
    if last["value"] is None:
        return f"{name}: over {last['year']} is geen cijfer bekend"
    expected = last["expected"]
    if expected is None:
        return f"{name}: te weinig jaren om te zeggen wat te verwachten was"
    if int(last["value"]) < int(expected["low"]):
        return f"{name}: {last['year']} ligt onder wat de vijf jaren ervoor deden verwachten"
    if int(last["value"]) > int(expected["high"]):
        return f"{name}: {last['year']} ligt boven wat de vijf jaren ervoor deden verwachten"
    return f"{name}: {last['year']} past bij de vijf jaren ervoor"


def area_conclusion(areas: Sequence[Mapping[str, Any]]) -> str:
    """Return, as a sentence, which areas differ from the rest; never a ranking."""
    higher = [area["name"] for area in areas if area["verdict"] == "higher"]
    lower = [area["name"] for area in areas if area["verdict"] == "lower"]
    if not higher and not lower:
        return "Geen gebied is van de rest te onderscheiden"
    words = []
    if higher:
        words.append(f"Hoger dan de rest: {listed(higher)}")
    if lower:
        words.append(f"lager: {listed(lower)}" if words else f"Lager dan de rest: {listed(lower)}")
    return "; ".join(words)
