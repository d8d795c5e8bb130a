"""A Word file is looked into before anything opens it."""

from __future__ import annotations

import pytest

from integraal.foundation.documents.word import archives
from integraal.foundation.documents.word.archives import TemplateRefused, check_archive
from tests.foundation.documents.word.word_files import docx, part_of, with_part

GOOD = docx("{{ titel }}")
RELATIONS = "word/_rels/document.xml.rels"


def relation(kind: str) -> bytes:
    return part_of(GOOD, RELATIONS).replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b"relationships/" + kind.encode() + b'" Target="http://voorbeeld.example/x" '
        b'TargetMode="External"/></Relationships>',
    )


def body(inside: bytes) -> bytes:
    return part_of(GOOD, "word/document.xml").replace(b"<w:body>", b"<w:body>" + inside)


def test_an_ordinary_file_passes():
    check_archive(GOOD)


def test_a_link_to_click_on_passes():
    check_archive(with_part(GOOD, RELATIONS, relation("hyperlink")))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "geen Word-document"),
        (b"%PDF-1.7", "geen Word-document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "geen Word-document"),
        (b"PK\x03\x04 broken", "beschadigd"),
        (GOOD[:-200], "beschadigd"),
        (b"PK" + b"0" * archives.MAXIMUM_BYTES, "ten hoogste 2 MB"),
        (with_part(GOOD, "word/vbaProject.bin", b"x"), "macro"),
        (with_part(GOOD, "word/embeddings/sheet.xlsx", b"x"), "ander bestand"),
        (with_part(GOOD, "../evil.xml", b"<x/>"), "beschadigd"),
        (with_part(GOOD, "word/big.xml", b"a" * 11_000_000), "veel groter"),
        (with_part(GOOD, "word/many.xml", b"a" * 9_000_000), "veel groter"),
        (with_part(GOOD, RELATIONS, relation("attachedTemplate")), "ander bestand"),
        (with_part(GOOD, RELATIONS, relation("image")), "ander bestand"),
        (with_part(GOOD, "word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "beschadigd"),
        (with_part(GOOD, "word/document.xml", body(b"<w:altChunk/>")), "beschadigd"),
        (
            with_part(
                GOOD, "word/document.xml",
                body(b'<w:p><w:r><w:instrText> DDEAUTO cmd "/c calc"</w:instrText></w:r></w:p>'),
            ),
            "ander bestand",
        ),
    ],
)  # fmt: skip
def test_what_is_not_safe_is_refused_in_a_sentence(content, words):
    with pytest.raises(TemplateRefused, match=words):
        check_archive(content)


def test_a_template_with_macros_in_its_name_is_refused():
    types = part_of(GOOD, "[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(TemplateRefused, match="macro"):
        check_archive(with_part(GOOD, "[Content_Types].xml", types))
