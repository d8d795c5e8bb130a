"""What changed between two contents of a programme, measure by measure. Pure.

A measure is the same measure when its key is the same, whatever it says by now.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from integraal.policy.plan.comparing.changes import Change, Pair, Section, What
from integraal.policy.programme.measures.in_words import Names, facts_of

Json = Mapping[str, Any]
_PROGRAMME = "Het programma zelf"


def sections_of(before: Json, after: Json, names: Names) -> list[Section]:
    """Return every theme with what changed in it; what stayed the same is there too.

    Args:
        before, after: contents of a programme.
        names: how themes, goals and figures are called.
    """
    old = {one["key"]: one for one in before["measures"]}
    new = {one["key"]: one for one in after["measures"]}
    changes: dict[str, list[Change]] = {}
    for key in dict.fromkeys([*new, *old]):
        theme = (new.get(key) or old[key])["theme"]
        changes.setdefault(theme, []).append(_change(key, old.get(key), new.get(key), names))
    places = {code: at for at, code in enumerate(names.themes)}
    themes = sorted(changes, key=lambda code: places.get(code, len(places)))
    found = [Section(names.themes.get(code, code), changes[code]) for code in themes]
    return [*_of_itself(before, after), *found]


def _change(key: str, old: Json | None, new: Json | None, names: Names) -> Change:
    before = {one.label: one.words for one in facts_of(old, names)} if old else {}
    after = {one.label: one.words for one in facts_of(new, names)} if new else {}
    pairs = _pairs(before, after)
    what: What = "added" if old is None else "removed" if new is None else "same"
    if what == "same" and any(one.differs for one in pairs):
        what = "changed"
    title = str((new or old or {})["title"])
    return Change(key, "maatregel", title, what, pairs)


def _pairs(before: Mapping[str, str], after: Mapping[str, str]) -> list[Pair]:
    labels = dict.fromkeys([*before, *after])
    found = [Pair(label, before.get(label, ""), after.get(label, "")) for label in labels]
    return [one for one in found if one.before or one.after]


def _of_itself(before: Json, after: Json) -> Sequence[Section]:
    """Return what changed in the programme as a whole; nothing when that is nothing."""
    pairs = [
        Pair("Titel", before["title"], after["title"]),
        Pair("Jaren", _years(before), _years(after)),
        Pair("Uren per kwartaal", _hours(before), _hours(after)),
    ]
    differing = [one for one in pairs if one.differs]
    if not differing:
        return []
    return [Section(_PROGRAMME, [Change("", "programma", after["title"], "changed", differing)])]


def _years(content: Json) -> str:
    return f"{content['first_year']}-{content['last_year']}"


def _hours(content: Json) -> str:
    found = content["capacity"]
    return ", ".join(f"{quarter}: {found[quarter]}" for quarter in sorted(found))
