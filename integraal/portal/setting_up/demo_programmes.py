"""Write the demo's programmes and what owners said, through the deeds of who would do them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from integraal.foundation.areas.queries import parts_on
from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.queries import actor_of
from integraal.policy.plan.content import content_of, goals
from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans
from integraal.policy.programme.actions import start_programme
from integraal.policy.programme.deciding.actions import (
    adopt_programme,
    propose_programme,
    tell_council,
)
from integraal.policy.programme.measures.actions import add_measure, change_measure
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.quarters import quarter_of, quarters
from integraal.policy.programme.queries import programmes
from integraal.policy.programme.showing.actions import set_capacity
from integraal.policy.programme.updating.rules import Said
from integraal.policy.programme.updating.saying.actions import say_update
from integraal.portal.setting_up.demo_people import somebody

Row = dict[str, Any]
_LIGHTS = {"g": "good", "a": "attention", "s": "stuck", "-": ""}
_TOTALS = {"spent": "spent", "hours": "hours_spent", "figure": "figure"}
_WORDS = {"over": "over_budget_reason", "obstacle": "obstacle", "help": "help_wanted"}
_PLAIN = ("theme", "title", "kind", "item", "output", "money_source")


def load_programme(content: Row) -> str:
    """Write one programme, have the college adopt it, and say how its measures went.

    Returns:
        A Dutch sentence.
    """
    adviser, college = somebody("adviser"), somebody("college")
    years = f"{content['first_year']}-{content['last_year']}"
    if adviser is None or college is None or _is_there(adviser, content["first_year"]):
        return f"het uitvoeringsprogramma {years} laten we zoals het is."
    writer = _Writer(adviser, content)
    for row in content["measures"]:
        writer.write(row)
    programme = propose_programme(by=adviser, programme=writer.programme)
    given = content["college"]
    programme = adopt_programme(
        by=college, programme=programme, body="college", number=given["number"],
        decided_on=date.fromisoformat(given["day"]),
    )  # fmt: skip
    told_on = date.fromisoformat(content["council_told_on"])
    programme = tell_council(by=adviser, programme=programme, told_on=told_on)
    said = sum(_say(writer.who(row), programme, writer.keys, row) for row in content["measures"])
    return (
        f"het uitvoeringsprogramma {years} geschreven en vastgesteld, met "
        f"{len(content['measures'])} maatregelen en {said} bijwerkingen."
    )


class _Writer:
    """Writes the measures of one programme, knowing people, partners, areas and goals by name."""

    def __init__(self, by: Actor, content: Row) -> None:
        self.by = by
        adopted = programmes(by).filter(first_year=content.get("follows"), state=State.ADOPTED)
        follows = adopted.first()
        plan = plans(by).filter(state=State.ADOPTED).first() if follows else None
        self.programme = start_programme(
            by=by,
            first_year=content["first_year"],
            last_year=content["last_year"],
            follows=follows,
            plan=plan,
        )
        whole = quarters(content["first_year"], content["last_year"])
        hours = {quarter: str(content["capacity"]) for quarter in whole}
        set_capacity(by=by, programme=self.programme, hours=hours)
        self.people = {one.name: one for one in Member.objects.all()}
        self.partners = {one.name: one for one in Organisation.objects.all()}
        self.areas = {one.name: one for one in parts_on(date(content["last_year"], 1, 1))}
        self.goals = _goals(plan)
        self.keys = {one.title: one.key for one in Measure.objects.filter(programme=self.programme)}

    def write(self, row: Row) -> None:
        """Write one measure; one that was carried over goes on under its own key."""
        fields = self._fields(row)
        if "carried" in row:
            measure = Measure.objects.get(programme=self.programme, key=self.keys[row["carried"]])
            self._change(measure, fields, row)
            return
        measure = add_measure(by=self.by, programme=self.programme, **fields)
        self.keys[measure.title] = measure.key
        if "partners" in row or "milestones" in row:
            self._change(measure, {}, row)

    def who(self, row: Row) -> Actor:
        """Return who says how a measure goes: its owner, else the adviser."""
        owner = self.people.get(row.get("owner", ""))
        return actor_of(owner, Through.COMMAND) if owner else self.by

    def _fields(self, row: Row) -> Row:
        starts, ends = (date.fromisoformat(row[name]) for name in ("starts", "ends"))
        fields = {name: row[name] for name in _PLAIN if name in row}
        fields |= {
            "owner": self.people.get(row.get("owner", "")),
            "starts_on": starts,
            "ends_on": ends,
            "hours": self._hours(row, starts, ends),
        }
        if "carried" in row:
            return fields
        return fields | {
            "deputy": self.people.get(row.get("deputy", "")),
            "goal": self.goals.get(row.get("goal", "")),
            "area": self.areas.get(row.get("area", "")),
            "budget": Decimal(row["budget"]) if "budget" in row else None,
            "output_target": {str(year): str(n) for year, n in row.get("targets", {}).items()},
            "needs": [self.keys[title] for title in row.get("needs", [])],
        }

    def _hours(self, row: Row, starts: date, ends: date) -> dict[str, str]:
        """Return the hours of every quarter in which the measure runs."""
        first, last = quarter_of(starts), quarter_of(ends)
        known = quarters(self.programme.first_year, self.programme.last_year)
        return {one: str(row["hours"]) for one in known if first <= one <= last and "hours" in row}

    def _change(self, measure: Measure, fields: Row, row: Row) -> None:
        partners = [(self.partners[name], role) for name, role in row.get("partners", {}).items()]
        days = [(None, title, date.fromisoformat(day)) for title, day in row.get("milestones", [])]
        change_measure(
            by=self.by,
            programme=self.programme,
            key=measure.key,
            base_revision=measure.revision,
            fields=fields,
            partners=partners or None,
            milestones=days or None,
        )


def _is_there(by: Actor, first_year: int) -> bool:
    return programmes(by).filter(first_year=first_year).exists()


def _goals(plan: Plan | None) -> Mapping[str, Any]:
    return {one["title"]: one["key"] for one in goals(content_of(plan))} if plan else {}


def _say(by: Actor, programme: Programme, keys: Mapping[str, Any], row: Row) -> int:
    """Say what the owner of one measure said; returns how often."""
    for day, status, lights, done, *more in row.get("said", []):
        given = more[0] if more else {}
        words: Row = {name: given[code] for code, name in _WORDS.items() if code in given}
        totals: Row = {
            name: Decimal(given[code]) for code, name in _TOTALS.items() if code in given
        }
        quality, time, money = (_LIGHTS[light] for light in lights)
        said = Said(
            status=status, quality=quality, time=time, money=money, done=done, **words, **totals
        )
        key = keys[row.get("title") or row["carried"]]
        say_update(by=by, programme=programme, key=key, said=said, on=date.fromisoformat(day))
    return len(row.get("said", []))
