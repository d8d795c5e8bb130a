"""Come in by the code, once; come back by the link; and nothing for whoever has neither."""

from __future__ import annotations

import pytest
from django.urls import reverse

from integraal.foundation.audit.models import Event
from integraal.foundation.links import brake
from integraal.foundation.links.secret import new_secret
from integraal.policy.priorities.joining.codes import (
    ALPHABET,
    as_typed,
    new_code,
    shown,
    tenant_of,
)
from integraal.policy.priorities.joining.queries import (
    BRAKE,
    place_with_secret,
    session_with_code,
)
from integraal.policy.priorities.leading.actions import close_door, open_door
from integraal.policy.priorities.leading.people.actions import let_in_again, take_out
from integraal.policy.priorities.leading.rounds.actions import open_round
from integraal.policy.priorities.models import Participant
from integraal.policy.priorities.refusals import SessionRefused

WRONG_CODE = "Deze code werkt niet of niet meer."
WRONG_LINK = "Deze link werkt niet of niet meer."


def me(secret, name="participant"):
    return reverse(name, args=[secret])


def say_who(client, code, **who):
    given = {"name": "Wijkagent Noord", "group": "partner", "organisation": "Politie", **who}
    return client.post(reverse("join-code", args=[code]), given)


@pytest.mark.parametrize("tenant", [1, 20, 21, 22, 441, 4321, 999_999])
def test_a_code_says_whose_it_is_and_has_no_letter_that_is_misread(tenant):
    code = new_code(tenant)
    assert tenant_of(code) == tenant
    assert set(code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL2Z5S8BUVAE")
    assert as_typed(f" {shown(code).lower().replace(' ', '-')} ") == code


@pytest.mark.parametrize(
    "code", ["", "CCCCC", "CCCCC1", "ÉÉÉÉÉÉ", "C" * 13, "４４４４４４", "x'--"]
)
def test_what_is_no_code_is_nobodys(code):
    assert tenant_of(as_typed(code)) is None


def test_somebody_comes_in_by_the_code_and_has_an_address_of_their_own(client, held):
    page = client.post(reverse("join"), {"code": shown(held.join_code).lower()})
    assert page.url == reverse("join-code", args=[held.join_code])
    assert held.title in client.get(page.url).content.decode()
    inside = say_who(client, held.join_code)
    assert "U doet mee" in client.get(inside.url).content.decode()
    person = Participant.objects.get()
    assert (person.name, person.group, person.organisation) == (
        "Wijkagent Noord",
        "partner",
        "Politie",
    )
    assert client.cookies == {}


def test_the_secret_is_kept_nowhere_and_never_in_the_trail(come_in):
    person, secret = come_in("Griffier")
    assert person.digest != secret
    assert secret not in "".join(str(event.details) for event in Event.objects.all())
    assert list(Event.objects.filter(verb="session.joined").values_list("details")) == [
        ({"session": str(person.session_id)},)
    ]


def test_the_same_name_and_organisation_is_told_and_nothing_doubles(client, held, come_in):
    come_in("Wijkagent Noord", "partner", "Politie")
    page = say_who(client, held.join_code, name="wijkagent  NOORD", organisation="politie")
    assert page.status_code == 422
    words = page.content.decode()
    assert "Er doet al iemand mee met deze naam en organisatie" in words
    assert 'value="wijkagent  NOORD"' in words
    assert Participant.objects.count() == 1
    assert say_who(client, held.join_code, organisation="Halt").status_code == 302


@pytest.mark.parametrize(
    ("given", "say"),
    [
        ({"name": "  "}, "Vul uw functie of uw naam in."),
        ({"group": ""}, "Kies bij welke groep u hoort."),
        ({"group": "burgemeester"}, "Kies een groep uit de lijst."),
        ({"name": "x" * 121}, "Gebruik hoogstens 120 tekens."),
    ],
)
def test_what_is_not_filled_in_right_comes_back_with_a_sentence(client, held, given, say):
    page = say_who(client, held.join_code, **given)
    assert page.status_code == 422
    assert say in page.content.decode()
    assert 'value="Politie"' in page.content.decode()
    assert not Participant.objects.exists()


def test_every_code_that_does_not_work_gives_the_same_answer(client, adviser, held, oostwaard):
    closed = held.join_code
    close_door(by=adviser, session=held)
    wrong = [closed, new_code(held.tenant_id), new_code(oostwaard.pk), new_code(999_999), "x", "é"]
    for code in wrong:
        page = client.get(reverse("join-code", args=[code]))
        assert page.status_code == 404
        assert WRONG_CODE in page.content.decode()
        typed = client.post(reverse("join"), {"code": code})
        assert typed.status_code == 422
        assert WRONG_CODE in typed.content.decode()


def test_guessing_codes_is_braked_and_who_is_in_does_not_notice(client, held, come_in):
    _, secret = come_in("Griffier")
    for _ in range(brake.WRONG_IN_A_MINUTE):
        brake.note_wrong(held.tenant_id, BRAKE)
    assert session_with_code(held.join_code) is None
    assert client.get(me(secret)).status_code == 200
    assert not brake.is_on(held.tenant_id)


def test_a_closed_door_lets_nobody_in_and_opens_with_another_code(adviser, held, come_in):
    first = held.join_code
    _, secret = come_in("Griffier")
    closed = close_door(by=adviser, session=held)
    with pytest.raises(SessionRefused, match="De deur van deze sessie is dicht"):
        come_in("Te laat", session=closed)
    assert place_with_secret(secret) is not None
    assert open_door(by=adviser, session=closed).join_code != first


def test_every_link_that_does_not_work_gives_the_same_answer(client, adviser, come_in, oostwaard):
    person, old = come_in("Griffier")
    _, fresh = let_in_again(by=adviser, participant=person)
    gone, taken = come_in("Dubbel")
    take_out(by=adviser, participant=gone)
    forged = fresh[:-1] + ("0" if fresh[-1] != "0" else "1")
    elsewhere = fresh.replace(f"_{person.tenant_id}_", f"_{oostwaard.pk}_")
    wrong = [old, taken, forged, elsewhere, person.digest, str(person.pk), "x", new_secret(999_999)]
    for secret in wrong:
        page = client.get(me(secret))
        assert page.status_code == 404
        assert WRONG_LINK in page.content.decode()
        told = client.get(me(secret, "participant-stand"), HTTP_ACCEPT="application/json")
        assert (told.status_code, WRONG_LINK in told.json()["problem"]) == (404, True)
        assert (
            client.post(me(secret, "participant-save"), "{}", "application/json").status_code == 404
        )
    assert client.get(me(fresh)).status_code == 200


def test_who_lost_the_phone_goes_on_where_they_were(client, adviser, held, come_in, score):
    person, secret = come_in("Griffier")
    open_round(by=adviser, session=held)
    score(secret, {"jeugd:impact": 4})
    _, fresh = let_in_again(by=adviser, participant=person)
    words = client.get(me(fresh)).content.decode()
    assert 'name="jeugd:impact" value="4" checked' in words


def test_pages_are_sealed_and_hold_no_secret(client, come_in):
    _, secret = come_in("Griffier")
    page = client.get(me(secret))
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["Cache-Control"] == "private, no-store"
    assert "noindex" in page["X-Robots-Tag"]
    assert secret not in page.content.decode()


def test_who_is_signed_in_takes_part_as_anybody_else(client, sign_in, adviser, held, come_in):
    _, secret = come_in("Griffier")
    sign_in(client, adviser)
    assert "Griffier" in client.get(me(secret)).content.decode()
    assert "Beheer" not in client.get(me(secret)).content.decode()


def test_the_look_of_a_municipality_is_there_without_an_account(client, held):
    tenant = held.tenant
    css = client.get(reverse("join-style", args=[tenant.slug]))
    assert css["Content-Type"].startswith("text/css")
    assert client.get(reverse("join-shield", args=[tenant.slug])).status_code == 200
    assert client.get(reverse("join-style", args=["nergens"])).status_code == 404
