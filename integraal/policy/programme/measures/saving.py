"""Saving what the form of a measure sent: on its own page, or in its row of the table."""

from dataclasses import dataclass, field

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.measures.actions import change_measure
from integraal.policy.programme.measures.forms import MeasureForm, Milestones, Partners
from integraal.policy.programme.measures.values import others_values
from integraal.policy.programme.models import Measure
from integraal.policy.programme.refusals import Conflict, ProgrammeRefused

CONFLICT = "Iemand anders heeft deze maatregel intussen veranderd."


@dataclass(frozen=True)
class Outcome:
    """What came of saving.

    Attributes:
        saved: the measure, when it was saved.
        status: of the answer when it was not.
        base_revision: on which the next attempt builds.
        others: per field that differs its label, the other's value, and one's own.
    """

    saved: Measure | None = None
    status: int = 200
    base_revision: int = 0
    others: list[tuple[str, str, str]] = field(default_factory=list)


def save(by: Actor, measure: Measure, form: MeasureForm, base_revision: int) -> Outcome:
    """Save what was sent; what is wrong becomes an error of the form, and nothing is lost."""
    if not form.is_valid():
        return Outcome(status=422, base_revision=base_revision)
    try:
        saved = change_measure(
            by=by,
            programme=measure.programme,
            key=measure.key,
            base_revision=base_revision,
            fields=form.given(),
            partners=_changed_partners(measure, form.partners()),
            milestones=_changed_milestones(measure, form.milestones()),
        )
    except Conflict as conflict:
        form.add_error(None, CONFLICT)
        current: Measure = conflict.current
        return Outcome(
            status=409, base_revision=current.revision, others=others_values(form, current)
        )
    except (ProgrammeRefused, NotAllowed) as refusal:
        form.add_error(None, str(refusal))
        return Outcome(status=422, base_revision=base_revision)
    return Outcome(saved=saved, base_revision=saved.revision)


def _changed_partners(measure: Measure, given: Partners | None) -> Partners | None:
    there = sorted((str(one.organisation_id), one.role) for one in measure.partners.all())
    is_same = given is None or sorted((str(one.pk), role) for one, role in given) == there
    return None if is_same else given


def _changed_milestones(measure: Measure, given: Milestones | None) -> Milestones | None:
    there = [(one.key, one.title, one.day) for one in measure.milestones.all()]
    return None if given is None or given == there else given
