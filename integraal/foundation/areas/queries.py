"""Read areas of the tenant that the transaction works for."""

from datetime import date

from django.db.models import Q, QuerySet

from integraal.foundation.areas.models import Area, AreaKind, CodeChange


def areas_on(day: date) -> QuerySet[Area]:
    """Return the areas valid on ``day``."""
    return Area.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


def municipality_on(day: date) -> Area | None:
    """Return the municipality itself as it was on ``day``."""
    return areas_on(day).filter(kind=AreaKind.MUNICIPALITY, within__isnull=True).first()


def parts_on(day: date) -> QuerySet[Area]:
    """Return the parts of the municipality that cover it on ``day``, by number."""
    return areas_on(day).filter(within__kind=AreaKind.MUNICIPALITY, number__isnull=False)


def successors(code: str, from_year: int, to_year: int) -> dict[str, float]:
    """Return into which codes of ``to_year`` an area of ``from_year`` went, with shares (sum 1).

    A code without a recorded change keeps itself.
    """
    shares = {code: 1.0}
    for year in range(from_year, to_year):
        changes = CodeChange.objects.filter(from_code__in=shares, from_year=year, to_year=year + 1)
        by_code: dict[str, list[CodeChange]] = {}
        for change in changes:
            by_code.setdefault(change.from_code, []).append(change)
        moved: dict[str, float] = {}
        for old, share in shares.items():
            for new, part in [(c.to_code, c.share) for c in by_code.get(old, [])] or [(old, 1.0)]:
                moved[new] = moved.get(new, 0.0) + share * part
        shares = moved
    return shares
