"""Read the decision path of a plan that the actor may read already."""

import uuid
from collections.abc import Iterable, Sequence

from django.db.models import Prefetch

from integraal.policy.plan.deciding.path import Stop, path, urgent_path
from integraal.policy.plan.deciding.rules import Amended, Moment, Votes
from integraal.policy.plan.models import (
    Amendment,
    DecisionMoment,
    Edition,
    InterimChange,
    Plan,
)


def stops_of(plan: Plan) -> list[Stop]:
    """Return the bodies that decide about a plan; of an urgent change the shorter path."""
    is_urgent = InterimChange.objects.filter(following=plan, is_urgent=True).exists()
    return urgent_path() if is_urgent else path()


def moments(plan: Plan) -> list[DecisionMoment]:
    """Return the moments of the proposal at hand in order, with their amendments and edition."""
    return _with_all(DecisionMoment.objects.filter(plan=plan, sent_back_on__isnull=True))


def earlier_moments(plan: Plan) -> list[DecisionMoment]:
    """Return the moments of proposals that were sent back, the latest proposal first."""
    found = DecisionMoment.objects.filter(plan=plan, sent_back_on__isnull=False)
    return _with_all(found.order_by("-sent_back_on", "order"))


def moment(plan: Plan, pk: uuid.UUID) -> DecisionMoment | None:
    """Return one moment of the proposal at hand."""
    found = DecisionMoment.objects.filter(plan=plan, pk=pk, sent_back_on__isnull=True)
    return found.select_related("plan").first()


def amendment(plan: Plan, pk: uuid.UUID) -> Amendment | None:
    """Return one amendment at the proposal at hand, with its moment and plan."""
    found = Amendment.objects.filter(pk=pk, moment__plan=plan, moment__sent_back_on__isnull=True)
    return found.select_related("moment__plan").first()


def for_the_rules(found: Iterable[DecisionMoment]) -> list[Moment]:
    """Return moments, read with their amendments, as the rules see them."""
    return [
        Moment(
            body=one.body,
            outcome=one.outcome,
            on=one.decided_on,
            votes=Votes(one.votes_for, one.votes_against, one.abstained),
            is_required=one.is_required,
            adopts=one.adopts,
            amendments=[
                Amended(each.number, each.outcome, each.applied_on is not None)
                for each in one.amendments.all()
            ],
        )
        for one in found
    ]


def neighbours(
    found: Sequence[DecisionMoment], pk: uuid.UUID
) -> tuple[DecisionMoment | None, DecisionMoment | None]:
    """Return the decided moments just before and just after one of them."""
    place = next(nth for nth, one in enumerate(found) if one.pk == pk)
    decided = DecisionMoment.Outcome.PLANNED
    before = [one for one in found[:place] if one.outcome != decided]
    after = [one for one in found[place + 1 :] if one.outcome != decided]
    return (before[-1] if before else None), (after[0] if after else None)


def editions(plan: Plan) -> list[Edition]:
    """Return the editions of a plan, newest first, without their content."""
    return list(Edition.objects.filter(plan=plan).defer("content").select_related("made_by"))


def _with_all(found: object) -> list[DecisionMoment]:
    with_edition = Prefetch("edition", Edition.objects.defer("content"))
    return list(found.prefetch_related("amendments", with_edition))  # type: ignore[attr-defined]
