"""What a reader of the PDF gets: every number, in reading order, tagged, and nothing else."""

import io
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pdfua
import pypdf
import pytest

from integraal.foundation.documents import typesetting
from integraal.foundation.documents.typesetting import (
    DocumentProblem,
    compile_pdf,
    template_fingerprint,
)
from tests.foundation.documents.conftest import bare_picture, written

TEMPLATE = Path(typesetting.PACKAGE_ROOT) / "policy/picture/document_templates/picture.typ"
HOSTILE = (
    "#panic() #let x = 1",
    "$ 3 < 4 $ en prijs $5",
    "`code` ```raw```",
    "\\ \\u{41} \\#",
    "<label> @ref [haak] {accolade}",
    "\"aanhaling\" 'enkel' */ // einde /* begin",
    "= Kop - lijst + nummer / term: uitleg",
    "*vet* _schuin_ ~ -- ---",
    "&amp; <b>vet</b> %s {0} {{ x }}",
)


def reader_of(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    """All text, with every run of white space and every permitted break as one space."""
    text = "\n".join(page.extract_text() for page in reader_of(pdf).pages)
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def texts_in(value: Any) -> list[str]:
    """Every text and number of the data that a reader should meet."""
    if isinstance(value, dict):
        hidden = {
            "svg",
            "alt",
            "kind",
            "direction",
            "align",
            "strip",
            "lang",
            "brand",
            "accent",
        }
        hidden |= {"made_on", "accessed", "fictitious", "beside", "has_margin", "has_break", "code"}
        return [text for key, item in value.items() if key not in hidden for text in texts_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item)]
    return [str(value)] if value not in (None, "") else []


def struct_types(pdf: bytes) -> list[str]:
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    root: Any = reader_of(pdf).trailer["/Root"]
    walk(root["/StructTreeRoot"])
    return found


def outline_titles(entries: Any) -> list[str]:
    titles: list[str] = []
    for entry in entries:
        titles += outline_titles(entry) if isinstance(entry, list) else [str(entry.title)]
    return titles


def test_every_text_and_number_of_the_data_can_be_read(picture: dict[str, Any]) -> None:
    read = squeezed(words_of(compile_pdf(TEMPLATE, picture)))
    for text in texts_in(picture):
        for row in text.split("\n"):
            assert squeezed(row.removeprefix("- ")) in read


def test_the_document_says_what_it_is(picture: dict[str, Any]) -> None:
    pdf = compile_pdf(TEMPLATE, picture)
    reader = reader_of(pdf)
    root: Any = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Veiligheidsbeeld 2025"
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  (a PDF boolean object)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert b"pdfuaid:part>1<" in pdf
    titles = outline_titles(reader.outline)
    assert "Veilige woon- en leefomgeving" in titles
    assert "Het verhaal achter de cijfers" in titles


def test_tables_figures_and_headings_are_tagged(picture: dict[str, Any]) -> None:
    types = struct_types(compile_pdf(TEMPLATE, picture))
    for expected in (
        "/H1",
        "/H2",
        "/Table",
        "/TH",
        "/TR",
        "/TD",
        "/Figure",
        "/L",
        "/TOC",
    ):
        assert expected in types


def test_the_smoke_gate_for_pdf_ua_finds_nothing(picture: dict[str, Any], tmp_path: Path) -> None:
    """pdfua decides 16 of the 106 rules of PDF/UA-1; typst refuses some more. No certificate."""
    file = tmp_path / "picture.pdf"
    file.write_bytes(compile_pdf(TEMPLATE, picture))
    report = pdfua.validate(str(file))
    assert [finding.message for finding in report.findings] == []
    assert report.exit_code == 0


def test_each_page_is_numbered_and_says_that_the_data_are_invented(
    picture: dict[str, Any],
) -> None:
    pages = reader_of(compile_pdf(TEMPLATE, picture)).pages
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert "Voorbeeld met verzonnen gegevens" in text
        assert number == 1 or f"Pagina {number} van {len(pages)}" in text


