"""The content of a plan as plain JSON: what pages and papers show, and what is frozen.

    {form, title, first_year, last_year, version, municipality,
     picture: {id, title, year, version, fingerprint} or null,
     session: {id, title, held_on, version, fingerprint} or null,
     themes: [{code, key, name, ... as a block of kind "theme", blocks: [block]}],
     blocks: [block],                        of the plan as a whole, in the order of the kinds
     figures: {year, themes: [{code, name, indicators}]}}   what its texts and goals name

    block: {key, kind, theme, title, text, details, by, on}

``figures`` has the form of the content of a picture, so that the same reader resolves a figure in
a text of either.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.lifecycle.models import DecidedDocument
from integraal.foundation.lifecycle.states import State
from integraal.policy.picture.content import content_of as content_of_picture
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.tokens import figures_in
from integraal.policy.plan.kinds import GOAL, KINDS, THEME
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import blocks

Json = dict[str, Any]
FORM = 1
_ORDER = {kind.code: place for place, kind in enumerate(KINDS)}


def content_of(
    plan: Plan, picture: Picture | None = None, found: Sequence[Block] | None = None
) -> Json:
    """Return the content: as it was frozen, or else as it is now.

    Args:
        plan: draft or adopted.
        picture, found: what ``picture_of`` and ``blocks`` gave already, so that nothing is read
            twice.
    """
    return plan.frozen if plan.is_frozen else build_content(plan, picture, found)


def build_content(
    plan: Plan, picture: Picture | None = None, found: Sequence[Block] | None = None
) -> Json:
    """Return the content from the blocks of today and the figures of the picture."""
    found = blocks(plan) if found is None else found
    picture = picture or picture_of(plan)
    whole = municipality_on(date(plan.first_year, 1, 1))
    return {
        "form": FORM,
        "title": plan.title,
        "first_year": plan.first_year,
        "last_year": plan.last_year,
        "version": plan.version,
        "municipality": whole.name if whole else "",
        **_outline(plan, found, picture),
        "figures": figures_named(found, picture),
    }


def outline_of(plan: Plan) -> Json:
    """Return of the content ``picture``, ``session``, ``themes`` and ``blocks``.

    For pages that show no figure: those of a draft are the most work to read.
    """
    return plan.frozen if plan.is_frozen else _outline(plan, blocks(plan), picture_of(plan))


def _outline(plan: Plan, found: Sequence[Block], picture: Picture | None) -> Json:
    return {
        "picture": {**named_document(picture), "year": picture.year} if picture else None,
        "session": _session(plan),
        "themes": _themes(found),
        "blocks": [block_json(one) for one in _in_order(found) if not one.theme],
    }


def block_json(block: Block) -> Json:
    """Return one block as the content holds it."""
    return {
        "key": str(block.key),
        "kind": block.kind,
        "theme": block.theme,
        "title": block.title,
        "text": block.text,
        "details": block.details,
        "by": block.written_by.first_role if block.written_by else "",
        "on": f"{timezone.localtime(block.written_at):%Y-%m-%d}",
    }


def picture_of(plan: Plan) -> Picture | None:
    """Return the picture the figures come from: of a draft, the latest adopted version of it.

    Its content is read only when something asks for it.
    """
    if plan.picture_id is None:
        return None
    light = Picture.objects.defer("frozen")
    own = light.filter(pk=plan.picture_id)
    if plan.is_frozen:
        return own.first()
    newest = light.filter(lineage__in=own.values("lineage"), state=State.ADOPTED).first()
    return newest or own.first()


def figures_named(found: Iterable[Block], picture: Picture | None) -> Json:
    """Return the figures that texts and goals name, in the form of the content of a picture."""
    if picture is None:
        return {"year": 0, "themes": []}
    found = list(found)
    named = {token.indicator for one in found for token in figures_in(one.text)}
    named |= {one.details.get("indicator", "") for one in found if one.kind == GOAL.code}
    content = content_of_picture(picture) if named - {""} else {"themes": []}
    themes = [
        {
            "code": theme["code"],
            "name": theme["name"],
            "indicators": [one for one in theme["indicators"] if one["code"] in named],
        }
        for theme in content["themes"]
    ]
    return {"year": picture.year, "themes": [one for one in themes if one["indicators"]]}


def content_around(plan: Plan, found: Iterable[Block]) -> Json:
    """Return as much of the content as some blocks need to be read: the figures they name."""
    if plan.is_frozen:
        return {"picture": plan.frozen["picture"], "figures": plan.frozen["figures"]}
    picture = picture_of(plan)
    named = named_document(picture) if picture else None
    return {"picture": named, "figures": figures_named(found, picture)}


def all_blocks(content: Json) -> Iterable[Json]:
    """Yield every block of a content in reading order, the themes themselves included."""
    yield from content["blocks"]
    for theme in content["themes"]:
        yield theme
        yield from theme["blocks"]


def goals(content: Json) -> list[Json]:
    """Return every goal in order."""
    return [one for one in all_blocks(content) if one["kind"] == GOAL.code]


def _themes(found: Sequence[Block]) -> list[Json]:
    of_theme = _in_order(found)
    return [
        {
            **block_json(theme),
            "code": theme.theme,
            "name": theme.title,
            "blocks": [
                block_json(one)
                for one in of_theme
                if one.theme == theme.theme and one.kind != THEME.code
            ],
        }
        for theme in of_theme
        if theme.kind == THEME.code
    ]


def _in_order(found: Sequence[Block]) -> list[Block]:
    return sorted(found, key=lambda one: (_ORDER[one.kind], one.order, str(one.key)))


def _session(plan: Plan) -> Json | None:
    session = plan.session
    if session is None:
        return None
    held_on = session.held_on.isoformat() if session.held_on else ""
    return {**named_document(session), "held_on": held_on}


def named_document(document: DecidedDocument) -> Json:
    """Return a document that a plan rests on, as the content names it."""
    return {
        "id": str(document.pk),
        "title": str(document),
        "version": document.version,
        "fingerprint": document.fingerprint,
    }
