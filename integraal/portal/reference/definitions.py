"""The page about the shipped definitions: themes, indicators and sources."""

from pathlib import Path

from django.conf import settings

from integraal.knowledge.indicators.definitions import (
    DENOMINATOR_WORDS,
    Indicator,
    Provenance,
    Theme,
)
from integraal.knowledge.indicators.loading import load_indicators, load_themes
from integraal.knowledge.sources.definitions import Source, load_sources
from integraal.portal.reference.markdown import code, sections, table


def page() -> str:
    """Return the page."""
    folder = Path(settings.DEFINITIONS)
    return sections(
        "# Definitions",
        "What policy staff review, from the YAML in `definitions/`. A municipality lays its own "
        "version over a theme or an indicator on the screen Begrippen; this page shows what is "
        "shipped. *Proposal* means: ours, not yet confirmed by a municipality or the publisher.",
        "## Themes",
        _themes(load_themes(folder / "themes.yaml")),
        "## Indicators",
        _indicators(load_indicators(folder / "indicators")),
        "## Sources",
        _sources(load_sources(folder / "sources")),
    )


def _themes(themes: dict[str, Theme]) -> str:
    return table(
        ["theme", "name", "closest field of the standard list", "status", "from"],
        [
            (code(one.code), one.name, one.standard_field, one.status, _from(one.provenance))
            for one in themes.values()
        ],
    )


def _indicators(indicators: dict[str, Indicator]) -> str:
    rows = [
        (
            code(one.code),
            one.name,
            one.theme or "none: counts as denominator",
            ", ".join(one.measures),
            f"per {one.per} {DENOMINATOR_WORDS[one.denominator]}" if one.denominator else "",
            one.aim,
            f"{one.version}, {one.status}",
            _from(one.provenance),
        )
        for one in indicators.values()
    ]
    headings = ["indicator", "name", "theme", "counts", "rate", "aim", "version", "from"]
    return table(headings, rows)


def _sources(sources: dict[str, Source]) -> str:
    rows = [
        (code(s.code), s.publisher, s.table, s.title, s.licence, s.status, _from(s.provenance))
        for s in sources.values()
    ]
    return table(["source", "publisher", "table", "title", "licence", "status", "from"], rows)


def _from(provenance: Provenance) -> str:
    return f"{provenance.source} ({provenance.date})"
