"""Figures for measuring the explorer: a whole country of them, drawn with a fixed seed.

342 municipalities and the country x 14 years x 60 measures, and for the demo's municipality own
figures of 5 districts and 46 neighbourhoods: years of every measure, and three years of months of
burglary. As large as the real tables are; no number in it is real.
"""

import random
import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from benchmarks.installation import Installation

SEED = 20_261_124
MUNICIPALITIES, DISTRICTS, NEIGHBOURHOODS = 342, 5, 46
YEARS = [f"{year}JJ00" for year in range(2012, 2026)]
MONTHS = [f"{year}MM{month:02d}" for year in (2023, 2024, 2025) for month in range(1, 13)]
DIVISION, OWN_CODE = 2025, "GM0001"
BURGLARY = "misdrijven:1.1.1"
PEOPLE, HOMES = "kerncijfers:inwoners", "kerncijfers:woningen"
PROVINCES = [f"Provincie {number}" for number in range(1, 13)]
# In one of so many neighbourhoods and years the source gives no number.
SELDOM = 60


def fill(place: Installation, measures: list[str]) -> None:
    """Put the figures in an installation with the demo in it, as superuser.

    Args:
        measures: what is counted, besides inhabitants and homes.
    """
    draw = random.Random(SEED)
    with psycopg.connect(place.superuser) as connection, connection.cursor() as cursor:
        _add_country(cursor, measures, draw)
        _add_own(cursor, measures, draw)
        connection.commit()
        connection.autocommit = True
        cursor.execute("ANALYZE")


def _add_country(cursor: psycopg.Cursor[Any], measures: list[str], draw: random.Random) -> None:
    dataset = _one(
        cursor,
        "INSERT INTO figures_dataset (source, vintage, title, origin, released, division_year,"
        " accessed_on, sha256, size, rows, first_period, last_period, published_at) VALUES"
        " ('politie-misdrijven-gemeente', 99, 'Meting', 'meting.csv', '', %s, '2026-03-02', %s,"
        " 1, 1, '2012JJ00', '2025JJ00', now()) RETURNING id",
        [DIVISION, "e" * 64],
    )
    codes = [f"GM{number:04d}" for number in range(1, MUNICIPALITIES + 1)]
    cursor.executemany(
        "INSERT INTO areas_codedarea (code, year, kind, name, within_code, province, urbanity)"
        " VALUES (%s, %s, 'municipality', %s, 'NL00', %s, %s)",
        [
            (code, DIVISION, f"Gemeente {code[2:]}", draw.choice(PROVINCES), draw.randint(1, 5))
            for code in codes
        ],
    )
    cursor.execute("DELETE FROM figures_referencefigure")
    with cursor.copy(
        "COPY figures_referencefigure (measure, region, period, value, status, rounded_to,"
        " provisional, incomplete, dataset_id, line, as_given) FROM STDIN"
    ) as copy:
        for row in _national_rows([*codes, "NL00"], measures, draw):
            copy.write_row((*row, "present", 1, False, False, dataset, 1, str(row[3])))


def _national_rows(
    codes: list[str], measures: list[str], draw: random.Random
) -> Iterator[tuple[str, str, str, int]]:
    for code in codes:
        people = 17_900_000 if code == "NL00" else int(draw.lognormvariate(10.3, 0.8))
        if code == OWN_CODE:
            people = 30_000
        for period in YEARS:
            yield PEOPLE, code, period, people
            yield HOMES, code, period, people * 4 // 9
            for place, measure in enumerate(measures):
                mean = people / 1000 / (1 + place % 12)
                yield measure, code, period, max(0, round(draw.gauss(mean, mean**0.5)))


