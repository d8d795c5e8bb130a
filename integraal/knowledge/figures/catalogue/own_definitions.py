"""What a municipality may change of indicators, themes and rules, and add of its own."""

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as stored
from integraal.knowledge.figures.catalogue.freshness import parse_thresholds
from integraal.knowledge.figures.definitions import all_themes, class_lists
from integraal.knowledge.figures.importing.measures import OWN_LIST
from integraal.knowledge.indicators.calculation_rules import parse_calculation_rules
from integraal.knowledge.indicators.definitions import (
    DENOMINATOR_WORDS,
    list_problems,
    parse_indicator,
    parse_theme,
)
from integraal.knowledge.indicators.reading import DefinitionProblem
from integraal.knowledge.indicators.standard_fields import load_standard_fields

Options = Sequence[tuple[str, str]]
_AIMS = (("down", "omlaag is goed"), ("up", "omhoog is goed"), ("none", "geen van beide"))


def _themes(content: kinds.Content) -> Options:
    kept = content.get("theme")
    return [
        (theme.code, theme.name)
        for theme in all_themes()
        if theme.dropped is None or theme.code == kept
    ]


def _classes(content: kinds.Content) -> Options:
    class_list = class_lists().get(str(kinds.value_of(content, "numerator.list")))
    return [(one.code, one.label) for one in class_list.classes] if class_list else []


def _denominators(_: kinds.Content) -> Options:
    return list(DENOMINATOR_WORDS.items())


@functools.cache
def standard_fields() -> Options:
    """Return the fields of the national standard list: code and label."""
    fields = load_standard_fields(Path(settings.DEFINITIONS) / "standard_fields.yaml")
    return [(field.code, field.label) for field in fields.values()]


INDICATOR_FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field("short_name", "Korte naam", "line", "Staat boven het kerncijfer."),
    kinds.Field(
        "numerator.classes", "Wat wordt opgeteld", "codes", own_only=True, options=_classes,
        hint="Eén klasse per regel. Alleen de code telt, zoals 1.1.1.",
    ),
    kinds.Field("theme", "Thema", "choice", is_required=False, options=_themes),
    kinds.Field("unit", "Wat is één geval?", "line", "Zoals misdrijven.", own_only=True),
    kinds.Field(
        "denominator", "Per hoeveel van wat?", "choice", is_required=False, own_only=True,
        options=_denominators, hint="Zonder keuze is er alleen een aantal.",
    ),
    kinds.Field("per", "Per hoeveel", "number", "Zoals 1000.", own_only=True),
    kinds.Field(
        "aim", "Welke kant is goed?", "choice", own_only=True, options=lambda _: _AIMS
    ),
    kinds.Field("why_it_matters", "Waarom dit cijfer", "text"),
    kinds.Field("caveats", "Let op", "lines", "Eén kanttekening per regel; gaat overal mee."),
)  # fmt: skip
THEME_FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field("short_name", "Korte naam", "line", "Staat in de navigatie."),
    kinds.Field("description", "Omschrijving", "text"),
    kinds.Field(
        "standard_field", "Veld van de landelijke lijst", "choice", own_only=True,
        options=lambda _: standard_fields(),
    ),
    kinds.Field("order", "Volgorde", "number", "1 staat vooraan.", own_only=True),
    kinds.Field(
        "valid_from", "Eerste jaar", "number", "Leeg: altijd al.", is_required=False
    ),
    kinds.Field(
        "valid_to", "Laatste jaar", "number", "Leeg: het geldt nog.", is_required=False
    ),
    kinds.Field(
        "dropped", "Waarom het is afgevallen", "line", is_required=False,
        hint="Leeg: het thema staat in het plan.",
    ),
    kinds.Field(
        "went_to", "Waar het naartoe ging", "line", is_required=False,
        hint="Een ander plan of een andere afdeling.",
    ),
)  # fmt: skip
FRESHNESS_FIELDS = (
    kinds.Field("getting_old", "Na hoeveel dagen wordt het oud", "number"),
    kinds.Field("old", "Na hoeveel dagen is het verouderd", "number"),
)
RULE_FIELDS = (
    kinds.Field(
        "chance_findings", "Hoeveel van de honderd bevindingen mogen toeval zijn?", "number",
        "Lager is strenger: dan is minder aantoonbaar. Van 1 tot en met 5.",
    ),
    kinds.Field(
        "fewest_together", "Vanaf hoeveel gevallen zeggen we iets over verandering?", "number",
        "Geteld in beide perioden samen.",
    ),
    kinds.Field(
        "fewest_for_percentage", "Vanaf hoeveel gevallen noemen we een percentage?", "number",
        "Geteld in de eerste periode.",
    ),
    kinds.Field(
        "map_certainty", "Hoe zeker moet een klasse op de kaart zijn, in procenten?", "number",
        "Lager geeft meer kleur en meer vergissingen. Van 75 tot en met 99.",
    ),
    kinds.Field(
        "map_fewest_inhabitants", "Vanaf hoeveel inwoners is er een cijfer per inwoner?", "number"
    ),
    kinds.Field(
        "years_back", "Met hoeveel eerdere jaren vergelijken we een maand?", "number",
        "De coronatijd telt niet mee.",
    ),
    kinds.Field(
        "incomplete_months", "Hoeveel nieuwste maanden krijgen nog geen oordeel?", "number",
        "De politie vult de nieuwste maanden nog aan.",
    ),
    kinds.Field("months_judged", "Over hoeveel maanden gaat de maandronde?", "number"),
)  # fmt: skip


