"""A folder of open data of two invented municipalities, in the forms that publishers use."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.statline import screen_export, square

CODE, NAME = "GM9998", "Proefdam"
OTHER_CODE, OTHER_NAME = "GM9997", "Oefenmeer"
YEAR = 2024
DISTRICTS = {"WK999801": "Dorp", "WK999802": "Polder"}
NEIGHBOURHOODS = {
    "BU99980101": "Kern",
    "BU99980102": "Haven",
    "BU99980201": "Buitengebied",
    "BU99980202": "Bedrijvenpark",
}
ELSEWHERE = {"WK999701": "Oefenmeer", "BU99970101": "Meer"}
CRIMES = {"Nederland": [800_000, 805_000], NAME: [120, 131], OTHER_NAME: [480, 455]}
BURGLARY = {
    "WK999801": "14", "WK999802": "      .", "BU99980101": "9", "BU99980102": "5",
    "BU99980201": "x", "BU99980202": "0",
}  # fmt: skip
INHABITANTS = {
    "GM9998": 12_300, "GM9997": 21_450, "WK999801": 9_800, "WK999802": 2_500,
    "BU99980101": 6_400, "BU99980102": 3_400, "BU99980201": 2_450, "BU99980202": 50,
}  # fmt: skip
RAW_HEADER = ("ID", "SoortMisdrijf", "WijkenEnBuurten", "Perioden", "GeregistreerdeMisdrijven_1")


def write_folder(folder: Path) -> Path:
    """Write everything that a municipality needs; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"WijkenEnBuurten_{YEAR}.csv").write_text(division())
    (folder / "wijken.geojson").write_text(outlines())
    (folder / "misdrijven.csv").write_bytes(
        screen_export(
            CRIMES,
            [2023, 2024],
            title=f"Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente {YEAR}",
            selection="Soort misdrijf: Totaal misdrijven",
            subject="Geregistreerde misdrijven",
        )
    )
    (folder / "47018NED_UntypedDataSet.csv").write_text(raw_rows(neighbourhood_rows()))
    (folder / "TableInfos.csv").write_text(about("47018NED"))
    (folder / "85984NED_buurten.csv").write_text(inhabitants())
    return folder


def division() -> str:
    """The list of areas, with CBS's padding."""
    names = {
        "NL00": "Nederland", CODE: NAME, **DISTRICTS, **NEIGHBOURHOODS,
        OTHER_CODE: OTHER_NAME, **ELSEWHERE,
    }  # fmt: skip
    lines = [f'"{code:<10}","{name}"' for code, name in names.items()]
    return "\n".join(['"Key","Title"', *lines]) + "\n"


def outlines() -> str:
    """The two districts as squares, as CBS's map gives them."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "statcode": code,
                "jrstatcode": f"{YEAR}{code}",
                "statnaam": name,
                "rubriek": "wijk",
            },
            "geometry": square(4.9 + place * 0.02, 52.7),
        }
        for place, (code, name) in enumerate(DISTRICTS.items())
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def neighbourhood_rows() -> list[Sequence[str]]:
    """All crimes and burglaries of 2024; of these one is a point, and one is secret."""
    totals = {"WK999801": 90, "WK999802": 38, "BU99980101": 60, "BU99980102": 30,
              "BU99980201": 25, "BU99980202": 13}  # fmt: skip
    rows = [("0.0.0 ", code, "2024JJ00", f"{count:>8}") for code, count in totals.items()]
    return [*rows, *(("1.1.1 ", code, "2024JJ00", cell) for code, cell in BURGLARY.items())]


def raw_rows(rows: Sequence[Sequence[str]], header: Sequence[str] = RAW_HEADER) -> str:
    """A raw export: everything quoted, semicolons, a row number first."""
    numbered = [(str(number), *row) for number, row in enumerate(rows)]
    lines = [";".join(f'"{cell}"' for cell in row) for row in (header, *numbered)]
    return "\ufeff" + "\n".join(lines) + "\n"


def about(table: str) -> str:
    """A table's description of itself, which tells the year of its areas."""
    text = f"De cijfers staan in de indeling van {YEAR}."
    return (
        '"ID","Title","Identifier","Modified","ExplanatoryText"\n'
        f'0,"Misdrijven; wijken en buurten","{table}","2025-02-01T02:00:00","{text}"\n'
    )


def inhabitants() -> str:
    """The copy of 85984NED that goes round."""
    return '"","nhood_id","population"\n' + "".join(
        f'"{place}","{code}",{count}\n'
        for place, (code, count) in enumerate(INHABITANTS.items(), start=1)
        if code.startswith("BU")
    )


def changed(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write other contents over files of a folder; returns the folder."""
    for name, content in files.items():
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
