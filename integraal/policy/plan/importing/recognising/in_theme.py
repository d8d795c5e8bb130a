"""Proposals from a theme: what it is about, the approach, and what looks like a goal. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Part, Proposal
from integraal.policy.plan.importing.recognising.goals import (
    is_ambition_heading,
    is_goal_heading,
    looks_like_goal,
)
from integraal.policy.plan.importing.recognising.lengths import fits
from integraal.policy.plan.importing.recognising.outline import Marked
from integraal.policy.plan.importing.recognising.sentences import sentences
from integraal.policy.plan.importing.recognising.tables import goal_tables, goals_in_tables
from integraal.policy.plan.rules import LONGEST_TITLE

_FOCUS = re.compile(
    r"\b(?:de|onze|dé)\s+(?:prioriteit|prioriteiten|focus|nadruk)\b.*\b(?:ligt|liggen)\b",
    re.IGNORECASE,
)
AS_GOAL = "deze zin lijkt op een doel"
UNDER_GOALS = "staat onder een kop over doelen"


def theme_proposals(
    document: Document, marks: Sequence[Marked], part: Part, number: int
) -> Iterator[Proposal]:
    """Yield what a theme holds: its text in stretches, and what looks like a goal."""
    found = [
        *_stretches(document, marks, part, number),
        *goals_in_tables(document, marks, part, number),
    ]
    yield from sorted(found, key=_place)


def _place(proposal: Proposal) -> tuple[int, bool]:
    """Return where a proposal begins; a stretch of text comes before the goals in it."""
    places = [one.start for one in (proposal.title, proposal.text) if one]
    return min(places), proposal.kind == "goal"


def _stretches(
    document: Document, marks: Sequence[Marked], part: Part, number: int
) -> Iterator[Proposal]:
    made: list[Proposal] = [_whole(part, number)]
    heading: Span | None = None
    under, is_open, in_tables = "theme", True, goal_tables(document, marks)
    for mark in marks:
        if mark.words == part.name:
            continue
        if mark.role == "heading":
            heading, under = mark.words, _under(document.cut(mark.words))
            is_open = False
        elif document.lines[mark.index].table in in_tables:
            is_open = False
        elif mark.role in ("text", "item", "cell"):
            made.extend(_from_line(document, mark, under, part, number))
            if under == "goal" and mark.role == "item":
                is_open = False
            elif is_open and fits(_open_one(made), mark.words):
                made = _lengthened(made, mark.words)
            else:
                made.append(_begun(mark, under, heading, part, number))
                is_open = True
        elif mark.role != "blank":
            # What comes after a list that is empty is no longer what the theme is about.
            is_open, under = False, "approach" if under == "theme" and made[0].text else under
    yield from (one for one in made if one.title or one.text)


def _whole(part: Part, number: int) -> Proposal:
    return Proposal(number, "theme", part.theme, title=part.name, why=part.how)


def _under(words: str) -> str:
    if is_goal_heading(words):
        return "goal"
    return "ambition" if is_ambition_heading(words) else "approach"


def _begun(mark: Marked, under: str, heading: Span | None, part: Part, number: int) -> Proposal:
    kind = "ambition" if under == "ambition" else "approach"
    title = heading if kind == "approach" else None
    why = "staat onder deze kop" if heading else "staat in dit thema"
    return Proposal(number, kind, part.theme, title=title, text=mark.words, why=why)


def _open_one(made: list[Proposal]) -> Proposal:
    return next(one for one in reversed(made) if one.kind != "goal")


def _lengthened(made: list[Proposal], words: Span) -> list[Proposal]:
    """Return the proposals with the open stretch, the last that is no goal, up to these words."""
    own = _open_one(made)
    place = made.index(own)
    start = own.text.start if own.text else words.start
    return [*made[:place], replace(own, text=Span(start, words.end)), *made[place + 1 :]]


def _from_line(
    document: Document, mark: Marked, under: str, part: Part, number: int
) -> Iterator[Proposal]:
    """Yield the goals in a line, and where the priority lies."""
    if mark.role == "cell":
        return
    if under == "goal" and mark.role == "item":
        yield _goal(document, mark.words, mark.words, part, number, UNDER_GOALS, is_sure=True)
        return
    for one in sentences(document, mark.words):
        words = document.cut(one)
        if under == "goal" and len(words.split()) > 4:
            yield _goal(document, one, one, part, number, UNDER_GOALS, is_sure=True)
        elif looks_like_goal(words):
            yield _goal(document, one, one, part, number, AS_GOAL, is_sure=False)


def _goal(
    document: Document, title: Span, text: Span, part: Part, number: int, why: str, *, is_sure: bool
) -> Proposal:
    if title.end - title.start <= LONGEST_TITLE:
        return Proposal(number, "goal", part.theme, title=title, why=why, is_sure=is_sure)
    cut = document.cut(title)[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;")
    short = Span(title.start, title.start + len(cut))
    return Proposal(number, "goal", part.theme, title=short, text=text, why=why, is_sure=is_sure)


def focus_of(document: Document, text: Span) -> Span | None:
    """Return the sentence that says where the priority of a theme lies."""
    for one in sentences(document, text):
        if _FOCUS.search(document.cut(one)):
            return one
    return None
