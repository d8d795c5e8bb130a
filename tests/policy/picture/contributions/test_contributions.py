"""What partners and residents say: recorded with source and date, and never lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.actions import adopt_picture, propose_picture, start_next_version
from integraal.policy.picture.content import content_of
from integraal.policy.picture.contributions.actions import (
    add_contribution,
    change_contribution,
    refer_matter,
    remove_contribution,
)
from integraal.policy.picture.contributions.rules import Matter, Said, looks_like_a_person
from integraal.policy.picture.models import Contribution
from integraal.policy.picture.refusals import Conflict, PictureRefused

SAID = Said("residents", "Flitspeiling", date(2026, 3, 2), "Het is donker bij het station.")


@pytest.fixture
def row(picture, adviser) -> Contribution:
    return add_contribution(by=adviser, picture=picture, theme="jeugd", said=SAID)


@pytest.fixture
def at_work(client, sign_in, adviser):
    return sign_in(client, adviser)


@pytest.fixture
def add_page(picture):
    return f"/beeld/{picture.pk}/inbreng/bij/jeugd/"


@pytest.fixture
def page(picture, row):
    return f"/beeld/{picture.pk}/inbreng/{row.pk}/"


def sent(**changed) -> dict[str, str]:
    return {
        "side": "partner", "source": "Politie", "function": "wijkagent", "said_on": "2026-03-02",
        "text": "Er is meer onrust op het plein.", **changed,
    }  # fmt: skip


def test_what_was_said_stands_on_the_theme_page_with_source_function_and_date(
    picture, at_work, add_page
):
    answer = at_work.post(add_page, sent(), follow=True).content.decode()
    assert "Partner: Politie, wijkagent" in answer
    assert "Er is meer onrust op het plein." in answer
    assert "2 maart 2026" in answer
    event = Event.objects.get(verb="picture.contribution_added")
    assert event.details["theme"] == "jeugd"


def test_what_is_sent_twice_is_recorded_once(at_work, add_page):
    for _ in range(2):
        at_work.post(add_page, sent())
    assert Contribution.objects.count() == 1
    assert Event.objects.filter(verb="picture.contribution_added").count() == 1


def test_html_is_shown_as_it_was_typed(at_work, add_page):
    answer = at_work.post(add_page, sent(text="<b>vet</b><script>x</script>"), follow=True)
    assert "&lt;b&gt;vet&lt;/b&gt;&lt;script&gt;" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "say"),
    [
        ({"text": "a" * 1_000_000}, "De tekst is 980.000 tekens te lang"),
        ({"said_on": "31-2-2026"}, "Vul een datum in die bestaat"),
        ({"said_on": "2999-01-01"}, "Deze datum ligt in de toekomst"),
        ({"said_on": "1026-01-01"}, "voor het jaar 2000"),
        ({"side": "iemand"}, "iemand"),
        ({"side": ""}, "Kies van wie dit komt"),
        ({"source": ""}, "Vul in van welke organisatie"),
        ({"source": "x" * 121}, "Deze regel is 1 teken te lang"),
        ({"text": " \x00 "}, "Schrijf op wat er is gezegd"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_the_form_comes_back_filled(
    at_work, add_page, wrong, say
):
    answer = at_work.post(add_page, sent(**wrong))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert say in shown
    assert "wijkagent" in shown
    assert wrong.get("text", "Er is meer onrust").strip(" \x00") in shown
    assert not Contribution.objects.exists()


def test_a_source_that_looks_like_a_person_is_kept_with_a_warning(at_work, add_page):
    shown = at_work.post(add_page, sent(source="Jan de Vries"), follow=True).content.decode()
    assert "lijkt de naam van een persoon" in shown
    assert Contribution.objects.get().source == "Jan de Vries"


@pytest.mark.parametrize(
    "source", ["Jan de Vries", "mevrouw Bakker", "J. Jansen", "Sanne Vermeer", "Dhr. P. de Boer"]
)
def test_names_are_recognised(source):
    assert looks_like_a_person(source)


@pytest.mark.parametrize(
    "source",
    ["Politie", "Stichting de Wiek", "Wijkagent Centrum", "Woningcorporatie De Wiek", "GGD",
     "Flitspeiling", "Inloopavond dorpshuis", "Politie Noord-Holland", "Rabobank",
     "Jan de Witschool"],
)  # fmt: skip
def test_organisations_and_channels_are_not(source):
    assert not looks_like_a_person(source, known=["Jan de Witschool"])


def test_two_people_never_overwrite_each_other_unseen(row, adviser, employ):
    other = employ("adviser")
    theirs = Said("residents", "Inloopavond", SAID.said_on, "Van een ander.")
    change_contribution(by=other, contribution=row, said=theirs, base_revision=1)
    mine = Said("residents", "Flitspeiling", SAID.said_on, "Van mij.")
    with pytest.raises(Conflict) as conflict:
        change_contribution(by=adviser, contribution=row, said=mine, base_revision=1)
    assert conflict.value.current.text == "Van een ander."
    assert Contribution.objects.get().text == "Van een ander."


def test_after_a_conflict_both_texts_are_on_the_page_and_the_next_save_counts(
    row, page, at_work, employ
):
    theirs = Said("residents", "Inloopavond", SAID.said_on, "Van een ander.")
    other = employ("adviser", name="Ander Mens (fictief)")
    change_contribution(by=other, contribution=row, said=theirs, base_revision=1)
    answer = at_work.post(page, sent(text="Van mij.", base_revision="1"))
    shown = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Van mij.", "Van een ander.", "Ander Mens (fictief)", "Er is niets verloren"):
        assert words in shown
    assert 'name="base_revision" value="2"' in shown
    at_work.post(page, sent(text="Samen.", base_revision="2"))
    assert Contribution.objects.get().text == "Samen."


def test_when_somebody_removed_it_meanwhile_what_was_typed_stays(row, page, at_work, adviser):
    remove_contribution(by=adviser, contribution=row, base_revision=1)
    answer = at_work.post(page, sent(text="Lang over nagedacht.", base_revision="1"))
    assert answer.status_code == 422
    assert "intussen weggehaald" in answer.content.decode()
    assert "Lang over nagedacht." in answer.content.decode()
    assert at_work.get(page).status_code == 404


def test_when_somebody_proposed_it_meanwhile_what_was_typed_stays(
    picture, row, page, at_work, adviser
):
    propose_picture(by=adviser, picture=picture)
    answer = at_work.post(page, sent(text="Nog iets.", base_revision="1"))
    assert answer.status_code == 422
    assert "De staat is voorgesteld" in answer.content.decode()
    assert "Nog iets." in answer.content.decode()


def test_who_may_not_is_told_and_loses_nothing(picture, add_page, client, sign_in, mayor):
    sign_in(client, mayor)
    assert client.get(add_page).status_code == 403
    answer = client.post(add_page, sent())
    assert answer.status_code == 422
    assert "Dat doet de adviseur veiligheid" in answer.content.decode()
    assert "Er is meer onrust op het plein." in answer.content.decode()


def test_removing_asks_for_what_was_seen(row, page, at_work, adviser):
    change_contribution(
        by=adviser, contribution=row, said=Said("staff", "Boa", SAID.said_on, "X"), base_revision=1
    )
    answer = at_work.post(f"{page}weg?stand=1", follow=True)
    assert "intussen veranderd" in answer.content.decode()
    at_work.post(f"{page}weg?stand=2")
    assert not Contribution.objects.exists()
    assert Event.objects.filter(verb="picture.contribution_removed").count() == 1


def test_what_was_referred_is_not_removed(picture, row, adviser):
    matter = Matter("Verkeer", "Te hard rijden.", "Verkeersplan", SAID.said_on)
    refer_matter(by=adviser, picture=picture, matter=matter, contribution=row.pk)
    with pytest.raises(PictureRefused, match="Haal eerst de verwijzing weg"):
        remove_contribution(by=adviser, contribution=row, base_revision=1)


def test_a_theme_that_is_none_is_refused(picture, adviser, at_work):
    with pytest.raises(PictureRefused, match="Dit thema staat niet in het beeld"):
        add_contribution(by=adviser, picture=picture, theme="verkeersveiligheid", said=SAID)
    assert at_work.get(f"/beeld/{picture.pk}/inbreng/bij/nergens/").status_code == 404


def test_the_rules_hold_without_the_form(picture, adviser, fpo):
    tomorrow = timezone.localdate() + timedelta(days=1)
    late = Said("residents", "Flitspeiling", tomorrow, "x")
    with pytest.raises(PictureRefused, match="toekomst"):
        add_contribution(by=adviser, picture=picture, theme="jeugd", said=late)
    with pytest.raises(NotAllowed):
        add_contribution(by=fpo, picture=picture, theme="jeugd", said=SAID)


def test_it_is_frozen_with_the_picture_and_goes_on_in_the_next_version(
    picture, row, adviser, mayor
):
    propose_picture(by=adviser, picture=picture)
    adopted = adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    theme = next(one for one in content_of(adopted)["themes"] if one["code"] == "jeugd")
    assert theme["contributions"][0]["source"] == "Flitspeiling"
    second = start_next_version(by=adviser, picture=adopted)
    copied = Contribution.objects.get(picture=second)
    change_contribution(
        by=adviser, contribution=copied, said=Said("staff", "Boa", SAID.said_on, "X"),
        base_revision=1,
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        change_contribution(by=adviser, contribution=row, said=SAID, base_revision=1)
    assert content_of(adopted) == adopted.frozen


def test_the_theme_page_asks_no_question_per_row(picture, adviser, at_work):
    def number_of_queries():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            at_work.get(f"/beeld/{picture.pk}/jeugd/")
        return len(asked)

    add_contribution(by=adviser, picture=picture, theme="jeugd", said=SAID)
    number_of_queries()  # the first one reckons the figures of the draft
    few = number_of_queries()
    for nth in range(10):
        said = Said("residents", "Flitspeiling", SAID.said_on, f"Uitspraak {nth}.")
        add_contribution(by=adviser, picture=picture, theme="jeugd", said=said)
    assert number_of_queries() == few
