"""What the page of one amendment shows: the text as it is or was, and as it is wanted."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import day
from integraal.policy.plan.access import check_record_decision
from integraal.policy.plan.consulting.register import block_words
from integraal.policy.plan.content import block_json
from integraal.policy.plan.deciding.presenters import votes_words
from integraal.policy.plan.deciding.rules import ADOPTED
from integraal.policy.plan.kinds import BY_CODE, Kind
from integraal.policy.plan.models import Amendment, EarlierBlock, Plan
from integraal.policy.plan.queries import block as block_of

Words = dict[str, str]


@dataclass(frozen=True)
class AmendmentPage:
    """What ``plan/amendment.html`` shows; each change is label, text before and text after."""

    row: Amendment
    title: str
    about: str
    outcome: str
    votes: str
    changes: list[tuple[str, str, str]]
    is_stale: bool
    may_change: bool
    may_apply: bool
    apply_url: str
    back: str
    back_label: str


def amendment_page(by: Actor, plan: Plan, row: Amendment) -> AmendmentPage:
    """Return one amendment with what it changes, word by word."""
    kind = BY_CODE[row.kind]
    before, about, is_stale = _before(plan, row, kind)
    after = {} if row.removes else _words(kind, row.proposed_title, row.proposed_text,
                                          row.proposed_details)  # fmt: skip
    is_open = plan.state == State.PROPOSED and row.applied_on is None
    may = is_open and row.moment.sent_back_on is None and allowed(check_record_decision, by)
    applied = f", verwerkt op {day(row.applied_on)}" if row.applied_on else ""
    return AmendmentPage(
        row=row,
        title=f"Amendement {row.number}: {row.title}",
        about=about,
        outcome=f"{row.get_outcome_display().capitalize()}{applied}",
        votes=votes_words(row.votes_for, row.votes_against),
        changes=[
            (label, before.get(label, ""), after.get(label, ""))
            for label in dict.fromkeys([*before, *after])
            if before.get(label, "") != after.get(label, "")
        ],
        is_stale=is_stale and may,
        may_change=may,
        may_apply=may and row.outcome == ADOPTED and not is_stale,
        apply_url=f"{reverse('plan-amendment-apply', args=[plan.pk, row.pk])}?stand={row.revision}",
        back=f"{reverse('plan-decisions', args=[plan.pk])}#moment-{row.moment_id}",
        back_label="Besluit",
    )


def _before(plan: Plan, row: Amendment, kind: Kind) -> tuple[Words, str, bool]:
    """Return the text it builds on, what that part is called, and whether it changed since."""
    if not row.built_on:
        return {}, f"Nieuw: {kind.name}", False
    block = block_of(plan, row.block) if row.block else None
    if block and block.revision == row.built_on:
        return _words(kind, block.title, block.text, block.details), _name(block), False
    earlier = EarlierBlock.objects.filter(plan=plan, block=row.block, revision=row.built_on).first()
    words = _words(kind, earlier.title, earlier.text, earlier.details) if earlier else {}
    return words, _name(block) if block else kind.name, row.applied_on is None


def _name(block: object) -> str:
    return block_words(block_json(block))  # type: ignore[arg-type]


def _words(kind: Kind, title: str, text: str, details: Words) -> Words:
    """Return label to text of everything that is filled in."""
    found = {kind.title or "Kop": title, kind.text or "Tekst": text}
    for field in kind.fields:
        value = details.get(field.code, "")
        found[field.name] = dict(field.choices).get(value, value)
    return {label: value for label, value in found.items() if value}
