"""The areas a partner's table may be about, by year of the division."""

from collections.abc import Iterator

from django.utils import timezone

from integraal.foundation.areas.models import Area, AreaKind, CodedArea
from integraal.foundation.database.models import Tenant
from integraal.knowledge.sources.partner.areas import AreaBook, KnownArea

_ELSEWHERE = "elders:"


def area_book(tenant_id: int) -> AreaBook:
    """Return this municipality's areas in every division year they are known for.

    Areas without a code of CBS, such as a park, count in every year they exist. Of other years
    the national division is laid beside them, so that a code of another year can be named.
    """
    areas = list(Area.objects.exclude(kind=AreaKind.COUNTRY))
    years = sorted({area.code_year for area in areas if area.code_year})
    years = years or [timezone.localdate().year]
    own = [known for area in areas for known in _in_its_years(area, years)]
    return AreaBook([*own, *_of_other_years(tenant_id, years)])


def own_areas(book: AreaBook) -> list[KnownArea]:
    """Return the areas of the book that figures can be stored for."""
    return [area for area in book.areas if not area.key.startswith(_ELSEWHERE)]


def is_elsewhere(key: str) -> bool:
    """Return whether a key is of an area that is only known from the national division."""
    return key.startswith(_ELSEWHERE)


def _in_its_years(area: Area, years: list[int]) -> Iterator[KnownArea]:
    for year in years:
        ended = area.valid_to is not None and area.valid_to.year <= year
        exists = area.valid_from.year <= year and not ended
        if area.code_year == year or (not area.code and exists):
            yield KnownArea(
                str(area.pk), area.name, area.code, year, area.kind, AreaKind(area.kind).label
            )


def _of_other_years(tenant_id: int, years: list[int]) -> Iterator[KnownArea]:
    digits = Tenant.objects.get(pk=tenant_id).code.removeprefix("GM")
    if not digits:
        return
    codes = [f"GM{digits}", f"WK{digits}", f"BU{digits}"]
    found = CodedArea.objects.exclude(year__in=years).defer("geometry")
    for one in found.filter(code__regex=rf"^({'|'.join(codes)})"):
        yield KnownArea(
            f"{_ELSEWHERE}{one.code}", one.name, one.code, one.year, one.kind,
            AreaKind(one.kind).label,
        )  # fmt: skip
