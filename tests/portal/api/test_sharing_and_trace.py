"""Share links and the trace by API: the same deeds, rules and words as on the screens."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.knowledge.figures.models import Figure
from integraal.policy.picture.actions import start_picture
from integraal.policy.picture.writing.actions import write_text
from tests.portal.api.test_api import ROOT, bearer, key_of


@pytest.fixture
def writer(employ):
    """Somebody who writes pictures and may make keys."""
    return employ("adviser", "administrator")


@pytest.fixture
def picture(writer, loaded):
    draft = start_picture(by=writer, year=2025)
    text = "In 2025 waren er [[overlast-totaal aantal]] meldingen."
    write_text(by=writer, picture=draft, theme="woonomgeving", text=text, base_revision=0)
    return draft


def send(client, path, key, given=None):
    return client.post(ROOT + path, given or {}, content_type="application/json", **bearer(key))


def test_a_link_is_made_listed_opened_and_revoked(client, picture, writer):
    key, links = key_of(writer), f"/pictures/{picture.pk}/share-links"
    made = send(client, links, key, {"recipient": "Politie"})
    assert made.status_code == 201
    address = made.json()["address"]
    assert client.get(address).status_code == 200
    (listed,) = client.get(ROOT + links, **bearer(key)).json()
    assert (listed["recipient"], listed["state"], listed["opened"]) == ("Politie", "open", 1)
    assert "address" not in listed
    revoked = send(client, f"{links}/{listed['id']}/revoke", key)
    assert revoked.json()["state"] == "revoked"
    assert client.get(address).status_code == 404
    through = Event.objects.filter(verb__startswith="picture.link_").values_list("verb", "through")
    assert set(through) == {
        ("picture.link_made", "api"), ("picture.link_opened", "link"),
        ("picture.link_revoked", "api"),
    }  # fmt: skip


def test_a_term_that_cannot_be_is_refused_with_the_sentence_of_the_screen(client, picture, writer):
    ends_on = (timezone.localdate() + timedelta(days=400)).isoformat()
    given = {"recipient": "Politie", "ends_on": ends_on}
    answer = send(client, f"/pictures/{picture.pk}/share-links", key_of(writer), given)
    assert answer.status_code == 409
    assert "hoogstens een jaar" in answer.json()["detail"]


def test_who_may_not_share_hears_so_and_sees_no_links(client, picture, employ):
    key = key_of(employ("administrator"))
    links = f"/pictures/{picture.pk}/share-links"
    assert client.get(ROOT + links, **bearer(key)).status_code == 403
    assert send(client, links, key, {"recipient": "Politie"}).status_code == 403


def test_a_link_of_another_picture_is_not_found(client, picture, writer):
    key = key_of(writer)
    made = send(client, f"/pictures/{picture.pk}/share-links", key, {"recipient": "Politie"})
    other = start_picture(by=writer, year=2024)
    path = f"/pictures/{other.pk}/share-links/{made.json()['id']}/revoke"
    assert send(client, path, key).status_code == 404


def test_a_figure_is_traced_to_its_rows_and_sentences(client, picture, writer):
    path = f"{ROOT}/pictures/{picture.pk}/figures/overlast-totaal"
    traced = client.get(path, **bearer(key_of(writer))).json()
    assert traced["figure"]["value"] == "125"
    assert [row["shown"] for row in traced["rows"]] == ["125", "12.300"]
    assert [one["sentence"] for one in traced["sentences"]] == ["In 2025 waren er 125 meldingen."]
    assert traced["verdict"]["label"] == "Geen aantoonbare verandering"
    earlier = client.get(f"{path}?year=2020", **bearer(key_of(writer))).json()
    assert (earlier["figure"]["value"], earlier["verdict"]) == ("168", None)
    assert client.get(f"{path}?year=1999", **bearer(key_of(writer))).status_code == 404


def test_a_row_tells_where_it_is_used(client, picture, writer):
    traced = client.get(
        f"{ROOT}/pictures/{picture.pk}/figures/overlast-totaal", **bearer(key_of(writer))
    ).json()
    row = traced["rows"][0]["id"]
    uses = client.get(f"{ROOT}/figures/{row}/uses", **bearer(key_of(writer))).json()
    assert [(use["title"], use["state"]) for use in uses] == [("Veiligheidsbeeld 2025", "draft")]
    assert uses[0]["sentences"][0]["figure"] == "125"
    unused = Figure.objects.filter(measure="kerncijfers:inwoners").first()
    assert client.get(f"{ROOT}/figures/{unused.pk}/uses", **bearer(key_of(writer))).json() == []
