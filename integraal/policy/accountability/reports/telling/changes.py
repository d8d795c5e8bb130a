"""What changed and why, what came between, and what we join. Pure."""

from collections.abc import Iterator, Sequence

from integraal.foundation.ui.dutch import listed
from integraal.policy.accountability.outline import Sentence
from integraal.policy.accountability.reports.telling.together import DEVIATIONS_KEY, INCIDENTS_KEY
from integraal.policy.accountability.reports.telling.words import (
    Json,
    hours,
    many,
    on,
    sentence,
    total,
)

_MOST_NAMED = 5
_VERBS = {"added": "toegevoegd", "removed": "weggehaald", "changed": "gewijzigd"}


def new_versions(facts: Json) -> list[Json]:
    """Return the versions after the first that were adopted in the period."""
    return [
        one for one in facts["versions"][1:] if facts["first_day"] <= one["adopted_on"]
    ]  # fmt: skip


def changed(facts: Json) -> tuple[Sentence, ...]:
    """Return the changes of the programme as a whole, and the deviations of the period."""
    found = [*_changes(facts), *_versions(facts), *_deviations(facts)]
    if not found:
        return (Sentence("changed-nothing", "In deze periode is het programma niet gewijzigd."),)
    return tuple(found)


def changed_in(facts: Json, theme: str) -> tuple[Sentence, ...]:
    """Return what changed in the measures of one theme, and what was decided about them."""
    return (*_measures_changed(facts, theme), *_decided(facts, theme))


def came_between(facts: Json) -> tuple[Sentence, ...]:
    """Return the incidents and tasks that took hours; how many did not say how many."""
    found = facts["incidents"]
    if not found:
        return ()
    known = [one["hours"] for one in found if one["hours"]]
    rest = len(found) - len(known)
    taken = f" Bij {len(known)} zijn de uren bekend: samen {hours(total(known))}." if known else ""
    unknown = f" Van {rest} zijn de uren niet bekend." if rest else ""
    verb = "kwam" if len(found) == 1 else "kwamen"
    words = many(len(found), "incident of wettelijke taak", "incidenten en wettelijke taken")
    head = f"Er {verb} {words} tussen.{taken}{unknown}"
    return (Sentence("between-all", head, (INCIDENTS_KEY,)), *(_incident(one) for one in found))


def joined(facts: Json) -> tuple[Sentence, ...]:
    """Return one sentence for every programme of others."""
    return tuple(_joined(one) for one in facts["joined"])


def _changes(facts: Json) -> Iterator[Sentence]:
    for one in facts["changes"]:
        decided = (
            f"Besluit ({one['decided_by']}, {on(one['decided_on'])}): {sentence(one['decision'])}"
            if one["decided_on"] and one["decision"]
            else f"Besloten op {on(one['decided_on'])} door {one['decided_by']}."
            if one["decided_on"]
            else "Hierover is nog niet besloten."
        )
        told = (
            f" De raad is verteld op {on(one['council_told_on'])}."
            if one["council_told_on"]
            else ""
        )
        words = f"{sentence(one['title'])} Aanleiding: {one['cause']}. {sentence(one['reason'])}"
        yield Sentence(
            f"changed-{one['id']}", f"{words.strip()} {decided}{told}", (f"change:{one['id']}",)
        )


def _versions(facts: Json) -> Iterator[Sentence]:
    for one in new_versions(facts):
        count = {what: sum(each["what"] == what for each in one["changes"]) for what in _VERBS}
        parts = [
            f"{many(found, 'maatregel', 'maatregelen')} {_VERBS[what]}"
            for what, found in count.items()
            if found
        ]
        said = listed(parts) if parts else "geen maatregel anders"
        yield Sentence(
            f"version-{one['id']}",
            f"Versie {one['version']} van het programma, vastgesteld op {on(one['adopted_on'])}: "
            f"{said}.",
            (f"version:{one['id']}",),
        )


