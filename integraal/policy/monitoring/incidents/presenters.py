"""What the pages of the incidents show."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet, Sum
from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.knowledge.figures.definitions import themes
from integraal.policy.monitoring.access import check_write, reads_inside
from integraal.policy.monitoring.incidents.fields import Account
from integraal.policy.monitoring.incidents.persons import person_warnings
from integraal.policy.monitoring.models import Deviation, Incident, Lesson
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import programmes

ON_A_PAGE = 25
_FILTERS = (("", "Alle"), ("incident", "Incidenten"), ("task", "Wettelijke taken"))


@dataclass(frozen=True)
class IncidentsPage:
    """What ``monitoring/incidents.html`` shows; ``hours`` is the sum of what is listed."""

    lines: Page[Incident]
    filters: list[Chip]
    hours: Decimal | None
    may_write: bool


@dataclass(frozen=True)
class LessonLine:
    """A lesson, and where the measure is that it became."""

    lesson: Lesson
    url: str


@dataclass(frozen=True)
class IncidentPage:
    """What ``monitoring/incident.html`` shows; ``drafts`` are programmes that take a measure."""

    row: Incident
    theme: str
    texts: list[tuple[str, str]]
    warnings: list[str]
    lessons: list[LessonLine]
    drafts: Sequence[Programme]
    deviations: Sequence[Deviation]
    may_write: bool


def incidents(by: Actor) -> QuerySet[Incident]:
    """Return the incidents and tasks the actor may read, newest first."""
    found = Incident.objects.select_related("area").defer("area__geometry")
    return found if reads_inside(by) else found.none()


def incidents_page(by: Actor, kind: str, page: str | None) -> IncidentsPage:
    """Return the incidents and tasks; ``kind`` keeps those of one."""
    kind = kind if kind in Incident.Kind.values else ""
    found = incidents(by).filter(kind=kind) if kind else incidents(by)
    return IncidentsPage(
        lines=Paginator(found, ON_A_PAGE).get_page(page),
        filters=[Chip(name, f"?soort={code}", code == kind) for code, name in _FILTERS],
        hours=found.order_by().aggregate(sum=Sum("hours"))["sum"],
        may_write=allowed(check_write, by),
    )


def incident_page(by: Actor, row: Incident) -> IncidentPage:
    """Return one incident or task with what it taught."""
    known = themes(row.happened_on.year)
    texts = [
        ("Wat er gebeurde", row.what),
        ("Welk werk bleef liggen", row.shifted),
        ("Nazorg", row.aftercare),
        ("Evaluatie", row.evaluation),
    ]
    return IncidentPage(
        row=row,
        theme=known[row.theme].name if row.theme in known else "",
        texts=[(name, text) for name, text in texts if text],
        warnings=person_warnings(row.title, *(text for _, text in texts)),
        lessons=[LessonLine(one, _measure_url(one)) for one in row.lessons.all()],
        drafts=list(programmes(by).filter(state=State.DRAFT).defer("frozen")),
        deviations=list(Deviation.objects.filter(incident=row)),
        may_write=allowed(check_write, by),
    )


def warnings_of(account: Account) -> list[str]:
    """Return what in an account looks like a person."""
    return person_warnings(*account.texts)


def _measure_url(one: Lesson) -> str:
    if not one.measure:
        return ""
    try:
        return reverse("measure", args=[one.programme_id, one.measure])
    except NoReverseMatch:
        return ""
