"""A small set of invented figures that can be added up by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import psycopg

from integraal.foundation.database.embedded import roles
from tests.provisions import own_dsn
from tests.statline import square

if TYPE_CHECKING:
    from integraal.foundation.areas.models import Area
    from integraal.foundation.audit.actors import Actor

DAY = date(2026, 3, 2)
BURGLARY, ALL, ALL_OLD = "misdrijven:1.1.1", "misdrijven:0.0.0", "misdrijven-cbs:0000000"
SEXUAL, HOMES, PEOPLE = "misdrijven:1.4.1", "kerncijfers:woningen", "kerncijfers:inwoners"
YEARS = (2019, 2020, 2021, 2022, 2023, 2024)
# Burglaries of the municipality: mean without 2020 and 2021 is 149 / 4.
WHOLE = (40, 30, 28, 35, 38, 36)
# Of 2023: the neighbourhoods add up to 36, the municipality says 38.
OF_2023 = {"Hof": 10, "Veld": 12, "Kade": 9, "Duin": 5}
OTHERS = {
    # code: (name, province, urbanity, inhabitants, burglaries of 2023, homes)
    "GM9901": ("Molendrecht", "Verzonnen", 4, 12_300, 38, 5_000),
    "GM9902": ("Oostwaard", "Verzonnen", 4, 15_000, 20, 7_000),
    "GM9903": ("Westwaard", "Elders", 4, 19_000, 30, 8_000),
    "GM9904": ("Grootstad", "Verzonnen", 1, 150_000, 900, 70_000),
    "GM9905": ("Stilveen", "Verzonnen", 5, 11_000, None, 5_500),
}


@dataclass(frozen=True)
class Value:
    """A figure to store: a number, or a status without one."""

    area: str
    measure: str
    period: str
    value: int | None
    status: str = "present"
    more: tuple[tuple[str, Any], ...] = ()


def add_areas(by: Actor) -> dict[str, Area]:
    """Add a municipality with two districts and four neighbourhoods of 2024, and one of 2022."""
    from integraal.foundation.areas.actions import NewArea, add_area

    start = date(2000, 1, 1)
    whole = add_area(
        by=by, area=NewArea("municipality", "Molendrecht", start, code="GM9901", code_year=2024)
    )
    found = {"Molendrecht": whole}
    corner = 4.90
    for number, (name, code) in enumerate({"Oost": "WK990101", "West": "WK990102"}.items(), 1):
        area = NewArea(
            "district", name, start, number=number, code=code, code_year=2024,
            geometry=square(corner + number * 0.02, 52.70),
        )  # fmt: skip
        found[name] = add_area(by=by, area=area, within=whole)
    places = {"Hof": "01", "Veld": "02", "Kade": "01", "Duin": "02"}
    for name, last in places.items():
        district = "Oost" if name in ("Hof", "Veld") else "West"
        code = f"BU{found[district].code[2:]}{last}"
        area = NewArea("neighbourhood", name, start, code=code, code_year=2024)
        found[name] = add_area(by=by, area=area, within=found[district])
    old = NewArea("district", "Vroeger", start, code="WK990101", code_year=2022)
    found["Vroeger"] = add_area(by=by, area=old, within=whole)
    return found


def small_values() -> list[Value]:
    """Return every figure of the set."""
    found = [
        Value("Molendrecht", BURGLARY, f"{year}JJ00", count)
        for year, count in zip(YEARS, WHOLE, strict=True)
    ]
    found += [Value("Molendrecht", HOMES, f"{year}JJ00", 5_000) for year in YEARS]
    found += [Value(name, BURGLARY, "2023JJ00", count) for name, count in OF_2023.items()]
    found += [Value(name, HOMES, "2023JJ00", 1_250) for name in OF_2023]
    found += [
        Value("Hof", BURGLARY, "2024JJ00", None, "withheld"),
        Value("Veld", BURGLARY, "2024JJ00", None, "impossible"),
        Value("Kade", BURGLARY, "2024JJ00", None, "missing"),
        Value("Duin", BURGLARY, "2024JJ00", 0),
        Value("Hof", BURGLARY, "2022JJ00", 3),
        Value("Veld", BURGLARY, "2022JJ00", 11),
        Value("Kade", BURGLARY, "2022JJ00", 8),
        Value("Duin", BURGLARY, "2022JJ00", 13),
        Value("Vroeger", BURGLARY, "2022JJ00", 19),
        Value("Molendrecht", SEXUAL, "2023JJ00", 7),
        Value("Hof", HOMES, "2022JJ00", 1_250),
    ]
    found += [
        Value("Molendrecht", ALL, "2019JJ00", 291),
        Value("Molendrecht", ALL, "2023JJ00", 293, more=(("provisional", True),)),
        Value("Molendrecht", ALL_OLD, "2015JJ00", 310, more=(("rounded_to", 5),)),
        Value("Molendrecht", ALL_OLD, "2019JJ00", 300, more=(("rounded_to", 5),)),
    ]
    found += [
        Value("Molendrecht", BURGLARY, f"2024MM{month:02d}", month + 1) for month in range(1, 12)
    ]
    found += [
        Value("Molendrecht", BURGLARY, "2024MM12", 2, more=(("incomplete", True),)),
        Value("Hof", BURGLARY, "2024MM01", 6),
    ]
    return found


def reading_of(
    values: Iterable[Value], areas: dict[str, Area], content: bytes, name: str, source: str
) -> Any:
    """Return values as a file that was read; line n of the file is value n."""
    from integraal.knowledge.figures.reading import NewFigure, Reading
    from integraal.knowledge.sources.snapshots import describe

    rows = tuple(
        NewFigure(
            area=areas[one.area],
            measure=one.measure,
            period=one.period,
            value=one.value,
            status=one.status,
            line=line,
            as_given="." if one.value is None else str(one.value),
            **dict(one.more),
        )
        for line, one in enumerate(values, start=1)
    )
    return Reading(describe(content, name, DAY), content, source, "Verzonnen cijfers", rows, 1)


def as_lines(values: Iterable[Value]) -> bytes:
    """Return a text file with one line per value."""
    lines = (f"{one.area};{one.period};{'.' if one.value is None else one.value}" for one in values)
    return "\n".join(lines).encode()


def load(by: Actor, areas: dict[str, Area], values: list[Value], name: str = "klein.csv") -> Any:
    """Load values as one file."""
    from integraal.knowledge.figures.actions import load_figures

    reading = reading_of(values, areas, as_lines(values), name, "politie-misdrijven-buurt-jaar")
    return load_figures(by=by, reading=reading)


def publish_national() -> None:
    """Put the municipalities and their figures in the national tables, as the owner does."""
    with psycopg.connect(own_dsn(roles.OWNER)) as owner, owner.cursor() as cursor:
        cursor.execute(
            "INSERT INTO figures_dataset (source, vintage, title, origin, released, division_year,"
            " accessed_on, sha256, size, rows, first_period, last_period, published_at) VALUES "
            "('politie-misdrijven-gemeente', 2, 'Verzonnen tabel', 'verzonnen.csv', 'maart', 2024,"
            " '2026-03-02', %s, 100, 4321, '2023JJ00', '2023JJ00', now()) RETURNING id",
            ["f" * 64],
        )
        dataset = cursor.fetchone()[0]  # type: ignore[index]
        for code, (name, province, urbanity, people, burglaries, homes) in OTHERS.items():
            cursor.execute(
                "INSERT INTO areas_codedarea (code, year, kind, name, within_code, province,"
                " urbanity) VALUES (%s, 2024, 'municipality', %s, 'NL00', %s, %s)",
                [code, name, province, urbanity],
            )
            for measure, value in ((PEOPLE, people), (HOMES, homes), (BURGLARY, burglaries)):
                _reference(cursor, dataset, measure, code, value)
        _reference(cursor, dataset, BURGLARY, "NL00", 22_000)
        _reference(cursor, dataset, HOMES, "NL00", 8_000_000)


@contextmanager
def extra_reference(burglaries: dict[str, int], period: str) -> Iterator[None]:
    """Publish burglaries of one more year for a while."""
    with psycopg.connect(own_dsn(roles.OWNER)) as owner, owner.cursor() as cursor:
        cursor.execute("SELECT id FROM figures_dataset")
        dataset = cursor.fetchone()[0]  # type: ignore[index]
        for code, value in burglaries.items():
            _reference(cursor, dataset, BURGLARY, code, value, period)
    yield
    with psycopg.connect(own_dsn(roles.OWNER)) as owner:
        owner.execute("DELETE FROM figures_referencefigure WHERE period = %s", [period])


@contextmanager
def extra_division(year: int, names: dict[str, str]) -> Iterator[None]:
    """Publish the municipalities of one more year for a while, as the list of areas has them."""
    with psycopg.connect(own_dsn(roles.OWNER)) as owner:
        for code, name in names.items():
            owner.execute(
                "INSERT INTO areas_codedarea (code, year, kind, name, within_code, province)"
                " VALUES (%s, %s, 'municipality', %s, 'NL00', '')",
                [code, year, name],
            )
    yield
    with psycopg.connect(own_dsn(roles.OWNER)) as owner:
        owner.execute("DELETE FROM areas_codedarea WHERE year = %s", [year])


def _reference(
    cursor: Any, dataset: int, measure: str, code: str, value: int | None, period: str = "2023JJ00"
) -> None:
    cursor.execute(
        "INSERT INTO figures_referencefigure (measure, region, period, value, status, rounded_to,"
        " provisional, incomplete, dataset_id, line, as_given) VALUES "
        "(%s, %s, %s, %s, %s, 1, false, false, %s, 77, %s)",
        [measure, code, period, value, "present" if value is not None else "missing", dataset,
         "." if value is None else str(value)],
    )  # fmt: skip


def withdraw_national() -> None:
    """Leave the national tables as empty as they were."""
    with psycopg.connect(own_dsn(roles.OWNER)) as owner, owner.cursor() as cursor:
        for table in ("figures_referencefigure", "figures_dataset", "areas_codedarea"):
            cursor.execute(f"DELETE FROM {table}")
