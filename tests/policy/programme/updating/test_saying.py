"""Saying how a measure goes: kept at once, once, and never over somebody else's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.models import Asking, Progress, Update
from integraal.policy.programme.refusals import Conflict, ProgrammeRefused
from integraal.policy.programme.updating.opening import reader_of
from integraal.policy.programme.updating.rules import Said
from integraal.policy.programme.updating.saying.actions import say_all_the_same, say_update

RUNS = Said(status="running", quality="good", time="attention", money="good", done="Twee avonden.")


def test_three_measures_are_updated_with_a_link(client, running, measures, asking, address, send):
    page = client.get(address).content.decode()
    assert "Deze link is voor Kim Zandstra (fictief)" in page
    assert all(one.title in page for one in measures)
    assert "0 van 3 bijgewerkt" in page
    for one in measures:
        answer = send(one, quality="good", done="Er is iets gedaan.")
        assert answer.status_code == 303
        assert str(one.key) in answer.headers["Location"]
    page = client.get(address).content.decode()
    assert "Alles is bijgewerkt" in page
    assert Asking.objects.get().answered_on == timezone.localdate()
    assert Asking.objects.get().opened_on == timezone.localdate()
    stands = Progress.objects.filter(lineage=running.lineage)
    assert {one.status for one in stands} == {"running"}
    assert {one.said_by.name for one in Update.objects.all()} == {"Kim Zandstra (fictief)"}
    found = Event.objects.filter(through="link").values_list("verb", flat=True)
    assert sorted(set(found)) == ["programme.link_opened", "programme.update_said"]
    assert not Event.objects.filter(through="link", actor_id__isnull=False).exists()


def test_with_htmx_only_the_card_comes_back(client, measures, address, send):
    answer = client.post(
        address,
        {"deed": "zeg", "maatregel": measures[0].key, "base_revision": 0, "status": "done"},
        headers={"HX-Request": "true"},
    )
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "Bewaard." in words
    assert "1 van 3 bijgewerkt" in words
    assert measures[1].title not in words
    assert "<html" not in words


def test_what_was_said_last_stands_in_the_form(client, adviser, running, measures, address):
    said = replace(
        RUNS, spent=Decimal("1250.50"), over_budget_reason="Duurder.", obstacle="Geen zaal."
    )
    say_update(by=adviser, programme=running, key=measures[0].key, said=said)
    page = client.get(address).content.decode()
    assert 'value="1250,5"' in page
    assert "Geen zaal." in page
    assert "Twee avonden." not in page


def test_everything_the_same_takes_one_tap(client, adviser, running, measures, address):
    assert "Alles is nog zoals het was" not in client.get(address).content.decode()
    refused = client.post(address, {"deed": "zelfde"})
    assert refused.status_code == 422
    assert "nog nooit iets gezegd" in refused.content.decode()
    earlier = timezone.localdate() - timedelta(days=40)
    for one in measures:
        said = replace(RUNS, spent=Decimal(50), help_wanted="Een tolk.")
        say_update(by=adviser, programme=running, key=one.key, said=said, on=earlier)
    assert "Alles is nog zoals het was" in client.get(address).content.decode()
    assert client.post(address, {"deed": "zelfde"}).status_code == 303
    assert Update.objects.count() == 6
    newest = Update.objects.filter(measure=measures[0].key).first()
    assert (newest.number, newest.done, newest.help_wanted) == (2, "", "Een tolk.")
    assert newest.said_on == timezone.localdate()
    assert Asking.objects.get().answered_on == timezone.localdate()


def test_over_budget_without_a_reason_is_refused_and_nothing_is_lost(measures, send):
    answer = send(measures[0], spent="1.200,00", done="Zalen gehuurd.", obstacle="Te weinig zalen.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "200,00 euro meer uitgegeven dan begroot" in page
    for kept in ("1.200,00", "Zalen gehuurd.", "Te weinig zalen."):
        assert kept in page
    assert not Update.objects.exists()
    again = send(measures[0], spent="1.200,00", over_budget_reason="De zaal was duurder.")
    assert again.status_code == 303
    assert Progress.objects.get().spent == Decimal(1200)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"status": ""}, "Kies hoe ver de maatregel is."),
        ({"spent": "veel"}, "“veel” is geen getal"),
        ({"spent": "1,234"}, "hoogstens 2 cijfers achter de komma"),
        ({"quality": "prima"}, "Kies uit op schema, aandacht nodig en knelpunt."),
        ({"done": "x" * 10_001}, "Kort"),
        ({"figure": "999999999999999"}, "geen getal"),
        ({"hours_spent": "999999999"}, "niet zo groot"),
    ],
)
def test_what_cannot_be_gets_a_sentence(measures, send, given, sentence):
    answer = send(measures[0], **{"done": "Dit blijft staan.", **given})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Update.objects.exists()


def test_sent_twice_it_is_said_once(adviser, running, measures, send):
    for _ in range(2):
        send(measures[0], done="Een keer.")
    assert Update.objects.count() == 1


def test_two_people_on_one_measure(client, adviser, running, measures, address, send):
    say_update(by=adviser, programme=running, key=measures[0].key, said=RUNS, base_revision=0)
    answer = send(measures[0], done="Wat ik schreef.", status="stopped")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Iemand anders zei intussen ook iets" in page
    assert "Twee avonden." in page
    assert "Wat ik schreef." in page
    assert Update.objects.count() == 1
    assert 'name="base_revision" value="1"' in page
    send(measures[0], done="Wat ik schreef.", status="stopped", base_revision="1")
    assert Progress.objects.get().status == "stopped"
    with pytest.raises(Conflict):
        say_update(by=adviser, programme=running, key=measures[0].key, said=RUNS, base_revision=1)


def test_totals_that_are_left_out_stay(adviser, running, measures):
    key = measures[0].key
    say_update(by=adviser, programme=running, key=key, said=replace(RUNS, spent=Decimal(10)))
    say_update(by=adviser, programme=running, key=key, said=replace(RUNS, figure=Decimal(3)))
    stand = Progress.objects.get()
    assert (stand.spent, stand.figure, stand.revision) == (Decimal(10), Decimal(3), 2)


def test_an_earlier_day_only_before_anything_newer(adviser, running, measures):
    key, today = measures[0].key, timezone.localdate()
    say_update(by=adviser, programme=running, key=key, said=RUNS, on=today - timedelta(days=9))
    with pytest.raises(ProgrammeRefused, match="al iets nieuwers gezegd"):
        say_update(
            by=adviser, programme=running, key=key, said=replace(RUNS, done="Anders"),
            on=today - timedelta(days=10),
        )  # fmt: skip
    with pytest.raises(ProgrammeRefused, match="nog komt"):
        say_update(
            by=adviser, programme=running, key=key, said=replace(RUNS, done="Anders"),
            on=today + timedelta(days=1),
        )  # fmt: skip


def test_signed_in_the_owner_says_it_and_a_stranger_does_not(
    client, sign_in, employ, adviser, running, measures
):
    by = employ("college", name="Wethouder (fictief)")
    url = reverse("measure-update", args=[running.pk, measures[0].key])
    sign_in(client, by)
    assert client.get(url).status_code == 403
    with pytest.raises(NotAllowed):
        say_update(by=by, programme=running, key=measures[0].key, said=RUNS)
    sign_in(client, adviser)
    assert "Hoe loopt deze maatregel?" in client.get(url).content.decode()
    refused = client.post(url, {"status": "running", "spent": "5000", "base_revision": "0"})
    assert refused.status_code == 422
    answer = client.post(url, {"status": "running", "done": "Gezegd.", "base_revision": "0"})
    assert answer.status_code == 302
    assert "Gezegd." in client.get(url).content.decode()


def test_a_measure_of_the_owner_signed_in(client, sign_in, employ, adviser, running, measures):
    from integraal.foundation.people.models import Member
    from integraal.policy.programme.measures.actions import change_measure

    by = employ("clerk", name="Griffier (fictief)")
    member = Member.objects.get(pk=by.member_id)
    change_measure(
        by=adviser, programme=running, key=measures[0].key, base_revision=measures[0].revision,
        fields={"deputy": member},
    )  # fmt: skip
    sign_in(client, by)
    url = reverse("measure-update", args=[running.pk, measures[0].key])
    assert client.post(url, {"status": "done", "base_revision": "0"}).status_code == 302
    assert Update.objects.get().said_by_id == by.member_id
    assert client.get(
        reverse("measure-update", args=[running.pk, measures[1].key])
    ).status_code == 403  # fmt: skip


def test_the_deed_refuses_a_measure_that_is_not_of_the_link(
    adviser, running, measures, asking, somebody
):
    other = somebody("Iemand anders (fictief)")
    measures[1].owner = other
    measures[1].save()
    with pytest.raises(NotAllowed):
        say_update(
            by=reader_of(asking), programme=running, key=measures[1].key, said=RUNS, asking=asking
        )
    assert say_all_the_same.__doc__
