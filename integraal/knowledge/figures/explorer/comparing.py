"""Who a municipality is laid beside: the country, others by name, and groups it is part of."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Max

from integraal.foundation.areas.kinds import AreaKind
from integraal.knowledge.figures.beside_others.division import Division, classes
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.explorer.selection import COUNTRY, GROUPS, Selection
from integraal.knowledge.figures.models import ReferenceFigure


@dataclass(frozen=True)
class Compared:
    """Who is compared with, and a sentence for each that could not be."""

    places: tuple[Place, ...]
    notes: tuple[str, ...]
    problems: tuple[str, ...]
    year: int | None


def compare_with(selection: Selection, whole: Place | None, division: Division) -> Compared:
    """Return who a selection compares with; at most two queries more."""
    found: list[Place] = []
    notes: list[str] = []
    problems: list[str] = []
    own = whole.code if whole else ""
    for code in selection.compared:
        if code in GROUPS:
            place, note = _group(code, own, division)
            found += [place] if place else []
            notes += [note] if note else []
        elif code == COUNTRY:
            found.append(Place(COUNTRY, "national", str(AreaKind.COUNTRY), "Nederland", COUNTRY))
        elif code in division.by_code:
            name = division.by_code[code].name
            found.append(
                Place(code, "national", str(AreaKind.MUNICIPALITY), name, code, division.year)
            )
        else:
            problems.append(
                f"{code} is geen gemeente in de indeling van {division.year or 'dit jaar'}. "
                "Kies een gemeente uit de lijst."
            )
    return Compared(tuple(found), tuple(notes), tuple(problems), division.year)


def _group(word: str, own: str, division: Division) -> tuple[Place | None, str]:
    """Return the others of the group that the own municipality is in, or why there is none."""
    makers: dict[str, Callable[[str, Division], tuple[str, set[str]] | None]] = {
        "grootteklasse": _of_size,
        "stedelijkheid": _as_urban,
        "provincie": _of_province,
    }
    made = makers[word](own, division)
    if made is None:
        return None, (
            f"Vergelijken op {word} kan nog niet: daarvoor is van uw gemeente de {word} nodig. "
            "Die komt met de landelijke cijfers mee."
        )
    name, members = made
    others = tuple(sorted(members - {own}))
    if not others:
        return None, f"Er zijn geen andere gemeenten in de groep ‘{name}’."
    place = Place(word, "group", "", f"{name} ({len(others)} andere)", word, division.year)
    told = division.by_code[own].told_in if own in division.by_code else None
    if word == "grootteklasse" or told == division.year:
        return replace(place, members=others), ""
    return replace(place, members=others), (
        f"De groep ‘{name}’ is gemaakt met de {word} van {told}. Nieuwer is hier niet bekend."
    )


def _of_size(own: str, division: Division) -> tuple[str, set[str]] | None:
    people = ReferenceFigure.objects.filter(
        measure=DENOMINATOR_MEASURES["inhabitants"], region=own, value__isnull=False
    )
    newest = people.aggregate(newest=Max("period"))["newest"] if own else None
    if newest is None:
        return None
    counts = dict(
        ReferenceFigure.objects.filter(
            measure=DENOMINATOR_MEASURES["inhabitants"],
            period=newest,
            region__startswith="GM",
            value__isnull=False,
        ).values_list("region", "value")
    )
    own_class = classes().size_class(int(counts[own]))
    members = {
        region
        for region, value in counts.items()
        if region in division.by_code and classes().size_class(int(value)) == own_class
    }
    return f"Gemeenten met {_inside(own_class.name)}", members


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def _as_urban(own: str, division: Division) -> tuple[str, set[str]] | None:
    urbanity = division.by_code[own].urbanity if own in division.by_code else None
    listed = classes().urbanity_by_code(str(urbanity))
    if listed is None:
        return None
    members = {one.code for one in division.by_code.values() if one.urbanity == urbanity}
    return f"Gemeenten die {_inside(listed.name)} zijn", members


def _of_province(own: str, division: Division) -> tuple[str, set[str]] | None:
    province = division.by_code[own].province if own in division.by_code else ""
    if not province:
        return None
    members = {one.code for one in division.by_code.values() if one.province == province}
    return f"Gemeenten in {province}", members