def _deviations(facts: Json) -> Iterator[Sentence]:
    found = facts["deviations"]
    if not found:
        return
    opened = sum(one["is_new"] for one in found)
    closed = sum(bool(one["closed_on"]) for one in found)
    open_still = len(found) - closed
    verb = "speelde" if len(found) == 1 else "speelden"
    yield Sentence(
        "changed-deviations",
        f"Er {verb} {many(len(found), 'afwijking', 'afwijkingen')}: {opened} geopend in deze "
        f"periode, {closed} gesloten, {open_still} nog open.",
        (DEVIATIONS_KEY,),
    )
    known = {one["key"] for one in (*facts["goals"], *facts["measures"])}
    for one in found:
        if not {one["goal"], one["measure"]} & known:
            yield deviation_sentence(one)


def deviation_sentence(one: Json) -> Sentence:
    """Return a deviation as a sentence: since when, what was decided, what came of it."""
    decided = (
        f" Besluit van {on(one['decided_on'])}: {sentence(one['decision'])}"
        if one["decided_on"]
        else " Er is nog niet over besloten."
    )
    closed = (
        f" Gesloten op {on(one['closed_on'])}: {sentence(one['result'])}"
        if one["closed_on"]
        else " Zij is nog open."
    )
    return Sentence(
        f"deviation-{one['id']}",
        f"Afwijking sinds {on(one['opened_on'])}: {sentence(one['title'])}{decided}{closed}",
        (f"deviation:{one['id']}",),
    )


def _measures_changed(facts: Json, theme: str) -> Iterator[Sentence]:
    for version in new_versions(facts):
        for what, verb in _VERBS.items():
            found = [
                one for one in version["changes"] if one["what"] == what and one["theme"] == theme
            ]
            if found:
                yield Sentence(
                    f"theme-{theme}-{what}-{version['version']}",
                    f"Met versie {version['version']} van {on(version['adopted_on'])} {verb}: "
                    f"{_named(found)}.",
                    (f"version:{version['id']}",),
                )


def _named(found: Sequence[Json]) -> str:
    names = [_with_fields(one) for one in found[:_MOST_NAMED]]
    rest = len(found) - len(names)
    return f"{'; '.join(names)} en nog {rest}" if rest else "; ".join(names)


def _with_fields(one: Json) -> str:
    labels = [each["label"].lower() for each in one["fields"]]
    return f"{one['title']} ({listed(labels)})" if labels else str(one["title"])


def _decided(facts: Json, theme: str) -> Iterator[Sentence]:
    keys = {one["key"] for one in (*facts["goals"], *facts["measures"]) if one["theme"] == theme}
    for one in facts["deviations"]:
        # What hangs on a goal and on a measure of two themes is told once, with the goal.
        place = one["goal"] if one["goal"] in _goal_keys(facts) else one["measure"]
        if place in keys:
            yield deviation_sentence(one)


def _goal_keys(facts: Json) -> set[str]:
    return {one["key"] for one in facts["goals"]}


def _incident(one: Json) -> Sentence:
    where = f" in {one['area']}" if one["area"] else ""
    taken = (
        f"{hours(one['hours'])} uur" if one["hours"] else "hoeveel uur het kostte, is niet bekend"
    )
    shifted = f" Wat daardoor verschoof: {sentence(one['shifted'])}" if one["shifted"] else ""
    return Sentence(
        f"between-{one['id']}",
        f"{on(one['on'])}{where}: {one['title']} ({one['kind']}); {taken}.{shifted}",
        (f"incident:{one['id']}",),
    )


def _joined(one: Json) -> Sentence:
    until = f" tot {on(one['until'])}" if one["until"] else ""
    share = f" Ons aandeel: {sentence(one['share'])}" if one["share"] else ""
    result = (
        f" Resultaat: {sentence(one['result'])}"
        if one["result"]
        else " Over het resultaat is niets ingevuld."
    )
    return Sentence(
        f"joined-{one['id']}",
        f"{one['title']} ({one['level']}), sinds {on(one['since'])}{until}.{share}{result}",
        (f"joined:{one['id']}",),
    )