def test_real_data_carry_no_mark_of_invention(picture: dict[str, Any]) -> None:
    read = words_of(compile_pdf(TEMPLATE, picture | {"fictitious": False}))
    assert "verzonnen" not in read


def test_hostile_text_is_shown_as_it_is(picture: dict[str, Any]) -> None:
    hostile = "\n".join(HOSTILE)
    theme = picture["themes"][0]
    theme["title"] = theme["lead"] = picture["lead"] = hostile
    theme["texts"] = [written("Trends", hostile)]
    theme["figures"][0]["value"] = theme["map"]["table"]["rows"][0][1] = hostile
    read = squeezed(words_of(compile_pdf(TEMPLATE, picture)))
    assert read.count(squeezed(hostile)) >= 5
    for text in HOSTILE:
        assert read.count(squeezed(text)) >= 6


def test_what_no_face_can_show_is_named(picture: dict[str, Any]) -> None:
    picture["lead"] = "emoji \U0001f600, nul \x00, bel \x07, omkeren \u202e, half \ud800"
    read = words_of(compile_pdf(TEMPLATE, picture))
    for code in ("1F600", "0000", "0007", "202E", "D800"):
        assert f"[teken U+{code}]" in read


def test_other_scripts_and_accents_are_printed(picture: dict[str, Any]) -> None:
    picture["lead"] = "Zoë Çelik, Łukasz, Ñandú, cafe\u0301, αβγ, привет, \u2264 5, € 3"
    read = words_of(compile_pdf(TEMPLATE, picture))
    assert "Zoë Çelik, Łukasz, Ñandú, café, αβγ, привет, \u2264 5, € 3" in read
    picture["lead"] = "\u05e9\u05dc\u05d5\u05dd en \u0645\u0631\u062d\u0628\u0627"
    assert "teken U+" not in words_of(compile_pdf(TEMPLATE, picture))


def test_an_empty_picture_leaves_no_holes() -> None:
    read = words_of(compile_pdf(TEMPLATE, bare_picture()))
    assert "Nog geen tekst bij dit thema." in read
    for absent in ("Kerncijfers", "Bron:", "Versie", "none", "vingerafdruk", "Wat opvalt"):
        assert absent not in read


def test_very_long_words_and_tables_stay_on_the_page(picture: dict[str, Any]) -> None:
    word = "Donaudampfschifffahrt" * 12
    theme = picture["themes"][0]
    theme["texts"], theme["lead"] = [written("Trends", word)], word
    theme["figures"][0]["title"] = theme["figures"][0]["verdict"]["label"] = word
    theme["map"] |= {
        "beside": False,
        "table": {
            "head": [f"Kolom {n}" for n in range(9)],
            "align": ["left"] * 9,
            "rows": [[f"{word[:60]}{row}"] * 9 for row in range(24)],
        },
    }
    reader = reader_of(compile_pdf(TEMPLATE, picture))
    seen = [text_and_furthest_right(page) for page in reader.pages]
    assert len([text for text, _ in seen if "Kolom 8" in text]) >= 2
    assert max(right for _, right in seen) <= 595 - 55


def text_and_furthest_right(page: pypdf.PageObject) -> tuple[str, float]:
    """The text, and where (in points) the run starts that starts furthest to the right."""
    starts = [0.0]

    def seen(text: str, cm: list[float], tm: list[float], *_: Any) -> None:
        if text.strip():
            starts.append(tm[4] * cm[0] + cm[4])

    return page.extract_text(visitor_text=seen), max(starts)


@pytest.mark.parametrize("alt", ["", "  ", None])
def test_a_chart_without_text_alternative_is_refused(picture: dict[str, Any], alt: Any) -> None:
    picture["themes"][0]["course"]["alt"] = alt
    with pytest.raises(DocumentProblem, match="ontbreekt de tekst voor wie haar niet kan zien"):
        compile_pdf(TEMPLATE, picture)


