"""From draft to adopted and on to the next version: who may, when, and what then stands fast."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.reading import read_file
from integraal.policy.picture.actions import (
    adopt_picture,
    propose_picture,
    send_back_picture,
    start_next_version,
    start_picture,
)
from integraal.policy.picture.content import build_content, content_of
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.refusals import PictureRefused
from integraal.policy.picture.writing.actions import write_text
from tests.statline import screen_export


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def adopted(picture, adviser, mayor, today) -> Picture:
    propose_picture(by=adviser, picture=picture)
    return adopt_picture(by=mayor, picture=picture, on=today, number="B-12")


def test_the_adviser_proposes_and_the_mayor_adopts(picture, adviser, mayor, today):
    assert propose_picture(by=adviser, picture=picture).state == "proposed"
    adopted = adopt_picture(by=mayor, picture=picture, on=today, number="B-12")
    assert (adopted.state, adopted.adopting_body, adopted.decision_number) == (
        "adopted",
        "burgemeester",
        "B-12",
    )
    assert adopted.fingerprint == fingerprint(adopted.frozen)


def test_the_adviser_may_not_adopt_and_the_mayor_may_not_write(picture, adviser, mayor, today):
    with pytest.raises(NotAllowed, match="schrijven"):
        write_text(by=mayor, picture=picture, theme="jeugd", text="x", base_revision=0)
    propose_picture(by=adviser, picture=picture)
    with pytest.raises(NotAllowed, match="vaststellen. Dat doet de burgemeester"):
        adopt_picture(by=adviser, picture=picture, on=today)


@pytest.mark.parametrize("role", ["councillor", "data_protection_officer", "partner", "boa"])
def test_who_has_no_part_in_it_can_do_nothing(role, employ, picture, adviser, today):
    by = employ(role)
    with pytest.raises(NotAllowed):
        propose_picture(by=by, picture=picture)
    propose_picture(by=adviser, picture=picture)
    for deed in (
        lambda: adopt_picture(by=by, picture=picture, on=today),
        lambda: send_back_picture(by=by, picture=picture, reason="x"),
        lambda: start_picture(by=by, year=2020),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_picture_without_any_text_is_not_proposed(adviser, loaded):
    empty = start_picture(by=adviser, year=2024)
    with pytest.raises(PictureRefused, match="ten minste één thema"):
        propose_picture(by=adviser, picture=empty)


def test_a_proposal_cannot_be_written_in_until_it_is_sent_back(picture, adviser, mayor):
    propose_picture(by=adviser, picture=picture)
    with pytest.raises(NotAllowed, match="voorgesteld"):
        write_text(by=adviser, picture=picture, theme="jeugd", text="x", base_revision=0)
    back = send_back_picture(by=mayor, picture=picture, reason="Noem de bron.")
    assert (back.state, back.returned_reason) == ("draft", "Noem de bron.")
    write_text(by=adviser, picture=back, theme="jeugd", text="x", base_revision=0)


def test_moves_that_do_not_exist_are_refused_with_the_state(picture, adviser, mayor, today):
    with pytest.raises(ImpossibleMove, match="de staat is concept"):
        adopt_picture(by=mayor, picture=picture, on=today)
    propose_picture(by=adviser, picture=picture)
    with pytest.raises(ImpossibleMove, match="de staat is voorgesteld"):
        propose_picture(by=adviser, picture=picture)


def test_the_day_of_the_decision_must_be_possible(picture, adviser, mayor, today):
    propose_picture(by=adviser, picture=picture)
    with pytest.raises(PictureRefused, match="toekomst"):
        adopt_picture(by=mayor, picture=picture, on=today + timedelta(days=1))
    with pytest.raises(PictureRefused, match="vóór de dag van het voorstel"):
        adopt_picture(by=mayor, picture=picture, on=date(2001, 1, 1))


def test_an_adopted_picture_keeps_its_numbers_when_figures_are_revised(adopted, adviser):
    revised = screen_export({"Molendrecht": [999]}, [2025])
    load_figures(by=adviser, reading=read_file(revised, "herzien.csv", date(2026, 6, 1)))
    assert content_of(adopted) == adopted.frozen
    assert _value(content_of(adopted)) == "125"
    assert _value(build_content(adopted)) == "999"


def test_the_fingerprint_can_be_recomputed_from_what_the_database_keeps(adopted):
    kept = Picture.objects.get(pk=adopted.pk)
    assert fingerprint(kept.frozen) == kept.fingerprint


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE picture_picture SET frozen = '{}' WHERE id = %s",
        "UPDATE picture_picture SET fingerprint = 'x' WHERE id = %s",
        "UPDATE picture_picture SET adopted_on = '2001-01-01' WHERE id = %s",
        "UPDATE picture_picture SET state = 'draft' WHERE id = %s",
        "DELETE FROM picture_picture WHERE id = %s",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_adopted(adopted, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [adopted.pk])


def test_the_next_version_starts_from_the_adopted_texts_and_supersedes_on_adoption(
    adopted, adviser, mayor, today
):
    second = start_next_version(by=adviser, picture=adopted)
    text = Passage.objects.get(picture=second, theme="woonomgeving")
    assert (second.version, text.text) == (2, "In het centrum is meer overlast.")
    write_text(by=adviser, picture=second, theme="woonomgeving", text="Verbeterd.", base_revision=1)
    propose_picture(by=adviser, picture=second)
    adopt_picture(by=mayor, picture=second, on=today)
    assert Picture.objects.get(pk=adopted.pk).state == "superseded"
    assert Picture.objects.get(pk=adopted.pk).frozen == adopted.frozen


def test_there_is_one_next_version_at_a_time(adopted, adviser):
    start_next_version(by=adviser, picture=adopted)
    with pytest.raises(PictureRefused, match="Versie 2 is al begonnen"):
        start_next_version(by=adviser, picture=adopted)


def test_a_councillor_sees_what_is_adopted_and_no_draft(adopted, adviser, employ):
    start_next_version(by=adviser, picture=adopted)
    councillor = employ("councillor")
    assert [one.version for one in pictures(councillor)] == [1]
    assert [one.version for one in pictures(adviser)] == [2, 1]


def test_every_deed_is_in_the_trail_in_the_same_transaction(adopted, adviser, mayor):
    deeds = Event.objects.filter(subject_id=adopted.pk).order_by("at")
    assert [(event.verb, event.actor_id) for event in deeds] == [
        ("picture.started", adviser.member_id),
        ("picture.text_written", adviser.member_id),
        ("picture.proposed", adviser.member_id),
        ("picture.adopted", mayor.member_id),
    ]


def test_a_year_has_one_picture(adviser, picture):
    with pytest.raises(PictureRefused, match="bestaat al"):
        start_picture(by=adviser, year=2025)
    with pytest.raises(PictureRefused, match="Kies een jaar tussen"):
        start_picture(by=adviser, year=1900)


def _value(content):
    theme = next(one for one in content["themes"] if one["code"] == "woonomgeving")
    return theme["indicators"][0]["estimate"]["value"]
