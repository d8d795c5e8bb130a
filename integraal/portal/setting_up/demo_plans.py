"""Write the demo's plans, through the deeds of the people who would write them."""

from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.queries import pictures
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.kinds import BY_CODE, THEME
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import blocks, plans
from integraal.policy.plan.writing.actions import add_block, write_block
from integraal.policy.priorities.queries import signed_session
from integraal.portal.setting_up.demo_people import somebody

Row = dict[str, Any]


def load_plan(content: Row) -> str:
    """Write one plan as a draft, unless there is one of that term; returns a Dutch sentence."""
    adviser, term = somebody("adviser"), f"{content['first_year']}-{content['last_year']}"
    if adviser is None or plans(adviser).filter(first_year=content["first_year"]).exists():
        return f"het veiligheidsplan {term} laten we zoals het is."
    session = signed_session(adviser)
    newest = pictures(adviser).filter(state=State.ADOPTED).order_by("-year").first()
    plan = start_plan(
        by=adviser,
        first_year=content["first_year"],
        last_year=content["last_year"],
        session=session,
        picture=None if session else newest,
    )
    there = {_place(one.kind, one.theme, one.title): one for one in blocks(plan)}
    for row in content["blocks"]:
        _write(adviser, plan, row, there)
    return f"het veiligheidsplan {term} geschreven, als concept."


def _write(by: Actor, plan: Plan, row: Row, there: dict[tuple[str, str, str], Block]) -> None:
    """Write a block; one that the plan began with goes on under its own key."""
    known = there.get(_place(row["kind"], row.get("theme", ""), row.get("title", "")))
    if known is None:
        add_block(by=by, plan=plan, **_named(plan, row))
        return
    write_block(
        by=by,
        plan=plan,
        key=known.key,
        base_revision=known.revision,
        text=row.get("text"),
        details=row.get("details"),
    )


def _named(plan: Plan, row: Row) -> Row:
    """Return the row of a theme that the session left out with the name that it has elsewhere."""
    if row["kind"] != THEME.code or row.get("title"):
        return row
    return {**row, "title": themes(plan.first_year)[row["theme"]].name}


def _place(kind: str, theme: str, title: str) -> tuple[str, str, str]:
    """Return what tells a block from the others: its title where there may be several."""
    return (kind, theme, title if BY_CODE[kind].is_many else "")
