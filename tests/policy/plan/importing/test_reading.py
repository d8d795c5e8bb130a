"""Files that cannot be read get a sentence; nothing in a file is run or fetched."""

import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from integraal.policy.plan.importing.reading import (
    MOST_BYTES,
    Unreadable,
    read_document,
    read_pasted,
)
from tests.policy.plan.importing.test_other_plans import pdf_plan, word_plan

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def scanned() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_plan())))
    writer.encrypt("geheim", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


BOMB = zipped(word__document_xml=b"<a>" + b"0" * (41 * 1024 * 1024) + b"</a>")
ENTITIES = zipped(
    word__document_xml=b'<!DOCTYPE w [<!ENTITY a "b">]><w:document xmlns:w="x">&a;</w:document>'
)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("leeg.docx", b"  ", "leeg"),
        ("plan.pdf", scanned(), "gescand"),
        ("plan.pdf", locked(), "wachtwoord"),
        ("plan.pdf", b"%PDF-1.7 dit is er geen", "beschadigd"),
        ("plan.docx", zipped(iets__anders_xml=b"<a/>"), "geen Word-document"),
        ("plan.docx", word_plan()[:900], "beschadigd"),
        ("plan.docx", b"PK\x03\x04 en verder niets", "beschadigd"),
        ("plan.docx", BOMB, "veel groter dan het lijkt"),
        ("plan.docx", ENTITIES, "beschadigd"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "oud Word-bestand"),
        ("foto.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02\x03" * 40, "niet worden gelezen"),
        ("kort.txt", b"Te weinig om een plan te zijn.", "geen lopende tekst"),
        ("groot.txt", b"a" * (MOST_BYTES + 1), "20 MB"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_and_nothing_is_kept(name, content, says):
    with pytest.raises(Unreadable, match=says) as refused:
        read_document(name, content)
    assert "Er is niets bewaard." in str(refused.value)


def test_too_much_text_gets_a_sentence():
    with pytest.raises(Unreadable, match="te veel tekst"):
        read_pasted("Dit is een lange tekst over veiligheid.\n" * 20_000)


def test_script_and_style_of_a_page_are_no_text():
    page = (
        "<h2>Jeugd</h2><script>alert('Het doel is kwaad')</script><style>p{}</style>"
        '<p onclick="alert(1)">Met de jeugd gaat het <b>goed</b>&nbsp;hier.</p>'
        "<iframe src='https://elders.example'>meer</iframe><p>" + "Gewone tekst. " * 30
    )
    lines = [line.text for line in read_pasted(page).lines]
    assert lines[:2] == ["Jeugd", "Met de jeugd gaat het goed hier."]
    assert not any("kwaad" in one or "meer" in one for one in lines)


def test_deeply_nested_web_text_is_read():
    page = "<html>" + "<div>" * 20_000 + "Tekst over veiligheid. " * 20 + "</div>" * 20_000
    assert "Tekst over veiligheid." in read_pasted(page).text


def test_text_in_an_older_alphabet_is_read():
    text = ("Wij creëren een veilige buurt; dat is één van de doelen. " * 8).encode("cp1252")
    assert "creëren" in read_document("plan.txt", text).text


def test_lines_that_were_broken_off_become_paragraphs_again():
    text = (
        "Inleiding\n\nDit plan gaat over de veiligheid in onze gemeente en is gemaakt met inwo-\n"
        "ners, ondernemers en de politie. Het gaat over de woon- en leefomgeving, over woon-\n"
        "en leefbaarheid, over de jeugd en over ondermijning in het buitengebied van de dor-\n"
        "pen. De raad stelt het vast en de burgemeester voert het samen met de partners uit.\n"
        "Elk jaar krijgt de raad een verslag over wat er is bereikt en wat er nog moet gebeu-\n"
        "ren. Wie iets wil zeggen over dit plan kan dat doen op het gemeentehuis of via de si-\n"
        "te. Wij lezen alles en antwoorden altijd binnen twee weken op wat inwoners schrijven.\n"
        "Zo blijft het plan van ons allemaal en weten wij wat er leeft in de dorpen en kernen.\n"
    )
    lines = [line.text for line in read_pasted(text).lines if line.text]
    assert lines[0] == "Inleiding"
    assert "met inwoners, ondernemers" in lines[1]
    assert "woon- en leefbaarheid" in lines[1]
    assert len(lines) == 2
