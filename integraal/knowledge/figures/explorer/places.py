"""The areas a selection names: one's own of the right division, and who they are laid beside."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from django.utils import timezone

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import Area
from integraal.knowledge.figures.estimates import AreaRef
from integraal.knowledge.figures.explorer.selection import Selection

Origin = Literal["own", "national", "group"]
CODED_KINDS: dict[str, str] = {
    "wijken": str(AreaKind.DISTRICT),
    "buurten": str(AreaKind.NEIGHBOURHOOD),
}
_WORDS = {"": "groep gemeenten", **dict(AreaKind.choices)}
_NEIGHBOURHOOD_CODE = re.compile(r"BU(\d{6})\d{2}", re.ASCII)


@dataclass(frozen=True)
class Place:
    """An area of one's own, a municipality, the country, or a group of municipalities.

    Attributes:
        key: id of an own area, CBS code of a municipality, or word of a group.
        kind: as ``AreaKind``; empty for a group.
        within: key of the own area it lies in.
        members: codes of the municipalities of a group.
    """

    key: str
    origin: Origin
    kind: str
    name: str
    code: str = ""
    division_year: int | None = None
    within: str | None = None
    number: int | None = None
    few_inhabitants: bool = False
    is_numbered_part: bool = False
    members: tuple[str, ...] = ()

    @cached_property
    def is_part(self) -> bool:
        """Whether it is a part of one's own municipality, whose small counts need care."""
        return self.origin == "own" and self.kind != AreaKind.MUNICIPALITY

    @property
    def word(self) -> str:
        """Its kind in Dutch, such as "wijk"."""
        return _WORDS.get(self.kind, "")

    @cached_property
    def reference(self) -> AreaRef:
        return AreaRef(self.code or self.key, self.name, self.division_year)


@dataclass(frozen=True)
class OwnAreas:
    """All areas of the municipality, of every division, without their outlines."""

    by_key: Mapping[str, Place]
    whole: Place | None
    children: Mapping[str, tuple[str, ...]]

    def parts_of(self, kind: str, division: int | None) -> list[Place]:
        """Return the areas of a kind in one division."""
        return [
            place
            for place in self.by_key.values()
            if place.kind == kind and place.division_year == division
        ]

    def divisions_of(self, kind: str) -> set[int | None]:
        """Return the division years in which there are areas of a kind."""
        return {place.division_year for place in self.by_key.values() if place.kind == kind}

    def tree(self, year: int | None) -> dict[str, str | None]:
        """Return every part of one division with the part it lies in; None in the whole itself."""
        parts = {place.key: place for place in self.division(year)}
        above = {child: key for key, children in self.children.items() for child in children}
        listed = {key: above.get(key) or place.within for key, place in parts.items()}
        return {key: over if over in parts else None for key, over in listed.items()}

    def division(self, year: int | None) -> list[Place]:
        """Return every part of the municipality in one division."""
        return [
            place for place in self.by_key.values() if place.is_part and place.division_year == year
        ]


@dataclass(frozen=True)
class Chosen:
    """The own areas of a selection, and what a reader must know about that choice."""

    places: tuple[Place, ...]
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    levels: Mapping[str, int | None] = field(default_factory=dict)


def own_areas(day: date | None = None) -> OwnAreas:
    """Return the areas of the tenant; one query.

    Args:
        day: the day on which areas without a CBS code must be valid; None for today. An area
            with a code belongs to its division, whatever the day.
    """
    on = day or timezone.localdate()
    rows = list(Area.objects.defer("geometry").order_by("number", "name"))
    whole = _municipality(rows, on)
    kept = [row for row in rows if row.code_year or _is_valid(row, on) or row is whole]
    by_key = {one.key: one for one in _told_apart([_place(row, whole) for row in kept])}
    return OwnAreas(
        by_key=by_key,
        whole=by_key[str(whole.pk)] if whole else None,
        children=_children(by_key.values()),
    )


def _municipality(rows: Sequence[Area], on: date) -> Area | None:
    """Return the municipality itself, as ``municipality_on`` has it; else as it was last."""
    wholes = [row for row in rows if row.kind == AreaKind.MUNICIPALITY and not row.within_id]
    valid = [row for row in wholes if _is_valid(row, on)]
    return next(iter(valid), max(wholes, key=lambda row: row.valid_from, default=None))


