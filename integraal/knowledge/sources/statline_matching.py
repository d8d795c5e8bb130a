"""Which measures a StatLine screen export holds: by table, publisher, chosen class and subject."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from integraal.knowledge.indicators.class_lists import ClassList, ListedClass
from integraal.knowledge.sources.definitions import Source
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.statline_screen import Observation, ScreenExport

_WORD = re.compile(r"[^\W_]+")


class UnknownTable(FileProblem):
    """The file is right, but of a table that is no source of ours."""


@dataclass(frozen=True)
class Matched:
    """The source of a file, and which of its subjects is which measure."""

    source: Source
    measures: Mapping[str, str]


def match_measures(
    export: ScreenExport, sources: Mapping[str, Source], lists: Mapping[str, ClassList]
) -> Matched:
    """Find out what the numbers of a file are.

    Args:
        export: a file that was read.
        sources: the sources to choose from, by code.
        lists: the class lists that they name, by code.

    Raises:
        UnknownTable: no source fits.
        FileProblem: its choices name no class, or a number cannot be a count.
    """
    source = next((one for one in sources.values() if _is_of(export, one)), None)
    if source is None or source.columns is None:
        raise UnknownTable(
            f"De tabel '{export.title}' van {export.publisher} hoort bij geen bekende bron. "
            "Kies bij StatLine een tabel van een bron uit de lijst met bronnen."
        )
    chosen = _chosen_class(export, lists[source.list])
    topics = dict(source.columns.topics)
    measures = {
        subject: lists[source.list].measure(class_code)
        for subject in export.subjects
        if (class_code := topics.get(column_name(subject)) or _code(subject, topics, chosen))
    }
    if not measures:
        raise FileProblem(_nothing_fits(export, source, lists[source.list], chosen))
    _refuse_what_is_no_count(export, measures)
    return Matched(source, measures)


def column_name(subject: str) -> str:
    """Return how CBS names the column of a subject: "Totale bevolking" is TotaleBevolking."""
    return "".join(word[:1].upper() + word[1:] for word in _WORD.findall(subject))


def _is_of(export: ScreenExport, source: Source) -> bool:
    return bool(
        source.title and export.title.startswith(source.title) and export.publisher == source.footer
    )


def _chosen_class(export: ScreenExport, class_list: ClassList) -> ListedClass | None:
    """Return the class that was chosen; a choice beyond it narrows the figures, so none then."""
    if len(export.selections) != 1 or export.selections[0][0] != class_list.dimension:
        return None
    return class_list.by_label(export.selections[0][1])


def _code(subject: str, topics: Mapping[str, str], chosen: ListedClass | None) -> str | None:
    """Return the chosen class for a subject that has no class of its own."""
    return chosen.code if chosen and topics.get(column_name(subject)) == "" else None


def _nothing_fits(
    export: ScreenExport, source: Source, class_list: ClassList, chosen: ListedClass | None
) -> str:
    if chosen:
        return (
            f"In dit bestand staat geen onderwerp dat we van {source.table} kennen: "
            f"{', '.join(export.subjects)}. Kies bij StatLine een ander onderwerp."
        )
    choices = "; ".join(f"{name}: {label}" for name, label in export.selections) or "niets"
    examples = ", ".join(one.label for one in class_list.classes[:3])
    return (
        f"In dit bestand is gekozen voor '{choices}'. Dat past bij geen enkele klasse. Kies bij "
        f"StatLine precies een van de {len(class_list.classes)} klassen van "
        f"'{class_list.dimension or class_list.name}', zoals: {examples}."
    )


def _refuse_what_is_no_count(export: ScreenExport, measures: Mapping[str, str]) -> None:
    problems = [
        f"Regel {each.line}: {each.value} is geen aantal. Een aantal is heel en niet negatief."
        for each in export.observations
        if each.subject in measures and _is_no_count(each)
    ]
    if problems:
        raise FileProblem(problems)


def _is_no_count(each: Observation) -> bool:
    return each.value is not None and (each.count is None or each.count < 0)
