"""The views of a programme: what a reader sees, and how fast it stays with many measures."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integraal.foundation.people.models import Member, Organisation
from integraal.policy.programme.measures.actions import add_measure, change_measure
from integraal.policy.programme.models import Programme, Progress
from tests.policy.programme.many import fill

OF_THE_TEST = 6
"""Queries that the test client adds: it leaves and enters a tenant, and a savepoint."""
PAGES = ("planning", "stand", "partners", "evenwicht")


@pytest.fixture
def reader(client, sign_in, adviser):
    return sign_in(client, adviser)


def page_of(client, programme, name, query="", status=200):
    answer = client.get(f"/programma/{programme.pk}/{name}/{query}")
    assert answer.status_code == status
    return answer.content.decode()


def say(programme, measure, status="running", **lights):
    Progress.objects.create(
        tenant_id=programme.tenant_id,
        lineage=programme.lineage,
        measure=measure.key,
        status=status,
        updated_on=date(2026, 11, 1),
        **lights,
    )


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_programme_says_what_to_do(reader, programme, name):
    assert "Voeg in het programma maatregelen toe" in page_of(reader, programme, name)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_600_measures_asks_at_most_15_queries(reader, programme, name):
    fill(programme, 600)
    page_of(reader, programme, name)
    with CaptureQueriesContext(connection) as asked:
        page_of(reader, programme, name)
    assert len(asked) - OF_THE_TEST <= 15


@pytest.mark.parametrize("name", PAGES)
def test_a_draft_is_nobody_elses_business(client, sign_in, employ, programme, name):
    assert client.get(f"/programma/{programme.pk}/{name}/").status_code == 302
    sign_in(client, employ("partner"))
    page_of(client, programme, name, status=404)


def test_the_planning_says_in_words_what_it_draws(reader, adviser, programme, measure):
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1, fields={},
        milestones=[(None, "Eerste avond", date(2027, 3, 1))],
    )  # fmt: skip
    page = page_of(reader, programme, "planning")
    assert "1 januari 2027 tot en met 31 december 2027" in page
    assert "1 maart 2027: Eerste avond" in page
    assert "Geen eigenaar" in page
    assert "Veilige woon- en leefomgeving" in page
    assert "1e kwartaal 2027" in page  # the list of a phone
    assert "loopt af" in page


def test_the_planning_is_grouped_as_asked(reader, adviser, programme, measure):
    owner = Member.objects.get(pk=adviser.member_id)
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1, fields={"owner": owner}
    )
    assert f'colspan="3">{owner.name}<' in page_of(reader, programme, "planning", "?groep=eigenaar")
    assert "Zonder partner</th>" in page_of(reader, programme, "planning", "?groep=partner")


def test_many_measures_come_in_pages_and_as_a_whole_for_paper(reader, programme):
    fill(programme, 130)
    page = page_of(reader, programme, "planning")
    assert page.count("ig-gantt--wide") == 101
    assert "om af te drukken" in page
    assert page_of(reader, programme, "planning", "?alles=1").count("ig-gantt--wide") == 131


def test_what_is_asked_narrows_every_page_and_stays_in_the_form(reader, programme):
    fill(programme, 12)
    for name in PAGES:
        page = page_of(reader, programme, name, "?thema=jeugd&zoek=Maatregel")
        assert "3 van 12 maatregelen." in page
        assert 'value="jeugd" selected' in page
    assert "Geen maatregel past" in page_of(reader, programme, "stand", "?zoek=bestaatniet")
    assert "12 maatregelen." in page_of(reader, programme, "stand", "?eigenaar=&onzin=1")


def test_the_board_puts_what_is_stuck_on_top_of_its_column(reader, adviser, programme, measure):
    other = add_measure(by=adviser, programme=programme, theme="jeugd", title="Straathoekwerk")
    say(programme, measure, quality="good", time="good", money="good")
    say(programme, other, quality="stuck", time="good", money="good")
    page = page_of(reader, programme, "stand")
    column = page[page.index('id="stand-running"') : page.index('id="stand-done"')]
    assert column.index("Straathoekwerk") < column.index(measure.title)
    assert "(2)" in column
    assert 'aria-label="knelpunt"' in column
    assert "1 met een knelpunt" in page


def test_a_long_column_shows_the_rest_when_asked(reader, programme):
    fill(programme, 300)
    page = page_of(reader, programme, "stand")
    assert "Toon ook de andere 80" in page
    assert "Toon ook de andere 80" not in page_of(reader, programme, "stand", "?kolom=running")


def test_who_does_what_begins_with_what_nobody_does(reader, adviser, programme, measure):
    police = Organisation.objects.create(
        tenant_id=programme.tenant_id, kind="police", name="Politie Molendrecht"
    )
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1,
        fields={"deputy": Member.objects.get(pk=adviser.member_id)},
        partners=[(police, "surveilleert")],
    )  # fmt: skip
    add_measure(by=adviser, programme=programme, theme="jeugd", title="Straathoekwerk")
    page = page_of(reader, programme, "partners")
    assert page.index(">Zonder partner<") < page.index(">Politie Molendrecht<")
    assert "surveilleert" in page
    assert "1 heeft geen partner" in page
    page = page_of(reader, programme, "partners", "?wie=eigenaar")
    assert page.index(">Zonder eigenaar<") < page.index("1 als vervanger")
    assert "2 hebben geen eigenaar" in page


def test_the_balance_says_where_hours_fall_short(reader, adviser, programme, measure):
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1,
        fields={"hours": {"2027-2": "452"}, "kind": "prevention", "budget": 5000},
    )  # fmt: skip
    page = page_of(reader, programme, "evenwicht")
    assert "Hoeveel uren er zijn, is nog niet ingevuld" in page
    sent = {f"2027-{nr}": "380" for nr in range(1, 5)}
    answer = reader.post(f"/programma/{programme.pk}/evenwicht/", sent)
    assert answer.status_code == 302
    page = page_of(reader, programme, "evenwicht")
    assert "In het tweede kwartaal van 2027 komen we 72 uur tekort" in page
    assert "<desc" in page
    assert "72 tekort" in page  # the table twin
    assert "geen handhaving en nazorg" in page
    assert "Van de € 5.000 is € 0 uitgegeven" in page


def test_wrong_hours_come_back_with_a_sentence_and_change_nothing(reader, programme):
    answer = reader.post(f"/programma/{programme.pk}/evenwicht/", {"2027-1": "veel"})
    assert answer.status_code == 422
    assert "“veel” is geen aantal uren" in answer.content.decode()
    assert 'value="veel"' in answer.content.decode()
    assert Programme.objects.get(pk=programme.pk).capacity == {}


def test_who_does_not_run_the_programme_sets_no_hours(client, sign_in, mayor, programme):
    sign_in(client, mayor)
    assert "Bewaar de uren" not in page_of(client, programme, "evenwicht")
    answer = client.post(f"/programma/{programme.pk}/evenwicht/", {"2027-1": "10"})
    assert answer.status_code == 403
    assert Programme.objects.get(pk=programme.pk).capacity == {}
