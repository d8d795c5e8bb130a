"""The list of pictures, and the page over the themes of one."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.policy.picture import access
from integraal.policy.picture.draft_figures.queries import unseen_changes, whole_content
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.changes import ChangesNote, changes_note
from integraal.policy.picture.presenters.checks import Checks, picture_checks
from integraal.policy.picture.presenters.findings import (
    StandsOut,
    comparisons_made,
    stands_out,
)
from integraal.policy.picture.presenters.sources import SourceLine, source_lines
from integraal.policy.picture.presenters.theme_page import lead_of
from integraal.policy.picture.queries import versions

Json = dict[str, Any]


@dataclass(frozen=True)
class ThemeLine:
    """One theme on the overview: its verdicts in words, and whether there is a text."""

    name: str
    url: str
    lead: str
    has_text: bool
    figures: int


@dataclass(frozen=True)
class Overview:
    """What ``picture/overview.html`` shows."""

    picture: Picture
    comparisons: int
    themes: list[ThemeLine]
    stands_out: StandsOut
    changes: ChangesNote | None
    versions: list[Picture]
    checks: Checks | None
    sources: list[SourceLine]
    may: dict[str, bool]
    today: str


def overview(by: Actor, picture: Picture) -> Overview:
    """Return the page over all themes of a picture."""
    content = whole_content(by, picture)
    state = State(picture.state)
    return Overview(
        picture=picture,
        comparisons=comparisons_made(content),
        themes=[_theme_line(picture, theme) for theme in content["themes"]],
        stands_out=stands_out(picture, content),
        changes=changes_note([] if picture.is_frozen else unseen_changes(picture)),
        versions=versions(by, picture),
        checks=None if picture.is_frozen else picture_checks(picture, content),
        sources=source_lines(content["sources"]),
        may={
            "propose": state is State.DRAFT and allowed(access.check_propose, by),
            "adopt": state is State.PROPOSED and allowed(access.check_adopt, by),
            "send_back": state is State.PROPOSED and allowed(access.check_send_back, by),
            "next_version": state is State.ADOPTED and allowed(access.check_write, by),
            "write": allowed(access.check_write, by, picture),
        },
        today=timezone.localdate().isoformat(),
    )


def _theme_line(picture: Picture, theme: Json) -> ThemeLine:
    return ThemeLine(
        name=theme["name"],
        url=reverse("theme", args=[picture.pk, theme["code"]]),
        lead=lead_of(theme),
        has_text=bool(theme["passages"]),
        figures=len(theme["indicators"]),
    )
