"""Plans of other municipalities, in other shapes: numbers, capitals, web pages, Word, PDF."""

from io import BytesIO

import pytest
import typst
from docx import Document as WordDocument

from tests.policy.plan.importing.known import PLANS, Look


def test_numbered_sub_headings():
    look = Look.at("numbered.txt")
    assert look.themes == [
        "woonomgeving", "ondermijning", "personen-met-onbegrepen-gedrag", "digitaal",
    ]  # fmt: skip
    assert look.of("goal", "woonomgeving") == [
        "In 2027 voelt 80 procent van de inwoners zich veilig in de eigen buurt",
        "Het aantal meldingen van geluidsoverlast daalt tot 90 in 2027",
    ]
    assert look.gaps("goals") == ["ondermijning"]
    assert look.of("organisation") == ["Organisatie en sturing"]


def test_a_theme_named_in_the_picture_is_no_theme_of_the_plan():
    look = Look.at("numbered.txt")
    assert "jeugd" not in look.themes
    assert any("honderd meldingen" in one for one in look.of("picture"))


def test_a_table_of_contents_makes_no_parts_twice():
    look = Look.at("numbered.txt")
    left = [look.cut(one.span) for one in look.found.left_out if one.why == "inhoudsopgave"]
    assert len(left) == 12
    assert sum(part.theme == "digitaal" for part in look.found.parts) == 1


def test_a_regulation_page():
    look = Look.at("regulation.html")
    assert look.themes == ["jeugd", "bedrijvigheid", "water-en-kade"]
    assert look.of("goal", "jeugd") == [
        "Minder jongeren komen in aanraking met de politie.",
        "Scholen melden incidenten altijd.",
    ]
    assert look.gaps("goals") == ["jeugd"]
    assert "Havendienst Vaartdijk" in look.of("partner")
    assert "script" not in look.document.text
    assert "Zoeken in regelingen" not in look.document.text


def test_goals_in_a_table_come_with_who_and_how_much():
    look = Look.at("regulation.html")
    first, second = [
        one for one in look.found.proposals if one.kind == "goal" and one.theme == "bedrijvigheid"
    ]
    assert look.cut(first.title) == "Minder winkeldiefstal in het centrum"
    assert {code: look.cut(span) for code, span in first.details.items()} == {
        "measure": "Aangiften van winkeldiefstal", "baseline": "48", "target": "40",
        "owner": "Winkeliersvereniging",
    }  # fmt: skip
    # What is no number is no baseline, but it is not lost either.
    assert "baseline" not in second.details
    assert "nog niet bekend" in look.cut(second.text)


def test_headings_in_capitals():
    look = Look.at("capitals.txt")
    assert look.themes == ["ondermijning", "jeugd", "digitaal"]
    assert look.gaps("goals") == ["ondermijning"]
    assert look.of("approach", "jeugd") == ["Wat gaan we doen"]
    assert look.of("goal", "jeugd") == [
        "Het doel is dat buurtbewoners en jongeren elkaar weer kennen."
    ]
    assert look.of("evaluation")


def test_a_word_document_by_its_styles():
    look = Look.at("plan.docx", word_plan())
    assert look.themes == ["woonomgeving", "digitaal"]
    assert look.of("goal", "woonomgeving") == ["Minder inbraken in woningen"]
    assert "verwijderd" not in look.document.text
    assert look.of("goal", "digitaal")[0] == "Ouderen herkennen valse berichten"


def test_a_pdf_with_running_heads_numbers_and_broken_words():
    look = Look.at("plan.pdf", pdf_plan())
    assert look.themes == ["woonomgeving", "jeugd"]
    assert "bestuursrechtelijke handhavingsinstrumenten" in look.text("woonomgeving")
    assert "Zorg- en Veiligheidshuis Kust" in look.text("woonomgeving")
    assert "Duinrand 2025-2028" not in look.text("woonomgeving")
    whys = {one.why for one in look.found.left_out}
    assert {"kop- of voettekst", "bladzijdenummer"} <= whys
    assert look.of("goal", "jeugd")[0] == "Minder jongeren komen met de politie in aanraking."


@pytest.mark.parametrize("theme", ["woonomgeving", "jeugd"])
def test_a_sentence_goes_on_over_the_page(theme):
    text = Look.at("plan.pdf", pdf_plan()).text(theme)
    assert all(line.endswith((".", ":")) for line in text.split("\n") if len(line) > 60)


def word_plan() -> bytes:
    word = WordDocument()
    word.add_heading("Veiligheidsplan Polderdam 2025-2028", 0)
    word.add_heading("Inleiding", 1)
    word.add_paragraph("Dit plan is van de gemeente Polderdam en al haar inwoners en partners.")
    word.add_heading("Veilige wijken en buurten", 1)
    word.add_paragraph("In de wijken wonen mensen dicht op elkaar. Dat gaat meestal goed.")
    word.add_heading("Doelstellingen", 2)
    word.add_paragraph("Minder inbraken in woningen", style="List Bullet")
    word.add_heading("Aanpak", 2)
    word.add_paragraph("De wijkagent en Burgernet helpen daarbij, samen met de woningstichting.")
    word.add_heading("Digitale criminaliteit", 1)
    word.add_paragraph("Oplichting via de telefoon komt steeds vaker voor.")
    table = word.add_table(rows=2, cols=3)
    rows = (
        ("Doelstelling", "Indicator", "Verantwoordelijk"),
        ("Ouderen herkennen valse berichten", "Deelnemers aan lessen", "Bibliotheek"),
    )
    for cells, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, words, strict=True):
            cell.text = text
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def pdf_plan() -> bytes:
    return typst.compile(PLANS / "columns.typ")
