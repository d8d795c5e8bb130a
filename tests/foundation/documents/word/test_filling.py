"""A template shows fields and nothing else; a text of a user stays a text."""

from __future__ import annotations

from datetime import datetime

import pytest

from integraal.foundation.documents.word.archives import TemplateRefused
from integraal.foundation.documents.word.filling import example_of, fill, try_out
from tests.foundation.documents.word.word_files import docx, texts, with_part

FIELDS = {
    "titel": "titel van het stuk",
    "themas": [{"naam": "naam van het thema", "regels": ["een regel"]}],
    "bronnen": [{"naam": "naam van de bron"}],
}
MOMENT = datetime.fromisoformat("2026-03-12T10:42:00+01:00")


def filled(template: bytes, **values: object) -> bytes:
    given = {**example_of(FIELDS), **values}
    return fill(template, given, FIELDS, title="Titel", moment=MOMENT)


def test_fields_and_lists_are_filled_in():
    template = docx(
        "{{ titel }}", "{%p for thema in themas %}", "{{ loop.index }} {{ thema.naam|upper }}",
        "{%p for regel in thema.regels %}", "- {{ regel }}", "{%p endfor %}", "{%p endfor %}",
        "{%p if bronnen %}", "Bronnen: {{ bronnen|length }}", "{%p endif %}",
    )  # fmt: skip
    made = filled(
        template, titel="Beeld & <b>zo</b>", themas=[{"naam": "Jeugd", "regels": ["a", "b"]}]
    )
    assert texts(made) == ["Beeld & <b>zo</b>", "1 JEUGD", "- a", "- b", "Bronnen: 2"]


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ 7 * 7 }}",
        "{% for x in themas %}x{% endfor %}",
        "{{ titel.__class__.__mro__ }}",
        "{# weg #}",
        "</w:t></w:r></w:p><w:p><w:r><w:t>ingevoegd",
        "&lt;b&gt; &amp; <script>alert(1)</script>",
        "{_{ titel }_} {_% if x %_}",
        "<<titel>> [[cijfer aantal]]",
        "\"'; DROP TABLE",
    ],
)
def test_what_somebody_typed_comes_out_as_it_was_typed(hostile):
    (shown,) = texts(filled(docx("{{ titel }}"), titel=hostile))
    assert shown.replace("\u2060", "") == hostile


def test_signs_that_word_cannot_hold_are_left_out_and_line_ends_stay():
    (shown,) = texts(filled(docx("{{ titel }}"), titel="a\x00b\x07c\x0cd\r\ne\tf\ud800"))
    assert shown == "abcd\ne\tf"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{ titl }}", "“titl” bestaat niet"),
        ("{{ themas.naam }}", "“themas.naam” bestaat niet"),
        ("{% for thema in themas %}{{ thema.nam }}{% endfor %}", "“thema.nam” bestaat niet"),
        ("{% if false %}{{ nergens }}{% endif %}", "“nergens” bestaat niet"),
        ("{{ titel.__class__ }}", "“titel.__class__” bestaat niet"),
        ("{{ titel", "niet goed geschreven"),
        ("{% for thema in themas %}{{ thema.naam }}", "niet goed geschreven"),
        ("{% endfor %}", "niet goed geschreven"),
        ("{{ titel|eval }}", "niet goed geschreven|bestaat niet"),
        ("{{ titel()  }}", "alleen velden tonen"),
        ("{{ 'a' * 1000000000 }}", "alleen velden tonen"),
        ("{{ titel ~ titel }}", "alleen velden tonen"),
        ("{% set a = titel %}{{ a }}", "alleen velden tonen"),
        ("{% include 'x' %}", "alleen velden tonen"),
        ("{% macro m() %}x{% endmacro %}", "alleen velden tonen"),
        ("{{ range(9) }}", "alleen velden tonen"),
        ("{% for t in titel %}{{ t }}{% endfor %}", "geen lijst"),
        (
            "{% for a in themas %}{% for b in bronnen %}x{% endfor %}{% endfor %}",
            "staat in een andere lijst",
        ),
    ],
)
def test_a_template_that_says_more_is_refused_in_a_sentence(words, said):
    with pytest.raises(TemplateRefused, match=said):
        try_out(docx("Voor", words), FIELDS)


def test_the_head_of_a_page_is_read_as_well():
    header = (
        b'<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/'
        b'wordprocessingml/2006/main"><w:p><w:r><w:t>{{ nergens }}</w:t></w:r></w:p></w:hdr>'
    )
    from io import BytesIO

    from docx import Document

    book = Document()
    book.add_paragraph("{{ titel }}")
    book.sections[0].header.paragraphs[0].text = "x"
    file = BytesIO()
    book.save(file)
    with pytest.raises(TemplateRefused, match="“nergens” bestaat niet"):
        try_out(with_part(file.getvalue(), "word/header1.xml", header), FIELDS)


def test_a_template_without_words_is_refused():
    with pytest.raises(TemplateRefused, match="leeg document"):
        try_out(docx(), FIELDS)


def test_the_same_comes_out_byte_for_byte_the_same():
    template = docx("{{ titel }}")
    assert filled(template) == filled(template)
