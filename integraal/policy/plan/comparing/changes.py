"""What changed between two contents of a plan, block by block. Pure.

A block is the same block when its key is the same, whatever it says by now.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Literal

from integraal.policy.picture.writing.rendering import plain_text
from integraal.policy.plan.kinds import BY_CODE, CHAPTERS, KINDS, THEME
from integraal.policy.plan.writing.detail_words import detail_words

Json = dict[str, Any]
What = Literal["same", "added", "removed", "changed", "moved"]
WORDS: dict[What, str] = {
    "same": "gelijk",
    "added": "toegevoegd",
    "removed": "verwijderd",
    "changed": "gewijzigd",
    "moved": "verplaatst",
}


@dataclass(frozen=True)
class Pair:
    """One part of a block as it read before and after, with its label."""

    label: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class Change:
    """One block in both contents.

    Attributes:
        what: "changed" may have been moved as well.
        name: what it is called: as it is now, or as it was.
        parts: title, text and details, those that are empty in both left out.
        is_moved: whether it has another place among those of its kind, or another theme.
    """

    key: str
    kind: str
    name: str
    what: What
    parts: list[Pair]
    is_moved: bool = False

    @property
    def words(self) -> str:
        """What happened to it, in Dutch."""
        both = self.what == "changed" and self.is_moved
        return "gewijzigd en verplaatst" if both else WORDS[self.what]

    @property
    def shown(self) -> list[Pair]:
        """The parts to show: of a block that changed only those that differ."""
        return [one for one in self.parts if one.differs] if self.what == "changed" else self.parts


@dataclass(frozen=True)
class Section:
    """A chapter or a theme, with its blocks in the order in which they are read."""

    name: str
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class _Block:
    """A block of a content with the section it stands in."""

    block: Json
    section: str
    figures: Json

    def parts(self) -> list[tuple[str, str]]:
        kind, block = BY_CODE[self.block["kind"]], self.block
        text = plain_text(block["text"], self.figures) if block["text"] else ""
        found = [(kind.title, block["title"]), (kind.text, text)]
        return found + [
            (one.name, detail_words(one, block["details"].get(one.code, ""))) for one in kind.fields
        ]


def sections_of(before: Json, after: Json, *, with_same: bool = True) -> list[Section]:
    """Return every section with what changed in it; what stayed the same is there too.

    Args:
        before, after: contents of a plan; each reads its figures from itself.
        with_same: whether also what stayed the same has its parts; that takes time.
    """
    old, new = _blocks(before), _blocks(after)
    moved = _moved(old, new)
    alike = _alike(old, new, before["figures"] == after["figures"])
    changes: dict[str, list[Change]] = {}
    for key in _in_one_order(list(old), list(new)):
        section = (new.get(key) or old[key]).section
        change = (
            _unchanged(new[key], moved)
            if key in alike and not with_same
            else _change(key, old.get(key), new.get(key), moved)
        )
        changes.setdefault(section, []).append(change)
    return [
        Section(name, changes[code])
        for code, name in _section_names(before, after)
        if code in changes
    ]


def counted(sections: Iterable[Section]) -> dict[What, int]:
    """Return how many blocks were added, removed, changed and moved."""
    counts: dict[What, int] = dict.fromkeys(WORDS, 0)
    for section in sections:
        for change in section.changes:
            counts[change.what] += 1
    return counts


def _change(key: str, old: _Block | None, new: _Block | None, moved: set[str]) -> Change:
    shown = new or old
    assert shown is not None
    pairs = _pairs(old, new)
    what: What = "added" if old is None else "removed" if new is None else "same"
    if what == "same":
        differs = any(pair.differs for pair in pairs)
        what = "changed" if differs else "moved" if key in moved else "same"
    kind = BY_CODE[shown.block["kind"]]
    name = shown.block["title"] or kind.name.capitalize()
    return Change(key, kind.name, name, what, pairs, is_moved=key in moved)


def _alike(old: dict[str, _Block], new: dict[str, _Block], same_figures: bool) -> set[str]:
    """Return the keys of blocks that hold the same, and so read the same."""
    if not same_figures:
        return set()
    fields = ("kind", "title", "text", "details")
    return {
        key
        for key in old.keys() & new.keys()
        if all(old[key].block[one] == new[key].block[one] for one in fields)
    }


def _unchanged(one: _Block, moved: set[str]) -> Change:
    key, kind = one.block["key"], BY_CODE[one.block["kind"]]
    name = one.block["title"] or kind.name.capitalize()
    what: What = "moved" if key in moved else "same"
    return Change(key, kind.name, name, what, [], is_moved=key in moved)


def _pairs(old: _Block | None, new: _Block | None) -> list[Pair]:
    before = old.parts() if old else []
    after = new.parts() if new else []
    if not before or not after:
        labels = [label for label, _ in before or after]
        empty = [(label, "") for label in labels]
        before, after = before or empty, after or empty
    found = [Pair(label, was, now) for (label, was), (_, now) in zip(before, after, strict=False)]
    return [pair for pair in found if pair.before or pair.after]


def _blocks(content: Json) -> dict[str, _Block]:
    figures = content["figures"]
    chapters = {kind.code: kind.chapter for kind in KINDS}
    found = {one["key"]: _Block(one, chapters[one["kind"]], figures) for one in content["blocks"]}
    for theme in content["themes"]:
        section = f"theme:{theme['code']}"
        for one in ({**theme, "kind": THEME.code}, *theme["blocks"]):
            found[one["key"]] = _Block(one, section, figures)
    return found


def _moved(old: dict[str, _Block], new: dict[str, _Block]) -> set[str]:
    """Return the keys whose place among those of their kind, or whose theme, is another."""
    both = old.keys() & new.keys()
    moved = {key for key in both if old[key].section != new[key].section}
    for was, now in _beside(old, new, both - moved):
        matched = SequenceMatcher(a=was, b=now, autojunk=False).get_matching_blocks()
        stayed = {key for one in matched for key in was[one.a : one.a + one.size]}
        moved |= set(was) - stayed
    return moved


def _beside(
    old: dict[str, _Block], new: dict[str, _Block], keys: set[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the order before and after of those of one kind in one section."""
    groups: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for place, side in enumerate((old, new)):
        for key, one in side.items():
            if key in keys:
                # Themes are ordered among themselves, though each is a section of its own.
                kind = one.block["kind"]
                where = "" if kind == THEME.code else one.section
                groups.setdefault((kind, where), ([], []))[place].append(key)
    yield from groups.values()


def _in_one_order(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield every key once in the order of ``new``; what is gone stands where it stood."""
    known = set(new)
    gone_after: dict[str, list[str]] = {}
    last = ""
    for key in old:
        if key in known:
            last = key
        else:
            gone_after.setdefault(last, []).append(key)
    yield from gone_after.get("", [])
    for key in new:
        yield key
        yield from gone_after.get(key, [])


def _section_names(before: Json, after: Json) -> list[tuple[str, str]]:
    themes = {f"theme:{one['code']}": one["name"] for one in (*before["themes"], *after["themes"])}
    order = [f"theme:{one['code']}" for one in (*after["themes"], *before["themes"])]
    found: list[tuple[str, str]] = []
    for chapter in CHAPTERS:
        if chapter.code == "themes":
            found += [(code, themes[code]) for code in dict.fromkeys(order)]
        else:
            found.append((chapter.code, chapter.name))
    return found
