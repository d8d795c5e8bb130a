"""What a municipality adds of its own: a basket, a theme, other years; and takes off again."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import (
    DefinitionRefused,
    add_definition,
    change_definition,
    remove_definition,
)
from integraal.foundation.definitions.models import OwnVersion
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.definitions import all_themes, indicators, themes
from integraal.knowledge.figures.importing.measures import OwnMeasure, definition_of

BASKET = {
    "name": "Diefstal van en uit auto's",
    "short_name": "Auto's",
    "theme": "woonomgeving",
    "numerator.classes": ["1.2.1", "1.2.2"],
    "unit": "misdrijven",
    "denominator": "inhabitants",
    "per": 1000,
    "aim": "down",
    "why_it_matters": "Bewoners noemen het vaak.",
    "caveats": ["Pogingen tellen mee."],
}
THEME = {
    "name": "Water en recreatie",
    "short_name": "Water",
    "description": "Veilig zwemmen en varen.",
    "standard_field": "1",
    "order": 6,
    "valid_from": 2026,
    "valid_to": None,
    "dropped": None,
    "went_to": None,
}


def add(by, kind="indicators", code="autos", variant="misdrijven", **other: Any) -> OwnVersion:
    values = {**(BASKET if kind == "indicators" else THEME), **other}
    return add_definition(
        by=by, kind=kinds.kind(kind), code=code, values=values, reason="Voor de raad.",
        variant=variant if kind == "indicators" else "",
    )  # fmt: skip


def change(by, code="autos", based_on=1, kind="indicators", **values: Any):
    return change_definition(
        by=by, kind=kinds.kind(kind), code=code, values=values, reason="Beter zo.",
        based_on=based_on,
    )  # fmt: skip


def remove(by, code="autos", based_on=1, kind="indicators", reason="Niet meer nodig."):
    return remove_definition(
        by=by, kind=kinds.kind(kind), code=code, reason=reason, based_on=based_on
    )


def test_an_own_basket_is_an_indicator_as_any_other(adviser):
    add(adviser)
    one = indicators()["autos"]
    assert one.measures == ("misdrijven:1.2.1", "misdrijven:1.2.2")
    assert (one.version, one.status, one.per) == ("1", "adopted", 1000)
    assert one.breaks == indicators()["woninginbraak"].breaks
    assert Event.objects.filter(verb="definition.added").count() == 1


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"numerator.classes": []}, "ten minste een klasse"),
        ({"numerator.classes": ["9.9.9"]}, "klasse 9.9.9 staat niet in de indeling"),
        ({"numerator.classes": ["0.0.0", "1.2.1"]}, "totaal"),
        ({"numerator.classes": ["1.2.1", "1.2.1"]}, "telt zij dubbel"),
        ({"theme": "bestaat-niet"}, "geen thema met de code bestaat-niet"),
        ({"name": ""}, "'name' ontbreekt"),
        ({"code": "woninginbraak"}, "bestaat al"),
        ({"code": "Niet Goed"}, "kleine letters"),
        ({"code": "nieuw"}, "bestaat al"),
        ({"variant": "onbekend"}, "Kies eerst waar het uit bestaat"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_added(adviser, other, words):
    with pytest.raises(DefinitionRefused, match=words):
        add(adviser, **other)
    assert not OwnVersion.objects.exists()


def test_classes_of_an_own_basket_can_be_changed_and_the_version_goes_up(adviser):
    add(adviser)
    change(adviser, **{"numerator.classes": ["1.2.1", "1.2.2", "1.2.3"]})
    one = indicators()["autos"]
    assert len(one.measures) == 3
    assert one.version == "2"
    assert one.name == BASKET["name"]
    assert change(adviser, based_on=2, unit="misdrijven") is None


def test_a_mark_out_of_ten_stays_one_when_its_name_changes(adviser):
    made = definition_of(OwnMeasure("Rapportcijfer buurt", "measured"), "Zorgpartij", "2026-01-01")
    kind = kinds.kind("indicators")
    add_definition(
        by=adviser, kind=kind, code=made["code"], values=made, reason="Tabel", variant="misdrijven"
    )
    change(adviser, made["code"], name="Cijfer voor de buurt")
    one = indicators()[made["code"]]
    assert (one.name, one.kind, one.numerator.list) == ("Cijfer voor de buurt", "measured", "eigen")


def test_the_classes_of_what_was_shipped_cannot_be_changed(adviser):
    before = indicators()["woninginbraak"].measures
    made = change(adviser, "woninginbraak", 0, **{"numerator.classes": ["1.2.1"], "aim": "up"})
    assert made is None
    assert indicators()["woninginbraak"].measures == before


def test_two_people_at_once_lose_nothing(adviser):
    add(adviser)
    change(adviser, unit="delicten")
    with pytest.raises(DefinitionRefused, match="Iemand anders"):
        change(adviser, unit="feiten")
    with pytest.raises(DefinitionRefused, match="Iemand anders"):
        remove(adviser)
    assert indicators()["autos"].unit == "delicten"


def test_an_own_definition_is_taken_off_and_its_history_stays(adviser):
    add(adviser)
    remove(adviser)
    assert "autos" not in indicators()
    assert OwnVersion.objects.count() == 2
    with pytest.raises(DefinitionRefused, match="al weggehaald"):
        remove(adviser, based_on=2)
    add(adviser)
    assert indicators()["autos"].version == "3"


def test_what_was_shipped_cannot_be_taken_off(adviser):
    with pytest.raises(DefinitionRefused, match="meegeleverd"):
        remove(adviser, "woninginbraak", based_on=0)


def test_a_theme_in_use_stays_and_says_what_uses_it(adviser):
    add(adviser, "themes", "water")
    add(adviser, theme="water")
    with pytest.raises(DefinitionRefused, match="Diefstal van en uit auto's"):
        remove(adviser, "water", kind="themes")
    change(adviser, theme=None)
    remove(adviser, "water", kind="themes")
    assert "water" not in themes()


def test_a_theme_holds_in_the_years_of_its_plan(adviser):
    add(adviser, "themes", "water")
    assert "water" in themes(2026)
    assert "water" not in themes(2025)
    change(adviser, "jeugd", 0, "themes", valid_to=2026)
    assert "jeugd" in themes(2026)
    assert "jeugd" not in themes(2027)
    change(adviser, "digitaal", 0, "themes", dropped="Past nu bij ICT.", went_to="Afdeling I")
    assert "digitaal" not in themes(2026)
    (gone,) = [one for one in all_themes() if one.code == "digitaal"]
    assert gone.went_to == "Afdeling I"


def test_years_that_contradict_are_refused(adviser):
    with pytest.raises(DefinitionRefused, match="Draai ze om"):
        change(adviser, "jeugd", 0, "themes", valid_from=2027, valid_to=2026)


def test_others_may_not_add(employ):
    with pytest.raises(NotAllowed):
        add(employ("councillor"))


def test_another_municipality_does_not_have_it(adviser, oostwaard):
    add(adviser)
    with tenant_scope(oostwaard.pk):
        assert "autos" not in indicators()


@pytest.fixture
def as_adviser(client, sign_in, adviser):
    return sign_in(client, adviser)


def sent(**other: Any) -> dict[str, Any]:
    classes = {"numerator__classes": "1.2.1 Diefstal uit/vanaf motorvoertuigen\n1.2.2"}
    plain = {name: value for name, value in BASKET.items() if name != "numerator.classes"}
    lines = {"caveats": "Pogingen tellen mee.", "code": "autos", "reason": "Voor de raad."}
    return {**plain, **classes, **lines, **other}


def test_the_page_shows_what_can_be_added_up_and_adds_it(as_adviser):
    url = reverse("definition-new", args=["indicators"])
    page = as_adviser.get(url, {"soort": "overlast"}).content.decode()
    assert "E35" in page
    assert "1.1.1 Diefstal/inbraak woning" not in page
    added = as_adviser.post(f"{url}?soort=misdrijven", sent(), follow=True)
    assert "is toegevoegd" in added.content.decode()
    assert "voegde de definitie toe" in added.content.decode()
    assert indicators()["autos"].measures == ("misdrijven:1.2.1", "misdrijven:1.2.2")


def test_a_wrong_form_keeps_what_was_typed(as_adviser):
    url = reverse("definition-new", args=["indicators"])
    page = as_adviser.post(f"{url}?soort=misdrijven", sent(numerator__classes="9.9.9", per="x"))
    assert "heel getal" in page.content.decode()
    page = as_adviser.post(f"{url}?soort=misdrijven", sent(numerator__classes="9.9.9"))
    assert "klasse 9.9.9 staat niet in de indeling" in page.content.decode()
    assert "Bewoners noemen het vaak." in page.content.decode()
    assert not OwnVersion.objects.exists()


def test_the_page_of_an_own_definition_changes_and_removes_it(as_adviser):
    as_adviser.post(f"{reverse('definition-new', args=['indicators'])}?soort=misdrijven", sent())
    page = reverse("definition", args=["indicators", "autos"])
    as_adviser.post(page, sent(name="Auto's", based_on=1))
    assert indicators()["autos"].name == "Auto's"
    assert "anders is: naam" in as_adviser.get(page).content.decode()
    remove_url = reverse("definition-remove", args=["indicators", "autos"])
    refused = as_adviser.post(remove_url, {"based_on": 2}, follow=True).content.decode()
    assert "Schrijf op waarom" in refused
    gone = as_adviser.post(remove_url, {"based_on": 2, "reason": "Klaar."}, follow=True)
    assert "is weggehaald" in gone.content.decode()
    assert as_adviser.get(page).status_code == 404


def test_only_kinds_with_a_maker_can_be_added_to(as_adviser):
    assert as_adviser.get(reverse("definition-new", args=["freshness"])).status_code == 404
    reset = reverse("definition-reset", args=["indicators", "bestaat-niet"])
    assert as_adviser.post(reset).status_code == 404
