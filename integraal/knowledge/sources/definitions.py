"""Where figures come from: publisher, table, licence and how to name it."""

from dataclasses import dataclass
from pathlib import Path

from integraal.knowledge.indicators.definitions import (
    Provenance,
    Status,
    read_code,
    read_provenance,
    read_status,
)
from integraal.knowledge.indicators.loading import load_folder
from integraal.knowledge.indicators.reading import FieldReader


@dataclass(frozen=True)
class Source:
    """One table of a publisher.

    `title` is how its exports begin; the year of the area division follows it and may change.
    `footer` is the name after "Bron:" on the last line of an export.
    """

    code: str
    publisher: str
    table: str
    title: str
    footer: str
    url: str
    licence: str
    credit: str
    caveats: tuple[str, ...]
    status: Status
    provenance: Provenance


def parse_source(data: object) -> Source:
    """Read one source, as it stands in definitions/sources/*.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence.
    """
    code = data.get("code") if isinstance(data, dict) else None
    reader = FieldReader(data, f"Bron '{code}'" if code else "Bron zonder code")
    source = Source(
        code=read_code(reader),
        publisher=reader.text("publisher"),
        table=reader.text("table"),
        title=reader.text("title"),
        footer=reader.text("footer"),
        url=reader.text("url"),
        licence=reader.text("licence"),
        credit=reader.text("credit"),
        caveats=reader.texts("caveats"),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    if source.url and not source.url.startswith("https://"):
        reader.note("begin 'url' met https://.")
    reader.finish()
    return source


def load_sources(folder: Path) -> dict[str, Source]:
    """All sources of a folder, by code; raises DefinitionProblem with every problem."""
    return load_folder(folder, parse_source)
