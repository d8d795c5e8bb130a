"""What stands in ``demo/``: invented municipalities, as plain data."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class DemoPerson:
    """An invented person; without an organisation they work for the municipality."""

    name: str
    email: str
    role: str
    function: str
    organisation: str = ""


@dataclass(frozen=True)
class DemoTable:
    """A table as a partner hands it over: area, year, and a column for each measure."""

    path: Path
    name: str
    organisation: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class DemoPicture:
    """A safety picture: adopted when it has a number of a decision, else a draft.

    Attributes:
        texts: theme (empty for the whole picture) and part to text.
        around: contributions, referrals, promises and remarks, as lists of plain data.
        has_next: whether the next version is begun as well.
    """

    year: int
    first_year: int
    texts: dict[tuple[str, str], str]
    around: dict[str, list[dict[str, Any]]]
    decision_number: str = ""
    has_next: bool = False


@dataclass(frozen=True)
class DemoSession:
    """A prioritisation session on the picture of a year, as plain data."""

    year: int
    content: dict[str, Any]


@dataclass(frozen=True)
class DemoMunicipality:
    """One folder of the demo."""

    folder: Path
    slug: str
    name: str
    region: str
    neighbours: tuple[str, ...]
    figures_accessed_on: date
    organisations: tuple[tuple[str, str], ...]  # name and kind; the municipality itself first
    people: tuple[DemoPerson, ...]
    tables: tuple[DemoTable, ...]
    pictures: tuple[DemoPicture, ...]
    sessions: tuple[DemoSession, ...]
    plans: tuple[dict[str, Any], ...] = ()  # each as its file says
    programmes: tuple[dict[str, Any], ...] = ()  # each as its file says
    reports: tuple[dict[str, Any], ...] = ()  # each as its file says
    partners: dict[str, Any] = field(default_factory=dict)  # as partners.yaml says
    monitoring: dict[str, Any] = field(default_factory=dict)  # as monitoring.yaml says
    council: dict[str, Any] = field(default_factory=dict)  # as council.yaml says

    @property
    def areas_file(self) -> Path:
        return self.folder / "areas.geojson"

    @property
    def figure_files(self) -> list[Path]:
        return sorted((self.folder / "figures").glob("*-verzonnen.csv"))


def demo_municipalities(demo: Path) -> list[DemoMunicipality]:
    """Return the municipalities in the folder ``demo``, by slug.

    The files are part of the repository, so a fault in them shows as it is.
    """
    return [read_municipality(path.parent) for path in sorted(demo.glob("*/municipality.yaml"))]


def read_municipality(folder: Path) -> DemoMunicipality:
    """Return what stands in one folder of the demo."""
    content = yaml.safe_load((folder / "municipality.yaml").read_text(encoding="utf-8"))
    return DemoMunicipality(
        folder=folder,
        slug=content["slug"],
        name=content["name"],
        region=content["region"],
        neighbours=tuple(content["neighbours"]),
        figures_accessed_on=content["figures_accessed_on"],
        organisations=tuple((one["name"], one["kind"]) for one in content["organisations"]),
        people=tuple(DemoPerson(**one) for one in content["people"]),
        tables=tuple(_table(folder, one) for one in content.get("tables", [])),
        pictures=tuple(_picture(folder, one) for one in content["pictures"]),
        sessions=tuple(_session(path) for path in sorted((folder / "sessions").glob("*.yaml"))),
        plans=tuple(
            yaml.safe_load(path.read_text(encoding="utf-8"))
            for path in sorted((folder / "plans").glob("*.yaml"))
        ),
        programmes=tuple(
            yaml.safe_load(path.read_text(encoding="utf-8"))
            for path in sorted((folder / "programmes").glob("*.yaml"))
        ),
        reports=tuple(
            yaml.safe_load(path.read_text(encoding="utf-8"))
            for path in sorted((folder / "reports").glob("*.yaml"))
        ),
        partners=_if_there(folder / "partners.yaml"),
        monitoring=_if_there(folder / "monitoring.yaml"),
        council=_if_there(folder / "council.yaml"),
    )


def _if_there(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def _session(path: Path) -> DemoSession:
    return DemoSession(int(path.stem), yaml.safe_load(path.read_text(encoding="utf-8")))


def _table(folder: Path, content: dict[str, Any]) -> DemoTable:
    path = folder / "tables" / content["file"]
    columns = tuple(content["columns"])
    return DemoTable(path, content["name"], content["organisation"], columns)


def _picture(folder: Path, content: dict[str, Any]) -> DemoPicture:
    year = content["year"]
    around = folder / "pictures" / f"{year}.yaml"
    return DemoPicture(
        year=year,
        first_year=content["first_year"],
        texts={
            _place(path.stem): path.read_text(encoding="utf-8").strip()
            for path in sorted((folder / "texts" / str(year)).glob("*.txt"))
        },
        around=yaml.safe_load(around.read_text(encoding="utf-8")) if around.exists() else {},
        decision_number=content.get("decision_number", ""),
        has_next=content.get("next", False),
    )


def _place(name: str) -> tuple[str, str]:
    """Return theme and part of a file such as "jeugd.story" or "beeld.summary"."""
    theme, _, part = name.partition(".")
    return ("" if theme == "beeld" else theme), part
