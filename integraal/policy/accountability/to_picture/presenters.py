"""The page on which the adviser chooses what goes to the next picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.http import QueryDict

from integraal.foundation.audit.actors import Actor
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.to_picture.queries import (
    drafts,
    present_in,
    proposals_of,
)
from integraal.policy.accountability.to_picture.rules import (
    REACHED_NAMES,
    Chosen,
    Proposal,
    chosen_problem,
    is_present,
)
from integraal.policy.picture.models import Picture
from integraal.policy.picture.words import plain

NO_PICTURE = "Kies het beeld waar de beloften in komen."


@dataclass(frozen=True)
class ChoiceRow:
    """One goal or measure with what was filled in; ``present`` when the picture has it."""

    one: Proposal
    is_chosen: bool
    reached: str
    reached_name: str
    learnt: str
    present: bool


@dataclass(frozen=True)
class ChoiceTheme:
    """A theme with its goals, and its measures folded; open when one of them is chosen."""

    name: str
    goals: list[ChoiceRow]
    measures: list[ChoiceRow]
    is_open: bool


@dataclass(frozen=True)
class ToPicturePage:
    """What ``accountability/to_picture.html`` shows.

    ``adding`` is what a next step adds, empty before somebody looked at it; ``skipped`` was chosen
    and is there already.
    """

    report: Report
    pictures: list[Picture]
    picture: Picture | None
    themes: list[ChoiceTheme]
    adding: list[ChoiceRow]
    skipped: list[ChoiceRow]
    answers: list[tuple[str, str]]
    problem: str


def chosen_in(sent: QueryDict) -> list[Chosen]:
    """Return what was chosen and filled in."""
    return [
        Chosen(key, sent.get(f"bereikt-{key}", ""), plain(sent.get(f"geleerd-{key}", "").strip()))
        for key in sent.getlist("kies")
    ]


def to_picture_page(
    by: Actor, report: Report, sent: QueryDict | None = None, problem: str = ""
) -> ToPicturePage:
    """Return the page; goals are chosen beforehand, measures are not.

    Args:
        by: who looks.
        report: which feeds a picture.
        sent: what was filled in, of somebody who looks at what will be added.
        problem: why it was refused.
    """
    found, offered = list(drafts(by)), proposals_of(report)
    picture = picture_in(found, sent)
    filled = _filled(offered, sent)
    present = present_in(picture) if picture else set()
    rows = [_row(one, filled, sent, is_present(one, present)) for one in offered]
    chosen = [row for row in rows if row.is_chosen]
    if sent is not None and not problem:
        problem = _problem(picture, list(filled.values()), offered)
    looking = sent is not None and not problem
    return ToPicturePage(
        report=report,
        pictures=found,
        picture=picture,
        themes=_themes(rows),
        adding=[row for row in chosen if looking and not row.present],
        skipped=[row for row in chosen if looking and row.present],
        answers=list(REACHED_NAMES.items()),
        problem=problem,
    )


def picture_in(found: list[Picture], sent: QueryDict | None) -> Picture | None:
    """Return the picture that was chosen; the only one there is needs no choice."""
    asked = sent.get("beeld", "") if sent else ""
    if not asked and len(found) == 1:
        return found[0]
    return next((one for one in found if str(one.pk) == asked), None)


def _problem(picture: Picture | None, chosen: list[Chosen], offered: list[Proposal]) -> str:
    if picture is None:
        return NO_PICTURE
    return chosen_problem(chosen, {one.key for one in offered}) or ""


def _filled(offered: list[Proposal], sent: QueryDict | None) -> dict[str, Chosen]:
    if sent is not None:
        return {one.key: one for one in chosen_in(sent)}
    return {one.key: Chosen(one.key) for one in offered if one.is_goal}


def _row(
    one: Proposal, filled: Mapping[str, Chosen], sent: QueryDict | None, present: bool
) -> ChoiceRow:
    """Return a row; what was written at one that is not chosen any more is kept as well."""
    typed = sent or QueryDict()
    reached = typed.get(f"bereikt-{one.key}") or one.reached
    return ChoiceRow(
        one=one,
        is_chosen=one.key in filled,
        reached=reached,
        reached_name=REACHED_NAMES.get(reached, reached),
        learnt=typed.get(f"geleerd-{one.key}", ""),
        present=present,
    )


def _themes(rows: list[ChoiceRow]) -> list[ChoiceTheme]:
    found = []
    for name, group in groupby(rows, key=lambda row: row.one.theme_name):
        of_theme = list(group)
        measures = [row for row in of_theme if not row.one.is_goal]
        found.append(
            ChoiceTheme(
                name=name,
                goals=[row for row in of_theme if row.one.is_goal],
                measures=measures,
                is_open=any(row.is_chosen for row in measures),
            )
        )
    return found
