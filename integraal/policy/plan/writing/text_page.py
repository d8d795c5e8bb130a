"""Every chapter and theme of a plan in a row: what stands in each and what it lacks."""

from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.policy.plan.access import check_write
from integraal.policy.plan.content import outline_of
from integraal.policy.plan.kinds import CHAPTERS
from integraal.policy.plan.models import Plan
from integraal.policy.plan.overview.standing import (
    ChapterStands,
    ThemeStands,
    chapters_stand,
    themes_stand,
)
from integraal.policy.plan.tabs import tabs
from integraal.policy.plan.writing.earlier import Removed, removed_of
from integraal.policy.plan.writing.theme_forms import ThemeForm


@dataclass(frozen=True)
class TextPage:
    """What ``plan/writing_text.html`` shows: chapters before the themes, themes, chapters after."""

    plan: Plan
    tabs: list[Chip]
    before: list[ChapterStands]
    themes: list[ThemeStands]
    after: list[ChapterStands]
    removed: list[Removed]
    may_write: bool
    form: ThemeForm | None


def text_page(by: Actor, plan: Plan, form: ThemeForm | None = None) -> TextPage:
    """Return the page over the text of a plan.

    Args:
        form: to add a theme, as it was sent and refused.
    """
    content = outline_of(plan)
    chapters = {one.code: one for one in chapters_stand(content)}
    codes = [one.code for one in CHAPTERS]
    middle = codes.index("themes")
    may_write = allowed(check_write, by, plan)
    return TextPage(
        plan=plan,
        tabs=tabs(by, plan, "plan-text"),
        before=[chapters[code] for code in codes[:middle]],
        themes=themes_stand(content),
        after=[chapters[code] for code in codes[middle + 1 :]],
        removed=removed_of(by, plan),
        may_write=may_write,
        form=(form or ThemeForm(plan)) if may_write else None,
    )
