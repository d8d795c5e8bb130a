"""The list of pictures, and the page over the themes of one."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui import components as ui
from integraal.policy.picture import access
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.checks import Checks, picture_checks
from integraal.policy.picture.presenters.figures import badge, source_words, unbroken
from integraal.policy.picture.presenters.theme_page import lead_of
from integraal.policy.picture.queries import pictures, versions

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
    findings: list[ui.Finding]
    versions: list[Picture]
    checks: Checks | None
    sources: list[Json]
    may: dict[str, bool]
    today: str


def overview(by: Actor, picture: Picture) -> Overview:
    """Return the page over all themes of a picture."""
    content = content_of(picture)
    state = State(picture.state)
    return Overview(
        picture=picture,
        comparisons=content["comparisons"],
        themes=[_theme_line(picture, theme) for theme in content["themes"]],
        findings=findings(picture, content),
        versions=versions(by, picture),
        checks=None if picture.is_frozen else picture_checks(picture, content),
        sources=content["sources"],
        may={
            "propose": state is State.DRAFT and allowed(access.check_propose, by),
            "adopt": state is State.PROPOSED and allowed(access.check_adopt, by),
            "send_back": state is State.PROPOSED and allowed(access.check_send_back, by),
            "next_version": state is State.ADOPTED and allowed(access.check_write, by),
            "write": allowed(access.check_write, by, picture),
        },
        today=timezone.localdate().isoformat(),
    )


def findings(picture: Picture, content: Json, most: int = 5) -> list[ui.Finding]:
    """Return the indicators that changed demonstrably, first those that went the wrong way."""
    changed = [
        (theme, one)
        for theme in content["themes"]
        for one in theme["indicators"]
        if one["verdict"] and one["verdict"]["kind"] in ("up", "down")
    ]
    changed.sort(key=lambda pair: (bool(pair[1]["verdict"]["favourable"]), pair[1]["name"]))
    return [
        ui.Finding(
            verdict=badge(one["verdict"]),
            subject=one["name"],
            say=unbroken(one["verdict"]["sentence"]),
            source=f"{content['year']} tegen {content['year'] - 1}. {source_words(one)}",
            url=f"{reverse('theme', args=[picture.pk, theme['code']])}?cijfer={one['code']}",
        )
        for theme, one in changed[:most]
    ]


def picture_list(by: Actor) -> list[Picture]:
    """Return the pictures the actor may read, newest first, without their content."""
    return list(pictures(by).defer("frozen"))


def _theme_line(picture: Picture, theme: Json) -> ThemeLine:
    return ThemeLine(
        name=theme["name"],
        url=reverse("theme", args=[picture.pk, theme["code"]]),
        lead=lead_of(theme),
        has_text=bool(theme["passages"]),
        figures=len(theme["indicators"]),
    )