def register() -> None:
    """Make the kinds of definition about figures known."""
    shipped = Path(settings.DEFINITIONS)
    kinds.register(
        kinds.Kind(
            code="indicators",
            name="Cijfers",
            fields=INDICATOR_FIELDS,
            shipped=lambda: kinds.read_folder(shipped / "indicators"),
            problems=_indicator_problems,
            maker=kinds.Maker("cijfer", _blank_indicator, _list_of, _lists, lambda _: []),
        )
    )
    kinds.register(
        kinds.Kind(
            code="themes",
            name="Thema’s",
            fields=THEME_FIELDS,
            shipped=lambda: kinds.read_list(shipped / "themes.yaml", "themes"),
            problems=_problems(parse_theme),
            maker=kinds.Maker("thema", _blank_theme, lambda _: "", lambda: (), _uses_of_theme),
        )
    )
    kinds.register(
        kinds.Kind(
            code="freshness",
            name="Versheid van bronnen",
            fields=FRESHNESS_FIELDS,
            shipped=lambda: kinds.read_list(shipped / "freshness.yaml", "freshness"),
            problems=_problems(parse_thresholds),
        )
    )
    kinds.register(
        kinds.Kind(
            code="rules",
            name="Rekenregels",
            fields=RULE_FIELDS,
            shipped=lambda: kinds.read_list(shipped / "calculation_rules.yaml", "rules"),
            problems=_problems(parse_calculation_rules),
        )
    )


def _problems(parse: Callable[[object], Any]) -> Callable[[kinds.Content], list[str]]:
    """Return a function that tells, in sentences, why ``parse`` refuses a content."""

    def problems(content: kinds.Content) -> list[str]:
        try:
            parse(content)
        except DefinitionProblem as problem:
            return list(problem.sentences)
        return []

    return problems


def _indicator_problems(content: kinds.Content) -> list[str]:
    try:
        indicator = parse_indicator(content)
    except DefinitionProblem as problem:
        return list(problem.sentences)
    # What a municipality counts itself stands in no list: its code is all there is.
    is_own = indicator.numerator.list == OWN_LIST
    found = [] if is_own else list_problems(indicator, class_lists())
    if indicator.theme and indicator.theme not in {theme.code for theme in all_themes()}:
        found.append(f"Er is geen thema met de code {indicator.theme}.")
    return found


def _lists() -> Options:
    """Return the lists whose classes may be added: those with a total count, older ones apart."""
    return [
        (one.code, one.name)
        for one in class_lists().values()
        if one.total and not any(each.newer for each in one.classes)
    ]


def _list_of(content: kinds.Content) -> str:
    return str(kinds.value_of(content, "numerator.list"))


def _blank_indicator(code: str, number: int, variant: str) -> dict[str, Any]:
    return {
        "code": code,
        "kind": "count",
        "numerator": {"list": variant},
        "per": 1000,
        "aim": "down",
        "version": str(number),
        **_made_here(),
    }


def _blank_theme(code: str, number: int, variant: str) -> dict[str, Any]:
    return {"code": code, "order": len(all_themes()) + 1, **_made_here()}


def _made_here() -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {
        "status": "adopted",
        "provenance": {"source": "Door de gemeente zelf gemaakt", "date": today},
    }


def _uses_of_theme(code: str) -> list[str]:
    names = [
        str(content.get("name"))
        for content in stored.current("indicators").values()
        if content.get("theme") == code
    ]
    if not names:
        return []
    return [f"Dit thema is nog in gebruik bij: {', '.join(sorted(names))}. Verhuis die eerst."]
