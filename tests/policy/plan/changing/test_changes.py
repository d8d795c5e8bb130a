"""An adopted plan changes in between: why, by whom, with which version, and the council is told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.changing.actions import (
    Case,
    NewTheme,
    decide_change,
    note_change,
    start_changed_version,
    tell_council,
    write_change,
)
from integraal.policy.plan.changing.presenters import note_of
from integraal.policy.plan.changing.queries import change, changes, untold
from integraal.policy.plan.content import content_of
from integraal.policy.plan.deciding.actions import propose_plan
from integraal.policy.plan.deciding.queries import moments
from integraal.policy.plan.models import InterimChange
from integraal.policy.plan.refusals import Conflict, PlanRefused

CASE = Case("Explosies bij woningen", "incident", True, "Drie in twee weken.", "Een nieuw thema.")
THEME = NewTheme("Explosies", goal="Geen explosies meer", owner="Burgemeester")


def today():
    return timezone.localdate()


@pytest.fixture
def begun(adviser, in_force):
    return note_change(by=adviser, plan=in_force, case=CASE)


def urgent_version(adviser, begun):
    theme = NewTheme("Explosies", "Waar het om gaat.", "Geen explosies", "Boa", today())
    return start_changed_version(by=adviser, change=begun, theme=theme)


def test_an_urgent_theme_within_a_day(adviser, adopt, begun):
    """Cause, version with theme, proposal, decision of the college, council: five deeds."""
    following = urgent_version(adviser, begun)
    proposal = propose_plan(by=adviser, plan=following)
    assert [(one.code, one.adopts) for one in moments(proposal)] == [("college", True)]
    adopted = adopt(proposal)
    assert adopted.version == 2
    assert "explosies" in [theme["code"] for theme in content_of(adopted)["themes"]]
    row = change(adopted, begun.pk)
    assert (row.decided_by, row.decided_on) == (adopted.adopting_body, today())
    assert list(untold(adopted)) == [row]
    note = note_of(row, adopted)
    assert "Drie in twee weken." in note
    assert "versie 2" in note
    tell_council(by=adviser, change=row, note=note, told_on=today(), base_revision=row.revision)
    assert list(untold(adopted)) == []


def test_without_urgency_the_version_goes_past_all_bodies(adviser, in_force):
    calm = Case("Nieuwe cijfers", "figure")
    row = note_change(by=adviser, plan=in_force, case=calm)
    following = start_changed_version(by=adviser, change=row)
    assert len(moments(propose_plan(by=adviser, plan=following))) == 3


def test_the_list_stays_with_the_plan_over_its_versions(adviser, adopt, begun):
    following = urgent_version(adviser, begun)
    assert [one.pk for one in changes(following)] == [begun.pk]
    adopt(propose_plan(by=adviser, plan=following))
    assert [one.pk for one in changes(begun.plan)] == [begun.pk]


def test_a_change_may_be_decided_without_a_version(adviser, begun):
    decide_change(
        by=adviser, change=begun, decision="Meer toezicht.", decided_by="college",
        decided_on=today(), base_revision=1,
    )  # fmt: skip
    assert [one.title for one in untold(begun.plan)] == ["Explosies bij woningen"]
    with pytest.raises(PlanRefused, match="al besloten"):
        write_change(by=adviser, change=begun, case=CASE, base_revision=2)


def test_two_changes_at_once_overwrite_nothing(adviser, begun):
    write_change(by=adviser, change=begun, case=Case("Anders", "partner"), base_revision=1)
    with pytest.raises(Conflict):
        write_change(by=adviser, change=begun, case=CASE, base_revision=1)


def test_only_a_plan_in_force_changes_and_only_once_per_version(adviser, plan, begun):
    urgent_version(adviser, begun)
    with pytest.raises(PlanRefused, match="al een versie begonnen"):
        urgent_version(adviser, InterimChange.objects.get())


def test_a_draft_is_not_changed_in_between(adviser, plan):
    with pytest.raises(PlanRefused, match="Alleen het plan dat geldt"):
        note_change(by=adviser, plan=plan, case=CASE)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (Case("", "incident"), "naam"),
        (Case("x" * 121, "incident"), "hoogstens 120"),
        (Case("Iets", "gevoel"), "Kies de aanleiding"),
        (Case("Iets", "figure", analysis="x" * 20_001), "1 tekens te lang"),
    ],
)
def test_a_change_that_cannot_be_is_refused(adviser, in_force, case, says):
    with pytest.raises(PlanRefused, match=says):
        note_change(by=adviser, plan=in_force, case=case)


def test_days_of_decision_and_council_have_to_be_possible(adviser, begun):
    later = today() + timedelta(days=1)
    with pytest.raises(PlanRefused, match="in de toekomst"):
        decide_change(
            by=adviser, change=begun, decision="Ja", decided_by="college", decided_on=later,
            base_revision=1,
        )  # fmt: skip
    for day, says in ((later, "in de toekomst"), (today() - timedelta(days=1), "vóór de")):
        with pytest.raises(PlanRefused, match=says):
            tell_council(by=adviser, change=begun, note="Zo.", told_on=day, base_revision=1)


def test_a_theme_keeps_a_code_of_its_own(adviser, begun):
    theme = NewTheme("Jeugd")
    following = start_changed_version(by=adviser, change=begun, theme=theme)
    codes = [one["code"] for one in content_of(following)["themes"]]
    assert codes.count("jeugd") == 1
    assert "jeugd-2" in codes


def test_who_may_not_does_not(employ, in_force, begun):
    with pytest.raises(NotAllowed):
        note_change(by=employ("councillor"), plan=in_force, case=CASE)


def test_the_pages_warn_until_the_council_was_told(client, sign_in, adviser, adopt, begun):
    adopted = adopt(propose_plan(by=adviser, plan=urgent_version(adviser, begun)))
    sign_in(client, adviser)
    for name in ("plan-changes", "plan-decisions"):
        page = client.get(reverse(name, args=[adopted.pk])).content.decode()
        assert "nog niet" in page
        assert "Explosies bij woningen" in page
    one = reverse("plan-change", args=[adopted.pk, begun.pk])
    assert "De raad weet het nog niet" in client.get(one).content.decode()
    told = reverse("plan-change-tell", args=[adopted.pk, begun.pk])
    wrong = client.post(told, {"note": "", "told_on": ""})
    assert wrong.status_code == 422
    client.post(told, {"note": "Verteld.", "told_on": today().isoformat()})
    assert "De raad weet het nog niet" not in client.get(one).content.decode()


def test_a_councillor_reads_decided_changes_only(client, sign_in, adviser, employ, begun):
    sign_in(client, employ("councillor"))
    page = reverse("plan-changes", args=[begun.plan_id])
    one = reverse("plan-change", args=[begun.plan_id, begun.pk])
    assert "Explosies" not in client.get(page).content.decode()
    assert client.get(one).status_code == 404
    decide_change(
        by=adviser, change=begun, decision="Ja", decided_by="college", decided_on=today(),
        base_revision=1,
    )  # fmt: skip
    assert "Explosies" in client.get(page).content.decode()
    assert client.get(one).status_code == 200


def test_the_form_comes_back_filled(client, sign_in, adviser, in_force):
    sign_in(client, adviser)
    new = reverse("plan-change-new", args=[in_force.pk])
    page = client.post(new, {"title": "", "analysis": "Lang verhaal"})
    assert page.status_code == 422
    assert "Lang verhaal" in page.content.decode()
    row = note_change(by=adviser, plan=in_force, case=CASE)
    version = reverse("plan-change-version", args=[in_force.pk, row.pk])
    page = client.post(version, {"goal": "Een doel zonder thema"})
    assert page.status_code == 422
    assert "Geef het nieuwe thema een naam" in page.content.decode()
