"""From proposal to adopted programme, its next version, and the change that led to it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.actions import start_next_version, start_programme
from integraal.policy.programme.changing import actions as changing
from integraal.policy.programme.comparing.pages import compare_page
from integraal.policy.programme.deciding.actions import (
    adopt_programme,
    propose_programme,
    send_back_programme,
    tell_council,
)
from integraal.policy.programme.measures.actions import add_measure, change_measure
from integraal.policy.programme.models import Measure, Programme, Progress
from integraal.policy.programme.refusals import Conflict, ProgrammeRefused


@pytest.fixture
def college(employ):
    return employ("college")


@pytest.fixture
def adopted(adviser, college, programme, measure) -> Programme:
    propose_programme(by=adviser, programme=programme)
    return adopt_programme(
        by=college, programme=programme, body="college", decided_on=timezone.localdate(),
        number="B-12",
    )  # fmt: skip


def test_an_empty_programme_is_not_proposed(adviser, programme):
    with pytest.raises(ProgrammeRefused, match="nog geen maatregelen"):
        propose_programme(by=adviser, programme=programme)


def test_a_proposal_stands_still_and_can_go_back(adviser, college, programme, measure):
    propose_programme(by=adviser, programme=programme)
    with pytest.raises(NotAllowed, match="voorgesteld"):
        change_measure(by=adviser, programme=programme, key=measure.key, base_revision=1,
                       fields={"title": "Toch anders"})  # fmt: skip
    with pytest.raises(ProgrammeRefused, match="wat er anders moet"):
        send_back_programme(by=college, programme=programme, reason=" ")
    back = send_back_programme(by=college, programme=programme, reason="Te weinig nazorg")
    assert (back.state, back.returned_reason) == ("draft", "Te weinig nazorg")


def test_the_college_adopts_and_what_is_promised_is_frozen(adopted, measure):
    assert adopted.state == "adopted"
    assert (adopted.adopting_body, adopted.decision_number) == ("college", "B-12")
    assert adopted.frozen["measures"][0]["title"] == measure.title
    assert Event.objects.filter(verb="programme.adopted").count() == 1


def test_a_decision_of_tomorrow_is_no_decision(adviser, college, programme, measure):
    propose_programme(by=adviser, programme=programme)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ProgrammeRefused, match="in de toekomst"):
        adopt_programme(by=college, programme=programme, body="college", decided_on=tomorrow)


def test_a_draft_is_not_adopted(college, programme, measure):
    with pytest.raises(ImpossibleMove):
        adopt_programme(
            by=college, programme=programme, body="college", decided_on=date(2026, 1, 1)
        )


@pytest.mark.parametrize("role", ["adviser", "councillor", "partner"])
def test_only_for_the_college_an_adoption_is_recorded(employ, adviser, programme, measure, role):
    propose_programme(by=adviser, programme=programme)
    with pytest.raises(NotAllowed):
        adopt_programme(by=employ(role), programme=programme, body="college",
                        decided_on=timezone.localdate())  # fmt: skip


def test_the_council_is_told_after_the_decision(adviser, adopted):
    with pytest.raises(ProgrammeRefused, match="vóór het besluit"):
        tell_council(by=adviser, programme=adopted, told_on=date(2026, 1, 1))
    told = tell_council(by=adviser, programme=adopted, told_on=timezone.localdate())
    assert told.council_told_on == timezone.localdate()


def test_two_versions_are_compared_in_words(adviser, adopted, measure):
    following = start_next_version(by=adviser, programme=adopted)
    change_measure(by=adviser, programme=following, key=measure.key, base_revision=1,
                   fields={"ends_on": date(2028, 6, 30)})  # fmt: skip
    add_measure(by=adviser, programme=following, theme="jeugd", title="Halt op school")
    page = compare_page(adviser, following, only_differing=True)
    assert page.say == "1 toegevoegd en 1 gewijzigd; 0 gelijk."
    parts = [part for section in page.sections for one in section.changes for part in one.shown]
    assert ("31 december 2027", "30 juni 2028") in [(one.before, one.after) for one in parts]


def test_an_interim_change_leads_to_a_version_and_is_decided_with_it(adviser, college, adopted):
    row = changing.note_programme_change(
        by=adviser, programme=adopted, title="Explosies", cause="incident", reason="Drie in mei"
    )
    again = changing.note_programme_change(
        by=adviser, programme=adopted, title="Explosies", cause="incident"
    )
    assert again.pk == row.pk
    following = changing.start_changed_programme(by=adviser, change=row)
    with pytest.raises(ProgrammeRefused, match="al een versie begonnen"):
        changing.start_changed_programme(by=adviser, change=row)
    propose_programme(by=adviser, programme=following)
    adopt_programme(by=college, programme=following, body="college",
                    decided_on=timezone.localdate())  # fmt: skip
    row.refresh_from_db()
    assert (row.decided_by, row.decided_on) == ("college", timezone.localdate())
    adopted.refresh_from_db()
    assert adopted.state == "superseded"


def test_two_people_at_one_change_lose_nothing(adviser, adopted):
    row = changing.note_programme_change(by=adviser, programme=adopted, title="A", cause="figure")
    case = {"by": adviser, "change": row, "cause": "figure", "reason": "", "base_revision": 1}
    changing.write_programme_change(**case, title="B")
    with pytest.raises(Conflict):
        changing.write_programme_change(**case, title="C")


def test_a_follow_up_takes_along_what_is_not_finished(adviser, adopted, measure):
    following = start_next_version(by=adviser, programme=adopted)
    done = add_measure(by=adviser, programme=following, theme="jeugd", title="Is af")
    propose_programme(by=adviser, programme=following)
    Progress.objects.create(tenant_id=adviser.tenant_id, lineage=following.lineage,
                            measure=done.key, status="done")  # fmt: skip
    with pytest.raises(ProgrammeRefused, match="vorige programma"):
        start_programme(by=adviser, first_year=2029, last_year=2030, follows=following)
    made = start_programme(by=adviser, first_year=2029, last_year=2030, follows=adopted)
    assert [one.title for one in Measure.objects.filter(programme=made)] == [measure.title]


def test_the_pages_of_the_decision_say_what_is_missing_and_let_the_college_decide(
    client, adviser, college, employ, sign_in, programme, measure
):
    place = reverse("programme-decision", args=[programme.pk])
    page = sign_in(client, adviser).get(place).content.decode()
    assert "is van niemand" in page
    assert "ontbreekt preventie, handhaving en nazorg" in page
    client.post(reverse("programme-propose", args=[programme.pk]))
    sent = {"body": "college", "decided_on": timezone.localdate().isoformat(), "number": "B-1"}
    adopt = reverse("programme-adopt", args=[programme.pk])
    assert client.post(adopt, sent).status_code == 403
    sign_in(client, college).post(adopt, sent)
    page = sign_in(client, employ("councillor")).get(place).content.decode()
    assert "Vastgesteld door: college" in page
    assert "De raad is nog niet verteld" in page


def test_the_pages_of_changes_go_from_cause_to_version(client, adviser, sign_in, adopted):
    user = sign_in(client, adviser)
    new = reverse("programme-change-new", args=[adopted.pk])
    assert user.post(new, {"title": "", "cause": ""}).status_code == 422
    answer = user.post(new, {"title": "Te weinig uren", "cause": "progress", "reason": "Ziek"})
    assert "Te weinig uren" in user.get(answer.url).content.decode()
    user.post(f"{answer.url}versie/")
    following = Programme.objects.get(version=2)
    page = user.get(reverse("programme-compare", args=[following.pk])).content.decode()
    assert "Er is niets veranderd" in page
    listed = user.get(reverse("programme-changes", args=[adopted.pk])).content.decode()
    assert "versie 2 (concept)" in listed
