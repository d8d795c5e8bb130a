"""What colleagues say about a draft: said, settled, and never in the way of another text."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.actions import adopt_picture, propose_picture
from integraal.policy.picture.models import Passage, Remark
from integraal.policy.picture.refusals import PictureRefused
from integraal.policy.picture.remarks.actions import (
    accept_suggestion,
    close_remark,
    decline_suggestion,
    make_remark,
    withdraw_remark,
)
from integraal.policy.picture.remarks.rules import ASSIGNMENT, COMMENT, SUGGESTION, Note
from integraal.policy.picture.writing.actions import write_text

TEXT = "In het centrum is meer overlast."
COLLEAGUE = "Collega (fictief)"


@pytest.fixture
def colleague(employ):
    """Somebody who reads drafts and writes none."""
    return employ("college", name=COLLEAGUE)


@pytest.fixture
def page(picture):
    return f"/beeld/{picture.pk}/opmerkingen/"


@pytest.fixture
def suggestion(picture, colleague) -> Remark:
    note = Note(SUGGESTION, quote="meer overlast", replacement="veel meer overlast")
    return make_remark(by=colleague, picture=picture, theme="woonomgeving", part="story", note=note)


def task_for(who, days: int = 7) -> Note:
    due = timezone.localdate() + timedelta(days=days)
    return Note(ASSIGNMENT, "Vraag het na.", assigned_to=who.member_id, due_on=due)


def text_now(picture) -> str:
    return Passage.objects.get(picture=picture, theme="woonomgeving", part="story").text


def test_who_reads_drafts_remarks_at_a_part_and_the_writer_settles_it(
    picture, page, client, sign_in, colleague, adviser
):
    sign_in(client, colleague)
    sent = {"part": "story", "text": "Noem de <b>bron</b>."}
    shown = client.post(f"{page}nieuw/?thema=woonomgeving", sent, follow=True).content.decode()
    assert "Opmerkingen (1 open)" in shown
    assert "Noem de &lt;b&gt;bron&lt;/b&gt;." in shown
    assert COLLEAGUE in shown
    row = Remark.objects.get()
    sign_in(client, adviser)
    done = client.post(f"{page}{row.pk}/klaar", {"terug": "thema"}, follow=True).content.decode()
    assert "Opmerkingen: geen open" in done
    assert "Klaar door" in done


def test_changing_the_text_makes_a_suggestion_of_just_the_piece_that_differs(
    picture, page, client, sign_in, colleague
):
    sign_in(client, colleague)
    address = f"{page}voorstel/?thema=woonomgeving&deel=story"
    assert TEXT in client.get(address).content.decode()
    changed = "In het centrum is veel meer overlast."
    client.post(address, {"text": changed, "why": "Zie de cijfers.", "base_revision": "1"})
    row = Remark.objects.get()
    assert (row.quote, row.replacement, row.text) == (
        "het centrum is meer overlast.",
        "het centrum is veel meer overlast.",
        "Zie de cijfers.",
    )
    assert text_now(picture) == TEXT


def test_accepting_replaces_the_quote_in_the_text(picture, suggestion, adviser):
    accept_suggestion(by=adviser, remark=suggestion)
    assert text_now(picture) == "In het centrum is veel meer overlast."
    suggestion.refresh_from_db()
    assert suggestion.outcome == "accepted"
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"picture.remark_made", "picture.suggestion_accepted", "picture.text_written"} <= verbs


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("Iets heel anders.", "staat zo niet in de tekst"),
        ("Er is meer overlast, en daar is ook meer overlast.", "staat vaker in de tekst"),
    ],
)
def test_when_the_quote_is_no_longer_there_once_nothing_changes(
    picture, suggestion, page, client, sign_in, adviser, text, say
):
    write_text(by=adviser, picture=picture, theme="woonomgeving", text=text, base_revision=1)
    sign_in(client, adviser)
    shown = client.post(f"{page}{suggestion.pk}/overnemen", follow=True).content.decode()
    assert say in shown
    assert text_now(picture) == text
    suggestion.refresh_from_db()
    assert suggestion.outcome == "open"


def test_a_suggestion_to_a_text_that_changed_meanwhile_comes_back_with_both(
    picture, page, client, sign_in, colleague, adviser
):
    write_text(by=adviser, picture=picture, theme="woonomgeving", text="Nieuw.", base_revision=1)
    sign_in(client, colleague)
    answer = client.post(
        f"{page}voorstel/?thema=woonomgeving&deel=story",
        {"text": "In het centrum is minder overlast.", "base_revision": "1"},
    )
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "In het centrum is minder overlast." in shown
    assert "Nieuw." in shown
    assert 'name="base_revision" value="2"' in shown
    assert not Remark.objects.exists()


def test_a_suggestion_without_a_change_or_a_text_is_told(picture, page, client, sign_in, colleague):
    sign_in(client, colleague)
    same = client.post(
        f"{page}voorstel/?thema=woonomgeving&deel=story", {"text": TEXT, "base_revision": "1"}
    )
    assert "U veranderde nog niets" in same.content.decode()
    empty = client.get(f"{page}voorstel/?thema=jeugd", follow=True).content.decode()
    assert "Er staat nog geen tekst" in empty
    note = Note(SUGGESTION, quote="komt niet voor", replacement="x")
    with pytest.raises(PictureRefused, match="staat zo niet in de tekst"):
        make_remark(by=colleague, picture=picture, theme="woonomgeving", part="story", note=note)


def test_an_assignment_waits_on_the_home_page_and_is_late_in_words(
    picture, page, client, sign_in, colleague, adviser
):
    sign_in(client, adviser)
    due = (timezone.localdate() + timedelta(days=1)).isoformat()
    sent = {"assigned_to": str(colleague.member_id), "due_on": due, "text": "Vraag het na."}
    client.post(f"{page}opdracht/?thema=jeugd", sent)
    sign_in(client, colleague)
    assert "Vraag het na." in client.get("/").content.decode()
    Remark.objects.update(due_on=timezone.localdate() - timedelta(days=3))
    assert "3 dagen te laat." in client.get("/").content.decode()
    assert "Er staat 1 opmerking open; 1 is te laat." in client.get(page).content.decode()
    client.post(f"{page}{Remark.objects.get().pk}/klaar")
    assert "Vraag het na." not in client.get("/").content.decode()


def test_an_assignment_goes_to_who_can_read_the_draft_by_a_day_that_can_be(
    picture, adviser, employ, page, client, sign_in
):
    partner = employ("partner")
    with pytest.raises(PictureRefused, match="die het concept mag lezen"):
        make_remark(by=adviser, picture=picture, note=task_for(partner))
    with pytest.raises(PictureRefused, match="al voorbij"):
        make_remark(by=adviser, picture=picture, note=task_for(adviser, days=-1))
    sign_in(client, adviser)
    sent = {"assigned_to": "x", "due_on": "2999-01-01", "text": "Vraag het na."}
    answer = client.post(f"{page}opdracht/", sent)
    assert answer.status_code == 422
    assert "ligt te ver weg" in answer.content.decode()
    assert "Vraag het na." in answer.content.decode()


def test_only_the_maker_withdraws_and_only_while_it_is_open(
    picture, suggestion, adviser, colleague
):
    with pytest.raises(NotAllowed, match="Alleen wie een opmerking maakte"):
        withdraw_remark(by=adviser, remark=suggestion)
    withdraw_remark(by=colleague, remark=suggestion)
    assert not Remark.objects.exists()
    assert Event.objects.filter(verb="picture.remark_withdrawn").count() == 1
    with pytest.raises(PictureRefused, match="intussen weggehaald"):
        accept_suggestion(by=adviser, remark=suggestion)


def test_two_people_do_not_settle_the_same_remark(suggestion, adviser, colleague):
    decline_suggestion(by=adviser, remark=suggestion)
    with pytest.raises(PictureRefused, match="al afgehandeld"):
        accept_suggestion(by=adviser, remark=suggestion)
    with pytest.raises(PictureRefused, match="al afgehandeld"):
        withdraw_remark(by=colleague, remark=suggestion)


def test_who_does_not_write_settles_only_an_assignment_of_their_own(
    picture, suggestion, adviser, colleague, employ
):
    for deed in (accept_suggestion, decline_suggestion):
        with pytest.raises(NotAllowed, match="Dat doet de adviseur veiligheid"):
            deed(by=colleague, remark=suggestion)
    mine = make_remark(by=adviser, picture=picture, note=task_for(colleague))
    theirs = make_remark(by=adviser, picture=picture, note=task_for(adviser))
    assert close_remark(by=colleague, remark=mine).outcome == "done"
    with pytest.raises(NotAllowed):
        close_remark(by=colleague, remark=theirs)


def test_who_reads_no_drafts_sees_and_makes_none(picture, suggestion, adviser, mayor, client,
                                                 sign_in, employ):  # fmt: skip
    councillor = employ("councillor")
    with pytest.raises(NotAllowed, match="wie ook concepten"):
        make_remark(by=councillor, picture=picture, note=Note(COMMENT, "x"))
    propose_picture(by=adviser, picture=picture)
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    sign_in(client, councillor)
    assert "Opmerkingen" not in client.get(f"/beeld/{picture.pk}/woonomgeving/").content.decode()
    assert "Opmerkingen" not in client.get(f"/beeld/{picture.pk}/").content.decode()
    assert client.get(f"/beeld/{picture.pk}/opmerkingen/").status_code == 403


def test_open_remarks_do_not_hold_back_and_stand_fast_once_adopted(
    picture, suggestion, page, adviser, mayor, colleague, client, sign_in
):
    sign_in(client, adviser)
    assert "er staat 1 opmerking open" in client.get(f"/beeld/{picture.pk}/").content.decode()
    propose_picture(by=adviser, picture=picture)
    with pytest.raises(NotAllowed, match="De staat is voorgesteld"):
        accept_suggestion(by=adviser, remark=suggestion)
    make_remark(by=mayor, picture=picture, note=Note(COMMENT, "Noem de bron."))
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    for deed in (
        lambda: make_remark(by=mayor, picture=picture, note=Note(COMMENT, "Te laat.")),
        lambda: decline_suggestion(by=adviser, remark=suggestion),
        lambda: withdraw_remark(by=colleague, remark=suggestion),
    ):
        with pytest.raises(NotAllowed, match="De staat is vastgesteld"):
            deed()
    shown = client.get(page).content.decode()
    assert "Noem de bron." in shown
    assert "Neem over" not in shown


@pytest.mark.parametrize(
    ("sent", "say"),
    [
        ({"text": ""}, "Schrijf op wat u wilt zeggen"),
        ({"text": "a" * 1_000_000}, "980.000 tekens te lang"),
        ({"text": "x", "part": "nergens"}, "nergens"),
    ],
)
def test_what_cannot_be_comes_back_filled(page, client, sign_in, colleague, sent, say):
    sign_in(client, colleague)
    answer = client.post(f"{page}nieuw/?thema=jeugd", sent)
    assert answer.status_code == 422
    assert say in answer.content.decode()
    assert sent["text"] in answer.content.decode()
    assert client.get(f"{page}nieuw/?thema=nergens").status_code == 404


def test_the_list_is_narrowed_to_a_theme_a_kind_and_to_me(
    picture, suggestion, page, adviser, colleague, client, sign_in
):
    make_remark(by=adviser, picture=picture, note=task_for(colleague))
    make_remark(by=adviser, picture=picture, theme="jeugd", note=Note(COMMENT, "Over jeugd."))
    sign_in(client, colleague)
    for asked, kept in (
        ("thema=jeugd", "Over jeugd."),
        ("thema=beeld", "Vraag het na."),
        ("soort=suggestion", "Voorstel: "),
        ("voor=mij", "Vraag het na."),
    ):
        shown = client.get(f"{page}?{asked}").content.decode()
        assert "Open (1)" in shown
        assert kept in shown
    assert "Open (3)" in client.get(f"{page}?thema=onzin&soort=onzin").content.decode()
