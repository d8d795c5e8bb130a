"""Do the parts of a municipality add up to the whole? Both are said, and the difference too."""

from collections import defaultdict
from collections.abc import Iterable

from integraal.foundation.areas.models import Area, AreaKind
from integraal.knowledge.figures.definitions import class_lists, sources
from integraal.knowledge.figures.models import Figure, Status
from integraal.knowledge.figures.reconciliation import Reconciliation
from integraal.knowledge.indicators.periods import Period

_PARTS = {AreaKind.DISTRICT: "wijken", AreaKind.NEIGHBOURHOOD: "buurten"}


def reconcile(measures: Iterable[str] | None = None) -> list[Reconciliation]:
    """Compare parts with the whole wherever every part has a value; three queries.

    Args:
        measures: only these; None: all that this municipality has.
    """
    chosen = {} if measures is None else {"measure__in": list(measures)}
    current = Figure.objects.filter(is_current=True, **chosen)
    whole = {
        (measure, period): int(value)
        for measure, period, value in current.filter(
            area__kind=AreaKind.MUNICIPALITY, area__within__isnull=True, status=Status.PRESENT
        ).values_list("measure", "period", "value")
    }
    parts: dict[tuple[str, str, str, int], list[int | None]] = defaultdict(list)
    reasons: dict[tuple[str, str, str, int], str] = {}
    for measure, period, kind, year, value, source in current.filter(
        area__kind__in=_PARTS, area__code_year__isnull=False
    ).values_list(
        "measure", "period", "area__kind", "area__code_year", "value", "snapshot__source"
    ):
        key = (measure, period, kind, year)
        parts[key].append(None if value is None else int(value))
        known = sources().get(source)
        reasons[key] = (known.parts_leave_out if known else None) or ""
    sizes = _sizes(parts)
    compared = []
    for key, values in sorted(parts.items()):
        present = [value for value in values if value is not None]
        if key[:2] in whole and len(present) == sizes[key[2:]]:
            _, period, kind, _ = key
            compared.append(
                Reconciliation(
                    Period.from_code(period),
                    len(present),
                    _PARTS[AreaKind(kind)],
                    sum(present),
                    whole[key[:2]],
                    reasons[key],
                )
            )
    return compared


def total_measures() -> list[str]:
    """Return the measures that hold the sum of a whole list, such as all registered crimes."""
    return [f"{one.code}:{one.total}" for one in class_lists().values() if one.total]


def _sizes(parts: Iterable[tuple[str, str, str, int]]) -> dict[tuple[str, int], int]:
    """Return how many areas each division has of each kind."""
    found: dict[tuple[str, int], int] = defaultdict(int)
    for kind, year in Area.objects.filter(
        kind__in=_PARTS, code_year__in={key[3] for key in parts}
    ).values_list("kind", "code_year"):
        found[kind, year] += 1
    return found
