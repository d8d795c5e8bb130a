"""Fetch who there is to lay the figures of a year beside; a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import Area
from integraal.knowledge.figures.beside_others.division import Division, municipalities
from integraal.knowledge.figures.beside_others.published import Published, published_in
from integraal.knowledge.figures.beside_others.surroundings import Region, Surroundings
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.queries import Key
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

_KINDS = [AreaKind.MUNICIPALITY, AreaKind.REGION, AreaKind.COUNTRY]


def areas_around(whole: Area) -> list[Area]:
    """Return the municipalities, regions and country in the own list, without itself; one query."""
    kept = Area.objects.filter(kind__in=_KINDS).exclude(pk=whole.pk)
    return list(kept.defer("geometry").select_related("within").order_by("name"))


def surroundings(
    whole: Area,
    around: Sequence[Area],
    year: int,
    wanted: Iterable[Indicator],
    known: Mapping[Key, Estimate],
) -> Surroundings:
    """Return who is around the municipality, with their figures; two queries.

    Args:
        whole: the municipality.
        around: as ``areas_around`` gives them.
        year: the year that is judged.
        wanted: the indicators that are compared; only counts are read.
        known: figures of the own files, those of ``around`` of that year included.
    """
    counts = [one for one in wanted if one.kind == "count"]
    division = municipalities()
    has_national = whole.code in division.by_code
    by_area = {one.pk: one for one in around}
    in_files: dict[str, list[Estimate]] = defaultdict(list)
    of_country: dict[str, Estimate] = {}
    period = Period.of_year(year).code
    for (code, area, when), estimate in known.items():
        if area not in by_area or when != period:
            continue
        if by_area[area].kind == AreaKind.MUNICIPALITY:
            in_files[code].append(estimate)
        elif by_area[area].kind == AreaKind.COUNTRY:
            of_country[code] = estimate
    return Surroundings(
        year=year,
        own_code=whole.code if has_national else "",
        division=division,
        published=published_in(year, counts) if division.by_code else Published(year),
        region=_region(whole, around, division),
        in_files=in_files,
        country_in_files=of_country,
    )


def _region(whole: Area, around: Sequence[Area], division: Division) -> Region | None:
    """Return the region in the own list, or else the province; None when neither is known."""
    members = [one for one in around if one.within and one.within.kind == AreaKind.REGION]
    own = division.by_code.get(whole.code)
    if members:
        return Region(
            members[0].within.name,
            codes=frozenset(one.code for one in members if one.code),
            areas=frozenset(one.code or str(one.pk) for one in members),
        )
    if own is None or not own.province:
        return None
    inside = {one.code for one in division.by_code.values() if one.province == own.province}
    return Region(own.province, codes=frozenset(inside))
