"""Measures of a report, and how they stand together. Pure."""

from collections import Counter
from collections.abc import Sequence

from integraal.foundation.ui.dutch import listed
from integraal.policy.accountability.outline import MeasureAccount
from integraal.policy.accountability.reports.telling.words import (
    STATUSES,
    Json,
    amount,
    day_of,
    hours,
    many,
    on,
    total,
)

_ARE = {
    "done": ("is er 1 afgerond", "zijn er {} afgerond"),
    "running": ("loopt er 1", "lopen er {}"),
    "stopped": ("is er 1 gestopt", "zijn er {} gestopt"),
    "planned": ("is er 1 nog niet begonnen", "zijn er {} nog niet begonnen"),
}
_ALL = {
    "done": ("is afgerond", "zijn afgerond"),
    "running": ("loopt", "lopen"),
    "stopped": ("is gestopt", "zijn gestopt"),
    "planned": ("is nog niet begonnen", "zijn nog niet begonnen"),
}


def measure_account(one: Json, last_day: str) -> MeasureAccount:
    """Return a measure: what was promised, and where it stood on the last day."""
    last = one["last"] or {}
    return MeasureAccount(
        key=one["key"],
        title=one["title"],
        who=one["who"],
        when=when_words(one),
        area=one["area"],
        status=status_of(one),
        status_label=STATUSES[status_of(one)],
        quality=last.get("quality", ""),
        time=last.get("time", ""),
        money=last.get("money", ""),
        said=last.get("done", ""),
        said_on=day_of(last.get("on", "")),
        output=output_words(one, last_day),
        budget=amount(one["budget"]),
        spent=amount(one["spent"]["amount"]),
        over_budget_reason=one["more_than_budget_because"],
        partners=tuple(one["partners"]),
        new_in_period=bool(one["heard"]),
        source=source_of(one),
    )


def source_of(one: Json) -> str:
    """Return the key of what tells how a measure stands: the last update, or the promise itself."""
    return update_key(one, one["last"]["number"]) if one["last"] else f"measure:{one['key']}"


def update_key(one: Json, number: int) -> str:
    return f"update:{one['key']}:{number}"


def status_of(one: Json) -> str:
    """Return the status; empty when nobody said anything."""
    return str(one["last"]["status"]) if one["last"] else ""


def when_words(one: Json) -> str:
    start, end = on(one["starts_on"]), on(one["ends_on"])
    if start and end:
        return f"{start} tot en met {end}"
    return f"vanaf {start}" if start else (f"tot en met {end}" if end else "")


def output_words(one: Json, last_day: str) -> str:
    """Return what was counted beside what was promised up to then; empty without a count.

    A count is a total since the measure began, so it stands beside the total that was promised.
    """
    if not one["figure"]["amount"]:
        return ""
    year, targets = last_day[:4], one["output_target"]
    found = {each: target for each, target in targets.items() if each <= year and target}
    what = one["output"].removeprefix("aantal ") or "geteld"
    counted = f"{hours(one['figure']['amount'])} {what}"
    if not found:
        return counted
    since = f"tot en met {year}" if len(found) > 1 else f"voor {max(found)}"
    return f"{counted}; beloofd {since}: {hours(total(found.values()))}"


def standing_words(measures: Sequence[Json], last_day: str) -> str:
    """Return in a few sentences how many measures are where, and of how many nobody spoke."""
    later = begins_later(measures, last_day)
    words = standing_of([status_of(one) for one in measures])
    if not later:
        return words
    said = "1 daarvan begint" if later == 1 else f"{later} daarvan beginnen"
    return f"{words} {said} pas na deze periode."


def begins_later(measures: Sequence[Json], last_day: str) -> int:
    """Return of how many measures nobody spoke that did not have to begin yet."""
    return sum(not status_of(one) and one["starts_on"] > last_day for one in measures)


def standing_of(statuses: Sequence[str]) -> str:
    """Return the same of measures of which only the status is known; "" is of nobody."""
    counts = Counter(statuses)
    if len(counts) < 2:
        return _all_the_same(statuses)
    silent = counts.pop("", 0)
    parts = [
        (one if counts[status] == 1 else more.format(counts[status]))
        for status, (one, more) in _ARE.items()
        if counts[status]
    ]
    words = f"Van de {many(len(statuses), 'maatregel', 'maatregelen')} {listed(parts)}."
    return f"{words} Over {silent} is niets gezegd." if silent else words


def _all_the_same(statuses: Sequence[str]) -> str:
    if not statuses:
        return "Er zijn geen maatregelen beloofd."
    (status,), count = set(statuses), len(statuses)
    if not status:
        whole = "de maatregel" if count == 1 else f"alle {count} maatregelen"
        return f"Over {whole} is niets gezegd."
    one, more = _ALL[status]
    return f"De maatregel {one}." if count == 1 else f"Alle {count} maatregelen {more}."


def stuck(measures: Sequence[Json]) -> list[Json]:
    """Return the measures of which quality, time or money is stuck."""
    return [
        one
        for one in measures
        if one["last"] and "stuck" in (one["last"][each] for each in ("quality", "time", "money"))
    ]
