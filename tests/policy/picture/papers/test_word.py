"""The picture in Word: the fields that were promised, tables with heads, texts as texts."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from integraal.foundation.documents.actions import change_template
from integraal.foundation.documents.models import Rendition
from integraal.foundation.documents.word.filling import fill, try_out
from integraal.policy.picture.document_parts.themes import outlines_of
from integraal.policy.picture.documents import body_of, cover_of, document_data
from integraal.policy.picture.papers.word import picture_word
from integraal.policy.picture.papers.word_fields import FIELDS
from integraal.policy.picture.papers.word_kind import WORD
from integraal.policy.picture.papers.word_template.make_template import TARGET, make
from integraal.policy.picture.papers.word_values import word_values
from integraal.policy.picture.writing.actions import write_text
from tests.foundation.documents.word.word_files import docx, part_of, texts
from tests.policy.picture.papers.reading import word_words

HOSTILE = "{{ 7*7 }} {% for x in themas %} <w:p> &amp; =1+1 {_{ x }_}"


def made(by, picture, tenant) -> bytes:
    return picture_word(by=by, picture=picture, tenant=tenant)[1]


@pytest.fixture
def values(large, picture, molendrecht) -> dict[str, Any]:
    cover = cover_of(picture, molendrecht, large)
    return word_values({**cover, **body_of(large, outlines_of(large), cover)})


def shape_of(value: Any) -> Any:
    """The fields of some values: names, and of a list what its items have."""
    if isinstance(value, dict):
        return {name: shape_of(inside) for name, inside in value.items()}
    if isinstance(value, list):
        return [shape_of(value[0])] if value else []
    return ""


def test_every_field_that_was_promised_is_filled_and_no_other(values):
    assert shape_of(values) == shape_of(FIELDS)


def test_the_shipped_template_is_what_its_script_makes():
    committed, now = TARGET.read_bytes(), make()
    for part in ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/header1.xml"):
        assert part_of(committed, part) == part_of(now, part)


def test_the_shipped_template_passes_the_checks_of_an_own_one():
    assert try_out(TARGET.read_bytes(), FIELDS)


def test_headings_contents_and_table_heads_are_there(values, picture):
    from datetime import datetime

    moment = datetime.fromisoformat("2026-03-12T10:42:00+01:00")
    content = fill(TARGET.read_bytes(), values, FIELDS, title="Titel", moment=moment)
    book = Document(io.BytesIO(content))
    heads = [one.text for one in book.paragraphs if one.style.name == "Heading 1"]
    assert heads[0] == "Samenvatting"
    assert [theme["naam"] for theme in values["themas"]] == heads[4:9]
    assert b"TOC \\o" in part_of(content, "word/document.xml")
    assert len(book.tables) > 25
    for table in book.tables:
        first = table.rows[0]._tr.trPr
        assert first is not None
        assert first.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    assert "{{" not in word_words(content)
    assert "{%" not in word_words(content)


def test_what_somebody_typed_stays_text(picture, adviser, molendrecht):
    write_text(by=adviser, picture=picture, theme="woonomgeving", text=HOSTILE, base_revision=1)
    assert HOSTILE in word_words(made(adviser, picture, molendrecht))


def test_a_draft_says_so_on_every_page_and_is_not_kept(picture, adviser, molendrecht):
    name, content = picture_word(by=adviser, picture=picture, tenant=molendrecht)
    assert name == "veiligheidsbeeld-2025-versie-1-concept.docx"
    book = Document(io.BytesIO(content))
    assert "Concept" in book.sections[0].header.paragraphs[0].text
    assert not Rendition.objects.exists()


def test_an_adopted_one_comes_out_byte_for_byte_the_same(adopted, adviser, mayor, molendrecht):
    first = made(mayor, adopted, molendrecht)
    assert made(adviser, adopted, molendrecht) == first
    assert Rendition.objects.count() == 1
    Rendition.objects.all().delete()
    assert made(mayor, adopted, molendrecht) == first


def test_the_municipality_s_own_template_is_used(picture, adviser, administrator, molendrecht):
    own = docx(
        "Brief van {{ gemeente }}", "{%p for t in themas %}", "{{ t.naam }}", "{%p endfor %}"
    )
    change_template(by=administrator, kind=WORD, file_name="brief.docx", content=own)
    names = [theme["title"] for theme in document_data(picture, molendrecht)["themes"]]
    shown = texts(made(adviser, picture, molendrecht))
    assert shown == ["Brief van Gemeente Molendrecht", *names]
