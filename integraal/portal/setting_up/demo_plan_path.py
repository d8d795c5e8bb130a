"""Bring a demo's plan from draft to the council, each step by whose work it is."""

from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.policy.plan.changing.actions import Case, note_change, start_changed_version
from integraal.policy.plan.consulting.actions import (
    Invitee,
    close_consultation,
    invite,
    open_consultation,
    weigh_comment,
)
from integraal.policy.plan.consulting.commenting.actions import finish, make_comment, note_opening
from integraal.policy.plan.consulting.queries import reader_of
from integraal.policy.plan.deciding.actions import (
    Decided,
    adopt_plan,
    propose_plan,
    record_decision,
)
from integraal.policy.plan.deciding.amendments.actions import (
    Motion,
    apply_amendment,
    decide_amendment,
    table_amendment,
)
from integraal.policy.plan.deciding.amendments.rules import Wanted
from integraal.policy.plan.deciding.queries import moments
from integraal.policy.plan.deciding.rules import Votes
from integraal.policy.plan.models import Block, Consultation, DecisionMoment, Plan
from integraal.policy.plan.public.actions import publish_plan
from integraal.portal.setting_up.demo_people import somebody

Row = dict[str, Any]


def bring_to_council(plan: Plan, content: Row) -> str:
    """Consult, decide, adopt and publish a plan as its file says; returns a Dutch sentence."""
    adviser, clerk = somebody("adviser"), somebody("clerk")
    if adviser is None or clerk is None:
        return "het plan blijft een concept: er is geen adviseur of griffier."
    _consult(adviser, plan, content["consultation"])
    plan = propose_plan(by=adviser, plan=plan)
    for moment in moments(plan):
        if moment.adopts:
            _amend(clerk, moment, content["amendment"])
        _decide(clerk, moment, content["decisions"][moment.code])
    plan = publish_plan(by=clerk, plan=adopt_plan(by=clerk, plan=plan))
    change = note_change(by=adviser, plan=plan, case=Case(**content["change"]))
    start_changed_version(by=adviser, change=change)
    return "de raad stelde het plan vast; een volgende versie is begonnen."


def _consult(adviser: Actor, plan: Plan, content: Row) -> None:
    asked = open_consultation(
        by=adviser, plan=plan, title=content["title"], question=content["question"]
    )
    for answer in content["answers"]:
        _answer(adviser, asked, answer)
    close_consultation(by=adviser, consultation=asked)


def _answer(adviser: Actor, asked: Consultation, answer: Row) -> None:
    invitee = Invitee(answer["recipient"], answer["organisation"])
    invited, _ = invite(by=adviser, consultation=asked, invitee=invitee)
    reader = reader_of(invited)
    note_opening(by=reader, invitation=invited)
    said = []
    for row in answer["comments"]:
        block = _block(asked.plan, row["at"]).key if row.get("at") else None
        said.append(make_comment(by=reader, invitation=invited, block=block, text=row["text"]))
    finish(by=reader, invitation=invited)
    for comment, row in zip(said, answer["comments"], strict=True):
        weigh_comment(
            by=adviser,
            comment=comment,
            weighing=row["weighing"],
            response=row["response"],
            base_revision=comment.revision,
        )


def _amend(clerk: Actor, moment: DecisionMoment, row: Row) -> None:
    motion = Motion(
        number=row["number"],
        title=row["title"],
        moved_by=row["moved_by"],
        explanation=row["explanation"],
        block=_block(moment.plan, row["at"]).key,
        wanted=Wanted(title=row["at"], text=row["text"]),
    )
    tabled = table_amendment(by=clerk, moment=moment, motion=motion)
    decided = decide_amendment(
        by=clerk,
        amendment=tabled,
        outcome="adopted",
        base_revision=tabled.revision,
        votes_for=row["votes_for"],
        votes_against=row["votes_against"],
    )
    apply_amendment(by=clerk, amendment=decided, base_revision=decided.revision)


def _decide(clerk: Actor, moment: DecisionMoment, row: Row) -> None:
    decided = Decided(
        outcome=row.get("outcome", "agreed"),
        on=timezone.localdate(),
        number=row.get("number", ""),
        votes=Votes(row.get("votes_for"), row.get("votes_against")),
        note=row.get("note", ""),
    )
    record_decision(by=clerk, moment=moment, decided=decided, base_revision=moment.revision)


def _block(plan: Plan, title: str) -> Block:
    return Block.objects.get(plan=plan, title=title)
