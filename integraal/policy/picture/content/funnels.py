"""The funnel of an indicator as plain text: enough to draw it again, and nobody's name."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from integraal.knowledge.figures.beside_others.funnel import FunnelContent

Json = dict[str, Any]


def funnel_json(found: FunnelContent) -> Json:
    """Return a funnel with the similar municipalities in it, in order of their size.

    Sizes are rounded to two digits: a dot stays where it is, and is no municipality's fingerprint.
    """
    similar = sorted(
        (_rounded_size(one.size), f"{one.rate:.1f}") for one in found.others if one.is_similar
    )
    return {
        "group": found.group,
        "is_national": found.is_national,
        "size": str(found.own.denominator),
        "rate": f"{found.own.rate:.2f}",
        "target": f"{found.target:.3f}",
        "tau2": f"{found.tau2:.6g}" if found.tau2 == found.tau2 else "0",
        "limits": [f"{limit:.1f}" for limit in found.own_limits],
        "similar": str(found.similar),
        "outside_95": str(found.outside_95),
        "outside_998": str(found.outside_998),
        "dispersion": None if found.dispersion is None else f"{found.dispersion:.1f}",
        "others": [{"size": str(size), "rate": rate} for size, rate in similar],
    }


def _rounded_size(size: float) -> int:
    exact = Decimal(int(size))
    step = 10 ** max(exact.adjusted() - 1, 0)
    return int(round(size / step) * step)


def sizes_of(funnel: Json) -> Sequence[float]:
    """Return the sizes that a drawing has to hold, the own one included."""
    return [float(funnel["size"]), *(float(one["size"]) for one in funnel["others"])]
