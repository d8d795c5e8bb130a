"""The home page: where the municipality stands in the cycle, and what stands out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

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
from integraal.policy.picture.remarks.queries import assignments_for
from integraal.policy.picture.remarks.rules import late_words
from integraal.policy.plan.models import Plan
from integraal.policy.priorities.models import Session
from integraal.portal.home.plan_lines import plan_step, plan_waits, plans_at_hand
from integraal.portal.home.programme_lines import programme_step
from integraal.portal.home.session_lines import latest_session, session_step, session_waits
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
    waiting: list[tuple[str, str, str]]
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
    session = latest_session(by)
    at_hand = plans_at_hand(by)
    return Home(
        greeting=f"{_part_of_day(now)} {by.name.split()[0]}.",
        title=shown.title if shown else "Nog geen veiligheidsbeeld",
        say=_say(latest, adopted, bool(freshness)),
        loop=CycleLoop(running=3 if at_hand else 2 if session else 1, starting=0),
        steps=[_loop_step(by, step, latest, session, at_hand) for step in STEPS],
        picture=shown,
        findings=findings(shown, content, MOST_FINDINGS) if shown else [],
        comparisons=comparisons_made(content) if shown else 0,
        waiting=[
            *_waiting(by, latest),
            *session_waits(by, session),
            *plan_waits(by, at_hand),
            *_assigned(by),
        ],
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


def _loop_step(
    by: Actor, step: Step, latest: Picture | None, session: Session | None, at_hand: list[Plan]
) -> ui.LoopStep:
    if step.code == "prioriteiten":
        return session_step(step, session)
    if step.code == "plan":
        return plan_step(step, at_hand)
    if step.code == "programma":
        return programme_step(by, step)
    if not step.is_built:
        return ui.LoopStep(step.number, step.name, step_url(step.code), "komt later", "next")
    say = f"{latest.year}: {latest.state_label.lower()}" if latest else "nog niet begonnen"
    done = latest is not None and latest.state == State.ADOPTED
    return ui.LoopStep(step.number, step.name, step_url(step.code), say, "done" if done else "now")


def _waiting(by: Actor, latest: Picture | None) -> list[tuple[str, str, str]]:
    """Return what waits for this actor: title, explanation and address."""
    if latest is None:
        return []
    place = reverse("picture", args=[latest.pk])
    if latest.state == State.PROPOSED and by.has("mayor"):
        return [(f"{latest.title} vaststellen", "Het voorstel wacht op uw besluit.", place)]
    if latest.state == State.DRAFT and by.has("adviser"):
        say = latest.returned_reason or "Het concept is nog niet voorgesteld."
        return [(f"{latest.title} afmaken", say, place)]
    return []


def _assigned(by: Actor) -> list[tuple[str, str, str]]:
    """Return the open assignments of this actor, the first due on top, late ones in words."""
    today = timezone.localdate()
    return [
        (
            f"Opdracht bij {one.picture.title}",
            " ".join(
                filter(
                    None, (late_words(one.due_on, today), one.text, f"Klaar op {day(one.due_on)}.")
                )
            ),
            f"{reverse('remarks', args=[one.picture_id])}?voor=mij#opmerking-{one.pk}",
        )
        for one in assignments_for(by)
        if one.due_on
    ]
