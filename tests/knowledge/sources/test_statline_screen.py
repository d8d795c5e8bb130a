"""A StatLine screen export is read whole, or refused with sentences that say what to do."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.contents import MAXIMUM_BYTES
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.statline_screen import ScreenExport, parse
from tests.knowledge.sources.exports import export, shared_file

YEAR_2024 = Period.of_year(2024)


def problems(content: bytes) -> tuple[str, ...]:
    with pytest.raises(FileProblem) as raised:
        parse(content)
    return raised.value.sentences


def test_title_choices_and_figures_are_read():
    result = parse(export('"Nederland";"805559"', '"Opmeer";"264"'))
    assert result.title == "Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2026"
    assert result.division_year == 2026
    assert result.selections == (("Soort misdrijf", "Totaal misdrijven"),)
    assert result.subjects == ("Geregistreerde misdrijven",)
    assert result.periods == (YEAR_2024,)
    assert result.regions == ("Nederland", "Opmeer")
    assert result.publisher == "Politie"
    (opmeer,) = result.select(region="Opmeer")
    assert (opmeer.count, opmeer.unit, opmeer.line) == (264, "aantal", 8)


def test_several_periods_and_subjects_become_columns():
    result = parse(
        export(
            '"Opmeer";"297";"293";"1,5"',
            subjects='"Misdrijven";"Misdrijven";"Aangiften"',
            periods='"2022";"2023 1e kwartaal";"2023 juli*"',
            units='"aantal";"aantal";"x 1 000"',
        )
    )
    codes = [(each.period.code, each.subject, each.value) for each in result.observations]
    assert codes == [
        ("2022JJ00", "Misdrijven", 297),
        ("2023KW01", "Misdrijven", 293),
        ("2023MM07", "Aangiften", Decimal("1.5")),
    ]
    assert [each.provisional for each in result.observations] == [False, False, True]
    assert result.observations[2].count is None


def test_one_period_chosen_above_the_table_holds_for_every_column():
    content = (
        b'"Vermogen; regio (indeling 2025)"\n"Perioden: 2023"\n"";"Onderwerp"\n'
        b'"";"Huishoudens";"Vermogen"\n"Regio\'s";"x 1 000";"mld euro"\n'
        b'"Opmeer";"5,3";"2,1"\n"Bron: CBS"\n'
    )
    result = parse(content)
    assert result.periods == (Period.of_year(2023),)
    assert result.selections == ()
    assert [each.subject for each in result.observations] == ["Huishoudens", "Vermogen"]


@pytest.mark.parametrize(
    ("cell", "status"), [(".", "missing"), ("x", "withheld"), ("", "impossible"), ("0", "present")]
)
def test_a_missing_number_keeps_its_reason_and_is_never_zero(cell, status):
    (result,) = parse(export(f'"Opmeer";"{cell}"')).observations
    assert result.status == status
    assert result.value == (0 if cell == "0" else None)


@pytest.mark.parametrize("cell", ["264*", "264**", "264 *"])
def test_a_star_marks_a_provisional_number(cell):
    (result,) = parse(export(f'"Opmeer";"{cell}"')).observations
    assert (result.count, result.provisional) == (264, True)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_every_usual_way_of_saving_text_is_read(line_end, encoding):
    text = export('"Súdwest-Fryslân";"35"', line_end=line_end).decode()
    result = parse(text.encode(encoding))
    assert result.regions == ("Súdwest-Fryslân",)
    assert result.title.startswith("Geregistreerde misdrijven")


def test_a_file_that_a_spreadsheet_saved_again_is_read():
    content = (
        "Misdrijven; gemeente 2026;;\r\nSoort misdrijf: Totaal misdrijven;;\r\n;;\r\n"
        "Onderwerp;Misdrijven;Misdrijven\r\nPerioden;2022;2023\r\nRegio's;aantal;aantal\r\n"
        "Opmeer;297;293\r\nBron: Politie;;\r\n"
    ).replace("Misdrijven; gemeente 2026", '"Misdrijven; gemeente 2026"')
    result = parse(content.encode())
    assert result.title == "Misdrijven; gemeente 2026"
    assert [each.count for each in result.observations] == [297, 293]


def test_every_wrong_line_is_named():
    sentences = problems(
        export('"Opmeer";"264"', '"Hoorn";"veel"', '"Opmeer";"1"', '"Medemblik"', '"";"3"')
    )
    assert [sentence.partition(":")[0] for sentence in sentences] == [
        "Regel 8",
        "Regel 9",
        "Regel 10",
        "Regel 11",
    ]
    assert "'veel' is geen getal" in sentences[0]
    assert "staat ook op regel 7" in sentences[1]


def test_a_long_list_of_problems_is_cut_with_its_number():
    rows = [f'"Gebied {place}";"1.390"' for place in range(50)]
    with pytest.raises(FileProblem) as raised:
        parse(export(*rows))
    assert len(raised.value.sentences) == 50
    assert len(raised.value.shown) == 21
    assert raised.value.shown[-1] == "En nog 30 problemen in dit bestand."


def test_a_file_cut_at_any_place_is_refused():
    whole = export('"Nederland";"805559"', '"Opmeer";"264"').rstrip()
    for length in range(len(whole)):
        assert problems(whole[:length])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (b"\n\n  \n", "leeg"),
        (b"PK\x03\x04rest", "sla het bestand op als CSV"),
        (b"\xd0\xcf\x11\xe0rest", "oud Excelbestand"),
        (b"%PDF-1.7", "PDF"),
        ("een tabel".encode("utf-16"), "geen leesbare tekst"),
        (b"caf\x81", "tekens"),
        (b"a" * (MAXIMUM_BYTES + 1), "groter dan 5 MB"),
        (b"ID,SoortMisdrijf,RegioS\n0,0.0.0,GM0432\n", "komma's gescheiden"),
        (b'{"value": []}', "geen hele tabel"),
        (export('"Opmeer";"264"', periods='"1 januari"'), "geen periode"),
        (export('"Opmeer";"264"', periods='""'), "De periode ontbreekt"),
        (export('"Opmeer";"264"', footer='"Opmeer-Noord";"3"'), "noemt de bron niet"),
        (export('"Opmeer";"264"', units='"aantal";"aantal"'), "niet even lang"),
        (export(), "geen gebieden"),
        (export('"Opmeer";"*"'), "geen getal"),
        (
            export(
                '"Opmeer";"1";"2"',
                subjects='"Misdrijven";"Misdrijven"',
                periods='"2024";"2024"',
                units='"aantal";"aantal"',
            ),
            "twee keer bij dezelfde periode",
        ),
    ],
)
def test_a_wrong_file_gets_a_sentence_that_says_what_is_wrong(content, words):
    assert any(words in sentence for sentence in problems(content))


def test_one_wrong_heading_is_not_repeated_for_every_line():
    rows = [f'"Gebied {place}";"1"' for place in range(30)]
    assert len(problems(export(*rows, periods='"ooit"'))) == 1


@given(st.binary(max_size=400))
@example(b'"')
@example(b"\xef\xbb\xbf")
@example(b"Regio's;\nBron:")
def test_any_bytes_are_read_or_refused_and_nothing_else_happens(content):
    with suppress(FileProblem):
        assert isinstance(parse(content), ScreenExport)


@given(st.lists(st.text("\"';:\r\n.*x0,1 Bron:RegiosOnderwpPd2024é\x1c", max_size=30), max_size=12))
def test_anything_like_an_export_is_read_or_refused_and_nothing_else_happens(lines):
    content = ("\n".join(["T", "Onderwerp;S", "Perioden;2024", "Regio's;n", *lines])).encode()
    with suppress(FileProblem):
        assert isinstance(parse(content), ScreenExport)


@given(
    st.dictionaries(
        st.text("abcdé;' -()", min_size=1).map(str.strip).filter(bool),
        st.integers(0, 10**9),
        min_size=1,
    )
)
def test_what_is_written_is_what_is_read(counts):
    result = parse(export(*[f'"{name}";"{count}"' for name, count in counts.items()]))
    assert {each.region: each.count for each in result.observations} == counts


@pytest.mark.shared_data
def test_the_real_file_of_2024_gives_opmeer_264():
    result = parse(shared_file("Misdrijven_2024.csv"))
    counts = {each.region: each.count for each in result.observations}
    assert (counts["Opmeer"], counts["Nederland"]) == (264, 805559)
    assert counts["Buitenland"] is None
    assert len(result.regions) == 356


@pytest.mark.shared_data
def test_the_real_file_of_two_years_gives_both():
    result = parse(shared_file("misdrijven_2022_2023.csv"))
    assert [each.count for each in result.select(region="Opmeer")] == [297, 293]


@pytest.mark.shared_data
def test_the_real_file_of_another_table_is_read_too():
    result = parse(shared_file("vermogen_2023.csv"))
    assert len(result.subjects) == 5
    assert result.select(region="Opmeer")[0].value == Decimal("5.3")
    assert result.publisher == "CBS"


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["SoortMisdrijf.csv", "TableInfos.csv", "Perioden.csv"])
def test_real_files_of_another_kind_are_refused_in_one_sentence(name):
    assert len(problems(shared_file(name))) == 1
