"""The open data beside the repository: known figures, and the slow reading over every file."""

from collections import Counter

import pytest

from integraal.knowledge.sources.national.reading import read_table
from tests.knowledge.sources.national import plain_reading
from tests.knowledge.sources.national.tables import rows_in, shared_file, shipped_form

pytestmark = pytest.mark.shared_data

FILES = {
    "cbs/83648NED_UntypedDataSet_17052018_141347.csv": "cbs-misdrijven-oud",
    "cbs/83648NED_gemeenten_2010_2020_totaal.csv": "cbs-misdrijven-oud",
    "opmeer/83648NED_opmeer_2010_2020_totaal.csv": "cbs-misdrijven-oud",
    "opmeer/83648NED_opmeer_2015_soort.csv": "cbs-misdrijven-oud",
    "opmeer/47018NED_opmeer_buurten_2023_totaal.csv": "politie-misdrijven-buurt-jaar",
    "opmeer/84799NED_kwb2020_opmeer.csv": "cbs-wijken-buurten-2020",
    "population/85984NED_buurten_2024.csv": "cbs-buurten-2024",
    "population/70072ned_UntypedDataSet_06062018_000805.csv": "cbs-bevolking",
    "national/NL_Crime.csv": "politie-misdrijven-buurt-maand",
    "national/NL_Disorder.csv": "politie-overlast",
    "national/NL_Population.csv": "cbs-bevolking-maand",
}


def read(name: str, folder, source: str | None = None):
    file = shared_file(name)
    form = shipped_form(source or FILES[name], file)
    return rows_in(read_table(file, form, folder / "rows.parquet"))


@pytest.mark.parametrize("name", FILES)
def test_both_readings_agree_on_every_row(name, tmp_path):
    found = read(name, tmp_path)
    file = shared_file(name)
    assert found == plain_reading.read(file.read_bytes(), shipped_form(FILES[name], file))


def test_the_raw_export_of_2015_keeps_points_and_blanks_apart(tmp_path):
    found = read("cbs/83648NED_UntypedDataSet_17052018_141347.csv", tmp_path)
    assert len(found) == 33_972
    assert len({each[0] for each in found}) == 76
    assert len({each[1] for each in found}) == 447
    assert {each[3] for each in found} == {"2015JJ00"}
    by_status = Counter(each[5] for each in found)
    assert by_status["impossible"] > 0
    assert by_status["present"] > 20_000
    (opmeer,) = [each[4] for each in found if each[:2] == ("misdrijven-cbs:0000000", "GM0432")]
    assert opmeer == 370


def test_opmeer_in_eleven_years(tmp_path):
    found = read("opmeer/83648NED_opmeer_2010_2020_totaal.csv", tmp_path)
    assert [int(each[4]) for each in found] == [
        445, 405, 460, 385, 380, 370, 335, 260, 265, 270, 310,
    ]  # fmt: skip
    assert [each[3] for each in found] == [f"{year}JJ00" for year in range(2010, 2021)]
    national = read("cbs/83648NED_gemeenten_2010_2020_totaal.csv", tmp_path)
    assert len(national) == 4_323
    in_all = [(each[3], each[4]) for each in national if each[2] == "Opmeer"]
    assert in_all == [(each[3], each[4]) for each in found]


def test_opmeer_has_76_offences_in_2015(tmp_path):
    found = read("opmeer/83648NED_opmeer_2015_soort.csv", tmp_path)
    assert len({each[0] for each in found}) == 76
    assert {each[1] for each in found} == {"GM0432"}


def test_the_46_neighbourhoods_of_opmeer_sum_to_291(tmp_path):
    found = read("opmeer/47018NED_opmeer_buurten_2023_totaal.csv", tmp_path)
    assert len(found) == 46
    assert sum(each[4] for each in found) == 291


def test_inhabitants_of_14574_neighbourhoods(tmp_path):
    found = read("population/85984NED_buurten_2024.csv", tmp_path)
    assert len(found) == 14_574
    assert {each[3] for each in found} == {"2024JJ00"}
    assert found[0][:5] == ("kerncijfers:inwoners", "BU00140000", "", "2024JJ00", found[0][4])


@pytest.mark.parametrize(
    ("name", "rows", "measures", "january_2012"),
    [
        ("national/NL_Crime.csv", 8_496, 59, ("misdrijven:0.0.0", 101_791)),
        ("national/NL_Disorder.csv", 1_404, 9, ("overlast:0.0.0", 18_199)),
    ],
)
def test_the_country_by_month(tmp_path, name, rows, measures, january_2012):
    found = read(name, tmp_path)
    assert len(found) == rows
    assert len({each[0] for each in found}) == measures
    assert {each[1] for each in found} == {"NL00"}
    months = sorted({each[3] for each in found if "MM" in each[3]})
    assert (months[0], months[-1]) == ("2012MM01", "2023MM12")
    assert january_2012 in [(each[0], each[4]) for each in found if each[3] == "2012MM01"]
    of_years = {(each[0], each[3][:4]): each[4] for each in found if "JJ" in each[3]}
    assert len(of_years) == rows - measures * 144
    for (measure, year), total in of_years.items():
        of_months = [e[4] for e in found if e[0] == measure and e[3][:6] == f"{year}MM"]
        assert (len(of_months), sum(of_months)) == (12, total)
