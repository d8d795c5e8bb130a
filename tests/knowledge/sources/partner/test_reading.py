"""A partner's table becomes figures, every cell of it, or a report that names line and column."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.partner.mapping import Mapping, ValueColumn
from tests.knowledge.sources.partner.tables import (
    COUNT,
    LONG,
    MARKS,
    MEASURED,
    problems,
    read_lines,
    reading,
    report,
    saved,
    short,
    workbook,
)


def test_a_long_table_from_excel():
    rows = [["Titel"], ["Wijk", "Maand", "Aantal"]]
    rows += [["Spanbroek", date(2024, 1, 1), 1234], ["hoogwoud ", date(2024, 2, 1), "<5"]]
    result = reading(workbook(*rows))
    assert short(result) == [
        ("spanbroek", "2024MM01", COUNT, 1234, "present"),
        ("hoogwoud", "2024MM02", COUNT, None, "withheld"),
    ]
    assert [(row.line, row.column, row.as_given) for row in result.rows] == [
        (3, "C", "1234"),
        (4, "C", "<5"),
    ]
    assert not any(row.provisional for row in result.rows)


def test_a_wide_table_from_excel_with_a_column_per_year():
    values = (ValueColumn(1, COUNT, "2023JJ00"), ValueColumn(2, COUNT, "2024JJ00"))
    mapping = Mapping("wide", values, 2024, area_column=0)
    result = reading(workbook(["Wijk", 2023, 2024], ["Spanbroek", 3, 0], ["Hoogwoud"]), mapping)
    assert short(result) == [
        ("spanbroek", "2023JJ00", COUNT, 3, "present"),
        ("spanbroek", "2024JJ00", COUNT, 0, "present"),
        ("hoogwoud", "2023JJ00", COUNT, None, "missing"),
        ("hoogwoud", "2024JJ00", COUNT, None, "missing"),
    ]


def test_a_wide_table_with_a_column_per_measure_about_one_area():
    values = (ValueColumn(1, COUNT), ValueColumn(2, MEASURED))
    mapping = Mapping("wide", values, 2024, fixed_area="opmeer", period_column=0)
    result = reading(b"Jaar;Overlast;Veilig\n2024;1.234;87,5%\n", mapping)
    assert short(result) == [
        ("opmeer", "2024JJ00", COUNT, 1234, "present"),
        ("opmeer", "2024JJ00", MEASURED, Decimal("87.5"), "present"),
    ]


def test_a_class_column_says_what_is_counted():
    mapping = Mapping(
        "long",
        (ValueColumn(2),),
        2024,
        area_column=0,
        fixed_period="2024JJ00",
        class_column=1,
        class_measures={"Overlast": COUNT, "Jeugd": "meldingen:jeugd", "Fietsen": ""},
    )
    head = b"Wijk;Soort;Aantal\n"
    result = reading(
        head + b"Spanbroek;overlast;3\nSpanbroek;Jeugd;\nSpanbroek;Fietsen;9\n", mapping
    )
    assert short(result) == [
        ("spanbroek", "2024JJ00", COUNT, 3, "present"),
        ("spanbroek", "2024JJ00", "meldingen:jeugd", None, "missing"),
    ]
    assert "Regel 4: het onderwerp 'Fietsen' is overgeslagen" in result.left_out[0].sentence
    wrong = reading(head + b"Spanbroek;Geluid;3\n", mapping)
    assert "kolom B: bij het onderwerp 'Geluid' is niets gekozen" in report(wrong)


def test_windows_1252_with_decimal_commas():
    content = "Gebied;Periode;Cijfer\nSpanbroek;2024;7,25\nHoogwoud;2024;1.234,5\n€;;\n"
    result = reading(content.encode("cp1252"), MARKS)
    assert [row.value for row in result.rows] == [Decimal("7.25"), Decimal("1234.5")]
    assert result.left_out[0].sentence == "Regel 4: alleen een tekst, geen cijfers ('€')."


def test_the_same_figure_twice_is_refused_with_both_lines():
    told = report(read_lines("Spanbroek;2024;3", "Hoogwoud;2024;4", "Spanbroek;2024JJ00;3"))
    assert told.startswith("Regel 4, kolom C: Spanbroek, 2024 staat ook op regel 2, kolom C.")


def test_totals_and_notes_are_left_out_and_told():
    result = read_lines(
        "Spanbroek;2024;3", "Totaal;2024;3", "Eindtotaal:;;3", "Bron: eigen telling"
    )
    assert len(result.rows) == 1
    assert [each.sentence for each in result.left_out] == [
        "Regel 3: 'Totaal' is een optelling en telt niet mee.",
        "Regel 4: 'Eindtotaal:' is een optelling en telt niet mee.",
        "Regel 5: alleen een tekst, geen cijfers ('Bron: eigen telling').",
    ]


def test_one_problem_leaves_nothing_and_every_problem_is_told():
    result = read_lines("Spanbroek;2024;3", "Nergens;ooit;3", "Hoogwoud;2024;veel")
    assert result.rows == ()
    assert [(each.line, each.column) for each in result.problems] == [(3, "A"), (3, "B"), (4, "C")]


def test_cells_the_spreadsheet_cannot_vouch_for_are_refused():
    book = Workbook()
    for row in (["Wijk", "Jaar", "Aantal"], ["Spanbroek", 2024, "=1+1"], ["x" * 1001, 2024, 3]):
        book.active.append(row)
    told = report(reading(saved(book)))
    assert "Regel 2, kolom C: een formule zonder uitkomst. Plak de waarden." in told
    assert "Regel 3, kolom A: deze cel heeft meer dan 1.000 tekens" in told


def test_hidden_rows_and_merged_cells_among_the_figures_are_refused():
    book = Workbook()
    for row in (["T"], ["Wijk", "Jaar", "Aantal"], ["Spanbroek", 2023, 2], ["Spanbroek", 2024, 3]):
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    assert len(reading(saved(book)).rows) == 2
    book.active.row_dimensions[3].hidden = True
    book.active.merge_cells("A3:A4")
    told = report(reading(saved(book)))
    assert "Regel 3: deze regel is in Excel verborgen. Maak alle regels zichtbaar" in told
    assert "Regel 3: de cellen A3:A4 zijn samengevoegd. Maak de samenvoeging ongedaan" in told


def test_a_percentage_cell_is_read_as_it_is_shown():
    book = Workbook()
    book.active.append(["Wijk", "Jaar", "Veilig"])
    book.active.append(["Spanbroek", 2024, 0.875])
    book.active["C2"].number_format = "0.0%"
    (row,) = reading(saved(book), MARKS).rows
    assert (row.value, row.as_given) == (Decimal("87.5"), "87,5%")
    assert "is een percentage" in report(reading(saved(book)))


def test_a_table_of_only_totals_gives_a_sentence():
    assert "geen cijfers" in problems(read_lines, "Totaal;2024;3")


PERIODS = st.builds(Period.of_year, st.integers(1990, 2090)) | st.builds(
    Period, st.integers(1990, 2090), st.integers(1, 12), st.just("month")
)
FIGURES = st.integers(0, 20_000_000) | st.sampled_from(["x", "-"])


def printed(value: int | str, thousands: str) -> str:
    return value if isinstance(value, str) else f"{value:,}".replace(",", thousands)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["Spanbroek", "Hoogwoud", "Opmeer West"]), PERIODS),
        FIGURES,
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([("comma", "."), ("comma", " "), ("point", ","), ("comma", "")]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    st.sampled_from([";", "\t"]),
)
def test_reading_a_printed_table_gives_the_same_rows(figures, signs, encoding, separator):
    decimal, thousands = signs
    lines = [["Gebied", "Periode", "Aantal"]]
    lines += [[a, p.label, printed(value, thousands)] for (a, p), value in figures.items()]
    content = "\r\n".join(separator.join(line) for line in lines) + "\r\n"
    result = reading(content.encode(encoding), replace(LONG, decimal=decimal))
    statuses = {"x": "withheld", "-": "missing"}
    assert [(row.period, row.value, row.status) for row in result.rows] == [
        (p.code, None if value in statuses else value, statuses.get(value, "present"))
        for (_, p), value in figures.items()
    ]


@given(st.decimals(0, 10**9, places=2), st.booleans())
def test_excel_and_csv_give_the_same_measured_figure(value, in_excel):
    rows = [["Gebied", "Periode", "Cijfer"], ["Spanbroek", 2024, value if in_excel else str(value)]]
    if in_excel:
        content = workbook(*rows)
    else:
        content = "\n".join(";".join(map(str, row)) for row in rows).encode()
    (row,) = reading(content, replace(MARKS, decimal="point")).rows
    assert row.value == value
