"""Make a link, see how it is used, and end it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.actions import (
    adopt_picture,
    propose_picture,
    start_next_version,
)
from integraal.policy.picture.models import ShareLink
from integraal.policy.picture.refusals import PictureRefused
from integraal.policy.picture.sharing.actions import make_link, revoke_link


def address(name, *arguments):
    return reverse(name, args=arguments)


def test_the_page_shows_a_new_link_once_with_a_text_for_a_mail(
    client, sign_in, adviser, picture, opened
):
    page = sign_in(client, adviser).post(
        address("picture-sharing", picture.pk),
        {"recipient": "Raadscommissie", "ends_on": timezone.localdate() + timedelta(days=7)},
    )
    words = page.content.decode()
    secret = words.split("/gedeeld/")[1].split("/")[0]
    assert page.status_code == 200
    assert words.count(secret) == 2  # the link, and the text for a mail
    assert "Het is een concept en kan nog veranderen" in words
    again = client.get(address("picture-sharing", picture.pk)).content.decode()
    assert secret not in again
    assert "Raadscommissie" in again
    client.logout()
    assert opened(secret).status_code == 200


def test_a_link_works_four_weeks_when_nothing_is_said(adviser, picture):
    link, _ = make_link(by=adviser, picture=picture, recipient="Politie")
    assert link.ends_on == timezone.localdate() + timedelta(weeks=4)


@pytest.mark.parametrize(
    ("recipient", "days", "say"),
    [("  ", 7, "voor wie"), ("Politie", -1, "verleden"), ("Politie", 366, "hoogstens een jaar")],
)
def test_what_cannot_be_is_refused_with_a_sentence(adviser, picture, recipient, days, say):
    ends_on = timezone.localdate() + timedelta(days=days)
    with pytest.raises(PictureRefused, match=say):
        make_link(by=adviser, picture=picture, recipient=recipient, ends_on=ends_on)
    assert not ShareLink.objects.exists()


def test_a_refused_form_keeps_what_was_filled_in(client, sign_in, mayor, picture):
    page = sign_in(client, mayor).post(
        address("picture-sharing", picture.pk), {"recipient": "Politie", "ends_on": "2099-01-01"}
    )
    assert page.status_code == 422
    assert 'value="Politie"' in page.content.decode()
    assert "Een link werkt hoogstens een jaar" in page.content.decode()


def test_the_list_tells_how_often_a_link_was_opened_and_when_last(
    client, sign_in, adviser, picture, shared, opened
):
    for _ in range(2):
        opened(shared[1])
    page = sign_in(client, adviser).get(address("picture-sharing", picture.pk))
    assert "2 keer geopend, het laatst op" in page.content.decode()


def test_whoever_writes_no_pictures_shares_none(client, sign_in, employ, picture):
    councillor = employ("councillor")
    with pytest.raises(NotAllowed):
        make_link(by=councillor, picture=picture, recipient="Buurman")
    assert sign_in(client, councillor).get(
        address("picture-sharing", picture.pk)
    ).status_code == 403  # fmt: skip


def test_revoking_works_at_once_and_leaves_a_trace(adviser, shared, opened):
    link, secret = shared
    assert opened(secret).status_code == 200
    revoke_link(by=adviser, link=link)
    revoke_link(by=adviser, link=link)
    assert opened(secret).status_code == 404
    verbs = Event.objects.filter(subject_id=link.pk).values_list("verb", flat=True)
    assert sorted(verbs) == ["picture.link_made", "picture.link_opened", "picture.link_revoked"]


def test_an_opening_is_told_by_the_link_and_never_by_a_person(shared, opened, picture):
    opened(shared[1])
    event = Event.objects.get(verb="picture.link_opened")
    assert (event.actor_id, event.through, event.subject_id) == (None, "link", shared[0].pk)
    assert event.details == {"picture": str(picture.pk), "what": "page"}


def test_the_trail_says_who_opened_what(client, sign_in, fpo, shared, opened):
    opened(shared[1])
    page = sign_in(client, fpo).get(reverse("trail")).content.decode()
    assert "Een lezer opende een deellink voor Wijkagent Noord" in page


def test_a_draft_says_that_it_can_change_and_an_adopted_picture_does_not(
    adviser, mayor, picture, shared, opened
):
    assert "Concept, dit kan nog veranderen" in opened(shared[1]).content.decode()
    propose_picture(by=adviser, picture=picture)
    assert "nog niet vastgesteld: dit kan nog veranderen" in opened(shared[1]).content.decode()
    picture.refresh_from_db()
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    assert "kan nog veranderen" not in opened(shared[1]).content.decode()


def test_a_newer_version_is_told_once_it_is_adopted_and_not_shown(
    adviser, mayor, picture, shared, opened
):
    _adopt(adviser, mayor, picture)
    newer = start_next_version(by=adviser, picture=picture)
    assert "nieuwere versie" not in opened(shared[1]).content.decode()
    _adopt(adviser, mayor, newer)
    words = opened(shared[1]).content.decode()
    assert "Er is inmiddels een nieuwere versie vastgesteld" in words
    assert "versie 1" in words
    assert str(newer.pk) not in words


def _adopt(adviser, mayor, picture):
    propose_picture(by=adviser, picture=picture)
    picture.refresh_from_db()
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    picture.refresh_from_db()
