"""Documents joined into one: every bookmark, every tag, and links that lead where they led."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pdfua
import pypdf
import pytest

from integraal.foundation.documents.joining import Part, joined
from integraal.foundation.documents.typesetting import compile_pdf
from tests.foundation.documents.test_typesetting import TEMPLATE, outline_titles, struct_types


@pytest.fixture
def one(picture: dict[str, Any]) -> bytes:
    return compile_pdf(TEMPLATE, picture)


@pytest.fixture
def both(one: bytes) -> bytes:
    return joined([Part("Eerste deel", one), Part("Tweede deel", one)])


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def parents(pdf: pypdf.PdfReader) -> dict[int, Any]:
    root: Any = pdf.trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def test_every_page_and_word_is_there_in_order(one, both) -> None:
    before = [page.extract_text() for page in reader(one).pages]
    assert [page.extract_text() for page in reader(both).pages] == [*before, *before]


def test_each_part_is_a_bookmark_with_its_own_below_it(one, both) -> None:
    own = outline_titles(reader(one).outline)
    assert outline_titles(reader(both).outline) == ["Eerste deel", *own, "Tweede deel", *own]
    file = reader(both)
    second: Any = file.outline[2]
    assert file.get_destination_page_number(second) == len(reader(one).pages)


def test_no_tag_is_lost_and_the_parts_hang_under_one_document(one, both) -> None:
    before, after = Counter(struct_types(one)), Counter(struct_types(both))
    assert (before.pop("/Document"), after.pop("/Document")) == (1, 1)
    assert after.pop("/Part") == before.pop("/Part", 0) * 2 + 2
    assert after == Counter({kind: count * 2 for kind, count in before.items()})


def test_every_tag_stands_on_the_page_that_leads_to_it(both) -> None:
    file = reader(both)
    leads = parents(file)
    seen = 0
    for page in file.pages:
        for element in leads[page["/StructParents"]].get_object():
            found = element.get_object()
            if "/Pg" in (found or {}):
                seen += 1
                assert found.raw_get("/Pg") == page.indirect_reference
    assert seen > 100


def test_every_link_leads_within_its_own_part(one, both) -> None:
    file, half = reader(both), len(reader(one).pages)
    places = {page.indirect_reference.idnum: number for number, page in enumerate(file.pages)}
    linked = 0
    leads = parents(file)
    for number, page in enumerate(file.pages):
        for reference in page.get("/Annots", ()):
            link = reference.get_object()
            element = leads[link["/StructParent"]].get_object()
            assert element["/S"] == "/Link"
            if "/Dest" in link:
                linked += 1
                target = places[link["/Dest"].get_object()[0].idnum]
                assert (target >= half) == (number >= half)
    assert linked


def test_names_of_table_cells_stay_apart(both) -> None:
    root: Any = reader(both).trailer["/Root"]
    names = [str(one) for one in root["/StructTreeRoot"]["/IDTree"]["/Names"][::2]]
    assert names == sorted(names)
    assert len(names) == len(set(names))
    assert {name.partition("-")[0] for name in names} <= {"1", "2"}


def test_it_says_what_the_first_part_says_of_itself(one, both) -> None:
    assert reader(both).metadata.title == reader(one).metadata.title
    root: Any = reader(both).trailer["/Root"]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("nl", True)
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()


def test_the_smoke_gate_for_pdf_ua_finds_nothing(both, tmp_path) -> None:
    file = tmp_path / "joined.pdf"
    file.write_bytes(both)
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []
