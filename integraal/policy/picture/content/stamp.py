"""The stamp of a draft: a cheap fingerprint of everything its figures depend on."""

import functools
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, Func, Max, QuerySet, Subquery, TextField, Value
from django.db.models.functions import MD5

from integraal.foundation.areas.models import Area, CodedArea
from integraal.foundation.definitions.models import OwnVersion
from integraal.knowledge.figures.models import Dataset, MonthRound, Snapshot
from integraal.policy.picture.content.building import FORM
from integraal.policy.picture.models import Picture

_AREA = (
    "pk", "kind", "name", "number", "code", "code_year", "within_id", "few_inhabitants",
    "valid_from", "valid_to",
)  # fmt: skip


def stamp_of(picture: Picture) -> str:
    """Return the stamp as it is now; one query.

    Files read and taken back, national tables, the monthly round, the own definitions, the areas
    and the period. What the product ships belongs to it too, so an update renews every draft.
    """
    found = Picture.objects.filter(pk=picture.pk).annotate(**facts_of_now())
    return stamp_from(picture, found.values_list(*facts_of_now()).get())


def stamp_from(picture: Picture, facts: Iterable[str | None]) -> str:
    """Return the stamp of a picture from the facts of ``facts_of_now``, in their order."""
    whole = (FORM, picture.first_year, picture.year, _shipped(), *facts)
    return hashlib.sha256(repr(whole).encode()).hexdigest()


def facts_of_now() -> dict[str, Subquery]:
    """Return what a stamp is made of, to ask beside whatever is read: each is one text."""
    return {
        "files_now": _told(
            Snapshot.objects.all(),
            Count("pk"), Max("loaded_at"), Count("taken_back_at"), Max("taken_back_at"),
        ),
        "tables_now": _told(Dataset.objects.all(), Count("pk"), Max("pk")),
        "rounds_now": _told(MonthRound.objects.all(), Count("pk"), Max("made_at")),
        "division_now": _told(CodedArea.objects.all(), Max("pk")),
        "definitions_now": _told(OwnVersion.objects.all(), Count("pk"), Max("made_at")),
        "areas_now": _told(
            Area.objects.all(), MD5(StringAgg(_as_text(*_AREA), delimiter=";", order_by="pk"))
        ),
    }  # fmt: skip


def _told(rows: QuerySet[Any], *facts: Any) -> Subquery:
    """Return facts about all rows together as one text; nothing when there are none."""
    together = rows.order_by().annotate(all=Value(1)).values("all")
    return Subquery(together.annotate(facts=_as_text(*facts)).values("facts"))


def _as_text(*parts: Any) -> Func:
    return Func(*parts, template="ROW(%(expressions)s)::text", output_field=TextField())


@functools.cache
def _shipped() -> str:
    """A fingerprint of the shipped definitions and of the code that makes figures of them."""
    found = hashlib.sha256()
    for folder in (Path(settings.DEFINITIONS), *_CODE):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".yaml", ".py"):
                found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


_ROOT = Path(__file__).resolve().parents[3]
_CODE = (_ROOT / "knowledge" / "figures", _ROOT / "statistics", _ROOT / "policy" / "picture")
