"""Two people at one text: nothing is overwritten unseen, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.policy.picture.models import EarlierPassage, Passage
from integraal.policy.picture.refusals import Conflict
from integraal.policy.picture.writing.actions import write_text

AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}


def write(by, picture, text, base):
    return write_text(by=by, picture=picture, theme="woonomgeving", text=text, base_revision=base)


def test_a_save_builds_on_the_revision_it_names(picture, adviser):
    assert write(adviser, picture, "Twee.", 1).revision == 2
    assert write(adviser, picture, "Drie.", 2).revision == 3


def test_a_second_person_on_the_same_revision_overwrites_nothing(picture, adviser, employ):
    write(employ("adviser"), picture, "Van een ander.", 1)
    with pytest.raises(Conflict) as conflict:
        write(adviser, picture, "Van mij.", 1)
    assert conflict.value.current.text == "Van een ander."
    assert Passage.objects.get(picture=picture).text == "Van een ander."


def test_saving_what_stands_there_already_is_no_conflict(picture, adviser, employ):
    write(employ("adviser"), picture, "Hetzelfde.", 1)
    assert write(adviser, picture, "Hetzelfde.", 1).revision == 2


def test_when_another_person_goes_on_the_earlier_text_is_kept(picture, adviser, employ):
    other = employ("adviser")
    write(other, picture, "Van een ander.", 1)
    kept = EarlierPassage.objects.get()
    assert kept.text == "In het centrum is meer overlast."
    assert kept.written_by_id == adviser.member_id


def test_one_stretch_of_writing_leaves_one_event_and_a_later_one_another(picture, adviser):
    from integraal.foundation.audit.models import Event

    write(adviser, picture, "Twee.", 1)
    assert Event.objects.filter(verb="picture.text_written").count() == 1
    earlier = timezone.now() - timedelta(minutes=11)
    Passage.objects.filter(picture=picture).update(written_at=earlier)
    write(adviser, picture, "Drie.", 2)
    assert Event.objects.filter(verb="picture.text_written").count() == 2
    assert EarlierPassage.objects.get().text == "Twee."


@pytest.fixture
def page(picture):
    return f"/beeld/{picture.pk}/tekst/woonomgeving/story/"


def test_the_editors_script_is_answered_with_the_new_revision(page, client, sign_in, adviser):
    sign_in(client, adviser)
    answer = client.post(page, {"text": "Nieuw.", "base_revision": "1"}, **AUTOSAVE)
    assert answer.status_code == 200
    assert answer.json()["revision"] == 2
    assert answer.json()["status"].startswith("Bewaard om ")


def test_the_editors_script_is_told_of_another_text(
    page, picture, client, sign_in, adviser, employ
):
    write(employ("adviser", name="Ander Mens (fictief)"), picture, "Van een ander.", 1)
    sign_in(client, adviser)
    answer = client.post(page, {"text": "Van mij.", "base_revision": "1"}, **AUTOSAVE)
    assert answer.status_code == 409
    assert answer.json() | {"at": ""} == {
        "revision": 2,
        "text": "Van een ander.",
        "by": "Ander Mens (fictief)",
        "at": "",
    }


def test_without_script_both_texts_come_back_on_the_page(
    page, picture, client, sign_in, adviser, employ
):
    write(employ("adviser"), picture, "Van een ander.", 1)
    sign_in(client, adviser)
    answer = client.post(page, {"text": "Van mij.", "base_revision": "1"})
    shown = answer.content.decode()
    assert "Van mij." in shown
    assert "Van een ander." in shown
    assert "Er is niets verloren" in shown
    assert 'name="base_revision" value="2"' in shown


def test_a_too_long_text_comes_back_whole_with_a_sentence(page, client, sign_in, adviser):
    sign_in(client, adviser)
    text = "a" * 40_001
    answer = client.post(page, {"text": text, "base_revision": "1"})
    assert text in answer.content.decode()
    assert "1 tekens te lang" in answer.content.decode()


def test_who_may_not_write_is_refused(page, client, sign_in, mayor):
    sign_in(client, mayor)
    answer = client.post(page, {"text": "x", "base_revision": "1"}, **AUTOSAVE)
    assert answer.status_code == 400
    assert "Dat doet de adviseur veiligheid" in answer.json()["problem"]
    assert client.post(page, {"text": "x", "base_revision": "1"}).status_code == 403


def test_signed_out_the_script_gets_no_page(page, client):
    answer = client.post(page, {"text": "x", "base_revision": "1"}, **AUTOSAVE)
    assert answer.status_code in (302, 403)
