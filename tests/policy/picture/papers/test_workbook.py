"""All figures in Excel: with their metadata, hidden ones as words, texts as texts."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from integraal.foundation.documents.models import Rendition
from integraal.policy.picture.papers.workbook import picture_workbook, workbook_of
from integraal.policy.picture.writing.actions import write_text
from tests.policy.picture.papers.reading import rows_of, workbook_cells

STATE = "Concept, versie 1"


def test_every_sheet_is_there_and_the_guide_comes_first(large):
    cells = workbook_cells(workbook_of(large, STATE))
    assert list(cells) == [
        "Leeswijzer", "Cijfers", "Verloop", "Maanden", "Gebieden", "Vergelijkingen",
        "Hoeveel vergeleken", "Teksten", "Inbreng", "Toezeggingen", "Verwijzingen", "Bronnen",
    ]  # fmt: skip
    assert ("Staat", STATE) in cells["Leeswijzer"]
    for name, rows in cells.items():
        assert len(rows) > 1, name


def test_every_figure_has_its_source_file_and_fingerprint(large):
    rows = rows_of(workbook_cells(workbook_of(large, STATE)), "Cijfers")
    assert len(rows) == 2 * 65
    for row in rows:
        assert row["Bestand"]
        assert len(row["SHA-256"]) == 64
        assert row["Opgehaald"]
        assert row["Periode (code CBS)"].endswith("JJ00")


def test_what_is_hidden_is_a_word_and_never_a_number(large):
    first = large["themes"][0]["indicators"][0]
    first["areas"][0] |= {"count": "< 5", "rate": None}
    first["areas"][1] |= {"count": "niet getoond", "rate": None}
    first["areas"][2] |= {"count": "1.234"}
    nothing = dict.fromkeys(("value", "low", "high", "n", "rate", "rate_low", "rate_high"))
    first["before"] |= {**nothing, "status": "withheld"}
    cells = workbook_cells(workbook_of(large, STATE))
    areas = [row for row in rows_of(cells, "Gebieden") if row["Code"] == first["code"]]
    assert [row["Aantal"] for row in areas[:3]] == ["< 5", "niet getoond", 1234]
    assert [row["Per 1.000"] for row in areas[:2]] == [None, None]
    earlier = next(
        row
        for row in rows_of(cells, "Cijfers")
        if row["Code"] == first["code"] and row["Jaar"] == 2024
    )
    assert (earlier["Waarde"], earlier["Status"], earlier["n"]) == (
        "afgeschermd", "afgeschermd", None,
    )  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_text_that_looks_like_a_formula_is_a_text(large, start):
    words = f'{start}HYPERLINK("http://voorbeeld.example";"klik")'
    large["promises"][0]["promised"] = words
    large["themes"][0]["contributions"][0]["text"] = words
    book = load_workbook(io.BytesIO(workbook_of(large, STATE)))
    found = [
        cell
        for sheet in ("Toezeggingen", "Inbreng")
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.value == words
    ]
    assert [cell.data_type for cell in found] == ["s", "s"]


def test_figures_in_texts_are_read_and_long_texts_go_on(picture, adviser):
    words = "Er was [[overlast-totaal aantal]] keer overlast. " + "a" * 39_000
    write_text(by=adviser, picture=picture, theme="woonomgeving", text=words, base_revision=1)
    rows = rows_of(workbook_cells(picture_workbook(by=adviser, picture=picture)[1]), "Teksten")
    assert [row["Deel"] for row in rows] == [1, 2]
    whole = "".join(row["Woorden"] for row in rows)
    assert whole.startswith("Er was 125 keer overlast.")
    assert whole.count("a") >= 39_000


def test_an_adopted_one_is_kept(adopted, adviser, mayor):
    name, first = picture_workbook(by=mayor, picture=adopted)
    assert name == "veiligheidsbeeld-2025-versie-1.xlsx"
    assert picture_workbook(by=adviser, picture=adopted)[1] == first
    assert Rendition.objects.count() == 1
    guide = workbook_cells(first)["Leeswijzer"]
    assert ("Vingerafdruk van de inhoud", adopted.fingerprint) in guide