def _add_own(cursor: psycopg.Cursor[Any], measures: list[str], draw: random.Random) -> None:
    tenant, whole = _own_municipality(cursor)
    snapshot = uuid.uuid4()
    cursor.execute(
        "INSERT INTO figures_snapshot (id, tenant_id, source, file_name, title, sha256, size,"
        " accessed_on, content, loaded_at) VALUES (%s, %s, 'politie-misdrijven-buurt-jaar',"
        " 'meting.csv', 'Meting', %s, 1, '2026-03-02', '\\x00', now())",
        [snapshot, tenant, "d" * 64],
    )
    districts = [
        _area(cursor, tenant, whole, "district", f"Wijk {number}", f"WK0001{number:02d}", number)
        for number in range(1, DISTRICTS + 1)
    ]
    neighbourhoods = [
        _area(
            cursor, tenant, districts[number % DISTRICTS], "neighbourhood", f"Buurt {number + 1}",
            f"BU0001{number % DISTRICTS + 1:02d}{number // DISTRICTS:02d}", number + 10,
        )
        for number in range(NEIGHBOURHOODS)
    ]  # fmt: skip
    cursor.execute("DELETE FROM figures_figure WHERE area_id = %s", [whole])
    with cursor.copy(
        "COPY figures_figure (id, tenant_id, measure, area_id, period, value, status, rounded_to,"
        " provisional, incomplete, snapshot_id, line, as_given, is_current) FROM STDIN"
    ) as copy:
        for line, (measure, area, period, value) in enumerate(
            _own_rows(whole, neighbourhoods, measures, draw), start=1
        ):
            status = "present" if value is not None else "withheld"
            copy.write_row((
                uuid.UUID(int=draw.getrandbits(128), version=4), tenant, measure, area, period,
                value, status, 1, False, False, snapshot, line, "", True,
            ))  # fmt: skip


def _own_rows(
    whole: uuid.UUID, neighbourhoods: list[uuid.UUID], measures: list[str], draw: random.Random
) -> Iterator[tuple[str, uuid.UUID, str, int | None]]:
    """Yield years of the municipality and its neighbourhoods; districts are added up from them."""
    for area in (whole, *neighbourhoods):
        people = 30_000 if area == whole else 30_000 // NEIGHBOURHOODS
        for period in YEARS:
            yield PEOPLE, area, period, people
            yield HOMES, area, period, people * 4 // 9
            for place, measure in enumerate(measures):
                mean = people / 200 / (1 + place % 12)
                is_absent = area != whole and draw.randrange(SELDOM) == 0
                count = max(0, round(draw.gauss(mean, mean**0.5)))
                yield measure, area, period, None if is_absent else count
        for period in MONTHS:
            yield BURGLARY, area, period, draw.randint(0, 4)


def _own_municipality(cursor: psycopg.Cursor[Any]) -> tuple[uuid.UUID, uuid.UUID]:
    tenant = _one(cursor, "SELECT id FROM database_tenant WHERE slug = 'molendrecht'", [])
    whole = _one(
        cursor,
        "UPDATE areas_area SET code = %s, code_year = %s WHERE tenant_id = %s"
        " AND kind = 'municipality' AND within_id IS NULL RETURNING id",
        [OWN_CODE, DIVISION, tenant],
    )
    return tenant, whole


def _area(
    cursor: psycopg.Cursor[Any],
    tenant: uuid.UUID,
    within: uuid.UUID,
    kind: str,
    name: str,
    code: str,
    number: int,
) -> uuid.UUID:
    """Add an area with an outline of 24 corners; return its id."""
    key = uuid.uuid4()
    west, south = 4.9 + number % 10 * 0.01, 52.5 + number // 10 * 0.01
    top = [[west + step * 0.0007, south + 0.009] for step in range(12)]
    ring = [[west + step * 0.0007, south] for step in range(12)] + top[::-1]
    outline = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    cursor.execute(
        "INSERT INTO areas_area (id, tenant_id, kind, name, code, code_year, within_id, geometry,"
        " few_inhabitants, valid_from) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, false, %s)",
        [key, tenant, kind, name, code, DIVISION, within, Jsonb(outline), "2012-01-01"],
    )
    return key


def _one(cursor: psycopg.Cursor[Any], question: str, values: list[Any]) -> Any:
    cursor.execute(question.encode(), values)
    row = cursor.fetchone()
    if row is None:
        raise RuntimeError(f"No answer: {question}")
    return row[0]
