"""What each file in a folder is, by its name and its first lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from integraal.knowledge.indicators.class_lists import load_class_lists
from integraal.knowledge.sources.definitions import load_sources
from integraal.knowledge.sources.folder import FolderFile, recognise, recognise_folder
from tests.knowledge.sources.exports import REPOSITORY, export

LISTS = load_class_lists(REPOSITORY / "definitions" / "lists")
SOURCES = load_sources(REPOSITORY / "definitions" / "sources")
RAW = '"ID";"SoortMisdrijf";"{region}";"Perioden";"{topic}"\n"1";"{code}";"GM0432";"2015JJ00";"3"\n'


def file(folder: Path, name: str, content: str | bytes) -> FolderFile:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return recognise(path, SOURCES, LISTS)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("kaart.geojson", "{}", "boundaries"),
        ("WijkenEnBuurten_2024.csv", '"Key","Title"\n"NL00      ","Nederland"\n', "division"),
        ("Soort.csv", '"Key","Title"\n"0.0.0 ","Totaal"\n', "class-list"),
        ("TableInfos.csv", '"Identifier","ExplanatoryText"\n1,2\n', "about-table"),
        ("misdrijven.csv", export('"Opmeer";"264"'), "screen"),
        ("iets.csv", "a,b\n1,2\n", "unknown"),
        ("leeg.csv", "", "unknown"),
    ],
)
def test_a_file_is_recognised_by_its_first_lines(tmp_path, name, content, kind):
    assert file(tmp_path, name, content).kind == kind


def test_a_raw_export_tells_its_table_and_the_day_it_was_made(tmp_path):
    topic = "TotaalGeregistreerdeMisdrijven_1"
    content = RAW.format(region="RegioS", topic=topic, code="0000000")
    found = file(tmp_path, "83648NED_UntypedDataSet_17052018_141347.csv", content)
    assert (found.kind, found.table, found.made_on) == ("table", "83648NED", date(2018, 5, 17))
    assert found.source is not None
    assert found.source.list == "misdrijven-cbs"


@pytest.mark.parametrize(
    ("label", "code"),
    [("Totaal misdrijven", "misdrijven"), ("Totaal registraties overlast", "overlast")],
)
def test_two_tables_with_one_header_are_told_apart_by_their_classes(tmp_path, label, code):
    content = f"crime_type_code,date,frequency,total_incident_count\n{label},2012-01-01,3,9\n"
    found = file(tmp_path, "landelijk.csv", content)
    assert found.source is not None
    assert found.source.list == code


def test_a_known_table_with_other_columns_stays_that_table_so_that_reading_refuses_it(tmp_path):
    found = file(tmp_path, "47013NED_x.csv", '"ID";"Iets";"Anders"\n"1";"2";"3"\n')
    assert found.source is not None
    assert found.source.table == "47013NED"


def test_only_data_files_are_looked_at_however_deep(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.csv").write_text("a,b\n")
    (tmp_path / "README.md").write_text("a,b\n")
    assert [one.path.name for one in recognise_folder(tmp_path, SOURCES, LISTS)] == ["x.csv"]
