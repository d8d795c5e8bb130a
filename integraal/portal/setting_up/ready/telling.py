"""What is said at the end: how big the municipality is, what does not add up, what is hidden."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Count

from integraal.foundation.areas.models import AreaKind, CodedArea
from integraal.foundation.database.models import Tenant
from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.models import Figure, ReferenceFigure, Status
from integraal.knowledge.figures.reconciling import reconcile, total_measures
from integraal.knowledge.indicators.comparison_classes import load_comparison_classes

_INHABITANTS = "kerncijfers:inwoners"
_WORDS = {
    Status.PRESENT: "met een waarde",
    Status.MISSING: "onbekend bij de bron",
    Status.WITHHELD: "niet vrijgegeven",
    Status.IMPOSSIBLE: "komt niet voor",
}


def closing_lines(tenant: Tenant) -> Iterator[str]:
    """Give the closing sentences about a municipality that was made ready."""
    counts = dict(
        Figure.objects.filter(is_current=True).values_list("status").annotate(count=Count("pk"))
    )
    parts = [f"{number(counts[one], 0)} {words}" for one, words in _WORDS.items() if one in counts]
    yield f"{tenant.name} heeft nu cijfers: {', '.join(parts) or 'geen'}."
    yield from _comparison(tenant)
    for one in reconcile(total_measures()):
        yield one.sentence


def _comparison(tenant: Tenant) -> Iterator[str]:
    known = ReferenceFigure.objects.filter(measure=_INHABITANTS, region=tenant.code)
    newest = known.filter(status=Status.PRESENT).order_by("-period").first()
    classes = load_comparison_classes(settings.DEFINITIONS / "comparison_classes.yaml")
    facts = CodedArea.objects.filter(code=tenant.code, kind=AreaKind.MUNICIPALITY)
    described = facts.exclude(province="").order_by("-year").first()
    words = []
    if newest and newest.value is not None:
        size = classes.size_class(int(newest.value))
        words.append(
            f"{number(newest.value, 0)} inwoners in {newest.period[:4]}, klasse {size.name}"
        )
    if described:
        words.append(f"provincie {described.province}")
    if described and described.urbanity:
        urbanity = classes.urbanity_by_code(str(described.urbanity))
        words.append(f"stedelijkheid {urbanity.name}" if urbanity else "")
    words.append(f"te vergelijken met {_others(tenant.code)} andere gemeenten")
    yield f"{tenant.name}: {'; '.join(word for word in words if word)}."


def _others(code: str) -> int:
    """Return how many other municipalities have the newest total of registered crime."""
    totals = ReferenceFigure.objects.filter(
        measure="misdrijven:0.0.0", region__startswith="GM", status=Status.PRESENT
    )
    newest = totals.order_by("-period").values_list("period", flat=True).first()
    return totals.filter(period=newest).exclude(region=code).count()
