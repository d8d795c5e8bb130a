"""The pack for the council: one PDF with every part, bookmarks, and a proposal that is honest."""

from __future__ import annotations

import io
from datetime import date

import pdfua
import pypdf
import pytest

from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.models import Comment, Consultation, DecisionMoment, Invitation
from integraal.policy.plan.pack.documents import pack_pdf
from tests.policy.picture.papers.reading import pdf_pages, pdf_words


@pytest.fixture
def consulted(whole, adviser):
    """A partner said something of the vision; the municipality took it over."""
    own = {"tenant_id": adviser.tenant_id}
    edition = keep_edition(by=adviser, plan=whole, purpose="consultation")
    asked = Consultation.objects.create(
        **own, plan=whole, edition=edition, title="Ronde langs partners",
        opened_on=date(2026, 9, 1), ends_on=date(2026, 10, 12),
    )  # fmt: skip
    invited = Invitation.objects.create(
        **own, consultation=asked, recipient="Teamchef", organisation="Politie", digest="x" * 64,
        made_on=date(2026, 9, 1), ends_on=date(2026, 10, 12),
    )  # fmt: skip
    vision = whole.blocks.get(kind="vision")
    Comment.objects.create(
        **own, invitation=invited, block=vision.key, text="Noem ook de jongeren.",
        said_on=date(2026, 9, 20), weighing="taken", response="Staat er nu in.",
    )  # fmt: skip
    DecisionMoment.objects.create(
        **own, plan=whole, order=1, code="raad", body="gemeenteraad", adopts=True,
        planned_on=date(2026, 11, 26),
    )  # fmt: skip
    return whole


def made(by, plan, tenant) -> bytes:
    return pack_pdf(by=by, plan=plan, tenant=tenant)[1]


def parts_of(content: bytes) -> dict[str, int]:
    """The parts by their bookmark, each with the page it begins on."""
    file = pypdf.PdfReader(io.BytesIO(content))
    return {
        one.title: file.get_destination_page_number(one)
        for one in file.outline
        if not isinstance(one, list)
    }


def test_each_part_has_a_bookmark_and_begins_where_the_list_says(
    consulted, adviser, molendrecht
) -> None:
    content = made(adviser, consulted, molendrecht)
    parts, pages = parts_of(content), pdf_pages(content)
    assert list(parts) == [
        "Het raadsvoorstel", "Het plan", "Het veiligheidsbeeld", "Wat anderen ervan vonden",
    ]  # fmt: skip
    for name, begin in list(parts.items())[1:]:
        assert f"{name} {begin + 1} " in pages[1]
        assert "Gemeente Molendrecht" in pages[begin]
    assert "Veiligheidsbeeld 2025" in pages[parts["Het veiligheidsbeeld"]]


def test_the_proposal_says_what_to_decide_and_what_is_lacking(
    consulted, adviser, molendrecht
) -> None:
    content = made(adviser, consulted, molendrecht)
    words = " ".join(pdf_pages(content)[: parts_of(content)["Het plan"]])
    for said in (
        "De raad besluit",
        "prioriteit te geven aan Veilige woon- en leefomgeving en Bedrijvigheid en veiligheid",
        "de 20 doelen in het plan vast te stellen",
        "Artikel 38b van de Politiewet 2012",
        "Het plan noemt geen cijfer over beleving",
        "Ronde langs partners (1 september 2026 tot en met 12 oktober 2026): 1 partij gevraagd, "
        "1 reactie: 1 overgenomen",
        "€ 42.000 per jaar en 800 uur per jaar",
        "Gemeenteraad: gepland voor 26 november 2026",
    ):
        assert said in words


def test_what_a_partner_said_stands_beside_what_was_done(consulted, adviser, molendrecht) -> None:
    last = pdf_pages(made(adviser, consulted, molendrecht))[-1]
    for said in ("Politie", "Noem ook de jongeren.", "overgenomen", "Staat er nu in."):
        assert said in last


def test_without_picture_and_comments_there_are_two_parts(whole, adviser, molendrecht) -> None:
    type(whole).objects.filter(pk=whole.pk).update(picture=None)
    whole.refresh_from_db()
    assert list(parts_of(made(adviser, whole, molendrecht))) == ["Het raadsvoorstel", "Het plan"]


def test_the_whole_pack_passes_the_gate_for_pdf_ua(
    consulted, adviser, molendrecht, tmp_path
) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(made(adviser, consulted, molendrecht))
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []


def test_who_does_not_work_on_drafts_gets_no_pack(adopted, employ, molendrecht) -> None:
    partner = employ("partner")
    with pytest.raises(NotAllowed):
        made(partner, adopted, molendrecht)


def test_the_pack_of_a_draft_says_concept(whole, adviser, molendrecht) -> None:
    assert "dit plan is nog niet vastgesteld" in pdf_words(made(adviser, whole, molendrecht))
