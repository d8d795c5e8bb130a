"""Incidents and tasks without persons, lessons that become measures, programmes of others."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.people.access import NotAllowed
from integraal.policy.monitoring.incidents.actions import (
    change_incident,
    keep_incident,
    keep_lesson,
    lesson_to_measure,
)
from integraal.policy.monitoring.incidents.fields import Account
from integraal.policy.monitoring.incidents.persons import person_warnings
from integraal.policy.monitoring.joined.actions import Joining, change_joined, end_joined, join
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused
from integraal.policy.programme.actions import start_programme
from integraal.policy.programme.models import Measure

STORM = Account("incident", "Storm", date(2025, 1, 9), hours=Decimal(40), theme="woonomgeving")
JOINING = Joining("Samen tegen ondermijning", "regional", date(2024, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06-12345678 terug", "De auto AB-123-C stond fout", "mail a.b@voorbeeld.nl",
        "BSN 123456789", "Gesproken met J. de Vries", "De heer Jansen belde", "verdachte Pieters",
    ],
)  # fmt: skip
def test_what_looks_like_a_person_is_warned_for(text):
    assert person_warnings(text)


@pytest.mark.parametrize(
    "text", ["Storm op 12-3-2026 in de Dorpsstraat", "Het kostte 120 uur", "Boa en politie"]
)
def test_what_is_no_person_is_left_alone(text):
    assert person_warnings(text) == []


def test_an_incident_is_kept_and_written_on(adviser, areas):
    row = keep_incident(by=adviser, account=STORM)
    more = Account(**{**STORM.__dict__, "aftercare": "Buurtgesprek."})
    row = change_incident(by=adviser, incident=row, account=more, base_revision=1)
    assert (row.aftercare, row.revision) == ("Buurtgesprek.", 2)
    with pytest.raises(Conflict):
        change_incident(by=adviser, incident=row, account=STORM, base_revision=1)


def test_a_wrong_incident_gets_a_sentence(adviser, mayor, areas):
    tomorrow = timezone.localdate() + timedelta(days=1)
    for changed, say in (
        ({"happened_on": tomorrow}, "toekomst"), ({"title": " "}, "naam"), ({"kind": "x"}, "Kies"),
        ({"hours": Decimal(-1)}, "uren"),
    ):  # fmt: skip
        with pytest.raises(MonitoringRefused, match=say):
            keep_incident(by=adviser, account=Account(**{**STORM.__dict__, **changed}))
    with pytest.raises(NotAllowed):
        keep_incident(by=mayor, account=STORM)


def test_a_lesson_becomes_a_measure_of_a_draft_once(adviser, running):
    row = keep_incident(by=adviser, account=STORM)
    lesson = keep_lesson(by=adviser, incident=row, text="Noodplan per wijk")
    assert keep_lesson(by=adviser, incident=row, text="Noodplan per wijk") == lesson
    draft = start_programme(by=adviser, first_year=2027, last_year=2028)
    lesson = lesson_to_measure(by=adviser, lesson=lesson, programme=draft, theme="woonomgeving")
    assert Measure.objects.get(programme=draft).key == lesson.measure
    with pytest.raises(MonitoringRefused, match="al een maatregel"):
        lesson_to_measure(by=adviser, lesson=lesson, programme=draft, theme="woonomgeving")
    other = keep_lesson(by=adviser, incident=row, text="Nog iets")
    with pytest.raises(NotAllowed):
        lesson_to_measure(
            by=adviser, lesson=other, programme=running.programme, theme="woonomgeving"
        )


def test_the_page_warns_when_a_text_tells_of_a_person(client, sign_in, adviser, areas):
    signed_in = sign_in(client, adviser)
    sent = {"kind": "incident", "title": "Melding", "happened_on": "2025-02-01",
            "what": "Bel 06-12345678"}  # fmt: skip
    answer = signed_in.post(reverse("incident-new"), sent, follow=True)
    assert "lijkt op een telefoonnummer" in answer.content.decode()
    assert signed_in.get(reverse("incidents")).status_code == 200


def test_a_joined_programme_is_kept_changed_and_ended(adviser, mayor, client, sign_in):
    row = join(by=adviser, joining=JOINING)
    more = Joining(
        "Samen tegen ondermijning", "regional", date(2024, 1, 1), result="Twaalf acties."
    )
    row = change_joined(by=adviser, joined=row, joining=more, base_revision=1)
    with pytest.raises(MonitoringRefused, match="vóór de dag"):
        end_joined(by=adviser, joined=row, until=date(2023, 1, 1), base_revision=2)
    row = end_joined(by=adviser, joined=row, until=date(2025, 1, 1), base_revision=2)
    with pytest.raises(NotAllowed):
        join(by=mayor, joining=JOINING)
    page = sign_in(client, mayor).get(reverse("joined-programmes")).content.decode()
    assert "Twaalf acties." in page
    assert "Eerder" in page


def test_a_deviation_leads_to_its_incident_and_back(client, sign_in, adviser, areas):
    row = keep_incident(by=adviser, account=STORM)
    browser = sign_in(client, adviser)
    form = browser.get(f"{reverse('deviation-new')}?cause=incident&incident={row.pk}&title=Storm")
    assert f'value="{row.pk}"' in form.content.decode()
    sent = {"title": "Storm", "cause": "incident", "what": "Schade.", "incident": row.pk}
    made = browser.post(reverse("deviation-new"), sent, follow=True)
    there = reverse("incident", args=[row.pk])
    assert there in made.content.decode()
    address = made.redirect_chain[-1][0]
    assert address in browser.get(there).content.decode()
