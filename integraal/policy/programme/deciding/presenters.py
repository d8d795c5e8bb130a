"""What the page about the decision on a programme shows."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.policy.programme.access import (
    check_adopt,
    check_propose,
    check_send_back,
    check_tell_council,
    check_write,
    reads_drafts,
)
from integraal.policy.programme.deciding.lacking import Finding, Lacking, findings_of
from integraal.policy.programme.deciding.subject import subject_of
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import versions

_SHOWN, _FOLDED = 5, 45


@dataclass(frozen=True)
class Warned:
    """What one rule finds lacking: sentences with the address to mend it.

    Attributes:
        first, more: in sight, and folded.
        left: how many there are besides.
    """

    sentence: str
    blocks: bool
    many: int
    first: list[tuple[str, str]]
    more: list[tuple[str, str]]
    left: int


@dataclass(frozen=True)
class DecisionPage:
    """What ``programme/decision.html`` shows.

    Attributes:
        lacking: what the programme lacks, for who reads drafts.
        right: sentences of the rules that found nothing.
        blocked: whether something must be mended before it can be proposed.
    """

    lacking: list[Warned]
    right: list[str]
    blocked: bool
    versions: list[Programme]
    may_propose: bool
    may_adopt: bool
    may_send_back: bool
    may_tell: bool
    may_begin_next: bool


def decision_page(by: Actor, programme: Programme) -> DecisionPage:
    """Return where the decision on a programme stands, and what it lacks."""
    shows_lacking = reads_drafts(by) and not programme.is_frozen
    findings = findings_of(subject_of(programme)) if shows_lacking else []
    is_draft, is_proposed = programme.state == State.DRAFT, programme.state == State.PROPOSED
    is_adopted = programme.state == State.ADOPTED
    blocked = any(one.lacking for one in findings if one.rule.weight == "block")
    return DecisionPage(
        lacking=[_warned(programme, one) for one in findings if one.lacking],
        right=[one.rule.sentence for one in findings if not one.lacking],
        blocked=blocked,
        versions=versions(by, programme),
        may_propose=is_draft and not blocked and allowed(check_propose, by),
        may_adopt=is_proposed and allowed(check_adopt, by),
        may_send_back=is_proposed and allowed(check_send_back, by),
        may_tell=is_adopted and allowed(check_tell_council, by),
        may_begin_next=is_adopted and allowed(check_write, by),
    )


def _warned(programme: Programme, one: Finding) -> Warned:
    shown = one.lacking[: _SHOWN + _FOLDED]
    lines = [(each.say, _place(programme, each)) for each in shown]
    return Warned(
        sentence=one.rule.sentence,
        blocks=one.rule.weight == "block",
        many=len(one.lacking),
        first=lines[:_SHOWN],
        more=lines[_SHOWN:],
        left=len(one.lacking) - len(lines),
    )


def _place(programme: Programme, one: Lacking) -> str:
    return reverse("measure", args=[programme.pk, one.key]) if one.key else ""
