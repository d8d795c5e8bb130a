"""What the page of a participant shows: waiting, a ballot, or the result."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from integraal.foundation.database.models import Tenant
from integraal.policy.priorities.joining.queries import Place
from integraal.policy.priorities.models import Ballot, Candidate, Participant, Session
from integraal.policy.priorities.progress import closed_rounds
from integraal.policy.priorities.result_page import ResultView, result_view
from integraal.policy.priorities.rules import HIGHEST, LOWEST, points_say
from integraal.policy.priorities.scoring.form import POINTS, Asked, as_fields, asked_of
from integraal.policy.priorities.scoring.words import filled_say


@dataclass(frozen=True)
class Choice:
    """One of the numbers somebody can give."""

    value: int
    field_id: str
    is_chosen: bool


@dataclass(frozen=True)
class Question:
    """One question: a row of numbers to choose from, or a number to type."""

    name: str
    words: str
    field_id: str
    value: Any
    choices: tuple[Choice, ...]
    most: int


@dataclass(frozen=True)
class ThemePart:
    """A theme with its questions; ``part_id`` is its place in the page."""

    part_id: str
    name: str
    place: int
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Lost:
    """What was filled in too late: theme, question and what was given."""

    theme: str
    question: str
    given: str


@dataclass(frozen=True)
class Page:
    """What every page of a participant has."""

    template: str
    tenant: Tenant
    session: Session
    participant: Participant
    stage: str
    problem: str


@dataclass(frozen=True)
class BallotPage(Page):
    """The ballot of an open round."""

    number: int
    themes: tuple[ThemePart, ...]
    points: tuple[Question, ...]
    points_words: str
    dots: int
    status: str
    is_done: bool
    revision: int
    left: int | None
    ends_at: datetime | None
    key: str


@dataclass(frozen=True)
class WaitPage(Page):
    """Before the first round: which themes will be weighed."""

    themes: tuple[str, ...]


@dataclass(frozen=True)
class ResultPage(Page):
    """After a round; ``lost`` is what came in too late."""

    result: ResultView | None
    lost: tuple[Lost, ...]


def participant_page(
    place: Place, *, lost: Mapping[str, Any] | None = None, problem: str = ""
) -> Page:
    """Return the page for how the session stands.

    Args:
        place: the participant.
        lost: what was filled in but came after the round was closed.
        problem: the sentence that goes with it.
    """
    if place.is_open and not lost:
        return ballot_page(place)
    asked = asked_of(place.session)
    if place.round is None:
        names = tuple(one.name for one in asked.themes.values())
        return WaitPage(**_around(place, "priorities/wait.html", problem), themes=names)
    return ResultPage(
        **_around(place, "priorities/participant_result.html", problem),
        result=result_view(closed_rounds(place.session), asked),
        lost=_lost(asked, lost or {}),
    )


def ballot_page(
    place: Place, *, typed: Mapping[str, Any] | None = None, problem: str = ""
) -> BallotPage:
    """Return the ballot, with what was kept and over it what was typed.

    Args:
        place: a participant while a round is open.
        typed: fields that were refused.
        problem: why they were.
    """
    assert place.round is not None
    asked = asked_of(place.session)
    ballot = Ballot.objects.filter(round=place.round.pk, participant=place.participant).first()
    kept = as_fields(ballot.marks, ballot.points) if ballot else {}
    fields = {**kept, **(typed or {})}
    points = {name.partition(":")[2]: given for name, given in kept.items() if POINTS in name}
    ends_at = place.round.ends_at
    return BallotPage(
        **_around(place, "priorities/ballot.html", problem),
        number=place.round.number,
        themes=tuple(
            _theme(asked, at, one, fields) for at, one in enumerate(asked.themes.values())
        ),
        points=_points(asked, fields),
        points_words=points_say(points),
        dots=asked.dots,
        status=filled_say(asked, ballot),
        is_done=bool(ballot and ballot.is_done),
        revision=ballot.revision if ballot else 0,
        left=max(0, round((ends_at - timezone.now()).total_seconds())) if ends_at else None,
        ends_at=ends_at,
        key=f"{place.participant.pk}-{place.round.number}",
    )


def _around(place: Place, template: str, problem: str) -> dict[str, Any]:
    return {
        "template": template,
        "tenant": place.participant.tenant,
        "session": place.session,
        "participant": place.participant,
        "stage": place.stage,
        "problem": problem,
    }


def _theme(asked: Asked, at: int, theme: Candidate, fields: Mapping[str, Any]) -> ThemePart:
    questions = []
    for order, kind in enumerate(asked.kinds):
        name = f"{theme.code}:{kind}"
        if asked.dots:
            questions.append(_number(name, f"t{at}", "Aantal stippen", fields, asked.dots))
            continue
        criterion = asked.criteria[kind]
        words = criterion.question or criterion.name
        questions.append(_scale(name, f"t{at}-{order}", words, fields))
    return ThemePart(f"thema-{at + 1}", theme.name, at + 1, tuple(questions))


def _scale(name: str, field_id: str, words: str, fields: Mapping[str, Any]) -> Question:
    given = str(fields.get(name, ""))
    choices = tuple(
        Choice(value, f"{field_id}-{value}", given == str(value))
        for value in range(LOWEST, HIGHEST + 1)
    )
    return Question(name, words, field_id, given, choices, HIGHEST)


def _number(name: str, field_id: str, words: str, fields: Mapping[str, Any], most: int) -> Question:
    return Question(name, words, field_id, fields.get(name, ""), (), most)


def _points(asked: Asked, fields: Mapping[str, Any]) -> tuple[Question, ...]:
    if not asked.asks_weights:
        return ()
    return tuple(
        _number(f"{POINTS}:{code}", f"p{at}", one.name, fields, 100)
        for at, (code, one) in enumerate(asked.criteria.items())
    )


def _lost(asked: Asked, fields: Mapping[str, Any]) -> tuple[Lost, ...]:
    found = []
    for name, given in fields.items():
        first, _, second = name.partition(":")
        criterion = asked.criteria.get(second)
        question = criterion.name if criterion else "stippen"
        if first == POINTS and criterion:
            found.append(Lost("Punten", question, str(given)))
        elif first in asked.themes:
            found.append(Lost(asked.themes[first].short_name, question, str(given)))
    return tuple(one for one in found if one.given.strip())
