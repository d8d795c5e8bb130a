"""Excel, CSV, API and page say the same, and no cell of them is ever run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from integraal.knowledge.figures.explorer import exports
from integraal.knowledge.figures.explorer.plain import COLUMNS, as_json, plain_rows

QUERY = "cijfer=woninginbraak&gebied=buurten&gebied=wijken&gebied=gemeente"
LINK = "https://gemeente.example/cijfers/verkenner/?x"
DAY = date(2026, 3, 4)


def sheets(content):
    """Return the cells of every sheet, by its title."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows()) for sheet in book.worksheets}


def test_excel_csv_and_api_have_the_numbers_of_the_page(places, explore, client, sign_in, adviser):
    view = explore(QUERY)
    rows = list(plain_rows(view))
    excel = sheets(exports.as_excel(view, LINK, DAY))["Cijfers"][1:]
    table = list(csv.reader(io.StringIO(exports.as_csv(view).decode("utf-8-sig")), delimiter=";"))[
        1:
    ]
    answer = as_json(view)["rows"]
    at_work = sign_in(client, adviser)
    page = "".join(
        at_work.get(f"/cijfers/verkenner/?{QUERY}&blad={blad}").content.decode() for blad in (1, 2)
    )
    assert len(rows) == len(excel) == len(table) == len(answer) == 42
    value = [column.name for column in COLUMNS].index("value")
    for row, cells, line, plain in zip(rows, excel, table, answer, strict=True):
        number = row["value"]
        assert cells[value].value == number
        assert line[value] == ("" if number is None else str(number))
        assert plain["value"] == (None if number is None else str(number))
    known = [row for row in rows if row["value"] is not None]
    assert len(known) == 19
    for row in known:
        assert f">{row['value']}</td>" in page


def test_what_is_not_there_is_empty_with_its_status_and_never_zero(places, explore):
    view = explore("cijfer=woninginbraak&gebied=buurten&jaar=2024")
    found = {row["area"]: (row["value"], row["status"]) for row in plain_rows(view)}
    assert found == {
        "Hof": (None, "niet vrijgegeven"),
        "Veld": (None, "komt niet voor"),
        "Kade": (None, "ontbreekt"),
        "Duin": (0, "bekend"),
    }
    excel = sheets(exports.as_excel(view, LINK, DAY))["Cijfers"][1:]
    assert [row[9].value for row in excel] == [row["value"] for row in plain_rows(view)]


def test_the_explanation_has_what_a_reader_of_the_file_needs(places, explore):
    view = explore(f"{QUERY}&jaar=2023")
    rows = [
        [cell.value for cell in row]
        for row in sheets(exports.as_excel(view, LINK, DAY))["Toelichting"]
    ]
    told = {}
    for subject, content in rows[1:]:
        told.setdefault(subject, content)
    assert told["Cijfer"] == "Diefstal en inbraak uit woningen"
    assert told["Perioden"] == "2023"
    assert told["Indeling van gebieden"] == "2024"
    assert told["Link"] == LINK
    assert told["Gemaakt op"] == "4 maart 2026"
    assert "CC BY 4.0" in told["Bron"]
    assert len(told["SHA-256"]) == 64
    assert told["Let op"] == "Pogingen tellen mee."
    assert "verschil van 2" in told["Aansluiting"]
    as_csv = exports.explanation_as_csv(view, LINK, DAY).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(as_csv), delimiter=";")) == rows


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_name_that_looks_like_a_formula_stays_text(places, explore, start):
    view = explore("cijfer=woninginbraak&jaar=2023")
    name = f'{start}HYPERLINK("https://kwaad.example")'
    one = view.series[0]
    place = replace(one.place, name=name)
    rows = tuple(replace(row, place=place) for row in one.rows)
    view = replace(view, series=(replace(one, place=place, rows=rows),))
    cell = sheets(exports.as_excel(view, LINK, DAY))["Cijfers"][1][2]
    assert cell.data_type == "s"
    assert cell.value.strip() == name.strip()
    table = csv.reader(io.StringIO(exports.as_csv(view).decode("utf-8-sig")), delimiter=";")
    assert list(table)[1][2] == f"'{name}"


def test_rates_have_a_decimal_comma_in_the_csv(places, explore):
    table = exports.as_csv(explore("cijfer=woninginbraak&jaar=2023")).decode("utf-8-sig")
    line = next(csv.DictReader(io.StringIO(table), delimiter=";"))
    assert (line["Waarde"], line["Verhouding"], line["Per"]) == ("38", "7,6", "1000")


@pytest.mark.parametrize("name", ["export.xlsx", "export.csv", "toelichting.csv"])
class TestFetched:
    def test_the_file_comes_as_a_download(self, places, client, sign_in, adviser, name):
        answer = sign_in(client, adviser).get(f"/cijfers/verkenner/{name}?{QUERY}")
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize("query", ["", "cijfer=bestaat-niet", "cijfer=woninginbraak&van=ooit"])
    def test_nonsense_gives_a_sentence_and_no_file(
        self, places, client, sign_in, adviser, name, query
    ):
        answer = sign_in(client, adviser).get(f"/cijfers/verkenner/{name}?{query}")
        assert answer.status_code == 422
        assert answer.content.decode().endswith(".")
