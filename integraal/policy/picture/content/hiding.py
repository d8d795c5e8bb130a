"""Which counts of areas a picture hides: over all its figures, and what its version before told."""

from collections.abc import Collection, Mapping
from typing import Any

from integraal.foundation.areas.models import Area
from integraal.knowledge.figures.definitions import class_lists
from integraal.knowledge.figures.disclosing import (
    Told,
    finest_measures,
    hidden_over_indicators,
    told_by,
)
from integraal.knowledge.figures.explorer.area_rows import AreaRows
from integraal.knowledge.figures.queries import estimates
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.policy.picture.models import Picture
from integraal.statistics.disclosure import HiddenKind

Json = dict[str, Any]
Hidden = Mapping[str, Mapping[str, HiddenKind]]


def hidden_areas(
    picture: Picture, whole: Area, parts: AreaRows, counted: Collection[Indicator]
) -> Hidden:
    """Return by indicator the parts whose count is hidden, each with why.

    Args:
        picture: of the year that is shown; what the version before it hid stays hidden.
        whole: the municipality, whose counts are public.
        parts: the counts of every part of the division, of every count there is.
        counted: every count there is, in a theme or not.
    """
    if not parts.counts:
        return {}
    used = [one for one in counted if one.code in parts.counts]
    known = estimates(used, [whole], Period.of_year(picture.year))
    totals = {code: estimate.count for (code, _, _), estimate in known.items()}
    return hidden_over_indicators(
        parts.counts,
        {one.code: finest_measures(one, class_lists()) for one in used},
        {one.code: totals.get(one.code) for one in used},
        within=parts.within,
        earlier=_told_before(picture),
    )


def _told_before(picture: Picture) -> Told[str] | None:
    before = Picture.objects.filter(
        lineage=picture.lineage, version__lt=picture.version, frozen__isnull=False
    )
    frozen = before.order_by("-version").values_list("frozen", flat=True).first()
    if frozen is None:
        return None
    shown = [one for theme in frozen["themes"] for one in theme["indicators"] if one["areas"]]
    return Told(
        {
            one["code"]: {area["id"]: told_by(area["count"]) for area in one["areas"]}
            for one in shown
        },
        {one["code"]: _number(one["estimate"]["value"]) for one in shown if one["estimate"]},
    )


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() else None