def test_a_template_that_forgets_the_alternative_is_refused_by_typst(
    tmp_path: Path,
) -> None:
    bare = tmp_path / "bare.typ"
    bare.write_text(
        "#set document(title: [Titel])\n"
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"))"
    )
    with pytest.raises(DocumentProblem, match="ontbreekt de tekst"):
        compile_pdf(bare, {"made_on": "2026-03-12T10:42:00+01:00"}, root=tmp_path)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "de titel ontbreekt"),
        ({"made_on": "gisteren"}, "moment van opmaken"),
        ({"made_on": "2026-03-12T10:42:00"}, "tijdzone"),
        ({"version": float("nan")}, "niet te verwerken"),
        ({"version": object()}, "niet te verwerken"),
    ],
)
def test_unusable_data_get_a_sentence(
    picture: dict[str, Any], change: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(DocumentProblem, match=sentence):
        compile_pdf(TEMPLATE, picture | change)


def test_what_changed_is_said_in_words_as_well(picture: dict[str, Any]) -> None:
    read = words_of(compile_pdf(TEMPLATE, picture))
    assert "Wat er veranderde sinds versie 1" in read
    assert "De stalling heeft [verwijderd: nog] [toegevoegd: sinds mei] licht." in read
    assert "sinds versie" not in words_of(compile_pdf(TEMPLATE, picture | {"changes": None}))


def test_the_arms_carry_their_words_and_a_mark_without_words_is_decoration(
    picture: dict[str, Any],
) -> None:
    arms = {
        "shield": picture["themes"][0]["map"]["svg"],
        "shield_alt": "Wapen van de gemeente Molendrecht",
    }
    figures = struct_types(compile_pdf(TEMPLATE, picture)).count("/Figure")
    named = compile_pdf(TEMPLATE, picture | arms)
    assert struct_types(named).count("/Figure") == figures + 1
    nameless = compile_pdf(TEMPLATE, picture | arms | {"shield_alt": ""})
    assert struct_types(nameless).count("/Figure") == figures


def test_the_fingerprint_of_a_template_changes_with_the_template(tmp_path: Path) -> None:
    one = tmp_path / "one.typ"
    one.write_text("= Een")
    first = template_fingerprint(one)
    assert template_fingerprint(one) == first
    one.write_text("= Twee")
    second = template_fingerprint(one)
    (tmp_path / "included.typ").write_text("= Hoort erbij")
    assert len({first, second, template_fingerprint(one)}) == 3
    with pytest.raises(DocumentProblem, match="ontbreekt"):
        template_fingerprint(tmp_path / "none.typ")


def test_a_missing_template_gets_a_sentence(picture: dict[str, Any]) -> None:
    with pytest.raises(DocumentProblem, match="sjabloon nergens.typ ontbreekt"):
        compile_pdf(TEMPLATE.parent / "nergens.typ", picture)


def test_a_broken_drawing_gets_a_sentence(picture: dict[str, Any]) -> None:
    picture["themes"][0]["course"]["svg"] = "<svg><niet af"
    with pytest.raises(DocumentProblem, match="kan niet worden opgemaakt"):
        compile_pdf(TEMPLATE, picture)


def test_same_content_same_bytes_also_from_several_threads(
    picture: dict[str, Any],
) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: compile_pdf(TEMPLATE, picture), range(4)))
    assert len(made) == 1
    assert compile_pdf(TEMPLATE, picture | {"version": 3}) not in made


def test_the_file_embeds_only_our_faces(picture: dict[str, Any]) -> None:
    names = set(
        re.findall(rb"/FontName ?/[A-Z]{6}\+([A-Za-z0-9-]+)", compile_pdf(TEMPLATE, picture))
    )
    assert names, "no embedded face was found in the file"
    assert {name.split(b"-")[0] for name in names} <= {
        b"Figtree",
        b"IntegraalSerif",
        b"DejaVuSansMono",
    }


def test_a_picture_is_made_well_within_a_page_view(picture: dict[str, Any]) -> None:
    compile_pdf(TEMPLATE, picture)
    start = time.perf_counter()
    compile_pdf(TEMPLATE, picture | {"state_line": "2025, gemeten"})
    assert time.perf_counter() - start < 5  # measured 0.2 s; room for a busy machine
