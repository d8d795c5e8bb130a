"""Any municipality from a folder in one command; a file that is not right changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError

from integraal.foundation.areas.models import Area, CodedArea
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.knowledge.figures.models import Dataset, Figure, ReferenceFigure
from tests import open_data
from tests.portal.setting_up.setup_ground import run_setup, take_away

pytestmark = pytest.mark.usefixtures("committed", "ground")


@pytest.fixture
def ground(committed: None, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.STORE = tmp_path / "store"
    take_away(open_data.CODE)
    yield
    take_away(open_data.CODE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return open_data.write_folder(tmp_path / "open-data")


def counts() -> tuple[int, ...]:
    tables = (Tenant, CodedArea, Dataset, ReferenceFigure)
    return tuple(table.objects.count() for table in tables)


def snapshots() -> list[str]:
    return sorted(str(path) for path in Path(settings.STORE).glob("*/*/data.parquet"))


def refusal(folder: Path, code: str = open_data.CODE) -> str:
    before, kept = counts(), snapshots()
    with pytest.raises(CommandError) as refused:
        run_setup(code, folder)
    assert counts() == before
    assert snapshots() == kept, "what is refused is not published by the next command either"
    assert "Er is niets veranderd." in str(refused.value)
    return str(refused.value)


def values(measure: str, period: str = "2024JJ00") -> dict[str, tuple[str, int | None]]:
    found = Figure.objects.filter(measure=measure, period=period, is_current=True)
    return {
        one.area.name: (one.status, None if one.value is None else int(one.value))
        for one in found.select_related("area")
    }


def test_a_municipality_gets_its_areas_figures_and_what_to_compare_with(folder: Path) -> None:
    said = run_setup(open_data.CODE, folder)
    with tenant_scope(Tenant.objects.get(code=open_data.CODE).pk):
        assert values("misdrijven:0.0.0")["Proefdam"] == ("present", 131)
        assert values("misdrijven:1.1.1") == {
            "Dorp": ("present", 14), "Polder": ("missing", None), "Kern": ("present", 9),
            "Haven": ("present", 5), "Buitengebied": ("withheld", None),
            "Bedrijvenpark": ("present", 0),
        }  # fmt: skip
        assert Area.objects.filter(kind="district", geometry__isnull=False).count() == 2
    assert ReferenceFigure.objects.get(region="GM9997", period="2024JJ00").value == 455
    assert any("in 2024 op tot 128; de gemeente zelf staat op 131" in line for line in said)


def test_its_administrator_can_begin(folder: Path) -> None:
    said = run_setup(
        open_data.CODE,
        folder,
        administrator_email="beheer@proefdam.example",
        administrator_name="Beheer (fictief)",
    )
    assert any("Beheer (fictief) kiest binnen drie dagen een wachtwoord" in line for line in said)


def test_a_revised_table_is_a_new_vintage_and_the_earlier_value_stays_known(folder: Path) -> None:
    run_setup(open_data.CODE, folder)
    revised = [
        row if row[1] != "BU99980101" or row[0] != "1.1.1 " else (*row[:3], "11")
        for row in open_data.neighbourhood_rows()
    ]
    open_data.changed(folder, {"47018NED_UntypedDataSet.csv": open_data.raw_rows(revised)})
    run_setup(open_data.CODE, folder)
    with tenant_scope(Tenant.objects.get(code=open_data.CODE).pk):
        kept = Figure.objects.filter(measure="misdrijven:1.1.1", area__name="Kern")
        assert sorted((int(one.value or 0), one.is_current) for one in kept) == [
            (9, False),
            (11, True),
        ]
    vintages = Dataset.objects.filter(source="politie-misdrijven-buurt-jaar")
    assert sorted(vintages.values_list("vintage", flat=True)) == [1, 2]


def test_an_unknown_municipality_is_refused(folder: Path) -> None:
    assert "geen gemeente met de code GM1234" in refusal(folder, "GM1234")
    assert "GM en vier cijfers" in refusal(folder, "0432")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "is er niet" in refusal(tmp_path / "nergens")


@pytest.mark.parametrize(
    ("name", "change", "sentence"),
    [
        ("47018NED_UntypedDataSet.csv", lambda text: text[: len(text) - 30], "47018NED"),
        ("47018NED_UntypedDataSet.csv", lambda text: text.replace('"9"', '"-9"'), "-9"),
        ("47018NED_UntypedDataSet.csv", lambda text: text.replace('"9"', '"9e12"'), "9e12"),
        ("47018NED_UntypedDataSet.csv", lambda text: text.replace('"1.1.1 "', '"1.1.9 "'), "1.1.9"),
        ("misdrijven.csv", lambda text: text.replace('"131"', '"=1+1"'), "=1+1"),
        ("misdrijven.csv", lambda text: text[:-20], "Bron"),
        ("WijkenEnBuurten_2024.csv", lambda text: text.replace("WK999802", "XX999802"), "XX999802"),
        ("wijken.geojson", lambda text: text[:-20], "GeoJSON"),
    ],
)
def test_a_file_that_is_not_right_refuses_the_whole(
    folder: Path, name: str, change: Any, sentence: str
) -> None:
    path = folder / name
    path.write_text(change(path.read_text()))
    said = refusal(folder)
    assert name in said
    assert sentence in said


def test_a_source_that_changed_its_columns_is_not_guessed_at(folder: Path) -> None:
    header = (*open_data.RAW_HEADER[:-1], "AangegevenMisdrijven_1")
    rows = open_data.raw_rows(open_data.neighbourhood_rows(), header)
    open_data.changed(folder, {"47018NED_UntypedDataSet.csv": rows})
    said = refusal(folder)
    assert "De kolommen zijn anders dan bij deze tabel hoort" in said
    assert "AangegevenMisdrijven_1" in said


def test_codes_of_another_year_land_on_no_area(folder: Path) -> None:
    rows = [(row[0], row[1].replace("BU999801", "BU999809"), *row[2:])
            for row in open_data.neighbourhood_rows()]  # fmt: skip
    open_data.changed(folder, {"47018NED_UntypedDataSet.csv": open_data.raw_rows(rows)})
    said = run_setup(open_data.CODE, folder)
    assert any("horen bij geen bekende indeling" in line for line in said)
    with tenant_scope(Tenant.objects.get(code=open_data.CODE).pk):
        assert values("misdrijven:1.1.1") == {}