def choose(selection: Selection, own: OwnAreas, with_figures: Collection[str]) -> Chosen:
    """Return the own areas that a selection names.

    Args:
        with_figures: keys of the areas that have figures of the indicator; they decide between
            divisions, when there are more.
    """
    notes: list[str] = []
    problems: list[str] = []
    levels: dict[str, int | None] = {}
    found: list[Place] = []
    for word in selection.areas or ("gemeente",):
        if word == "gemeente":
            found += [own.whole] if own.whole else []
        elif word == "gebieden":
            found += [place for place in own.by_key.values() if place.is_numbered_part]
            levels[word] = None
        elif word in CODED_KINDS:
            found += _of_level(word, selection.division, own, with_figures, levels, notes)
        elif word in own.by_key:
            found.append(own.by_key[word])
        else:
            problems.append(
                "Een gebied uit deze link bestaat niet (meer) in uw gemeente. Kies een gebied uit "
                "de lijst."
            )
    return Chosen(tuple(dict.fromkeys(found)), tuple(notes), tuple(dict.fromkeys(problems)), levels)


def _of_level(
    word: str,
    wanted: int | None,
    own: OwnAreas,
    having: Collection[str],
    levels: dict[str, int | None],
    notes: list[str],
) -> list[Place]:
    kind = CODED_KINDS[word]
    exist = own.divisions_of(kind)
    if not exist:
        notes.append(f"Uw gemeente heeft hier nog geen {word}.")
        return []
    # A district may be added up from neighbourhoods, so their divisions count for it as well.
    kinds = [kind, str(AreaKind.NEIGHBOURHOOD)] if word == "wijken" else [kind]
    places = [own.by_key[key] for key in having if key in own.by_key]
    with_figures = {place.division_year for place in places if place.kind in kinds} & exist
    candidates = with_figures or exist
    if wanted is not None and wanted not in exist:
        known = ", ".join(str(year) for year in sorted(filter(None, exist)))
        notes.append(f"De indeling van {wanted} is hier niet. Wel bekend: {known or 'geen'}.")
    chosen = wanted if wanted in exist else max(candidates, key=lambda year: year or 0)
    levels[word] = chosen
    parts = own.parts_of(kind, chosen)
    if chosen is not None:
        notes.append(f"{len(parts)} {word} volgens de indeling van {chosen}.")
    others = sorted(year for year in with_figures - {chosen} if year)
    if others:
        listed = " en ".join(str(year) for year in others)
        notes.append(
            f"Er zijn ook cijfers van de {word} volgens de indeling van {listed}. Die staan hier "
            "niet bij: een gebied van het ene jaar is niet dat van het andere."
        )
    return parts


def _is_valid(row: Area, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or row.valid_to > on)


def _place(row: Area, whole: Area | None) -> Place:
    return Place(
        key=str(row.pk),
        origin="own",
        kind=row.kind,
        name=row.name,
        code=row.code,
        division_year=row.code_year,
        within=str(row.within_id) if row.within_id else None,
        number=row.number,
        few_inhabitants=row.few_inhabitants,
        is_numbered_part=(
            whole is not None
            and row.number is not None
            and row.within_id == whole.pk
            and not row.code_year
        ),
    )


def _told_apart(places: Sequence[Place]) -> list[Place]:
    """Return the areas with their kind in the name where two kinds of area bear one name."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for one in places:
        kinds[one.name].add(one.kind)
    return [
        replace(one, name=f"{one.name} ({one.word})") if len(kinds[one.name]) > 1 else one
        for one in places
    ]


def _children(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """Return the neighbourhoods of each district: as recorded, else as their codes tell."""
    listed = list(places)
    districts: dict[str, Place] = {one.key: one for one in listed if one.kind == AreaKind.DISTRICT}
    by_code: dict[tuple[str, int | None], str] = {
        (one.code, one.division_year): one.key for one in districts.values() if one.code
    }
    found: dict[str, list[str]] = defaultdict(list)
    for one in listed:
        if one.kind != AreaKind.NEIGHBOURHOOD:
            continue
        match = _NEIGHBOURHOOD_CODE.fullmatch(one.code)
        above = by_code.get((f"WK{match[1]}", one.division_year)) if match else None
        if one.within in districts:
            above = one.within
        if above:
            found[above].append(one.key)
    return {district: tuple(parts) for district, parts in found.items()}
