"""What deserves attention now in the programme that runs, in at most five sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import counted
from integraal.policy.monitoring.goals.standstill import MISSED
from integraal.policy.monitoring.models import Threshold
from integraal.policy.programme.access import check_run, reads_drafts
from integraal.policy.programme.models import Asking, Measure, Programme, Progress, Update
from integraal.policy.programme.overview.lines import has_left
from integraal.policy.programme.queries import current_programme

Sentences = list[tuple[str, str]]
_LIGHTS = ("quality", "time", "money")
_STAND = (*_LIGHTS, "status", "updated_on", "spent")
_MEASURES = ("maatregel", "maatregelen")


@dataclass(frozen=True)
class Seen:
    """A measure as far as it may stand out."""

    has_owner: bool
    is_stuck: bool
    missed: int
    is_over: bool


def standing_out(by: Actor) -> Sentences:
    """Return sentences with the address of what they tell of; three queries.

    Who reads the programme and works on no drafts is not told who was asked and did not answer.
    """
    programme = current_programme(by)
    seen = _seen(programme) if programme else []
    counts = (
        (0 if allowed(check_run, by) else sum(not one.has_owner for one in seen), _nobodys),
        (sum(one.missed >= MISSED for one in seen) if reads_drafts(by) else 0, _silent),
        (sum(one.is_stuck for one in seen), _stuck),
        (sum(one.is_over for one in seen), _over),
    )
    found = [tell(many, programme) for many, tell in counts if many and programme]
    crossed = Threshold.objects.exclude(crossed_in="").values("goal").distinct().count()
    return [*found, *([_crossed(crossed)] if crossed else [])]


def _nobodys(many: int, programme: Programme) -> tuple[str, str]:
    are = "is" if many == 1 else "zijn"
    return f"{counted(many, *_MEASURES)} {are} van niemand.", _list(programme, "eigenaar=geen")


def _silent(many: int, programme: Programme) -> tuple[str, str]:
    say = f"Bij {counted(many, *_MEASURES)} is twee keer of vaker gevraagd, zonder antwoord."
    return say, reverse("programme-updates", args=[programme.pk])


def _stuck(many: int, programme: Programme) -> tuple[str, str]:
    have = "heeft" if many == 1 else "hebben"
    return f"{counted(many, *_MEASURES)} {have} een knelpunt.", _list(programme, "stand=stuck")


def _over(many: int, programme: Programme) -> tuple[str, str]:
    cost = "kostte" if many == 1 else "kostten"
    say = f"{counted(many, *_MEASURES)} {cost} meer dan begroot, zonder uitleg."
    return say, _list(programme, "")


def _crossed(many: int) -> tuple[str, str]:
    say = f"Bij {counted(many, 'doel', 'doelen')} is een drempel overschreden."
    return say, reverse("monitoring")


def _list(programme: Programme, asked: str) -> str:
    place = reverse("programme", args=[programme.pk])
    return f"{place}?{asked}" if asked else place


def _seen(programme: Programme) -> list[Seen]:
    """Return the measures that are not finished; one query, however many there are."""
    today = timezone.localdate()
    of_measure = {"lineage": programme.lineage, "measure": OuterRef("key")}
    stand = Progress.objects.filter(**of_measure).values(
        told=JSONObject(**{name: name for name in _STAND})
    )
    asked = Asking.objects.filter(
        programme=programme, member=OuterRef("owner_id"), due_on__lt=today,
        answered_on__isnull=True, revoked_on__isnull=True,
    )  # fmt: skip
    reasons = Update.objects.filter(**of_measure).exclude(over_budget_reason="")
    rows = Measure.objects.filter(programme=programme).values_list(
        "owner_id", "owner__active_until", "budget", Subquery(stand),
        ArraySubquery(asked.order_by().values("asked_on")), Exists(reasons),
    )  # fmt: skip
    told: Sequence[Any] = list(rows.order_by())
    return [one for row in told if (one := _as_seen(row, today)) is not None]


def _as_seen(row: Sequence[Any], today: date) -> Seen | None:
    owner, until, budget, stand, asked, is_explained = row
    stand = stand or {}
    if stand.get("status") in ("done", "stopped"):
        is_finished_over = _is_over(budget, stand.get("spent")) and not is_explained
        return Seen(True, False, 0, True) if is_finished_over else None
    said = stand.get("updated_on")
    since = date.fromisoformat(said) if said else None
    return Seen(
        has_owner=owner is not None and not has_left(until, today),
        is_stuck="stuck" in [stand.get(light) for light in _LIGHTS],
        missed=sum(since is None or day > since for day in asked),
        is_over=_is_over(budget, stand.get("spent")) and not is_explained,
    )


def _is_over(budget: Decimal | None, spent: float | None) -> bool:
    return budget is not None and spent is not None and Decimal(str(spent)) > budget
