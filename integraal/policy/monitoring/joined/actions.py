"""Keep, change and end what the municipality takes part in."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.monitoring.access import check_write
from integraal.policy.monitoring.models import JoinedProgramme
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused

LONGEST_TITLE, LONGEST_TEXT = 160, 20_000


@dataclass(frozen=True)
class Joining:
    """What the programme is, since when we take part, what our share is and what it brought."""

    title: str
    level: str
    since: date
    what: str = ""
    share: str = ""
    result: str = ""


@transaction.atomic
def join(*, by: Actor, joining: Joining) -> JoinedProgramme:
    """Keep that the municipality takes part in a programme.

    Raises:
        MonitoringRefused: something is missing.
    """
    check_write(by)
    row = JoinedProgramme(tenant_id=by.tenant_id)
    _fill(row, joining, by)
    row.save()
    record("monitoring.joined_kept", by=by, subject=row)
    return row


@transaction.atomic
def change_joined(
    *, by: Actor, joined: JoinedProgramme, joining: Joining, base_revision: int
) -> JoinedProgramme:
    """Change what is kept of it.

    Raises:
        MonitoringRefused: something is missing.
        Conflict: somebody changed it meanwhile.
    """
    check_write(by)
    row = _held(joined, base_revision)
    _fill(row, joining, by)
    if row.until and row.until < row.since:
        raise MonitoringRefused("De begindag ligt na de dag waarop de deelname eindigde.")
    row.save()
    record("monitoring.joined_changed", by=by, subject=row)
    return row


@transaction.atomic
def end_joined(
    *, by: Actor, joined: JoinedProgramme, until: date, base_revision: int
) -> JoinedProgramme:
    """End the taking part; it stays in the list.

    Raises:
        MonitoringRefused: the day lies before the begin.
        Conflict: somebody changed it meanwhile.
    """
    check_write(by)
    row = _held(joined, base_revision)
    if until < row.since:
        raise MonitoringRefused("Deze dag ligt vóór de dag waarop de deelname begon.")
    row.until, row.written_by_id, row.written_at = until, by.member_id, timezone.now()
    row.save()
    record("monitoring.joined_ended", by=by, subject=row)
    return row


def _held(joined: JoinedProgramme, base_revision: int) -> JoinedProgramme:
    row = held(joined, MonitoringRefused)
    if row.revision != base_revision:
        raise Conflict(row)
    row.revision += 1
    return row


def _fill(row: JoinedProgramme, joining: Joining, by: Actor) -> None:
    given = {
        name: cleaned(value) if isinstance(value, str) else value
        for name, value in asdict(joining).items()
    }
    given["title"] = " ".join(given["title"].split())
    if not given["title"] or len(given["title"]) > LONGEST_TITLE:
        raise MonitoringRefused(
            f"Geef het programma een naam van hoogstens {LONGEST_TITLE} tekens."
        )
    if given["level"] not in JoinedProgramme.Level.values:
        raise MonitoringRefused("Kies of het programma regionaal of landelijk is.")
    if max(len(given[name]) for name in ("what", "share", "result")) > LONGEST_TEXT:
        raise MonitoringRefused(f"Een tekst is langer dan {LONGEST_TEXT} tekens. Kort in.")
    for name, value in given.items():
        setattr(row, name, value)
    row.written_by_id, row.written_at = by.member_id, timezone.now()
