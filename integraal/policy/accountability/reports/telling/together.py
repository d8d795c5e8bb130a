"""Sources that are a count or a sum of others: measures, money and goals together. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from integraal.policy.accountability.outline import Source
from integraal.policy.accountability.reports.telling.goals import judge
from integraal.policy.accountability.reports.telling.measures import (
    begins_later,
    source_of,
    status_of,
    update_key,
)
from integraal.policy.accountability.reports.telling.words import (
    STATUSES,
    Json,
    amount,
    filled,
    hours,
    on,
    total,
)

WHOLE = ""
"""Instead of the code of a theme: all themes together."""


def measures_key(theme: str) -> str:
    return f"measures:{theme or 'all'}"


def money_key(theme: str) -> str:
    return f"money:{theme or 'all'}"


GOALS_KEY = "goals:all"
DEVIATIONS_KEY = "deviations:all"
INCIDENTS_KEY = "incidents:all"


def of_theme(rows: Iterable[Json], theme: str) -> list[Json]:
    """Return the rows of one theme, or all of them."""
    return [one for one in rows if theme in (WHOLE, one["theme"])]


def sources_together(facts: Json, kind: str) -> dict[str, Source]:
    """Return every count and sum of the facts as a source."""
    return {one.key: one for one in _all(facts, kind)}


def _all(facts: Json, kind: str) -> Iterator[Source]:
    names = {one["code"]: one["name"] for one in facts["themes"]}
    for theme in (WHOLE, *names):
        found = of_theme(facts["measures"], theme)
        where = f" binnen {names[theme]}" if theme else ""
        yield _measures(theme, where, found, facts)
        yield _money(theme, where, found, facts)
    yield _goals(facts, kind)
    yield _deviations(facts)
    yield _incidents(facts)


def _measures(theme: str, where: str, found: Sequence[Json], facts: Json) -> Source:
    counts = Counter(status_of(one) for one in found)
    return Source(
        measures_key(theme), "programme", f"Stand van de maatregelen{where}",
        (
            ("Op", on(facts["last_day"])),
            ("Maatregelen", str(len(found))),
            *((STATUSES[each].capitalize(), str(counts[each])) for each in STATUSES),
            ("Niets gezegd en pas later aan de beurt", str(begins_later(found, facts["last_day"]))),
            ("Iets gemeld in deze periode", str(sum(bool(one["heard"]) for one in found))),
        ),
        is_open=True,
        parts=tuple(source_of(one) for one in found),
    )  # fmt: skip


def _money(theme: str, where: str, found: Sequence[Json], facts: Json) -> Source:
    budget = [one["budget"] for one in found]
    spent = [one["spent"]["amount"] for one in found]
    both = [one for one in found if one["budget"] and one["spent"]["amount"]]
    return Source(
        money_key(theme), "programme", f"Geld en uren{where}",
        filled(
            ("Op", on(facts["last_day"])),
            ("Maatregelen", str(len(found))),
            ("Met een begroot bedrag", str(_known(budget))),
            ("Begroot samen (euro)", amount(total(budget))),
            ("Met een gemeld bedrag", str(_known(spent))),
            ("Uitgegeven samen (euro)", amount(total(spent))),
            ("Met begroot en gemeld bedrag", str(len(both))),
            ("Daarvan begroot (euro)", amount(total(one["budget"] for one in both))),
            ("Daarvan uitgegeven (euro)", amount(total(one["spent"]["amount"] for one in both))),
            ("Geplande uren samen", hours(total(one["hours"] for one in found))),
            ("Met geplande uren", str(_known(one["hours"] for one in found))),
            ("Gemelde uren samen", hours(total(one["hours_spent"]["amount"] for one in found))),
            ("Met gemelde uren", str(_known(one["hours_spent"]["amount"] for one in found))),
        ),
        is_open=True,
        parts=tuple(dict.fromkeys(part for one in found for part in money_parts(one))),
    )  # fmt: skip


def money_parts(one: Json) -> Iterator[str]:
    """Yield the keys of what tells the money and hours of a measure."""
    if one["budget"] or one["hours"]:
        yield f"measure:{one['key']}"
    for name in ("spent", "hours_spent"):
        if one[name]["amount"]:
            yield update_key(one, one[name]["number"])


def _known(amounts: Iterable[str]) -> int:
    return sum(bool(one) for one in amounts)


def _goals(facts: Json, kind: str) -> Source:
    judged = [(one, judge(one, kind)) for one in facts["goals"]]
    counts = Counter(each.label for _, each in judged)
    return Source(
        GOALS_KEY, "goal", "Uitkomst van de doelen",
        (("Doelen", str(len(judged))), *((label, str(counts[label])) for label in sorted(counts))),
        is_open=True,
        parts=tuple(f"goal:{one['key']}" for one, _ in judged),
    )  # fmt: skip


def _deviations(facts: Json) -> Source:
    found = facts["deviations"]
    return Source(
        DEVIATIONS_KEY, "deviation", "Afwijkingen in deze periode",
        (
            ("Open geweest", str(len(found))),
            ("Geopend", str(sum(one["is_new"] for one in found))),
            ("Gesloten", str(sum(bool(one["closed_on"]) for one in found))),
        ),
        parts=tuple(f"deviation:{one['id']}" for one in found),
    )  # fmt: skip


def _incidents(facts: Json) -> Source:
    found = facts["incidents"]
    known = [one["hours"] for one in found if one["hours"]]
    return Source(
        INCIDENTS_KEY, "incident", "Wat ertussen kwam",
        filled(
            ("Incidenten en taken", str(len(found))), ("Met uren", str(len(known))),
            ("Uren samen", hours(total(known))),
        ),
        parts=tuple(f"incident:{one['id']}" for one in found),
    )  # fmt: skip
