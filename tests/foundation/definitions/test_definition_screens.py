"""The municipality's own words beside what was shipped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event
from integraal.foundation.definitions.models import OwnVersion
from integraal.foundation.definitions.queries import current

SignIn = Callable[[Client, Actor], Client]
URL = ["themes", "jeugd"]


@pytest.fixture
def as_adviser(client: Client, adviser: Actor, sign_in: SignIn) -> Client:
    return sign_in(client, adviser)


def sent(**other: Any) -> dict[str, Any]:
    theme = current("themes")["jeugd"]
    kept = {name: theme[name] for name in ("name", "short_name", "description")}
    return {**kept, "reason": "Zo noemen wij het.", "based_on": 0, **other}


def test_others_may_not(client: Client, mayor: Actor, sign_in: SignIn) -> None:
    sign_in(client, mayor)
    for page in (reverse("definitions"), reverse("definition", args=URL)):
        assert client.get(page).status_code == 403


def test_the_list_finds_by_name_and_code(as_adviser: Client) -> None:
    url = reverse("definitions-of", args=["indicators"])
    text = as_adviser.get(url, {"q": "inbraak woning"}).content.decode()
    assert "woninginbraak" in text
    assert "winkeldiefstal" not in text
    assert "Niets gevonden" in as_adviser.get(url, {"q": "zzz"}).content.decode()


def test_an_own_version_holds_and_shows_the_difference(as_adviser: Client) -> None:
    page = as_adviser.post(
        reverse("definition", args=URL), sent(name="Jonge mensen"), follow=True
    ).content.decode()
    assert current("themes")["jeugd"]["name"] == "Jonge mensen"
    assert "Zo noemen wij het." in page
    assert "<ins>" in page
    assert "<del>" in page
    assert OwnVersion.objects.get().changes == {"name": "Jonge mensen"}
    assert Event.objects.filter(verb="definition.changed").count() == 1


def test_without_a_reason_nothing_changes_and_the_input_stays(as_adviser: Client) -> None:
    page = as_adviser.post(reverse("definition", args=URL), sent(name="Anders", reason=""))
    assert "Schrijf op waarom u dit verandert" in page.content.decode()
    assert 'value="Anders"' in page.content.decode()
    assert not OwnVersion.objects.exists()


def test_two_people_at_once_lose_nothing(as_adviser: Client) -> None:
    url = reverse("definition", args=URL)
    as_adviser.post(url, sent(name="De eerste"))
    page = as_adviser.post(url, sent(name="De tweede"))
    text = page.content.decode()
    assert "Iemand anders heeft deze definitie intussen veranderd" in text
    assert 'value="De tweede"' in text
    assert "De eerste" in text
    assert current("themes")["jeugd"]["name"] == "De eerste"
    again = {**sent(name="De tweede"), "based_on": page.context["form"]["based_on"].value()}
    as_adviser.post(url, again)
    assert current("themes")["jeugd"]["name"] == "De tweede"


def test_back_to_what_was_shipped(as_adviser: Client) -> None:
    shipped = current("themes")["jeugd"]["name"]
    as_adviser.post(reverse("definition", args=URL), sent(name="Anders"))
    page = as_adviser.post(reverse("definition-reset", args=URL), {"based_on": 1}, follow=True)
    assert "De meegeleverde tekst geldt weer." in page.content.decode()
    assert current("themes")["jeugd"]["name"] == shipped
    assert OwnVersion.objects.count() == 2
    assert Event.objects.filter(verb="definition.reset").count() == 1


def test_what_would_break_the_figures_is_refused(as_adviser: Client) -> None:
    url = reverse("definition", args=["indicators", "woninginbraak"])
    page = as_adviser.post(url, {"reason": "Leeg", "based_on": 0, "name": "", "theme": ""})
    assert page.status_code == 200
    assert not OwnVersion.objects.exists()


def test_saving_without_a_change_makes_no_version(as_adviser: Client) -> None:
    url = reverse("definition", args=["indicators", "woninginbraak"])
    form = as_adviser.get(url).context["form"]
    values = {name: form[name].value() for name in form.fields} | {"reason": "Niets"}
    page = as_adviser.post(url, values, follow=True)
    assert "Er was niets veranderd." in page.content.decode()
    assert not OwnVersion.objects.exists()


@pytest.mark.parametrize("where", [["nergens", "jeugd"], ["themes", "bestaat-niet"]])
def test_what_is_not_there_is_not_found(as_adviser: Client, where: list[str]) -> None:
    assert as_adviser.get(reverse("definition", args=where)).status_code == 404
    assert as_adviser.post(reverse("definition-reset", args=where)).status_code == 404
