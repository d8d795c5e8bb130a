from pathlib import Path

from django.apps import AppConfig
from django.conf import settings

from integraal.foundation.audit import verbs
from integraal.foundation.definitions import kinds
from integraal.knowledge.indicators.definitions import parse_indicator, parse_theme
from integraal.knowledge.indicators.reading import DefinitionProblem

INDICATOR_FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field("short_name", "Korte naam", "line", "Staat boven het kerncijfer."),
    kinds.Field("theme", "Thema", "line", "De code van het thema, zoals woonomgeving."),
    kinds.Field("why_it_matters", "Waarom dit cijfer", "text"),
    kinds.Field("caveats", "Let op", "lines", "Eén kanttekening per regel; gaat overal mee."),
)
THEME_FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field("short_name", "Korte naam", "line", "Staat in de navigatie."),
    kinds.Field("description", "Omschrijving", "text"),
)


class FiguresConfig(AppConfig):
    name = "integraal.knowledge.figures"
    label = "figures"

    def ready(self) -> None:
        verbs.register({"figures.loaded": "las cijfers in uit het bestand {subject}"})
        shipped = Path(settings.DEFINITIONS)
        kinds.register(
            kinds.Kind(
                code="indicators",
                name="Cijfers",
                fields=INDICATOR_FIELDS,
                shipped=lambda: kinds.read_folder(shipped / "indicators"),
                problems=_problems(parse_indicator),
            )
        )
        kinds.register(
            kinds.Kind(
                code="themes",
                name="Thema’s",
                fields=THEME_FIELDS,
                shipped=lambda: kinds.read_list(shipped / "themes.yaml", "themes"),
                problems=_problems(parse_theme),
            )
        )


def _problems(parse):  # type: ignore[no-untyped-def]
    """Return a function that tells, in sentences, why ``parse`` refuses a content."""

    def problems(content: kinds.Content) -> list[str]:
        try:
            parse(content)
        except DefinitionProblem as problem:
            return list(problem.sentences)
        return []

    return problems
