"""What the pages of the writing room show: one theme, one chapter, and all of them in a row."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.policy.picture.writing.choices import Choice, choices_of
from integraal.policy.plan.access import check_write
from integraal.policy.plan.content import content_of
from integraal.policy.plan.kinds import CHAPTERS, KINDS, THEME, WHOLE, Chapter, Kind, kinds_of
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import blocks
from integraal.policy.plan.tabs import tabs
from integraal.policy.plan.writing.earlier import Removed, removed_one
from integraal.policy.plan.writing.editors import Desk, Group, read_groups
from integraal.policy.plan.writing.figures import Figures, figures_of
from integraal.policy.plan.writing.forms import BlockForm
from integraal.policy.plan.writing.saving import Refused

Json = dict[str, Any]
WRITTEN_CHAPTERS = tuple(one for one in CHAPTERS if one.code != "themes")


@dataclass(frozen=True)
class Sent:
    """What was just done on a page.

    Attributes:
        refused: a block that could not be saved.
        adding: a new block that could not be saved.
        removed: the key of a block that was removed, and can be brought back.
    """

    refused: Refused | None = None
    adding: BlockForm | None = None
    removed: str = ""


@dataclass(frozen=True)
class WritingPage:
    """What ``plan/writing_page.html`` shows: a theme or a chapter.

    Attributes:
        parts: the other themes and chapters, to go to.
        choices: the figures at hand, for who has no script to choose them with.
        theme: code of the theme; empty of a chapter.
    """

    plan: Plan
    title: str
    tabs: list[Chip]
    parts: list[Chip]
    groups: list[Group]
    may_write: bool
    choices: list[Choice]
    has_picture: bool
    theme: str = WHOLE
    is_priority: bool = False
    removed: Removed | None = None

    @property
    def choices_url(self) -> str:
        return f"{reverse('plan-choices', args=[self.plan.pk])}?thema={self.theme}"


class NoSuchPart(Exception):
    """The plan has no theme or chapter of that code."""


def theme_page(by: Actor, plan: Plan, code: str, sent: Sent | None = None) -> WritingPage:
    """Return the page of a theme.

    Raises:
        NoSuchPart: the plan has no such theme.
    """
    read = _read(by, plan)
    theme = next((one for one in read.content["themes"] if one["code"] == code), None)
    if theme is None:
        raise NoSuchPart(code)
    own = {**theme, "kind": THEME.code}
    return _page(by, plan, read, theme["name"], kinds_of(code), [own, *theme["blocks"]], code, sent)


def chapter_page(by: Actor, plan: Plan, chapter: str, sent: Sent | None = None) -> WritingPage:
    """Return the page of a chapter.

    Raises:
        NoSuchPart: there is no such chapter, or it is that of the themes.
    """
    found = next((one for one in WRITTEN_CHAPTERS if one.code == chapter), None)
    if found is None:
        raise NoSuchPart(chapter)
    kinds = kinds_in(found)
    codes = {kind.code for kind in kinds}
    read = _read(by, plan)
    own = [one for one in read.content["blocks"] if one["kind"] in codes]
    return _page(by, plan, read, found.name, kinds, own, WHOLE, sent, chapter)


def kinds_in(chapter: Chapter) -> tuple[Kind, ...]:
    """Return the kinds of a chapter in their order."""
    return tuple(kind for kind in KINDS if kind.chapter == chapter.code)


@dataclass(frozen=True)
class _Read:
    """A plan with its blocks, read once; who only reads needs no figures but in the content."""

    figures: Figures
    blocks: list[Block]
    content: Json


def _read(by: Actor, plan: Plan) -> _Read:
    figures = figures_of(plan) if allowed(check_write, by, plan) else Figures()
    found = [] if plan.is_frozen else blocks(plan)
    return _Read(figures, found, content_of(plan, figures.picture, found))


def _page(
    by: Actor,
    plan: Plan,
    read: _Read,
    title: str,
    kinds: tuple[Kind, ...],
    own: list[Json],
    theme: str,
    sent: Sent | None,
    chapter: str = "",
) -> WritingPage:
    may_write, sent = allowed(check_write, by, plan), sent or Sent()
    choices: list[Choice] = []
    if may_write:
        desk = Desk(plan, read.content, read.figures, theme, sent.refused, sent.adding)
        groups = desk.groups(kinds, [one for one in read.blocks if one.theme == theme])
        choices = choices_of(read.figures.near(theme), with_areas=False) if theme else []
    else:
        groups = read_groups(kinds, own, read.content)
    return WritingPage(
        plan=plan,
        title=title,
        tabs=tabs(by, plan, "plan-text"),
        parts=parts_of(plan, read.content, theme or chapter),
        groups=groups,
        may_write=may_write,
        choices=choices,
        has_picture=read.content["picture"] is not None,
        theme=theme,
        is_priority=any(
            one["kind"] == THEME.code and one["details"].get("priority") == "yes" for one in own
        ),
        removed=removed_one(plan, sent.removed) if may_write and sent.removed else None,
    )


def parts_of(plan: Plan, content: Json, current: str) -> list[Chip]:
    """Return every chapter and theme of a plan in its order, as links."""
    chips: list[Chip] = []
    for chapter in CHAPTERS:
        if chapter.code == "themes":
            chips += [
                Chip(one["name"], reverse("plan-theme", args=[plan.pk, one["code"]]),
                     one["code"] == current)
                for one in content["themes"]
            ]  # fmt: skip
        else:
            url = reverse("plan-chapter", args=[plan.pk, chapter.code])
            chips.append(Chip(chapter.name, url, chapter.code == current))
    return chips
