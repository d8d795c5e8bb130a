"""Measures of a programme: added, written by two at once, waiting for each other, removed."""

from datetime import date
from decimal import Decimal

import pytest

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.actions import start_programme
from integraal.policy.programme.measures.actions import add_measure, change_measure, remove_measure
from integraal.policy.programme.models import EarlierMeasure, Measure
from integraal.policy.programme.refusals import Conflict, ProgrammeRefused


def change(by, measure, revision=None, **fields):
    return change_measure(
        by=by, programme=measure.programme, key=measure.key, fields=fields,
        base_revision=measure.revision if revision is None else revision,
    )  # fmt: skip


def test_a_title_and_a_theme_are_enough(adviser, programme):
    made = add_measure(by=adviser, programme=programme, theme="jeugd", title=" Halt op school ")
    assert made.title == "Halt op school"
    assert (made.owner, made.starts_on, made.goal) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "Schrijf op wat u gaat doen"),
        ({"title": "x" * 201}, "1 tekens te lang"),
        ({"theme": ""}, "Kies bij welk thema"),
        ({"kind": "verzonnen"}, "Kies als soort uit preventie"),
        ({"ends_on": date(2026, 1, 1)}, "vóór het begin"),
        ({"budget": Decimal("-1")}, "niet onder nul"),
        ({"hours": {"2031-1": "4"}}, "geen kwartaal van dit programma"),
        ({"hours": {"2027-2": "veel"}}, "2e kwartaal 2027: “veel” is geen aantal uren"),
        ({"verzonnen": "x"}, "geen veld “verzonnen”"),
    ],
)
def test_what_is_not_right_is_refused_with_a_sentence(adviser, measure, fields, sentence):
    with pytest.raises(ProgrammeRefused, match=sentence):
        change(adviser, measure, **fields)
    assert Measure.objects.get(pk=measure.pk).revision == 1


def test_two_people_on_one_row_lose_nothing(adviser, measure):
    change(adviser, measure, title="Elke buurt een preventieavond")
    with pytest.raises(Conflict) as met:
        change(adviser, measure, revision=1, title="Iets anders")
    assert met.value.current.title == "Elke buurt een preventieavond"
    assert EarlierMeasure.objects.get().content["title"] == "Elke wijk een preventieavond"


def test_measures_cannot_wait_for_each_other_in_a_circle(adviser, programme, measure):
    second = add_measure(by=adviser, programme=programme, theme="jeugd", title="Daarna",
                         needs=[measure.key])  # fmt: skip
    third = add_measure(by=adviser, programme=programme, theme="jeugd", title="Het laatst",
                        needs=[second.key])  # fmt: skip
    with pytest.raises(ProgrammeRefused, match="in een kring: “Elke wijk.*“Het laatst”.*“Daarna”"):
        change(adviser, measure, needs=[third.key])
    with pytest.raises(ProgrammeRefused, match="wacht op deze maatregel"):
        remove_measure(by=adviser, programme=programme, key=measure.key)


def test_a_removed_measure_is_kept_as_it_stood(adviser, programme, measure):
    remove_measure(by=adviser, programme=programme, key=measure.key)
    assert not Measure.objects.exists()
    assert EarlierMeasure.objects.get().content["title"] == measure.title
    back = add_measure(
        by=adviser, programme=programme, key=measure.key, theme="woonomgeving", title="Terug"
    )
    assert back.revision == 2


@pytest.mark.parametrize("role", ["mayor", "college", "councillor", "partner"])
def test_others_do_not_write(employ, measure, role):
    other = employ(role)
    with pytest.raises(NotAllowed):
        change(other, measure, title="x")
    with pytest.raises(NotAllowed):
        start_programme(by=other, first_year=2029, last_year=2030)


def test_deeds_are_recorded_without_words(adviser, measure):
    change(adviser, measure, risk="Te weinig tijd")
    events = Event.objects.filter(verb__startswith="programme.").values_list("verb", "details")
    assert {verb for verb, _ in events} == {
        "programme.started", "programme.measure_added", "programme.measure_changed"
    }  # fmt: skip
    assert "Te weinig" not in str(list(events))
