"""The stamp of a draft: a cheap fingerprint of everything its figures depend on."""

from collections.abc import Iterable
from pathlib import Path

from django.db.models import Count, Max, Subquery

from integraal.knowledge.figures import facts as of_figures
from integraal.knowledge.figures.models import Dataset, MonthRound
from integraal.policy.picture.content.building import FORM
from integraal.policy.picture.models import Picture

_CODE = (*of_figures.CODE_OF_FIGURES, Path(__file__).resolve().parents[1])


def stamp_of(picture: Picture) -> str:
    """Return the stamp as it is now; one query.

    Files read and taken back, national tables, the monthly round, the own definitions, the areas
    and the period. What the product ships belongs to it too, so an update renews every draft.
    """
    found = Picture.objects.filter(pk=picture.pk).annotate(**facts_of_now())
    return stamp_from(picture, found.values_list(*facts_of_now()).get())


def stamp_from(picture: Picture, facts: Iterable[str | None]) -> str:
    """Return the stamp of a picture from the facts of ``facts_of_now``, in their order."""
    return of_figures.stamp_from(FORM, picture.first_year, picture.year, *facts, code=_CODE)


def facts_of_now() -> dict[str, Subquery]:
    """Return what a stamp is made of, to ask beside whatever is read: each is one text."""
    return {
        **of_figures.facts_of_figures(),
        "tables_now": of_figures.told(Dataset.objects.all(), Count("pk"), Max("pk")),
        "rounds_now": of_figures.told(MonthRound.objects.all(), Count("pk"), Max("made_at")),
    }
