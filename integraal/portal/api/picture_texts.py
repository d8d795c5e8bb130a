"""The texts of a picture by API, the figures that can stand in them, and the checks."""

import uuid
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router

from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.checks.all_checks import checks_of
from integraal.policy.picture.checks.own_words import container_list
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.parts import WHOLE, part_named, parts_of
from integraal.policy.picture.queries import passages
from integraal.policy.picture.writing import actions
from integraal.policy.picture.writing.choices import choices_of
from integraal.policy.picture.writing.links import WHOLE_IN_ADDRESS, theme_in_address
from integraal.policy.picture.writing.rendering import plain_text, problems_in
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.picture_lookup import picture_of
from integraal.portal.api.schemas import Invalid, Problem
from integraal.portal.api.texts_schemas import CheckOut, TextFigure, TextIn, TextOut

router = Router(tags=["Teksten van een beeld"])
READ = with_scope("picture:read")
WRITE = with_scope("picture:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


class NoSuchText(Exception):
    """The picture has no theme or text of this code."""


@router.get(
    "/{uuid:pk}/texts",
    response={200: list[TextOut], **REFUSALS},
    auth=READ,
    operation_id="listTexts",
)
def list_texts(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every text there can be, in order; revision 0 when nothing was written yet."""
    picture = picture_of(request, pk)
    content = content_of(picture)
    found = {(one.theme, one.part): one for one in passages(picture)}
    return [
        _told(theme, part.code, found.get((theme, part.code)), content)
        for theme in (WHOLE, *(one["code"] for one in content["themes"]))
        for part in parts_of(theme)
    ]


@router.get(
    "/{uuid:pk}/texts/{theme}/{part}",
    response={200: TextOut, **REFUSALS},
    auth=READ,
    operation_id="readText",
)
def read_text(request: HttpRequest, pk: uuid.UUID, theme: str, part: str) -> Any:
    """One text; ``theme`` is "heel" for the picture as a whole."""
    picture = picture_of(request, pk)
    code = _checked(picture, theme, part)
    found = Passage.objects.filter(picture=picture, theme=code, part=part).first()
    return _told(code, part, found, content_of(picture))


@router.put(
    "/{uuid:pk}/texts/{theme}/{part}",
    response={200: TextOut, **REFUSALS},
    auth=WRITE,
    operation_id="writeText",
)
def write_text(request: HttpRequest, pk: uuid.UUID, theme: str, part: str, given: TextIn) -> Any:
    """Save one text; 409 when somebody else saved it since ``base_revision``."""
    picture = picture_of(request, pk)
    code = _checked(picture, theme, part)
    saved = actions.write_text(
        by=actor(request),
        picture=picture,
        theme=code,
        part=part,
        text=given.text,
        base_revision=given.base_revision,
    )
    return _told(code, part, saved, content_of(picture))


@router.post(
    "/{uuid:pk}/prepare-summary",
    response={200: TextOut, **REFUSALS},
    auth=WRITE,
    operation_id="prepareSummary",
)
def prepare_summary(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Begin an empty summary with the conclusions of the themes; 409 when it is not empty."""
    picture = picture_of(request, pk)
    names = {code: theme.name for code, theme in themes(picture.year).items()}
    saved = actions.prepare_summary(by=actor(request), picture=picture, names=names)
    return _told(WHOLE, saved.part, saved, content_of(picture))


@router.get(
    "/{uuid:pk}/text-figures",
    response={200: list[TextFigure], **REFUSALS},
    auth=READ,
    operation_id="listTextFigures",
)
def list_text_figures(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every figure that can be put into a text, as it will read."""
    return [asdict(one) for one in choices_of(content_of(picture_of(request, pk)))]


@router.get(
    "/{uuid:pk}/checks",
    response={200: list[CheckOut], **REFUSALS},
    auth=READ,
    operation_id="listChecks",
)
def list_checks(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every check of a picture: what is to do first, then advice, then what is right."""
    found = checks_of(content_of(picture_of(request, pk)), container_list())
    return [
        {
            "code": one.rule.code,
            "sentence": one.rule.sentence,
            "why": one.rule.why,
            "source": one.rule.source,
            "state": one.state,
            "lacking": [
                {"say": each.say, "theme": each.theme or WHOLE_IN_ADDRESS, "part": each.part}
                for each in one.lacking
            ],
        }
        for one in found
    ]


def _told(theme: str, part: str, row: Passage | None, content: dict[str, Any]) -> dict[str, Any]:
    text = row.text if row else ""
    return {
        "theme": theme or WHOLE_IN_ADDRESS,
        "part": part,
        "text": text,
        "plain": plain_text(text, content),
        "problems": [f"{one.words}: {one.problem}" for one in problems_in(text, content)],
        "revision": row.revision if row else 0,
        "written_at": row.written_at if row else None,
    }


def _checked(picture: Picture, theme: str, part: str) -> str:
    """Return the code of the theme.

    Raises:
        NoSuchText: the picture has no such theme, or the theme no such text.
    """
    code = theme_in_address(theme)
    if code != WHOLE and code not in themes(picture.year):
        raise NoSuchText(f"Er is geen thema met de code {theme[:40]!r}.")
    if part_named(code, part) is None:
        raise NoSuchText(f"Er is geen tekst met de code {part[:40]!r}.")
    return code
