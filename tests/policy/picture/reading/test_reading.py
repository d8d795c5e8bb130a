"""The reading page: the whole picture in the order of reading, and nothing to press."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.policy.picture.actions import adopt_picture, propose_picture
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Contribution, Promise, Referral
from integraal.policy.picture.reading.page import reading_page
from integraal.policy.picture.writing.actions import write_text

LARGEST = 300_000


@pytest.fixture
def full(adviser, picture):
    """The draft with a text of every kind, and what others said."""
    texts = [
        ("", "summary", "Er was **iets** minder overlast: [[overlast-totaal tegen 2025]]."),
        ("", "area", "Molendrecht is een verzonnen dorp."),
        ("woonomgeving", "conclusion", "Wij tellen [[overlast-totaal aantal]] meldingen.\n- een"),
        ("woonomgeving", "causes", "<script>alert(1)</script> {{ 7|add:1 }} [[bestaat niet]]"),
    ]
    for theme, part, text in texts:
        write_text(by=adviser, picture=picture, theme=theme, part=part, text=text, base_revision=0)
    said = Contribution.objects.create(
        tenant_id=adviser.tenant_id, picture=picture, theme="woonomgeving", side="partner",
        source="Stichting Welzijn (fictief)", function="opbouwwerker", said_on=date(2026, 3, 4),
        text="Rond het plein is het onrustig.", written_at=timezone.now(),
    )  # fmt: skip
    Referral.objects.create(
        tenant_id=adviser.tenant_id, picture=picture, contribution=said, subject="Te hard rijden",
        text="Op de Dorpsweg.", went_to="Verkeer", referred_on=date(2026, 3, 5),
        answer="Er komt een meting.", answered_on=date(2026, 3, 9), answered_by="Verkeerskundige",
    )  # fmt: skip
    Promise.objects.create(
        tenant_id=adviser.tenant_id, picture=picture, order=1, theme="woonomgeving",
        promised="Vaker toezicht op het plein", reached="partly", outcome="Twee avonden per week.",
        learnt="Eerder beginnen.", written_at=timezone.now(),
    )  # fmt: skip
    return picture


def page_of(client, picture):
    return client.get(reverse("picture-reading", args=[picture.pk]))


def test_the_page_reads_in_the_order_of_a_document(client, sign_in, adviser, full):
    words = page_of(sign_in(client, adviser), full).content.decode()
    order = [
        ">Inhoud<", ">Samenvatting</h2>", ">Wat opvalt</h2>", ">De gemeente in het kort</h2>",
        ">Terugblik op het vorige plan</h2>", "Vaker toezicht op het plein", "Deels bereikt",
        ">Veilige woon- en leefomgeving</h2>", "Wij tellen ", 'id="cijfer-overlast-totaal"',
        "95 %-marge: 104 tot 149", ">Mogelijke oorzaken</h3>", "Rond het plein is het onrustig.",
        "Stichting Welzijn (fictief), opbouwwerker (partner), 4 maart 2026", "Te hard rijden",
        "Verwezen naar Verkeer op 5 maart 2026", "Er komt een meting.",
        ">Hoe dit beeld is gemaakt</h2>", ">Bronnen</h2>", "SHA-256",
    ]  # fmt: skip
    places = [words.replace("\u00a0", " ").find(one) for one in order]
    assert -1 not in places, [one for one, place in zip(order, places, strict=True) if place < 0]
    assert places == sorted(places)


def test_every_line_of_the_contents_leads_to_a_place_in_the_page(client, sign_in, adviser, full):
    words = page_of(sign_in(client, adviser), full).content.decode()
    anchors = set(re.findall(r'href="#([^"]+)"', words))
    assert anchors <= set(re.findall(r'id="([^"]+)"', words))
    assert {"samenvatting", "terugblik", "thema-woonomgeving", "bronnen"} <= anchors


def test_a_figure_in_a_text_reads_as_words_and_leads_to_its_own_page(
    client, sign_in, adviser, full
):
    words = page_of(sign_in(client, adviser), full).content.decode()
    link = re.search(r'id="tekst-beeld-summary-1" href="([^"]+)">([^<]+)<', words)
    assert link
    assert link[2] == "125 tegen 131"
    assert link[1] == f"/beeld/{full.pk}/cijfer/overlast-totaal/?jaar=2025"
    assert "[[overlast" not in words


def test_a_text_is_text_and_a_broken_figure_is_marked(client, sign_in, adviser, full):
    words = page_of(sign_in(client, adviser), full).content.decode()
    assert "<script>alert" not in words
    assert "&lt;script&gt;" in words
    assert "{{ 7|add:1 }}" in words
    assert "<mark>[[bestaat niet]]</mark>" in words


def test_there_is_nothing_to_write_or_to_press(client, sign_in, adviser, full):
    main = page_of(sign_in(client, adviser), full).content.decode().split("<main")[1]
    assert not re.search(r"<(form|textarea|input|button)\b", main)


def test_a_frozen_picture_reads_the_same_and_says_who_decided(
    client, sign_in, adviser, mayor, full
):
    def body(words):
        found = words.split("ig-contents")[1].split("Controleren dat er niets is veranderd")[0]
        return found.split('<section class="section" aria-labelledby="bronnen">')[0].split(
            "Hoe is gerekend"
        )[0]

    whole = "<script>alert(1)</script> {{ 7|add:1 }}"  # a broken figure cannot be proposed
    write_text(
        by=adviser, picture=full, theme="woonomgeving", part="causes", text=whole, base_revision=1
    )
    before = page_of(sign_in(client, adviser), full).content.decode()
    propose_picture(by=adviser, picture=full)
    full.refresh_from_db()
    adopt_picture(by=mayor, picture=full, on=timezone.localdate(), number="2026-17")
    full.refresh_from_db()
    after = page_of(client, full).content.decode()
    assert body(after) == body(before)
    assert "Vastgesteld door de burgemeester op" in after
    assert "besluit 2026-17, versie 1" in after
    assert full.fingerprint in after


def test_who_reads_no_drafts_finds_no_draft(client, sign_in, employ, full):
    assert page_of(sign_in(client, employ("councillor")), full).status_code == 404


def test_the_page_is_light_and_takes_few_queries(
    client, sign_in, adviser, full, django_assert_max_num_queries
):
    sign_in(client, adviser)
    page_of(client, full)
    with django_assert_max_num_queries(32):
        page = page_of(client, full)
    assert len(page.content) < LARGEST


def test_a_shared_page_leads_nowhere_into_the_product(adviser, full):
    page = reading_page(full, content_of(full), is_shared=True)
    links = [
        piece.url
        for theme in page.themes
        for text in [*theme.texts, *([theme.conclusion] if theme.conclusion else [])]
        for block in text.blocks
        for line in block.lines
        for piece in line
        if piece.kind == "figure"
    ]
    assert links == ["#cijfer-overlast-totaal"]
    assert not any(one.shown.url for theme in page.themes for one in theme.figures)


def test_a_picture_without_figures_or_texts_is_a_page_too(client, sign_in, adviser, molendrecht):
    from integraal.policy.picture.actions import start_picture

    empty = start_picture(by=adviser, year=2025)
    page = page_of(sign_in(client, adviser), empty)
    assert page.status_code == 200
    assert "nog geen cijfers ingelezen" in page.content.decode()
