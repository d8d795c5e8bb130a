"""Answer the norms of a report, as long as it is a draft."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.accountability.access import check_write
from integraal.policy.accountability.models import NormAnswer, Report
from integraal.policy.accountability.norms.own_norms import norms
from integraal.policy.accountability.refusals import AccountRefused, Conflict

LONGEST_TEXT = 2_000


@dataclass(frozen=True)
class Given:
    """An answer ("yes", "partly", "no" or empty) and its explanation, built on a revision."""

    answer: str
    text: str = ""
    base_revision: int = 0


@transaction.atomic
def answer_norms(*, by: Actor, report: Report, answers: Mapping[str, Given]) -> list[NormAnswer]:
    """Answer norms of a report; what did not change is left as it is.

    Args:
        answers: code of a norm to what is given; an empty answer takes an earlier one away.

    Returns:
        The answers that changed.

    Raises:
        AccountRefused: an answer or explanation cannot be.
        Conflict: somebody else answered one of them meanwhile; nothing is saved.
        NotAllowed: the actor does not write reports, or it is adopted.
    """
    report = lifecycle.locked(report)
    check_write(by, report)
    known = {one.code for one in norms()}
    there = {one.norm: one for one in NormAnswer.objects.filter(report=report)}
    changed = []
    for code, given in answers.items():
        refuse_when(_problem(code in known, given), AccountRefused)
        row = _kept(by, report, code, given, there.get(code))
        changed += [row] if row else []
    return changed


def _kept(
    by: Actor, report: Report, code: str, given: Given, before: NormAnswer | None
) -> NormAnswer | None:
    """Keep one answer, unless it is what stands there already."""
    text = cleaned(given.text)
    now = (before.answer, before.text) if before else ("", "")
    if now == (given.answer, text):
        return None
    if (before.revision if before else 0) != given.base_revision:
        raise Conflict(before or NormAnswer(report=report, norm=code, revision=0))
    row = before or NormAnswer(tenant_id=by.tenant_id, report=report, norm=code, revision=0)
    if not given.answer:
        row.delete()
        record("accountability.norm_emptied", by=by, subject=report, norm=code)
        return row
    row.answer, row.text, row.revision = given.answer, text, row.revision + 1
    row.written_by_id, row.written_at = by.member_id, timezone.now()
    row.save()
    record("accountability.norm_answered", by=by, subject=report, norm=code, answer=row.answer)
    return row


def _problem(is_known: bool, given: Given) -> str | None:
    if not is_known:
        return "Deze norm is er niet meer. Ververs de pagina en probeer opnieuw."
    if given.answer not in ("", *NormAnswer.Answer.values):
        return "Kies ja, deels of nee."
    if not given.answer and cleaned(given.text):
        return "Kies bij elke toelichting ook ja, deels of nee."
    if len(cleaned(given.text)) > LONGEST_TEXT:
        return f"Een toelichting is langer dan {LONGEST_TEXT} tekens. Kort in."
    return None
