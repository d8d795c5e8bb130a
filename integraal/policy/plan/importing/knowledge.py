"""What the import knows beforehand: the municipality's themes, and the shipped lists of words."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from integraal.foundation.definitions import kinds
from integraal.knowledge.figures.definitions import all_themes
from integraal.knowledge.indicators.definitions import Theme
from integraal.policy.plan.importing.recognising.laws import KnownLaw
from integraal.policy.plan.importing.recognising.recognise import Knowledge
from integraal.policy.plan.importing.recognising.theme_names import ThemeName
from integraal.policy.plan.importing.recognising.words import KnownWord


def knowledge() -> Knowledge:
    """Return what is known, for the municipality of this transaction."""
    return Knowledge([_theme(one) for one in all_themes()], known_words(), known_laws())


@cache
def known_words() -> tuple[KnownWord, ...]:
    """Return the shipped partners, instruments and terms."""
    return tuple(
        KnownWord(
            code=one["code"],
            name=one["name"],
            is_partner=one["sort"] == "partner",
            ways=tuple(one["ways"]),
            takes_name=one.get("takes_name", ""),
            meaning=one["meaning"],
        )
        for one in _list("instruments")
    )


@cache
def known_laws() -> tuple[KnownLaw, ...]:
    """Return the shipped laws."""
    return tuple(
        KnownLaw(
            one["code"], one["name"], tuple(one["ways"]), one.get("number", ""), one["meaning"]
        )
        for one in _list("laws")
    )


def _theme(one: Theme) -> ThemeName:
    return ThemeName(
        code=one.code,
        name=one.name,
        names=(one.name, one.short_name),
        words=_other_words().get(one.standard_field, ()),
        is_dropped=one.dropped is not None,
    )


@cache
def _other_words() -> dict[str, tuple[str, ...]]:
    return {one["standard_field"]: tuple(one["words"]) for one in _list("theme_words")}


def _list(name: str) -> list[dict[str, Any]]:
    return list(kinds.read_list(Path(settings.DEFINITIONS) / f"{name}.yaml", "lists").values())
