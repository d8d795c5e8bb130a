"""From files in a folder to snapshots in the store; a file that is not right brings in nothing."""

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from integraal.foundation.areas.outlines import Outlines
from integraal.knowledge.figures.definitions import class_lists, sources
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources import statline_screen
from integraal.knowledge.sources.definitions import Source
from integraal.knowledge.sources.folder import FolderFile
from integraal.knowledge.sources.national.asking import Row
from integraal.knowledge.sources.national.delivered import look_at
from integraal.knowledge.sources.national.forms import form_of
from integraal.knowledge.sources.national.given_rows import write_given
from integraal.knowledge.sources.national.reading import read_table
from integraal.knowledge.sources.national.store import Kept, Store, file_sha256, hashing
from integraal.knowledge.sources.statline_matching import match_measures

OUTLINE_FACTS = "cbs-gebiedskaart"
_DIVISION = re.compile(r"indeling\s+(?:van\s+)?(\d{4})")
# What map files call a fact, and the measure that it is.
_FACTS = {"population": "kerncijfers:inwoners", "dwelling_total": "kerncijfers:woningen"}


@dataclass(frozen=True)
class AboutTable:
    """What a publisher says of a table in its own description (TableInfos)."""

    table: str
    title: str
    released: str
    division_year: int | None


def read_about(content: bytes) -> list[AboutTable]:
    """Read a description of tables; one that cannot be read describes nothing."""
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return []
    found = []
    for row in rows:
        text = " ".join(str(row.get(name) or "") for name in ("Title", "ExplanatoryText"))
        year = _DIVISION.search(text)
        title, released = str(row.get("Title") or ""), str(row.get("Modified") or "")
        found.append(
            AboutTable(
                str(row.get("Identifier") or ""), title, released, int(year[1]) if year else None
            )
        )
    return found


def keep_table(
    store: Store, file: FolderFile, *, accessed_on: date, about: Mapping[str, AboutTable]
) -> Kept:
    """Read the rows of a known table from a file and keep them.

    Args:
        store: where.
        file: a file of kind "table".
        accessed_on: the day it was taken from the source, unless its name tells.
        about: what is known of tables, by their number.

    Raises:
        FileProblem: the file is not right; nothing is kept.
    """
    source = file.source
    assert source is not None, "only a table of a known source is kept"
    form = form_of(source, class_lists()[source.list], look_at(file.path).header)
    known = about.get(source.table) if file.table == source.table else None
    year = known.division_year if known else None
    if year is None and source.fixed_period and "neighbourhood" in source.levels:
        year = source.fixed_period.year
    with TemporaryDirectory() as work:
        with hashing(file.path) as sha256:
            rows = read_table(file.path, form, Path(work) / "rows.parquet")
        return store.keep(
            source.code,
            rows,
            _provenance(
                source,
                file.path.name,
                known.title if known else f"{source.publisher}, tabel {source.table}",
                file.made_on or accessed_on,
                sha256(),
                released=known.released if known else "",
                division_year=year,
            ),
        )


def keep_screen(store: Store, path: Path, *, accessed_on: date) -> Kept:
    """Read a StatLine screen export of all municipalities and keep it; raises as `keep_table`."""
    content = path.read_bytes()
    export = statline_screen.parse(content)
    matched = match_measures(export, sources(), class_lists())
    rows = [
        Row(
            matched.measures[each.subject],
            "",
            each.region,
            each.period.code,
            each.value,
            each.status,
            each.provisional,
            "" if each.value is None else str(each.value),
            each.line,
        )
        for each in export.observations
        if each.subject in matched.measures
    ]
    provenance = _provenance(
        matched.source,
        path.name,
        export.title,
        accessed_on,
        hashlib.sha256(content).hexdigest(),
        division_year=export.division_year,
    )
    return _keep_rows(store, matched.source.code, rows, provenance)


def keep_outline_facts(
    store: Store, path: Path, outlines: Outlines, year: int, *, accessed_on: date
) -> Kept | None:
    """Keep the inhabitants and homes that a map file carries; None when it carries none."""
    period = Period.of_year(year).code
    rows = [
        Row(_FACTS[name], code, "", period, Decimal(value), "present", False, str(value), place)
        for place, (code, facts) in enumerate(outlines.facts.items(), start=1)
        for name, value in facts.items()
        if value >= 0
    ]
    if not rows:
        return None
    source = sources()[OUTLINE_FACTS]
    title = f"Kaart van gebieden, indeling {year}"
    sha256 = file_sha256(path)
    provenance = _provenance(source, path.name, title, accessed_on, sha256, division_year=year)
    return _keep_rows(store, source.code, rows, provenance)


def _keep_rows(store: Store, source: str, rows: Iterable[Row], provenance: dict[str, Any]) -> Kept:
    with TemporaryDirectory() as work:
        return store.keep(source, write_given(rows, Path(work) / "rows.parquet"), provenance)


def _provenance(
    source: Source,
    origin: str,
    title: str,
    accessed_on: date,
    sha256: str,
    *,
    released: str = "",
    division_year: int | None = None,
) -> dict[str, Any]:
    return {
        "table": source.table,
        "title": title,
        "publisher": source.publisher,
        "licence": source.licence,
        "accessed_on": accessed_on.isoformat(),
        "origin": origin,
        "raw_sha256": sha256,
        "released": released,
        "division_year": division_year,
    }
