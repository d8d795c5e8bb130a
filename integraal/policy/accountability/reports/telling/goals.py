"""Goals of a report: what was promised, what its figure did, and what may be said. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from integraal.foundation.ui.dutch import number
from integraal.policy.accountability.outline import Outcome
from integraal.policy.accountability.reports.telling.words import Json, many, on, sentence
from integraal.policy.monitoring.goals.course import (
    Goal,
    Reached,
    beside_path,
    path_at,
    why_no_path,
)
from integraal.policy.monitoring.thresholds.rules import margin_words

NOT_TO_SAY = "Niet te zeggen"
_DIRECTIONS = {"down": "omlaag", "up": "omhoog", "hold": "gelijk houden"}


@dataclass(frozen=True)
class Judged:
    """What may be said of a goal.

    Attributes:
        text: sentences; it says so when nothing can be said.
        sources: of the figures in it.
        path: where the path lies in the year of the newest figure; empty where there is none.
    """

    outcome: Outcome
    label: str
    text: str
    sources: tuple[str, ...]
    path: str = ""


def promised_words(one: Json) -> str:
    """Return what was promised: from where to where, and when."""
    start, target = (shown(one[each], one.get("unit", "")) for each in ("baseline", "target"))
    measured = f" ({one['measured_by']})" if one["measured_by"] else ""
    since = f" in {one['baseline_year']}" if one["baseline_year"] else ""
    until = f" uiterlijk {on(one['by_date'])}" if one["by_date"] else ""
    if start and target:
        return f"Beloofd is: van {start}{since} naar {target}{until}{measured}."
    if target:
        return f"Beloofd is: {target}{until}{measured}. Een beginstand staat er niet bij."
    way = _DIRECTIONS.get(one["direction"], "")
    wish = f"Beloofd is: {way}{until}{measured}. " if way else ""
    return f"{wish}Een streefcijfer staat niet in het plan."


def judge(one: Json, kind: str) -> Judged:
    """Return what may be said of a goal on the figures up to the last day.

    Args:
        one: the goal, as the facts hold it.
        kind: "final" looks over the whole term, any other beside the path and the year before.
    """
    latest = latest_of(one)
    if latest is None:
        return Judged("unknown", "Geen cijfer", _nothing(one), tuple(_sources(one)))
    goal, reached = _goal(one), _reached(latest)
    path = path_at(goal, latest["year"])
    outcome, label, say = _beside(goal, reached)
    verdict = one["since_start"] if kind == "final" else one["since_last_year"]
    words = [
        f"In {latest['year']} was het {_with_unit(one, latest)}{margin_words(reached)}.",
        sentence(verdict["say"]) if verdict else "",
        say,
        _newer(one, latest),
    ]
    return Judged(
        outcome,
        label,
        " ".join(one for one in words if one),
        _used(one, latest, kind),
        "" if path is None else number(path, 1),
    )


def latest_of(one: Json) -> Json | None:
    """Return the newest complete year with a value."""
    known = [each for each in one["years"] if each["value"] and each["complete"]]
    return known[-1] if known else None


def shown(written: str, unit: str = "") -> str:
    return f"{number(Decimal(written))}{unit}" if written else ""


def is_reached(one: Json, latest: Json) -> bool:
    """Return whether the whole margin lies on the right side of the target."""
    if not (one["target"] and latest["low"] and latest["high"]):
        return False
    target = Decimal(one["target"])
    if one["direction"] == "down":
        return Decimal(latest["high"]) <= target
    return one["direction"] == "up" and Decimal(latest["low"]) >= target


def outcome_words(count: dict[str, int]) -> list[str]:
    """Return the parts of a sentence about how many goals stand where."""
    not_said = count["unclear"] + count["unknown"]
    parts = (
        (count["reached"], "is er 1 bereikt", "zijn er {} bereikt"),
        (count["ahead"], "ligt er 1 voor op het pad", "liggen er {} voor op het pad"),
        (count["behind"], "ligt er 1 achter", "liggen er {} achter"),
        (not_said, "is het van 1 niet te zeggen", "is het van {} niet te zeggen"),
    )
    return [one if found == 1 else more.format(found) for found, one, more in parts if found]


def _beside(goal: Goal, reached: Reached) -> tuple[Outcome, str, str]:
    raw = {
        "target": "" if goal.target is None else str(goal.target),
        "direction": goal.direction,
    }
    ends = {
        "low": "" if reached.low is None else str(reached.low),
        "high": "" if reached.high is None else str(reached.high),
    }
    if is_reached(raw, ends):
        return "reached", "Bereikt", f"Het streefcijfer {number(goal.target)} is bereikt."
    found = beside_path(goal, reached)
    if found is None:
        if goal.baseline_year and reached.year <= goal.baseline_year:
            say = f"{goal.baseline_year} is het jaar waarin dit doel begint; het is te vroeg."
            return "unknown", NOT_TO_SAY, f"Of het doel dichterbij komt, is niet te zeggen: {say}"
        why = why_no_path(goal).replace("Er is geen pad te tekenen: ", "")
        reason = f" {why[:1].upper()}{why[1:]}" if why else ""
        return "unknown", NOT_TO_SAY, f"Of het doel dichterbij komt, is niet te zeggen.{reason}"
    return found.stand, found.label, found.say


def _with_unit(one: Json, year: Json) -> str:
    unit = one.get("unit", "")
    return str(year["shown"]) if "%" in year["shown"] else f"{year['shown']}{unit}"


def _nothing(one: Json) -> str:
    if not one["years"] and not one["indicator"]:
        measured = f" ({one['measured_by']})" if one["measured_by"] else ""
        return (
            f"Van dit doel is nog geen stand ingevuld{measured}. Of het doel dichterbij komt, is "
            "niet te zeggen."
        )
    absent = [each for each in one["years"] if not each["value"]]
    if absent:
        last = absent[-1]
        return (
            f"Het cijfer over {last['year']}: {last['shown']}. Dat is niet nul. Of het doel "
            "dichterbij komt, is niet te zeggen."
        )
    return (
        "Er is nog geen cijfer over een heel jaar. Of het doel dichterbij komt, is niet te zeggen."
    )


def _newer(one: Json, latest: Json) -> str:
    """Return what is known of later years that are not complete or have no value."""
    later = [each for each in one["years"] if each["year"] > latest["year"]]
    if not later:
        return ""
    last = later[-1]
    if last["value"]:
        return f"Het cijfer over {last['year']} is nog niet compleet."
    return f"Het cijfer over {last['year']}: {last['shown']}. Dat is niet nul."


def _used(one: Json, latest: Json, kind: str) -> tuple[str, ...]:
    compared = one["baseline_year"] if kind == "final" else latest["year"] - 1
    years = [each for each in one["years"] if each["year"] in (compared, latest["year"])]
    later = [each for each in one["years"] if each["year"] > latest["year"]][-1:]
    return tuple(each["source"] for each in (*years, *later))


def _sources(one: Json) -> list[str]:
    return [each["source"] for each in one["years"][-1:]]


def _goal(one: Json) -> Goal:
    return Goal(
        key=one["key"], title=one["title"], why=one["why"], theme=one["theme"], theme_name="",
        owner="", by_date=one["by_date"], indicator=one["indicator"], measure=one["measured_by"],
        direction=one["direction"], baseline=_float(one["baseline"]),
        baseline_year=one["baseline_year"] or None, baseline_source="",
        target=_float(one["target"]), target_year=one["target_year"] or None,
    )  # fmt: skip


def _reached(one: Json) -> Reached:
    low, high = _float(one["low"]), _float(one["high"])
    value = _float(one["value"])
    return Reached(one["year"], value, low, high, one["shown"], "", one["complete"])


def _float(written: str) -> float | None:
    return float(written) if written else None


def how_many(goals: int) -> str:
    return many(goals, "doel", "doelen")
