"""A national table is read whole into one form, or refused with the lines that are wrong."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integraal.knowledge.sources.national.forms import HiddenByRule, TableForm
from integraal.knowledge.sources.problems import FileProblem
from tests.knowledge.sources.national import plain_reading
from tests.knowledge.sources.national.tables import FORM, HEADER, HIDING, read, row, table

GENERAL = 'A;B;"RegioS";"Perioden";"SoortMisdrijf";"GeregistreerdeMisdrijven_12"'


def problems(content: bytes, folder, form=FORM) -> str:
    with pytest.raises(FileProblem) as raised:
        read(content, folder, form)
    assert {each.name for each in folder.iterdir()} == {"delivered.csv"}
    return "\n".join(raised.value.sentences)


def test_padding_goes_and_the_row_says_where_it_stands(tmp_path):
    (only,) = read(table(row("     445")), tmp_path)
    assert only == (
        *("misdrijven:0.0.0", "GM0432", "", "2024JJ00", Decimal(445), "present", False),
        *("445", 2),
    )


@pytest.mark.parametrize(
    ("cell", "status", "value", "provisional"),
    [
        (".", "missing", None, False),
        ("       .", "missing", None, False),
        ("", "impossible", None, False),
        ("        ", "impossible", None, False),
        ("x", "withheld", None, False),
        ("0", "present", Decimal(0), False),
        ("445.0", "present", Decimal(445), False),
        ("  25.6", "present", Decimal("25.6"), False),
        ("12*", "present", Decimal(12), True),
        ("12 **", "present", Decimal(12), True),
        (".*", "missing", None, True),
    ],
)
def test_four_statuses_and_never_one_for_another(tmp_path, cell, status, value, provisional):
    (only,) = read(table(row(cell)), tmp_path)
    assert (only[5], only[4], only[6], only[7]) == (status, value, provisional, cell.strip())


def test_what_the_publisher_hides_by_rule_is_withheld_and_not_missing(tmp_path):
    found = read(
        table(
            row(".", "1.4.1", "BU04320101"),
            row(".", "1.1.1", "BU04320101"),
            row(".", "1.4.1", "GM0432"),
            row("3", "1.4.1", "WK043201"),
            row("", "1.4.1", "WK043202"),
        ),
        tmp_path,
        HIDING,
    )
    assert {(each[0][-5:], each[1]): each[5] for each in found} == {
        ("1.4.1", "BU04320101"): "withheld",
        ("1.1.1", "BU04320101"): "missing",
        ("1.4.1", "GM0432"): "missing",
        ("1.4.1", "WK043201"): "present",
        ("1.4.1", "WK043202"): "impossible",
    }


def test_a_rule_may_hold_for_months_only(tmp_path):
    form = replace(FORM, withheld=(HiddenByRule(("1.4.1",), ("GM",), ("MM",)),))
    found = read(table(row(".", "1.4.1"), row(".", "1.4.1", period="2024MM01")), tmp_path, form)
    assert {each[3]: each[5] for each in found} == {"2024JJ00": "missing", "2024MM01": "withheld"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2015JJ00", "2015JJ00"), ("2025KW01", "2025KW01"), ("2025MM12", "2025MM12"),
        ("2010", "2010JJ00"), ("2012-01-01", "2012MM01"), ("2025 juli", "2025MM07"),
    ],
)  # fmt: skip
def test_periods_in_every_form(tmp_path, text, code):
    (only,) = read(table(row("1", period=text)), tmp_path)
    assert (only[3], only[6]) == (code, False)


def test_a_yearly_table_takes_the_first_day_of_a_year_only(tmp_path):
    form = replace(FORM, months=False)
    (only,) = read(table(row("1", period="2012-01-01")), tmp_path, form)
    assert only[3] == "2012JJ00"
    (tmp_path / "rows.parquet").unlink()
    content = table(row("1", period="2012-02-01"))
    assert "'2012-02-01' is geen periode" in problems(content, tmp_path, form)


def test_a_period_can_be_provisional_by_its_star_or_by_the_list_of_periods(tmp_path):
    content = table(row("1", period="2024*"), row("1", period="2023"), row("1", period="2022"))
    found = read(content, tmp_path, provisional_periods=["2023JJ00"])
    assert {each[3]: each[6] for each in found} == {
        "2024JJ00": True, "2023JJ00": True, "2022JJ00": False,
    }  # fmt: skip


def year_of_months(year_line: str) -> bytes:
    months = [row(str(n), period=f"2012-{n:02d}-01") for n in range(1, 13)]
    return table(*months, row(year_line, period="2012-01-01"), row("5", period="2013-01-01"))


def test_a_line_with_the_sum_of_twelve_months_is_the_year(tmp_path):
    found = {each[3]: (each[4], each[8]) for each in read(year_of_months("78"), tmp_path)}
    assert len(found) == 14
    assert found["2012JJ00"] == (78, 14)
    assert (found["2012MM01"], found["2013MM01"]) == ((1, 2), (5, 15))


def test_a_line_of_a_year_is_found_after_an_empty_line_too(tmp_path):
    content = year_of_months("78").replace(b"\n", b"\n\n", 1)
    found = {each[3]: (each[4], each[8]) for each in read(content, tmp_path)}
    assert found["2012JJ00"] == (78, 15)


def test_a_second_january_that_is_not_the_sum_is_refused(tmp_path):
    assert "in 2012MM01 staat ook op regel 2" in problems(year_of_months("79"), tmp_path)


@pytest.mark.parametrize("code", ["NL00      ", "NL01  "])
def test_the_country_has_one_code(tmp_path, code):
    assert read(table(row("1", region=code)), tmp_path)[0][1] == "NL00"


def test_classes_by_label_and_regions_by_name(tmp_path):
    found = read(
        table(
            '"Totaal misdrijven",\'s-Gravenhage (gemeente),2010,58085.0',
            '"Diefstal, woning",Opmeer,2010,445.0',
            header="SoortMisdrijf,RegioS,Perioden,GeregistreerdeMisdrijven_1",
        ),
        tmp_path,
    )
    assert [each[:5] for each in found] == [
        ("misdrijven:0.0.0", "", "'s-Gravenhage (gemeente)", "2010JJ00", 58085),
        ("misdrijven:1.1.1", "", "Opmeer", "2010JJ00", 445),
    ]


def test_wide_topics_become_rows(tmp_path):
    form = TableForm(
        *("kerncijfers", None, "WijkenEnBuurten", None),
        topics={"AantalInwoners": "inwoners", "Woningvoorraad": "woningen"},
        fixed_period="2020JJ00",
    )
    content = (
        b"ID,WijkenEnBuurten,AantalInwoners_5,Mannen_6,Woningvoorraad_34\n0,WK043200  ,85,4,.\n"
    )
    assert [each[:6] for each in read(content, tmp_path, form)] == [
        ("kerncijfers:inwoners", "WK043200", "", "2020JJ00", 85, "present"),
        ("kerncijfers:woningen", "WK043200", "", "2020JJ00", None, "missing"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content, id="as it is"),
        pytest.param(lambda content: b"\xef\xbb\xbf" + content, id="byte order mark"),
        pytest.param(lambda content: content.decode().encode("cp1252"), id="windows-1252"),
        pytest.param(lambda content: content.replace(b"\n", b"\r\n"), id="crlf"),
        pytest.param(lambda content: content + b"\n\n", id="empty lines at the end"),
        pytest.param(lambda content: content[:-1], id="no end of the last line, but a quote"),
    ],
)
def test_the_same_rows_however_the_text_is_written(tmp_path, change):
    content = table(row("1", region="Súdwest-Fryslân"), row("2", region="Opmeer"))
    found = read(change(content), tmp_path)
    assert [(each[2], each[4], each[8]) for each in found] == [
        ("Opmeer", 2, 3), ("Súdwest-Fryslân", 1, 2),
    ]  # fmt: skip


def test_lines_are_those_of_the_file_with_newlines_in_cells_and_empty_lines(tmp_path):
    content = (
        b'"tekst";"SoortMisdrijf";"RegioS";"Perioden";"GeregistreerdeMisdrijven_1"\n'
        b'"een\ntwee\ndrie";"0.0.0";"GM0001";"2024JJ00";"1"\n'
        b"\n"
        b'"vier";"0.0.0";"GM0002";"2024JJ00";"2"\n'
    )
    assert [(each[1], each[8]) for each in read(content, tmp_path)] == [
        ("GM0001", 2), ("GM0002", 6),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (row("-5"), "Regel 3: '-5' is kleiner dan nul"),
        (row("2000000000"), "Regel 3: '2000000000' is meer dan een miljard"),
        (row("99999999999999999999"), "Regel 3: '99999999999999999999' is meer dan een miljard"),
        (row("veel"), "Regel 3: 'veel' is geen getal"),
        (row("=1+1"), "Regel 3: '=1+1' is geen getal"),
        (row("1,5"), "Regel 3: '1,5' is geen getal"),
        (row("1e3"), "Regel 3: '1e3' is geen getal"),
        (row("nan"), "Regel 3: 'nan' is geen getal"),
        (row("1.23456"), "Regel 3: '1.23456' is geen getal"),
        (row("*"), "Regel 3: '*' is geen getal"),
        (row("1", crime="9.9.9"), "Regel 3: '9.9.9' staat niet in de indeling 'misdrijven'"),
        (row("1", crime=""), "Regel 3: '' staat niet in de indeling"),
        (row("1", region="GM43"), "Regel 3: 'GM43' is geen code van een gebied"),
        (row("1", region="Opmeer"), "Regel 3: 'Opmeer' is geen code van een gebied"),
        (row("1", region=""), "Regel 3: '' is geen code van een gebied"),
        (row("1", period="2024MM13"), "Regel 3: '2024MM13' is geen periode"),
        (row("1", period=""), "Regel 3: '' is geen periode"),
        (row("7", region="GM0001"), "'GM0001' in 2024JJ00 staat ook op regel 2"),
        ('"0";"0.0.0";"GM0432";"2024JJ00"', "Regel 3: hier staan 4 waarden in plaats van 5"),
        (row("1") + ';"2"', "Regel 3: hier staan 6 waarden in plaats van 5"),
        ('"0";"0.0.0";"GM0432";"2024JJ00";"44', "Regel 3: de aanhalingstekens kloppen niet"),
    ],
)  # fmt: skip
def test_one_broken_line_refuses_the_whole_file_and_leaves_nothing(tmp_path, line, words):
    assert words in problems(table(row("1", region="GM0001"), line), tmp_path)


def test_a_last_line_that_was_cut_in_its_number_is_refused(tmp_path):
    whole = b"SoortMisdrijf,RegioS,Perioden,GeregistreerdeMisdrijven_1\n0.0.0,GM0001,2024JJ00,265\n"
    assert "niet afgesloten" in problems(whole[:-2], tmp_path)
    assert read(whole, tmp_path)[0][4] == 265


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (b"\n \n", "leeg"),
        (b"PK\x03\x04" + b"x" * 50, "geen CSV"),
        (table(row("1")).replace(b"GM0", b"GM\x00"), "geen CSV"),
        (table(), "geen rijen"),
        (table(row("1")).replace(b";", b"\t"), "geen puntkomma of komma"),
        (table(header=GENERAL.replace("RegioS", "Regio")), "Gevonden: A, B, Regio, Perioden"),
        (table(row("1") + ';"1"', header=GENERAL + ';"RegioS"'), "De kolom 'RegioS' staat er meer"),
        (table(row("1")).replace(b"GM0432", b"GM\x81432"), "niet te lezen"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_such_table_is_refused_with_what_to_do(tmp_path, content, words):
    assert words in problems(content, tmp_path)


def test_many_problems_are_one_sentence_per_text_with_how_often(tmp_path):
    lines = [row("veel", region=f"GM{n:04d}") for n in range(5)]
    assert problems(table(*lines), tmp_path).startswith("Regel 2 (en nog 4 regels): 'veel'")
    with pytest.raises(FileProblem) as raised:
        read(table(*(row(f"n{n}", region=f"GM{n:04d}") for n in range(50))), tmp_path)
    assert len(raised.value.shown) == 21


CELLS = st.sampled_from(["", ".", "x", "0", "     12", "445.0", "3*", ".*", "999999999", "0.125"])
KEYS = st.tuples(
    st.sampled_from(["0.0.0 ", "1.1.1", "Totaal misdrijven", "diefstal, woning", "1.4.1"]),
    st.sampled_from(["GM0432    ", "NL00", "BU04320101", "WK0363AA", "PV20"]),
    st.sampled_from(["2024JJ00", "2010", "2012-07-01", "2025KW03", "2023*"]),
)


@settings(deadline=None, max_examples=30,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    rows=st.dictionaries(KEYS, CELLS, min_size=1, max_size=12),
    delimiter=st.sampled_from(";,"),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_a_printed_table_is_read_back_as_the_slow_reading_does(tmp_path, rows, delimiter, end):
    one_each = {
        (FORM.labels[crime.strip().casefold()], region, period): (crime, cell)
        for (crime, region, period), cell in rows.items()
    }
    lines = [
        row(cell, crime, region, period).replace(";", delimiter)
        for (_, region, period), (crime, cell) in one_each.items()
    ]
    content = table(*lines, header=HEADER.replace(";", delimiter), end=end)
    assert read(content, tmp_path, HIDING) == plain_reading.read(content, HIDING)
