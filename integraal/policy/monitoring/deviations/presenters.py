"""What the pages of the deviations show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit import verbs
from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip, Deed
from integraal.foundation.ui.dutch import day
from integraal.policy.monitoring.access import check_decide, check_write
from integraal.policy.monitoring.deviations.queries import deviations, is_decided_in_meeting, stage
from integraal.policy.monitoring.deviations.states import (
    LABELS,
    MISSING,
    ORDER,
    Stage,
    is_past,
    missing_for,
)
from integraal.policy.monitoring.goals.queries import Done, measures_by_goal
from integraal.policy.monitoring.meetings.queries import items_about
from integraal.policy.monitoring.models import AgendaItem, Deviation
from integraal.policy.programme.content import function_of
from integraal.policy.programme.models import Measure

ON_A_PAGE = 25
FILTERS = (("open", "Open"), *((one.value, LABELS[one]) for one in ORDER), ("alle", "Alle"))


@dataclass(frozen=True)
class DeviationLine:
    """One deviation in the list, and what comes next."""

    row: Deviation
    stage: Stage
    label: str
    next: str


@dataclass(frozen=True)
class DeviationsPage:
    """What ``monitoring/deviations.html`` shows; ``still`` are the measures that stand still."""

    lines: Page[DeviationLine]
    filters: list[Chip]
    sought: str
    still: Sequence[Done]
    may_write: bool


@dataclass(frozen=True)
class Step:
    """One step: what was written, what is missing first, and where to write it."""

    name: str
    text: str
    is_done: bool
    missing: str
    url: str
    deed: str


@dataclass(frozen=True)
class DeviationPage:
    """What ``monitoring/deviation.html`` shows."""

    row: Deviation
    label: str
    next: str
    steps: list[Step]
    history: list[Deed]
    measure: tuple[str, str] | None
    goal_url: str
    change_url: str
    meetings: Sequence[AgendaItem]


def deviations_page(by: Actor, chosen: str, sought: str, page: str | None) -> DeviationsPage:
    """Return the deviations of a stage, with what is sought in title and text."""
    chosen = chosen if chosen in dict(FILTERS) else "open"
    found = deviations(by)
    for word in sought.replace("\x00", "").split():
        found = found.filter(title__icontains=word) | found.filter(what__icontains=word)
    lines = [_line(one) for one in found]
    kept = [one for one in lines if _is_in(one, chosen)]
    done = measures_by_goal(by) if allowed(check_write, by) else {}
    return DeviationsPage(
        lines=Paginator(kept, ON_A_PAGE).get_page(page),
        filters=[Chip(name, _address(code, sought), code == chosen) for code, name in FILTERS],
        sought=sought,
        still=[one for each in done.values() for one in each if one.standstill],
        may_write=allowed(check_write, by),
    )


def deviation_page(by: Actor, row: Deviation) -> DeviationPage:
    """Return one deviation with its steps and its history."""
    at = stage(row)
    return DeviationPage(
        row=row,
        label=LABELS[at],
        next=MISSING[at],
        steps=_steps(by, row, at),
        history=_history(row),
        measure=_measure(row),
        goal_url=reverse("monitoring-goal", args=[row.goal]) if row.goal else "",
        change_url=_change_url(row),
        meetings=items_about(by, row),
    )


def _line(row: Deviation) -> DeviationLine:
    at = stage(row)
    return DeviationLine(row, at, LABELS[at], MISSING[at])


def _is_in(line: DeviationLine, chosen: str) -> bool:
    if chosen == "open":
        return line.stage != Stage.CLOSED
    return chosen in ("alle", line.stage.value)


def _address(code: str, sought: str) -> str:
    asked = {"stap": code, **({"zoek": sought} if sought else {})}
    return f"?{urlencode(asked)}"


def _steps(by: Actor, row: Deviation, at: Stage) -> list[Step]:
    options = "\n\n".join(
        f"{place}. {one['text']}\nGevolg: {one['consequence']}"
        for place, one in enumerate(row.options, start=1)
    )
    plans = (
        (Stage.ANALYSED, "Analyse", row.analysis, "analyse", "Schrijf de analyse"),
        (Stage.OPTIONS, "Keuzes", options, "options", "Schrijf de keuzes"),
        (Stage.DECIDED, "Besluit", _decision(row), "decide", "Leg het besluit vast"),
        (Stage.FOLLOWED, "Vervolg", row.follow_up, "follow-up", "Leg het vervolg vast"),
        (Stage.CLOSED, "Resultaat", row.result, "close", "Sluit de afwijking"),
    )
    in_meeting = is_decided_in_meeting(row)
    made = [_step(by, row, at, *plan) for plan in plans]
    return [replace(one, url="") if in_meeting and one.name == "Besluit" else one for one in made]


def _step(
    by: Actor, row: Deviation, at: Stage, wanted: Stage, name: str, text: str, path: str, deed: str
) -> Step:
    may = allowed(check_decide if wanted == Stage.DECIDED else check_write, by)
    missing = missing_for(at, wanted) or ""
    is_done = is_past(at, wanted)
    url = reverse(f"deviation-{path}", args=[row.pk]) if may and not missing else ""
    return Step(
        name, text, is_done, "" if is_done else missing, url, "Pas aan" if is_done else deed
    )


def _decision(row: Deviation) -> str:
    if row.decided_on is None:
        return ""
    chosen = f"Keuze {row.chosen + 1}. " if row.chosen is not None else ""
    return f"{chosen}{row.decision}\n\nBesloten door: {row.decided_by}, {day(row.decided_on)}."


def _history(row: Deviation) -> list[Deed]:
    deeds = row.deeds.select_related("by", "by__organisation")
    return [
        Deed(
            one.at,
            _capital(function_of(one.by)) or "Het product",
            verbs.verb(one.verb).sentence.format(subject="deze afwijking"),
        )
        for one in deeds
    ]


def _measure(row: Deviation) -> tuple[str, str] | None:
    """Return title and address of the measure that changes, or that it is about."""
    key = row.measure_changed or row.measure
    if key is None:
        return None
    found = Measure.objects.filter(key=key).order_by("-programme__version").first()
    if found is None:
        return None
    try:
        return found.title, reverse("measure", args=[found.programme_id, key])
    except NoReverseMatch:
        return found.title, ""


def _change_url(row: Deviation) -> str:
    if row.change is None:
        return ""
    try:
        return reverse("programme-changes", args=[row.change.programme_id])
    except NoReverseMatch:
        return ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
