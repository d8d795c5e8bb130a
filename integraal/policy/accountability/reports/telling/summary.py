"""The few sentences a member of the council reads first. Pure."""

from collections import Counter
from collections.abc import Iterator

from integraal.foundation.ui.dutch import listed
from integraal.policy.accountability.outline import Sentence
from integraal.policy.accountability.reports.telling.changes import new_versions
from integraal.policy.accountability.reports.telling.goals import judge, outcome_words
from integraal.policy.accountability.reports.telling.measures import standing_words
from integraal.policy.accountability.reports.telling.money import money_words
from integraal.policy.accountability.reports.telling.together import (
    DEVIATIONS_KEY,
    GOALS_KEY,
    WHOLE,
    measures_key,
    money_key,
)
from integraal.policy.accountability.reports.telling.unsaid import CAUSE
from integraal.policy.accountability.reports.telling.words import Json, many, on, sentence

MOST = 7


def summary(facts: Json, kind: str) -> tuple[Sentence, ...]:
    """Return at most seven sentences: done, reached, money, changed, and what cannot be said."""
    return tuple(_all(facts, kind))[:MOST]


def _all(facts: Json, kind: str) -> Iterator[Sentence]:
    measures, goals = facts["measures"], facts["goals"]
    of_measures = (measures_key(WHOLE),)
    standing = standing_words(measures, facts["last_day"])
    words = f"Op {on(facts['last_day'])}: {standing[0].lower()}{standing[1:]}"
    yield Sentence("summary-measures", words, of_measures)
    heard = sum(bool(one["heard"]) for one in measures)
    if measures:
        of_all = many(len(measures), "maatregel", "maatregelen")
        said = f"In deze periode is bij {heard} van de {of_all} iets gemeld."
        yield Sentence("summary-heard", said, of_measures)
    if goals:
        yield Sentence("summary-goals", _goals(facts, kind), (GOALS_KEY,))
    if measures:
        yield Sentence("summary-money", money_words(measures), (money_key(WHOLE),))
    yield _biggest(facts)
    if facts["deviations"]:
        found = facts["deviations"]
        still = sum(not one["closed_on"] for one in found)
        verb = "was" if len(found) == 1 else "waren"
        text = (
            f"Er {verb} {many(len(found), 'afwijking', 'afwijkingen')}; daarvan {still} nog open."
        )
        yield Sentence("summary-deviations", text, (DEVIATIONS_KEY,))
    if goals:
        yield Sentence("summary-cause", f"De doelen bewegen door veel oorzaken. {CAUSE}")


def _goals(facts: Json, kind: str) -> str:
    count = Counter(judge(one, kind).outcome for one in facts["goals"])
    goals = len(facts["goals"])
    if count["unclear"] + count["unknown"] == goals:
        none = "het doel" if goals == 1 else f"alle {goals} doelen"
        return f"Van {none} is nog niet te zeggen hoe het ervoor staat."
    parts = outcome_words({each: count[each] for each in
                           ("reached", "ahead", "behind", "unclear", "unknown")})  # fmt: skip
    return f"Van de {many(len(facts['goals']), 'doel', 'doelen')} {listed(parts)}."


def _biggest(facts: Json) -> Sentence:
    """Return the version that changed most, or a decided change, or that nothing did."""
    versions = sorted(new_versions(facts), key=lambda one: (-len(one["changes"]), one["version"]))
    if versions and versions[0]["changes"]:
        one = versions[0]
        words = many(len(one["changes"]), "maatregel", "maatregelen")
        return Sentence(
            "summary-changed",
            f"De grootste wijziging is versie {one['version']} van het programma "
            f"({on(one['adopted_on'])}): die raakt {words}.{_why(facts, one)}",
            (f"version:{one['id']}", *_causes(facts, one)),
        )
    if facts["changes"]:
        first = facts["changes"][0]
        text = f"Er is een wijziging begonnen: {sentence(first['title'])}"
        return Sentence("summary-changed", text, (f"change:{first['id']}",))
    return Sentence("summary-changed", "In deze periode is het programma niet gewijzigd.")


def _why(facts: Json, version: Json) -> str:
    found = [one for one in facts["changes"] if one["version"] == version["version"]]
    return f" Aanleiding: {sentence(found[0]['title'])}" if found else ""


def _causes(facts: Json, version: Json) -> tuple[str, ...]:
    found = [one for one in facts["changes"] if one["version"] == version["version"]]
    return tuple(f"change:{one['id']}" for one in found[:1])
