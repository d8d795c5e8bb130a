"""Read imports."""

import uuid

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.knowledge.figures.definitions import all_themes
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures
from integraal.policy.plan.importing.access import check_import
from integraal.policy.plan.models import Plan, PlanImport


def imports(by: Actor) -> QuerySet[PlanImport]:
    """Return all imports, newest first.

    Raises:
        NotAllowed: the actor does not write plans.
    """
    check_import(by)
    return PlanImport.objects.select_related("made_by", "plan")


def import_of(by: Actor, pk: uuid.UUID) -> PlanImport | None:
    """Return one import."""
    return imports(by).filter(pk=pk).first()


def drafts(by: Actor) -> list[Plan]:
    """Return the drafts an import may go into."""
    check_import(by)
    return list(Plan.objects.filter(state=State.DRAFT).order_by("-first_year"))


def adopted_pictures(by: Actor) -> list[Picture]:
    """Return the adopted pictures a new plan may rest on, newest first."""
    found = pictures(by).filter(state=State.ADOPTED).defer("frozen")
    return list(found.order_by("-year", "-version"))


def theme_names(row: PlanImport) -> dict[str, str]:
    """Return code to name: the themes of the municipality, and those of the document beside."""
    own = {one.code: one.name for one in all_themes()}
    return {**own, **{code: name for code, name in row.found["themes"].items() if code not in own}}
