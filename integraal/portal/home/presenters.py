"""The home page: where the municipality stands in the cycle, and what stands out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts.cycle_loop import CycleLoop
from integraal.foundation.ui.dutch import day
from integraal.knowledge.figures.access import may_load_figures
from integraal.knowledge.figures.catalogue.freshness import URGENCY, WORDS
from integraal.knowledge.figures.catalogue.links import subject_of
from integraal.knowledge.figures.catalogue.queries import (
    SourceState,
    source_states,
    sources_in_use,
)
from integraal.policy.picture.draft_figures.queries import page_parts
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.findings import comparisons_made, findings
from integraal.policy.picture.queries import adopted_picture, latest_picture
from integraal.portal.home.lines import Line, Waits, line_of
from integraal.portal.home.picture_lines import assigned
from integraal.portal.page import step_url
from integraal.portal.steps import STEPS, Step

MOST_SOURCES, MOST_FINDINGS = 4, 5
NO_FIGURES = "Lees cijfers in en begin het eerste veiligheidsbeeld."


@dataclass(frozen=True)
class Home:
    """What ``portal/home.html`` shows."""

    greeting: str
    title: str
    say: str
    loop: CycleLoop
    steps: list[ui.LoopStep]
    picture: Picture | None
    findings: list[ui.Finding]
    comparisons: int
    waiting: Waits
    may_load: bool
    freshness: list["Fresh"]


@dataclass(frozen=True)
class Fresh:
    """A source and how long ago it was fetched, in words."""

    name: str
    url: str
    say: str


def home(by: Actor, now: datetime) -> Home:
    """Return the home page of the actor at ``now``."""
    latest, adopted = latest_picture(by), adopted_picture(by)
    shown = latest or adopted
    content: dict[str, Any] = page_parts(by, shown).over_all if shown else {}
    freshness = _freshness()
    lines = {step: line_of(step.code, by) for step in STEPS}
    return Home(
        greeting=f"{_part_of_day(now)} {by.name.split()[0]}.",
        title=shown.title if shown else "Nog geen veiligheidsbeeld",
        say=_say(latest, adopted, bool(freshness)),
        loop=CycleLoop(running=_reached(lines), starting=0),
        steps=[
            ui.LoopStep(step.number, step.name, step_url(step.code), line.say, line.phase)
            for step, line in lines.items()
        ],
        picture=shown,
        findings=findings(shown, content, MOST_FINDINGS) if shown else [],
        comparisons=comparisons_made(content) if shown else 0,
        waiting=[*(wait for line in lines.values() for wait in line.waits), *assigned(by)],
        may_load=may_load_figures(by),
        freshness=freshness,
    )


def _freshness() -> list[Fresh]:
    """Return the sources in use here, the most urgent first; empty without figures."""
    states = source_states(sources_in_use(), with_periods=False)
    states.sort(key=lambda one: (URGENCY.index(one.state), one.fetched))
    return [
        Fresh(
            subject_of(one.source),
            reverse("source", args=[one.source.code]),
            _how_fresh(one),
        )
        for one in states[:MOST_SOURCES]
    ]


def _how_fresh(state: SourceState) -> str:
    until = f"cijfers tot en met {state.last_period.label}, " if state.last_period else ""
    return f"{WORDS[state.state]}; {until}opgehaald op {day(state.fetched)}"


def _part_of_day(now: datetime) -> str:
    if now.hour < 12:
        return "Goedemorgen"
    return "Goedemiddag" if now.hour < 18 else "Goedenavond"


def _say(latest: Picture | None, adopted: Picture | None, has_figures: bool) -> str:
    words = []
    if latest and latest.state in (State.DRAFT, State.PROPOSED):
        words.append(f"{latest.title}, versie {latest.version}, is {latest.state_label.lower()}.")
    if adopted and adopted.adopted_on:
        words.append(f"{adopted.title} is vastgesteld op {day(adopted.adopted_on)}.")
    begin = "Begin het eerste veiligheidsbeeld." if has_figures else NO_FIGURES
    return " ".join(words) or begin


def _reached(lines: Mapping[Step, Line]) -> int:
    """Return to which step the line of the loop runs: the last one that there is something of."""
    return max((step.number for step, line in lines.items() if line.reached), default=1)
