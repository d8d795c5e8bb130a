"""Read the content of a picture, of whatever form it was frozen in."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, JSONField, Value

from integraal.policy.picture.content.building import (
    build_figures,
    with_words,
    words_of_theme,
)
from integraal.policy.picture.content.kept import kept_figures
from integraal.policy.picture.content.outlines import as_whole, outline
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import STORY, WHOLE
from integraal.policy.picture.rules import YEARS_BACK
from integraal.policy.picture.standing_out import what_stands_out
from integraal.policy.picture.texts_content import contributions_of, texts_of

Json = dict[str, Any]
_SHOWN = ("small", "down", "up")
# What the first form did not have yet.
_OF_AN_INDICATOR: Json = {"side": "objective", "not_compared": [], "funnel": None, "months": []}
_OF_A_PICTURE: Json = {"passages": {}, "promises": [], "referrals": [], "families": []}


# The database takes out of the frozen content what one page needs, which is less than half of the
# work of reading all of it here. It unpacks the content once: hence the inner query.
_TAKEN_OUT = """(
    SELECT jsonb_build_array(
        whole - 'themes',
        jsonb_path_query_array(whole, '$.themes[*].code'),
        jsonb_path_query_array(whole, '$.themes[*].name'),
        jsonb_path_query_array(whole, '$.themes[*].short_name'),
        jsonb_path_query_first(
            whole, '$.themes[*] ? (@.code == $code)', jsonb_build_object('code', asked::text)
        )
    ) FROM (SELECT content || '{}'::jsonb, asked FROM (VALUES (%(expressions)s)) AS
        given(content, asked) OFFSET 0) AS unpacked(whole, asked)
)"""


@dataclass(frozen=True)
class Parts:
    """What a page reads of a picture: what is over all themes, and one theme or none.

    Attributes:
        over_all: the content, with of each theme only the names and verdicts.
        theme: the theme asked for; None when there is none of that code, or none was asked.
        changes: of a draft, what changed in its figures and the writer has not seen yet.
    """

    over_all: Json
    theme: Json | None
    changes: list[Json]


def content_of(picture: Picture) -> Json:
    """Return the whole content: as it was frozen, as it is kept, or else made now."""
    if picture.is_frozen:
        return in_this_form(picture.frozen)
    kept = kept_figures(picture)
    return with_words(as_whole(kept.parts) if kept else build_figures(picture), picture)


def parts_of(picture: Picture, theme: str = WHOLE) -> Parts | None:
    """Return what a page needs; None when the figures of a draft must be made anew first.

    Args:
        theme: code of the theme to read as a whole; ``WHOLE`` for none.
    """
    if picture.is_frozen:
        return _frozen_parts(picture, theme)
    kept = kept_figures(picture, {WHOLE, theme})
    if kept is None:
        return None
    over_all = kept.parts[WHOLE]
    texts = texts_of(picture)
    if theme == WHOLE:
        themes = [{**one, **words_of_theme(one["code"], texts, {})} for one in over_all["themes"]]
        return Parts({**over_all, "themes": themes}, None, kept.changes)
    found = kept.parts.get(theme)
    if found is not None:
        found = {**found, **words_of_theme(theme, texts, contributions_of(picture))}
    return Parts(over_all, found, kept.changes)


def _frozen_parts(picture: Picture, theme: str) -> Parts:
    """Read of the frozen content what is asked."""
    if theme == WHOLE:
        whole = in_this_form(picture.frozen)
        return Parts({**whole, "themes": [outline(one) for one in whole["themes"]]}, None, [])
    asked = Func(F("frozen"), Value(theme), template=_TAKEN_OUT, output_field=JSONField())
    rows = Picture.objects.filter(pk=picture.pk)
    over_all, codes, names, short_names, found = rows.values_list(asked, flat=True).get()
    themes = [
        {"code": code, "name": name, "short_name": short, "indicators": []}
        for code, name, short in zip(codes, names, short_names, strict=True)
    ]
    year = over_all["year"]
    return Parts(
        {**over_all_in_this_form(over_all), "themes": themes},
        theme_in_this_form(found, year) if found else None,
        [],
    )


def in_this_form(frozen: Json) -> Json:
    """Return frozen content in the form of today; what its own form did not know is empty."""
    themes = [theme_in_this_form(theme, frozen["year"]) for theme in frozen["themes"]]
    found = {**over_all_in_this_form(frozen), "themes": themes}
    if "findings" not in frozen:
        found["findings"] = what_stands_out({one["code"]: one["indicators"] for one in themes})
    return found


def over_all_in_this_form(frozen: Json) -> Json:
    """Return what a picture holds beside its themes in the form of today."""
    return {**_OF_A_PICTURE, "first_year": frozen["year"] - YEARS_BACK + 1, **frozen}


def theme_in_this_form(theme: Json, year: int) -> Json:
    """Return one theme in the form of today.

    The first form knew one comparison, with the year before; that one is kept as it was judged.
    """
    kept = {key: value for key, value in theme.items() if not key.startswith("text")}
    return {
        "passages": _story_of(theme),
        "contributions": [],
        **kept,
        "indicators": [
            {**_OF_AN_INDICATOR, "comparisons": _last_year(one, year), **one}
            for one in theme["indicators"]
        ],
    }


def _story_of(theme: Json) -> Json:
    if not theme.get("text"):
        return {}
    return {STORY.code: {"text": theme["text"], "by": theme["text_by"], "on": theme["text_on"]}}


def _last_year(one: Json, year: int) -> list[Json]:
    verdict, before = one["verdict"], one["before"]
    if not verdict or not before:
        return []
    stands_out = verdict["kind"] in _SHOWN
    return [
        {
            "kind": "last_year",
            "against": str(year - 1),
            "value": before["value"],
            "low": before["low"],
            "high": before["high"],
            "unit": one["unit"],
            "n": 1,
            "verdict": verdict,
            "stands_out": stands_out,
            "cautious_ratio": "1.000",
            "source": one["credit"],
        }
    ]
