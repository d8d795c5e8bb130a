"""The areas of one municipality, for each year of the division that figures are of.

A code means nothing without its year: BU04320101 was another place until 2022 than it is in 2024.
So each division has areas of its own, valid from its year until the next one begins.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from integraal.foundation.areas.actions import NewArea, add_area, end_area
from integraal.foundation.areas.coded import Coded, kind_of, within
from integraal.foundation.areas.models import Area, AreaKind, CodedArea
from integraal.foundation.audit.actors import Actor

# The oldest table of the police and CBS that we read begins in this year.
FIRST_DAY = date(2010, 1, 1)
_OUTERMOST_FIRST = (AreaKind.MUNICIPALITY, AreaKind.DISTRICT, AreaKind.NEIGHBOURHOOD)


def divisions_of(code: str) -> dict[int, list[Coded]]:
    """Return the areas of a municipality in each division that is known, oldest first."""
    found: dict[int, list[Coded]] = {}
    prefix = code[2:]
    rows = CodedArea.objects.filter(code__in=[code]) | CodedArea.objects.filter(
        code__startswith=f"WK{prefix}"
    )
    rows |= CodedArea.objects.filter(code__startswith=f"BU{prefix}")
    for row in rows.order_by("year", "code"):
        found.setdefault(row.year, []).append(
            Coded(
                row.code,
                AreaKind(row.kind),
                row.name,
                row.within_code,
                row.geometry,
                row.province,
                row.urbanity,
            )
        )
    return found


def division_from_codes(codes: Iterable[str]) -> list[Coded]:
    """Return areas of which a table gives the codes only; the code stands for the name."""
    return [
        Coded(code, kind, code, within(code))
        for code in sorted(set(codes))
        if (kind := kind_of(code)) and kind != AreaKind.COUNTRY
    ]


def add_own_areas(
    *, by: Actor, name: str, code: str, divisions: Mapping[int, Sequence[Coded]]
) -> dict[int, int]:
    """Add what is missing of the municipality's areas; returns year to areas added.

    Args:
        by: who sets up.
        name, code: of the municipality.
        divisions: year to its areas, the municipality itself or not among them.
    """
    years = sorted(divisions)
    whole = Area.objects.filter(kind=AreaKind.MUNICIPALITY, within__isnull=True).first()
    if whole is None:
        outline = next((one for one in divisions[years[-1]] if one.code == code), None)
        whole = add_area(
            by=by,
            area=NewArea(
                kind=str(AreaKind.MUNICIPALITY),
                name=name,
                valid_from=FIRST_DAY,
                code=code,
                code_year=years[-1],
                geometry=outline.geometry if outline else None,
            ),
        )
    return {
        year: _add_division(by, whole, year, following, divisions[year])
        for year, following in zip(years, [*years[1:], None], strict=True)
    }


def _add_division(
    by: Actor, whole: Area, year: int, following: int | None, areas: Sequence[Coded]
) -> int:
    until = date(following, 1, 1) if following else None
    known = {area.code: area for area in Area.objects.filter(code_year=year).exclude(code="")}
    for area in known.values():
        if until and area.pk != whole.pk and area.valid_to is None and until > area.valid_from:
            end_area(by=by, area=area, valid_to=until)
    added = 0
    for kind in _OUTERMOST_FIRST[1:]:
        of_kind = [one for one in areas if one.kind == kind]
        names = [one.name.casefold() for one in of_kind]
        for number, one in enumerate(of_kind, start=1):
            if one.code in known:
                continue
            twice = names.count(one.name.casefold()) > 1
            known[one.code] = add_area(
                by=by,
                area=NewArea(
                    kind=str(kind),
                    name=f"{one.name} ({one.code})" if twice else one.name,
                    valid_from=date(year, 1, 1),
                    number=number,
                    code=one.code,
                    code_year=year,
                    geometry=one.geometry,
                ),
                within=known.get(one.within_code) or whole,
            )
            added += 1
            if until:
                end_area(by=by, area=known[one.code], valid_to=until)
    return added
