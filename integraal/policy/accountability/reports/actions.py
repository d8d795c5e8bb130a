"""Begin a report, gather its facts, and write beside them."""

import uuid
from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.accountability.access import check_write
from integraal.policy.accountability.models import NormAnswer, Report, ReportText
from integraal.policy.accountability.refusals import AccountRefused, Conflict
from integraal.policy.accountability.reports.facts import gather
from integraal.policy.accountability.reports.periods import (
    Period,
    begun_problem,
    period_problem,
    title_problem,
)
from integraal.policy.accountability.reports.places import LONGEST_TEXT, place_name
from integraal.policy.programme.models import Programme


@transaction.atomic
def start_report(
    *,
    by: Actor,
    kind: str,
    programme: Programme,
    first_day: date,
    last_day: date,
    title: str = "",
) -> Report:
    """Begin a report over a period of a programme, with the facts as they are now.

    Args:
        by: who begins it.
        kind: "quarter", "year" or "final".
        programme: any version of an adopted programme.
        first_day, last_day: a whole quarter, a year, or the years of the programme.
        title: as on its cover; empty takes the usual one.

    Raises:
        AccountRefused: the period cannot be, there is such a report already, or the programme was
            never adopted.
        NotAllowed: the actor does not make reports.
    """
    check_write(by)
    years = programme.first_year, programme.last_year
    refuse_when(period_problem(kind, first_day, last_day, years), AccountRefused)
    title = " ".join(cleaned(title).split()) or Period(kind, first_day, last_day).title
    refuse_when(begun_problem(first_day, timezone.localdate()), AccountRefused)
    refuse_when(title_problem(title), AccountRefused)
    # Two who begin the same report take turns.
    programme = lifecycle.locked(programme)
    _refuse_second(kind, programme, last_day)
    report = Report(
        tenant_id=by.tenant_id, kind=kind, title=title, programme=programme, first_day=first_day,
        last_day=last_day, lineage=uuid.uuid4(),
    )  # fmt: skip
    _take_facts(report)
    record("accountability.started", by=by, subject=report, kind=kind)
    return report


@transaction.atomic
def gather_facts(*, by: Actor, report: Report) -> Report:
    """Gather the facts of a draft again; what was written beside them stays.

    Raises:
        NotAllowed: the actor does not make reports, or it is no draft.
    """
    report = lifecycle.locked(report)
    check_write(by, report)
    _take_facts(report)
    record("accountability.gathered", by=by, subject=report, sha256=report.facts_mark)
    return report


@transaction.atomic
def write_text(
    *, by: Actor, report: Report, place: str, text: str, base_revision: int
) -> ReportText:
    """Write what the adviser tells at one place of a draft.

    Args:
        place: "intro", "money", "lessons", or "theme:" with the code of a theme of the report.
        text: with blank lines between paragraphs; empty takes it away.
        base_revision: the revision it builds on; 0 when there was nothing yet.

    Raises:
        AccountRefused: there is no such place, or the text is too long.
        Conflict: somebody else wrote there meanwhile.
        NotAllowed: the actor does not make reports, or it is no draft.
    """
    report = lifecycle.locked(report)
    check_write(by, report)
    text = cleaned(text)
    if not place_name(report.facts, place):
        raise AccountRefused("Deze plek bestaat niet in dit rapport. Ververs de pagina.")
    if len(text) > LONGEST_TEXT:
        raise AccountRefused(f"De tekst is te lang. Gebruik hoogstens {LONGEST_TEXT} tekens.")
    row = ReportText.objects.filter(report=report, place=place).first()
    if (row.revision if row else 0) != base_revision:
        raise Conflict(row or ReportText(report=report, place=place, revision=0))
    row = row or ReportText(tenant_id=by.tenant_id, report=report, place=place, revision=0)
    row.text, row.revision = text, row.revision + 1
    row.written_by_id, row.written_at = by.member_id, timezone.now()
    row.save()
    record("accountability.text_written", by=by, subject=report, text=row.pk)
    return row


@transaction.atomic
def start_next_version(*, by: Actor, report: Report) -> Report:
    """Begin a new version of an adopted report, with its texts and answers and with new facts.

    Raises:
        AccountRefused: it is not the adopted version, or a next one is in hand already.
        NotAllowed: the actor does not make reports.
    """
    check_write(by)
    report = lifecycle.locked(report)
    if report.state != State.ADOPTED:
        raise AccountRefused("Alleen van de vastgestelde versie kunt u een nieuwe versie beginnen.")
    same = Report.objects.filter(lineage=report.lineage)
    in_hand = same.filter(state__in=[State.DRAFT, State.PROPOSED]).first()
    if in_hand:
        raise AccountRefused(f"Versie {in_hand.version} is al begonnen. Werk daarin verder.")
    following = Report(
        tenant_id=by.tenant_id, kind=report.kind, title=report.title,
        programme_id=report.programme_id, first_day=report.first_day, last_day=report.last_day,
        lineage=report.lineage, version=report.version + 1,
    )  # fmt: skip
    _take_facts(following)
    _copy(report, following)
    record("accountability.next_version", by=by, subject=following, version=following.version)
    return following


def _take_facts(report: Report) -> None:
    at = timezone.now()
    report.facts = gather(report.programme, report.first_day, report.last_day, at)
    report.facts_mark, report.gathered_at = fingerprint(report.facts), at
    report.save()


def _refuse_second(kind: str, programme: Programme, last_day: date) -> None:
    same = Report.objects.filter(
        kind=kind, last_day=last_day, programme__lineage=programme.lineage
    ).first()
    if same:
        raise AccountRefused(
            f"Er is al een rapport van deze soort over deze periode: {same.title}. Werk daarin "
            "verder, of begin daarvan een nieuwe versie."
        )


def _copy(report: Report, following: Report) -> None:
    for model, names in (
        (ReportText, ("place", "text")),
        (NormAnswer, ("norm", "answer", "text")),
    ):
        for row in model.objects.filter(report=report):
            kept = {name: getattr(row, name) for name in names}
            model.objects.create(
                tenant_id=row.tenant_id, report=following, written_by_id=row.written_by_id,
                written_at=row.written_at, **kept,
            )  # fmt: skip
