"""What stands in ``demo/``: invented municipalities, as plain data."""

from dataclasses import dataclass
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
class DemoPicture:
    """A safety picture: adopted when it has a number of a decision, else a draft."""

    year: int
    texts: dict[str, str]  # theme to text
    decision_number: str = ""


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
    pictures: tuple[DemoPicture, ...]

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
        pictures=tuple(_picture(folder, one) for one in content["pictures"]),
    )


def _picture(folder: Path, content: dict[str, Any]) -> DemoPicture:
    texts = {
        path.stem: path.read_text(encoding="utf-8").strip()
        for path in sorted((folder / "texts" / str(content["year"])).glob("*.txt"))
    }
    return DemoPicture(content["year"], texts, content.get("decision_number", ""))
