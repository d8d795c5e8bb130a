"""By which figure one sees that a measure works, and which way that figure must go."""

from integraal.knowledge.figures.definitions import indicators
from integraal.policy.plan.models import Block
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.rules import direction_problem


def outcome_problem(programme: Programme, measure: Measure) -> str | None:
    """Return why the figure of a measure or its targets cannot be, or ``None`` when they can.

    The goal says which way its own figure must go and where it begins; otherwise the indicator
    says which way is wished for.
    """
    if not measure.outcome:
        return (
            "Kies eerst aan welk cijfer u ziet of het helpt, en dan het streefcijfer."
            if measure.outcome_target
            else None
        )
    indicator = indicators().get(measure.outcome)
    if indicator is None:
        return "Dit cijfer bestaat niet. Kies een cijfer uit de lijst."
    details = _goal_details(programme, measure)
    if details.get("indicator") == measure.outcome and details.get("direction"):
        baseline = details.get("baseline", "")
        return direction_problem(measure.outcome_target, details["direction"], baseline)
    return direction_problem(measure.outcome_target, indicator.aim)


def _goal_details(programme: Programme, measure: Measure) -> dict[str, str]:
    if measure.goal is None or programme.plan_id is None:
        return {}
    found = Block.objects.filter(plan_id=programme.plan_id, key=measure.goal)
    return found.values_list("details", flat=True).first() or {}
