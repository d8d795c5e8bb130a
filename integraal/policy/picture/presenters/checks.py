"""The checks of a picture as a page shows them: what is lacking, why it matters, where to mend."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from integraal.policy.picture.checks.all_checks import checks_of, checks_of_theme
from integraal.policy.picture.checks.checking import Check, Lacking, State
from integraal.policy.picture.checks.own_words import container_list
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.links import page_url, part_url
from integraal.policy.picture.writing.showing import content_for

Json = dict[str, Any]
MOST_SHOWN = 12
"""So many things that lack are shown of one check; the rest is counted or folded."""


@dataclass(frozen=True)
class ShownLacking:
    """Something that is not there yet, with where to mend it."""

    say: str
    url: str


@dataclass(frozen=True)
class ShownCheck:
    """A check as ``picture/checks.html`` shows it."""

    sentence: str
    state: State
    why: str
    source: str
    found: tuple[ShownLacking, ...]

    @property
    def lacking(self) -> tuple[ShownLacking, ...]:
        return self.found[:MOST_SHOWN]

    @property
    def more(self) -> int:
        return len(self.found) - len(self.lacking)


@dataclass(frozen=True)
class Checks:
    """All checks of a page: those with something lacking, and those that are right."""

    shown: list[ShownCheck]

    @property
    def open(self) -> list[ShownCheck]:
        return [one for one in self.shown if one.state != "done"]

    @property
    def done(self) -> list[ShownCheck]:
        return [one for one in self.shown if one.state == "done"]


def picture_checks(picture: Picture, content: Json) -> Checks:
    """Return the checks over a whole picture."""
    return _shown(checks_of(content, container_list()), picture)


def theme_checks(picture: Picture, theme: Json) -> Checks:
    """Return the checks of one theme, as the content of its picture holds it."""
    content = content_for([one["text"] for one in theme["passages"].values()], picture, theme)
    return _shown(checks_of_theme(theme, content, container_list()), picture)


def _shown(checks: list[Check], picture: Picture) -> Checks:
    return Checks(
        [
            ShownCheck(
                one.rule.sentence,
                one.state,
                one.rule.why,
                one.rule.source,
                tuple(ShownLacking(each.say, _place(each, picture)) for each in one.lacking),
            )
            for one in checks
        ]
    )


def _place(lacking: Lacking, picture: Picture) -> str:
    if lacking.where == "figures":
        return reverse("snapshots")
    if lacking.where == "contributions":
        return f"{page_url(picture.pk, lacking.theme)}#inbreng"
    return part_url(picture.pk, lacking.theme, lacking.part or "story")
