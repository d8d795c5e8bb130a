"""What happened in themes, as everybody who reads the programme may see it.

The same for the adviser as for a councillor: only what was adopted, decided, said or answered.
Deviations, drafts, help that was asked for and meetings are not in it.
"""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import begin_of, day
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.questions.queries import questions
from integraal.policy.programme.models import Measure, Programme, ProgrammeChange, Update
from integraal.policy.programme.queries import programmes

_SETTLED = (State.ADOPTED, State.SUPERSEDED)
_MOST, _MOST_SIGNS = 100, 160
KINDS = {
    "report": ("rapport", "rapporten"),
    "version": ("versie van het programma", "versies van het programma"),
    "change": ("wijziging", "wijzigingen"),
    "update": ("bijwerking", "bijwerkingen"),
    "answer": ("antwoord op een raadsvraag", "antwoorden op raadsvragen"),
}
"""What a piece of news is: one and more of them."""


@dataclass(frozen=True)
class News:
    """One thing that happened.

    Attributes:
        on: the day it is of.
        at: when exactly, where that is known.
        kind: one of ``KINDS``.
        theme: its code; empty when it is about every theme.
    """

    on: date
    at: datetime | None
    kind: str
    theme: str
    title: str
    say: str
    url: str

    def is_of(self, theme: str) -> bool:
        """Return whether it is about a theme."""
        return self.theme in ("", theme)

    def is_new(self, seen_at: datetime) -> bool:
        """Return whether it came after somebody looked.

        What somebody said of a measure has a day and no hour: of the day itself it was seen.
        """
        if self.at is not None:
            return self.at > seen_at
        return self.on > timezone.localdate(seen_at)


def news(by: Actor, themes: Collection[str], since: date) -> list[News]:
    """Return what happened in these themes since a day, newest first; seven queries."""
    found = [
        *_reports(by, since),
        *_versions(by, since),
        *_changes(by, since),
        *_updates(by, themes, since),
        *_answers(by, themes, since),
    ]
    return sorted(found, key=lambda one: (one.on, one.kind, one.title), reverse=True)[:_MOST]


def _reports(by: Actor, since: date) -> list[News]:
    found = reports(by).filter(state__in=_SETTLED, adopted_at__date__gte=since)
    rows = found.values_list("pk", "title", "adopted_at", "adopted_on")
    return [
        News(_day(at), at, "report", "", title, f"Vastgesteld op {day(on)}.", _to("report", pk))
        for pk, title, at, on in rows
    ]


def _versions(by: Actor, since: date) -> list[News]:
    found = programmes(by).filter(state__in=_SETTLED, adopted_at__date__gte=since)
    rows = found.values_list("pk", "title", "version", "adopted_at", "adopted_on")
    return [
        News(_day(at), at, "version", "", title, f"Versie {version}, vastgesteld op {day(on)}.",
             _to("programme", pk))
        for pk, title, version, at, on in rows
    ]  # fmt: skip


def _changes(by: Actor, since: date) -> list[News]:
    """Return the changes that were decided, of programmes that are settled."""
    found = ProgrammeChange.objects.filter(
        programme__in=programmes(by).filter(state__in=_SETTLED), decided_on__gte=since
    )
    rows = found.values_list("pk", "programme_id", "title", "decision", "decided_on")
    return [
        News(on, None, "change", "", title, begin_of(decision, _MOST_SIGNS),
             _to("programme-change", programme, pk))
        for pk, programme, title, decision, on in rows
    ]  # fmt: skip


def _updates(by: Actor, themes: Collection[str], since: date) -> list[News]:
    """Return what was said of the measures of the programmes in force: status and what was done."""
    running = list(programmes(by).filter(state=State.ADOPTED).only("pk", "tenant_id", "lineage"))
    known = _measures(running, themes)
    rows = Update.objects.filter(
        lineage__in=[one.lineage for one in running],
        measure__in=[key for _, key in known],
        said_on__gte=since,
    ).only("lineage", "measure", "status", "done", "said_on")
    return [
        _update(one, known[one.lineage, one.measure])
        for one in rows[:_MOST]
        if (one.lineage, one.measure) in known
    ]


def _measures(
    running: Collection[Programme], themes: Collection[str]
) -> dict[tuple[uuid.UUID, uuid.UUID], Measure]:
    lineages = {one.pk: one.lineage for one in running}
    found = Measure.objects.filter(programme__in=lineages, theme__in=themes)
    wanted = found.only("key", "theme", "title", "programme_id", "tenant_id")
    return {(lineages[one.programme_id], one.key): one for one in wanted}


def _update(one: Update, measure: Measure) -> News:
    done = f": {begin_of(one.done, _MOST_SIGNS)}" if one.done else "."
    return News(
        on=one.said_on,
        at=None,
        kind="update",
        theme=measure.theme,
        title=measure.title,
        say=f"{one.get_status_display().capitalize()}{done}",
        url=_to("measure", measure.programme_id, one.measure),
    )


def _answers(by: Actor, themes: Collection[str], since: date) -> list[News]:
    found = questions(by).filter(theme__in=themes, answered_on__isnull=False)
    # Somebody may write down today what was answered last week: it is read from today.
    rows = found.filter(written_at__date__gte=since - timedelta(days=1))
    return [
        News(_day(one.written_at), one.written_at, "answer", one.theme, one.title,
             _answered(one),
             _to("council-question", one.pk))
        for one in rows
    ]  # fmt: skip


def _answered(one: CouncilQuestion) -> str:
    return f"Antwoord van {day(one.answered_on)} op de vraag van {one.asked_by}."


def _day(at: datetime) -> date:
    return timezone.localdate(at)


def _to(name: str, *place: object) -> str:
    try:
        return reverse(name, args=place)
    except NoReverseMatch:
        return ""
