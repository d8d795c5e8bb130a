"""Which measures the table shows, and in which order; the address keeps both."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.tables import Column, Sorting, chosen_sorting
from integraal.policy.programme.outline import Outline
from integraal.policy.programme.overview.lines import Line
from integraal.policy.programme.standing import STANDS

NOBODY, MINE, SILENT = "geen", "ik", "stil"
COLUMNS = (
    Column("Maatregel", key="naam"),
    Column("Eigenaar", key="eigenaar"),
    Column("Planning", key="begin"),
    Column("Stand", key="stand"),
    Column("Uren", numeric=True),
    Column("Bijgewerkt", key="bijgewerkt"),
)
BY_THEME = "thema"
_COLUMNS_TO_SORT = (*COLUMNS, Column("Thema", key=BY_THEME))
_URGENCY = {"stuck": 0, "attention": 1, "none": 2, "good": 3}
_FAR = date.max


_USUAL = Sorting(BY_THEME, descending=False)


@dataclass(frozen=True)
class Chosen:
    """What somebody asked the table for."""

    sought: str = ""
    theme: str = ""
    owner: str = ""
    stand: str = ""
    area: str = ""
    goal: str = ""
    sorting: Sorting = _USUAL

    @property
    def is_everything(self) -> bool:
        return not (self.sought or self.theme or self.owner or self.stand or self.area or self.goal)


def chosen(asked: Mapping[str, str]) -> Chosen:
    """Read what the address asks; what it does not know means no choice."""
    return Chosen(
        sought=asked.get("zoek", "").strip()[:80],
        theme=asked.get("thema", ""),
        owner=asked.get("eigenaar", ""),
        stand=asked.get("stand", ""),
        area=asked.get("gebied", ""),
        goal=asked.get("doel", ""),
        sorting=chosen_sorting(asked.get("sorteer", ""), _COLUMNS_TO_SORT, BY_THEME),
    )


def shown_lines(by: Actor, lines: Sequence[Line], wanted: Chosen, outline: Outline) -> list[Line]:
    """Return the lines that were asked for, in the order that was asked for."""
    found = [one for one in lines if _fits(by, one, wanted)]
    place = {code: at for at, code in enumerate(outline.themes)}
    keys: dict[str, Callable[[Line], Any]] = {
        "naam": lambda one: one.title.casefold(),
        "eigenaar": lambda one: (not one.has_owner, one.owner.casefold()),
        "begin": lambda one: (one.starts_on or _FAR, one.ends_on or _FAR),
        "stand": lambda one: _URGENCY[one.stand],
        "bijgewerkt": lambda one: one.said.on or date.min,
        BY_THEME: lambda one: (place.get(one.theme, len(place)), one.theme),
    }
    key = keys[wanted.sorting.key]
    ordered = sorted(found, key=lambda one: one.order)
    return sorted(ordered, key=key, reverse=wanted.sorting.descending)


def _fits(by: Actor, one: Line, wanted: Chosen) -> bool:
    return (
        all(word in one.words for word in wanted.sought.casefold().split())
        and wanted.theme in ("", one.theme)
        and wanted.area in ("", str(one.area_id))
        and wanted.goal in ("", str(one.goal))
        and _is_of(by, one, wanted.owner)
        and _stands(one, wanted.stand)
    )


def _is_of(by: Actor, one: Line, owner: str) -> bool:
    if owner == NOBODY:
        return not one.has_owner
    if owner == MINE:
        return by.member_id is not None and by.member_id in (one.owner_id, one.deputy_id)
    return owner in ("", str(one.owner_id))


def _stands(one: Line, stand: str) -> bool:
    if stand == SILENT:
        return one.is_silent
    return stand in ("", one.stand)


class FilterForm(forms.Form):
    """The choices above the table, each with what occurs in this programme."""

    zoek = forms.CharField(
        label="Zoek in maatregelen", required=False, widget=forms.TextInput({"type": "search"})
    )
    thema = forms.ChoiceField(label="Thema", required=False)
    eigenaar = forms.ChoiceField(label="Eigenaar", required=False)
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[("", "Elke stand"), *STANDS.items(), (SILENT, "te lang niet bijgewerkt")],
    )
    gebied = forms.ChoiceField(label="Gebied", required=False)

    def __init__(self, asked: Mapping[str, str], lines: Sequence[Line], outline: Outline) -> None:
        super().__init__(initial=dict(asked.items()))
        there = {one.theme for one in lines}
        themes = [(code, name) for code, name in outline.themes.items() if code in there]
        owners = _named((one.owner_id, one.owner) for one in lines)
        self._set("thema", [("", "Alle thema’s"), *themes])
        self._set(
            "eigenaar",
            [("", "Iedereen"), (MINE, "Van mij"), (NOBODY, "Zonder eigenaar"), *owners],
        )
        self._set("gebied", [("", "Elk gebied"), *_named((one.area_id, one.area) for one in lines)])

    def _set(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


def _named(pairs: Any) -> list[tuple[str, str]]:
    found: dict[uuid.UUID, str] = {key: name for key, name in pairs if key and name}
    return sorted(((str(key), name) for key, name in found.items()), key=lambda one: one[1])
