"""Bring the files of a folder into the store, and the divisions into the national tables."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml
from django.conf import settings

from integraal.foundation.areas.coded import Coded, DivisionProblem, read_division
from integraal.foundation.areas.models import AreaKind
from integraal.foundation.areas.outlines import Outlines, read_outlines, year_by_size
from integraal.foundation.areas.reference import add_outlines, replace_division
from integraal.knowledge.figures.definitions import class_lists, sources
from integraal.knowledge.figures.national.files import (
    AboutTable,
    keep_outline_facts,
    keep_screen,
    keep_table,
    read_about,
)
from integraal.knowledge.sources.folder import FolderFile, recognise_folder
from integraal.knowledge.sources.national.store import Kept, Store
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.statline_matching import UnknownTable
from integraal.portal.setting_up.problems import SettingUpProblem
from integraal.portal.setting_up.steps import Report


@dataclass
class Brought:
    """What a folder held, read but not yet written to the database."""

    divisions: dict[int, list[Coded]] = field(default_factory=dict)
    outlines: dict[int, list[Coded]] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)

    def municipalities(self) -> dict[str, str]:
        """Return code to name of every municipality in it, of the newest year."""
        found: dict[str, str] = {}
        for parts in (self.outlines, self.divisions):
            for year in sorted(parts):
                of_year = [one for one in parts[year] if one.kind == AreaKind.MUNICIPALITY]
                found |= {one.code: one.name for one in of_year}
        return found


def read_folder(folder: Path, store: Store, *, accessed_on: date, report: Report) -> Brought:
    """Read all files of a folder; a file that is known but not right refuses the whole.

    Args:
        folder: with CSV and GeoJSON files, in folders of its own or not.
        store: national tables are kept in it.
        accessed_on: the day the files were taken from their sources, where they do not tell.
        report: gets one Dutch sentence per file.

    Raises:
        SettingUpProblem: the folder is not there, or files in it are not right.
    """
    if not folder.is_dir():
        raise SettingUpProblem(f"De map {folder.name} is er niet. Kijk --data na.")
    files = recognise_folder(folder, sources(), class_lists())
    about = {
        one.table: one
        for file in files
        if file.kind == "about-table"
        for one in read_about(file.path.read_bytes())
    }
    brought, problems = Brought(), []
    for file in files:
        try:
            report(f"{file.path.name}: {_bring(file, store, accessed_on, about, brought)}")
        except UnknownTable as unknown:
            report(f"{file.path.name}: niet gebruikt. {unknown.shown[0]}")
        except (FileProblem, DivisionProblem) as problem:
            problems += [f"{file.path.name}: {text}" for text in problem.sentences[:20]]
    if problems:
        raise SettingUpProblem(problems)
    return brought


def write_divisions(brought: Brought, report: Report) -> None:
    """Put the divisions and outlines that were read in the national tables."""
    for year, areas in sorted(brought.divisions.items()):
        report(f"Indeling {year}: {replace_division(year, areas)} gebieden.")
    for year, areas in sorted(brought.outlines.items()):
        report(f"Indeling {year}: omtrek van {add_outlines(year, areas)} gebieden.")


def _bring(
    file: FolderFile,
    store: Store,
    accessed_on: date,
    about: dict[str, AboutTable],
    brought: Brought,
) -> str:
    how: dict[str, Callable[[], str]] = {
        "division": lambda: _division(file, brought),
        "boundaries": lambda: _boundaries(file, store, accessed_on, brought),
        "table": lambda: _kept(
            keep_table(store, file, accessed_on=accessed_on, about=about), brought
        ),
        "screen": lambda: _kept(keep_screen(store, file.path, accessed_on=accessed_on), brought),
        "about-table": lambda: "beschrijving van een tabel, gebruikt bij die tabel.",
        "class-list": lambda: "codelijst, niet nodig: onze indelingen hebben deze klassen al.",
        "unknown": lambda: "niet herkend, dus niet gebruikt.",
    }
    return how[file.kind]()


def _division(file: FolderFile, brought: Brought) -> str:
    if file.year is None:
        return "lijst van gebieden zonder jaar in de naam van het bestand, dus niet gebruikt."
    brought.divisions[file.year] = read_division(file.path.read_bytes())
    return f"indeling van {file.year}, {len(brought.divisions[file.year])} gebieden."


def _boundaries(file: FolderFile, store: Store, accessed_on: date, brought: Brought) -> str:
    outlines = read_outlines(file.path.read_bytes())
    year = outlines.year or year_by_size(outlines.municipalities, _sizes())
    if year is None:
        return "kaart van een onbekend jaar, dus niet gebruikt. Een code zegt niets zonder jaar."
    brought.outlines.setdefault(year, []).extend(_with_known_outline(outlines))
    facts = keep_outline_facts(store, file.path, outlines, year, accessed_on=accessed_on)
    brought.kept += [facts] if facts else []
    return f"kaart van {len(outlines.areas)} gebieden, indeling {year}."


def _with_known_outline(outlines: Outlines) -> Iterable[Coded]:
    return [area for area in outlines.areas if area.geometry]


def _kept(kept: Kept, brought: Brought) -> str:
    brought.kept.append(kept)
    known = "" if kept.is_new else " (was al bewaard)"
    span = f"{kept.first_period} tot en met {kept.last_period}"
    return f"{sources()[kept.source].credit}, {kept.rows} rijen, {span}{known}."


def _sizes() -> dict[int, int]:
    content = yaml.safe_load((Path(settings.DEFINITIONS) / "divisions.yaml").read_text())
    return dict(content["municipalities"])
