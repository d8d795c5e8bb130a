"""The definitions that come with the product, read once for all tests here."""

import csv
from io import StringIO

from integraal.knowledge.indicators.class_lists import load_class_lists
from integraal.knowledge.indicators.comparison_classes import load_comparison_classes
from integraal.knowledge.indicators.loading import load_indicators, load_themes
from integraal.knowledge.indicators.standard_fields import load_standard_fields
from integraal.knowledge.sources.definitions import load_sources
from tests.knowledge.sources.exports import REPOSITORY, shared_file

DEFINITIONS = REPOSITORY / "definitions"
LISTS = load_class_lists(DEFINITIONS / "lists")
INDICATORS = load_indicators(DEFINITIONS / "indicators")
THEMES = load_themes(DEFINITIONS / "themes.yaml")
FIELDS = load_standard_fields(DEFINITIONS / "standard_fields.yaml")
SOURCES = load_sources(DEFINITIONS / "sources")
COMPARISON = load_comparison_classes(DEFINITIONS / "comparison_classes.yaml")


def shared_codes(name: str) -> dict[str, str]:
    """The codes and labels of a code list in the open data; skips the test without it."""
    table = csv.DictReader(StringIO(shared_file(name).decode()))
    return {row["Key"].strip(): row["Title"] for row in table}
