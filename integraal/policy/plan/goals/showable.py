"""Whether a goal could ever be shown to be reached, in one honest sentence. Pure.

A count is judged as the verdicts judge it, one year against one (``docs/methods/power.md``); a
measured value by the margin of the measurement, measured anew in as many other people.
"""

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from integraal.foundation.ui.dutch import number
from integraal.policy.plan.goals.numbers import value_of
from integraal.statistics.evaluation import detectable_difference
from integraal.statistics.evaluation.power import MOST_COUNTED, detectable_change

Json = dict[str, Any]
YEARS_TOGETHER = 3


@dataclass(frozen=True)
class Hint:
    """A sentence about the numbers of a goal.

    Attributes:
        kind: "wrong" contradicts itself; "doubt" cannot be shown; "fine" can; "unknown" is not
            reckoned, with why.
        say: Dutch, whole.
    """

    kind: Literal["wrong", "doubt", "fine", "unknown"]
    say: str


def hints_of(details: Mapping[str, str], indicator: Json | None) -> list[Hint]:
    """Return what there is to say about the numbers of a goal; nothing while it has none.

    Args:
        details: of the goal.
        indicator: the one it names, as the content of a picture holds it.
    """
    wrong = direction_problem(details)
    if wrong:
        return [Hint("wrong", wrong)]
    if not details.get("indicator"):
        measure = details.get("measure")
        return [Hint("unknown", _NOT_OF_THE_PICTURE)] if measure and _has_numbers(details) else []
    if indicator is None:
        return [Hint("unknown", "Dit cijfer staat niet meer in het veiligheidsbeeld.")]
    baseline = value_of(details.get("baseline", ""))
    if baseline is None:
        return [Hint("unknown", "Zonder beginstand is niet te zeggen wat aan te tonen is.")]
    if indicator.get("side") == "subjective":
        return [_of_measured(details, indicator)]
    return [_of_count(details, baseline)]


_NOT_OF_THE_PICTURE = (
    "Dit cijfer komt niet uit het veiligheidsbeeld. Of een verandering aan te tonen is, rekenen "
    "wij daarom niet uit."
)


def direction_problem(details: Mapping[str, str]) -> str:
    """Return in a sentence that the target lies the wrong way; empty when it does not."""
    baseline, target = (value_of(details.get(code, "")) for code in ("baseline", "target"))
    direction = details.get("direction", "")
    if baseline is None or target is None:
        return ""
    ends = f"De beginstand is {details['baseline']} en het streefcijfer {details['target']}"
    if direction == "down" and target >= baseline:
        return f"{ends}, maar het moet omlaag. Verander het streefcijfer of de richting."
    if direction == "up" and target <= baseline:
        return f"{ends}, maar het moet omhoog. Verander het streefcijfer of de richting."
    return ""


def _has_numbers(details: Mapping[str, str]) -> bool:
    return bool(details.get("baseline") or details.get("target"))


def _of_count(details: Mapping[str, str], baseline: float) -> Hint:
    if not 0 < baseline <= MOST_COUNTED:
        return Hint("unknown", "Bij deze beginstand is niet uit te rekenen wat aan te tonen is.")
    target = value_of(details.get("target", ""))
    change = None if target is None else target / baseline - 1
    rises = change > 0 if change else details.get("direction") == "up"
    one, together = (_least(baseline, years, rises=rises) for years in (1, YEARS_TOGETHER))
    way = "stijging" if rises else "daling"
    if not change:
        return Hint("unknown" if one is None else "fine", _from_where(way, one, together))
    return _of_change(abs(change), way, one, together)


def _of_change(change: float, way: str, one: float | None, together: float | None) -> Hint:
    asked = f"een {way} van {_percent(change)}"
    if one is not None and change >= one:
        return Hint("fine", f"Met deze aantallen is {asked} aan te tonen, in 8 van de 10 gevallen.")
    several = (
        f" Neemt u {YEARS_TOGETHER} jaren samen, dan wel."
        if together is not None and change >= together
        else ""
    )
    if one is None:
        return Hint("doubt", f"Met deze aantallen is {asked} niet aan te tonen.{several}")
    return Hint(
        "doubt",
        f"Met deze aantallen is {asked} niet aan te tonen; pas vanaf ongeveer "
        f"{_percent(one, up=True)}.{several}",
    )


def _from_where(way: str, one: float | None, together: float | None) -> str:
    if one is not None:
        return (
            f"Met deze aantallen is een {way} aan te tonen vanaf ongeveer {_percent(one, up=True)}."
        )
    if together is not None:
        return (
            f"Met deze aantallen is in één jaar geen {way} aan te tonen; met {YEARS_TOGETHER} "
            f"jaren samen vanaf ongeveer {_percent(together, up=True)}."
        )
    return f"Met deze aantallen is geen enkele {way} aan te tonen."


@functools.lru_cache(maxsize=2_000)
def _least(baseline: float, years: int, *, rises: bool) -> float | None:
    """Return the smallest change that would be shown in 8 of 10 cases; ``None``: none would."""
    found = detectable_change(baseline, years_before=years, years_after=years)
    least = abs(float((found.increase if rises else found.decrease).item()))
    return least if math.isfinite(least) else None


def _of_measured(details: Mapping[str, str], indicator: Json) -> Hint:
    figure = indicator.get("estimate") or {}
    if figure.get("low") is None:
        return Hint(
            "unknown",
            "Bij dit cijfer staat geen marge. Daarom is niet te zeggen wat aan te tonen is.",
        )
    half = (float(figure["high"]) - float(figure["low"])) / 2
    if half <= 0:
        return Hint(
            "unknown",
            "De marge van dit cijfer is nul. Daarom is niet te zeggen wat aan te tonen is.",
        )
    least, unit = float(detectable_difference(half)), _unit(indicator)
    low, high = _plain(figure["low"]), _plain(figure["high"])
    margin = f"Dit cijfer is gemeten met een marge van {low} tot {high}."
    ends = [value_of(details.get(code, "")) for code in ("baseline", "target")]
    words = f"{number(math.ceil(least * 10) / 10, 1)}{unit}"
    if ends[0] is None or ends[1] is None:
        return Hint("fine", f"{margin} Een verschil is aan te tonen vanaf ongeveer {words}.")
    asked = abs(ends[1] - ends[0])
    said = f"een verschil van {number(asked, 1)}{unit}"
    if asked >= least:
        return Hint("fine", f"{margin} {said.capitalize()} is bij zo’n meting aan te tonen.")
    return Hint(
        "doubt", f"{margin} {said.capitalize()} is niet aan te tonen; pas vanaf ongeveer {words}."
    )


def _unit(indicator: Json) -> str:
    return " procentpunt" if indicator.get("unit") == "procent" else ""


def _plain(shown: str) -> str:
    return number(float(shown), len(shown.partition(".")[2]))


def _percent(share: float, *, up: bool = False) -> str:
    """Return a share as whole percents; a least change is rounded up, never promised too small."""
    percents = math.ceil(share * 100 - 1e-9) if up else round(share * 100)
    return f"{percents} %"
