"""The stamp of a draft: a cheap fingerprint of everything its figures depend on."""

import functools
import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, F, Func, Max, Subquery, TextField
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
    """Return the stamp as it is now; three queries.

    Files read and taken back, national tables, the monthly round, the own definitions, the areas
    and the period. What the product ships belongs to it too, so an update renews every draft.
    """
    facts = (
        FORM, picture.first_year, picture.year, _shipped(), _loaded(), _definitions(), _areas(),
    )  # fmt: skip
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _loaded() -> tuple[object, ...]:
    found = Snapshot.objects.aggregate(
        files=Count("pk"),
        newest=Max("loaded_at"),
        taken_back=Count("taken_back_at"),
        last_taken_back=Max("taken_back_at"),
        table=Max(Subquery(Dataset.objects.order_by("-pk").values("pk")[:1])),
        round=Max(Subquery(MonthRound.objects.values("made_at")[:1])),
        division=Max(Subquery(CodedArea.objects.order_by("-pk").values("pk")[:1])),
    )
    return tuple(sorted((name, str(value)) for name, value in found.items()))


def _definitions() -> tuple[object, ...]:
    found = OwnVersion.objects.aggregate(made=Count("pk"), newest=Max("made_at"))
    return found["made"], str(found["newest"])


def _areas() -> str | None:
    row = Func(*map(F, _AREA), template="ROW(%(expressions)s)::text", output_field=TextField())
    found = Area.objects.order_by().aggregate(
        areas=MD5(StringAgg(row, delimiter=";", order_by="pk"))
    )
    return found["areas"]  # type: ignore[no-any-return]


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
