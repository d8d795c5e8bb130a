"""A cheap fingerprint of all that figures are made of, to see whether a result still holds."""

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, Func, Max, QuerySet, Subquery, TextField, Value
from django.db.models.functions import MD5

from integraal.foundation.areas.models import Area, CodedArea
from integraal.foundation.definitions.models import OwnVersion
from integraal.knowledge.figures.models import Snapshot

_AREA = (
    "pk", "kind", "name", "number", "code", "code_year", "within_id", "few_inhabitants",
    "valid_from", "valid_to",
)  # fmt: skip
_ROOT = Path(__file__).resolve().parents[2]
CODE_OF_FIGURES = (_ROOT / "knowledge" / "figures", _ROOT / "statistics")


def facts_of_figures() -> dict[str, Subquery]:
    """Return what own figures follow from, to ask beside whatever is read: each is one text.

    Files read and taken back, the own definitions, and the areas.
    """
    return {
        "files_now": told(
            Snapshot.objects.all(),
            Count("pk"), Max("loaded_at"), Count("taken_back_at"), Max("taken_back_at"),
        ),
        "division_now": told(CodedArea.objects.all(), Max("pk")),
        "definitions_now": told(OwnVersion.objects.all(), Count("pk"), Max("made_at")),
        "areas_now": told(
            Area.objects.all(), MD5(StringAgg(_as_text(*_AREA), delimiter=";", order_by="pk"))
        ),
    }  # fmt: skip


def told(rows: QuerySet[Any], *facts: Any) -> Subquery:
    """Return facts about all rows together as one text; nothing when there are none."""
    together = rows.order_by().annotate(all=Value(1)).values("all")
    return Subquery(together.annotate(facts=_as_text(*facts)).values("facts"))


def stamp_from(*facts: object, code: Sequence[Path] = CODE_OF_FIGURES) -> str:
    """Return one stamp of these facts and of what the product ships.

    Args:
        facts: as they were asked, in a fixed order.
        code: the folders with the code that the result follows from, so that an update of the
            product renews it.
    """
    return hashlib.sha256(repr((_shipped(tuple(code)), *facts)).encode()).hexdigest()


def _as_text(*parts: Any) -> Func:
    return Func(*parts, template="ROW(%(expressions)s)::text", output_field=TextField())


@functools.cache
def _shipped(code: tuple[Path, ...]) -> str:
    """A fingerprint of the shipped definitions and of the code that makes figures of them."""
    found = hashlib.sha256()
    for folder in (Path(settings.DEFINITIONS), *code):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".yaml", ".py"):
                found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
