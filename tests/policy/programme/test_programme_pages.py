"""The pages of a programme: begin one, fill it from the plan, read the table, change a row."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.people.models import Member
from integraal.policy.programme.content import content_of
from integraal.policy.programme.measures.actions import add_measure, change_measure
from integraal.policy.programme.models import Measure, Programme, Progress, Update
from integraal.policy.programme.updating.rules import Said
from integraal.policy.programme.updating.saying.actions import say_update

HTMX = {"HX-Request": "true"}


@pytest.fixture
def as_adviser(client, adviser, sign_in):
    return sign_in(client, adviser)


@pytest.fixture
def adopted(adviser, programme, measure) -> Programme:
    lifecycle.propose(programme, by=adviser, verb="programme.started")
    decision = lifecycle.Decision("college", timezone.localdate(), "B-1")
    content = content_of(programme)
    lifecycle.adopt(
        programme, by=adviser, verb="programme.started", decision=decision, content=content
    )
    return programme


def url(name, programme, *more):
    return reverse(name, args=[programme.pk, *more])


def test_without_a_programme_the_list_says_what_to_do(as_adviser):
    page = as_adviser.get(reverse("programmes")).content.decode()
    assert "Er is nog geen uitvoeringsprogramma" in page
    assert reverse("programme-start") in page


def test_a_programme_begins_from_the_plan_and_goes_on_to_its_goals(as_adviser, adopted_plan):
    sent = {"rests_on": f"plan:{adopted_plan.pk}", "first_year": "2027", "last_year": "2028"}
    answer = as_adviser.post(reverse("programme-start"), sent)
    made = Programme.objects.get()
    assert answer.url == url("programme-from-goals", made)
    page = as_adviser.get(answer.url).content.decode()
    assert "Minder inbraken" in page


def test_years_that_cannot_be_come_back_with_a_sentence(as_adviser):
    answer = as_adviser.post(
        reverse("programme-start"), {"rests_on": "", "first_year": "2028", "last_year": "2027"}
    )
    assert answer.status_code == 422
    assert "Draai ze om" in answer.content.decode()


def test_measures_from_the_goals_are_made_in_one_go(as_adviser, adviser, programme, goal):
    sent = {
        f"{goal.key}-0-title": "Inbraakteam", f"{goal.key}-0-owner": str(adviser.member_id),
        f"{goal.key}-0-starts_on": "2027-01-01", f"{goal.key}-0-ends_on": "2027-12-31",
        f"{goal.key}-0-kind": "enforcement", f"{goal.key}-1-title": "Avonden in de wijk",
    }  # fmt: skip
    answer = as_adviser.post(url("programme-from-goals", programme), sent)
    assert answer.status_code == 302
    first, second = Measure.objects.order_by("order")
    assert (first.title, first.kind, first.goal) == ("Inbraakteam", "enforcement", goal.key)
    assert first.owner_id == adviser.member_id
    assert (second.theme, second.owner) == ("woonomgeving", None)


def test_one_wrong_row_keeps_all_rows(as_adviser, programme, goal):
    sent = {
        f"{goal.key}-0-title": "Goed", f"{goal.key}-1-title": "Fout",
        f"{goal.key}-1-starts_on": "2028-01-01", f"{goal.key}-1-ends_on": "2027-01-01",
    }  # fmt: skip
    answer = as_adviser.post(url("programme-from-goals", programme), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert not Measure.objects.exists()
    assert 'value="Goed"' in page
    assert "Fout: Het einde" in page


def test_the_table_marks_what_nobody_owns_and_nobody_told(as_adviser, programme, adopted):
    page = as_adviser.get(url("programme", programme)).content.decode()
    assert "0 van de 1 maatregelen liggen op schema" in page
    assert '<span class="ig-warn">Geen eigenaar</span>' in page
    assert '<span class="ig-warn">nooit</span>' in page


def test_a_councillor_sees_the_marks_too_and_no_drafts(client, employ, sign_in, adopted, adviser):
    councillor = sign_in(client, employ("councillor"))
    page = councillor.get(url("programme", adopted)).content.decode()
    assert '<span class="ig-warn">Geen eigenaar</span>' in page
    assert "Aanpassen" not in page
    draft = Programme.objects.create(
        tenant_id=adopted.tenant_id, title="Volgend", first_year=2029, last_year=2030,
        lineage=adopted.pk,
    )  # fmt: skip
    assert councillor.get(url("programme", draft)).status_code == 404


def test_progress_counts_and_filters(as_adviser, adviser, adopted, measure):
    Progress.objects.create(
        tenant_id=adviser.tenant_id, lineage=adopted.lineage, measure=measure.key,
        status="running", quality="good", time="stuck", updated_on=timezone.localdate(),
    )  # fmt: skip
    page = as_adviser.get(url("programme", adopted), {"stand": "stuck"}).content.decode()
    assert "1 maatregel." in page
    assert measure.title in page
    none = as_adviser.get(url("programme", adopted), {"stand": "good"}).content.decode()
    assert "Geen maatregelen gevonden" in none


def test_a_row_is_changed_in_the_table(as_adviser, adviser, programme, measure):
    row = url("measure-row", programme, measure.key)
    form = as_adviser.get(f"{row}?bewerk=1", headers=HTMX).content.decode()
    assert 'name="base_revision" value="1"' in form
    sent = {"base_revision": "1", "title": "Nieuw", "why": f"doel:{measure.goal}",
            "owner": str(adviser.member_id), "starts_on": "2027-02-01", "ends_on": ""}  # fmt: skip
    shown = as_adviser.post(row, sent, headers=HTMX).content.decode()
    assert "Nieuw" in shown
    assert "Geen eigenaar" not in shown
    now = Measure.objects.get(pk=measure.pk)
    assert (now.starts_on, now.ends_on, now.goal) == (date(2027, 2, 1), None, measure.goal)


def test_two_people_on_one_row_both_see_what_they_wrote(as_adviser, adviser, programme, measure):
    change_measure(by=adviser, programme=programme, key=measure.key, base_revision=1,
                   fields={"title": "Van de ander"})  # fmt: skip
    sent = {"base_revision": "1", "title": "Van mij", "why": f"doel:{measure.goal}"}
    for name in ("measure-row", "measure"):
        answer = as_adviser.post(url(name, programme, measure.key), sent)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Van de ander" in page
        assert 'value="Van mij"' in page
        assert 'name="base_revision" value="2"' in page
    assert Measure.objects.get(pk=measure.pk).title == "Van de ander"


def test_a_row_of_an_adopted_programme_changes_hands_and_no_more(
    as_adviser, adviser, adopted, measure
):
    row = url("measure-row", adopted, measure.key)
    sent = {"base_revision": "1", "owner": str(adviser.member_id), "title": "Anders"}
    assert as_adviser.post(row, sent, headers=HTMX).status_code == 200
    now = Measure.objects.get(pk=measure.pk)
    assert (now.owner_id, now.title) == (adviser.member_id, measure.title)


def test_a_row_of_an_adopted_programme_says_where_the_measure_is(
    as_adviser, adviser, adopted, measure
):
    said = Said("running", time="attention", done="Begonnen.", help_wanted="Een zaal.")
    say_update(by=adviser, programme=adopted, key=measure.key, said=said)
    row = url("measure-row", adopted, measure.key)
    form = as_adviser.get(f"{row}?bewerk=1", headers=HTMX).content.decode()
    assert '<option value="running" selected>' in form
    sent = {"base_revision": "1", "owner": "", "status": "done"}
    assert as_adviser.post(row, sent, headers=HTMX).status_code == 200
    last = Update.objects.filter(measure=measure.key).order_by("-number").first()
    assert last is not None
    assert (last.number, last.status, last.time) == (2, "done", "attention")
    assert (last.done, last.help_wanted) == ("", "Een zaal."), "what was done is not said twice"
    wrong = as_adviser.post(row, {**sent, "base_revision": "2", "status": "klaar"}, headers=HTMX)
    assert wrong.status_code == 422
    assert "Kies een stand uit de lijst." in wrong.content.decode()
    assert Update.objects.filter(measure=measure.key).count() == 2


def test_the_page_of_a_measure_saves_all_that_is_folded(as_adviser, adviser, programme, measure):
    mine = Member.objects.get(pk=adviser.member_id)
    other = add_measure(by=adviser, programme=programme, theme="jeugd", title="Eerst dit")
    sent = {
        "base_revision": "1", "title": measure.title, "why": f"doel:{measure.goal}",
        "partner_0": str(mine.organisation_id), "role_0": "leent een zaal", "budget": "1.250,50",
        "milestone_0": "Eerste avond", "milestone_day_0": "2027-03-01", "kind": "prevention",
        "hours_2027-1": "40", "needs": [str(other.key)], "risk": "Te weinig mensen",
    }  # fmt: skip
    answer = as_adviser.post(url("measure", programme, measure.key), sent)
    assert answer.status_code == 302
    page = as_adviser.get(answer.url).content.decode()
    now = Measure.objects.get(pk=measure.pk)
    assert str(now.budget) == "1250.50"
    assert now.hours == {"2027-1": "40"}
    assert (now.needs, now.milestones.get().title) == ([other.key], "Eerste avond")
    assert now.partners.get().role == "leent een zaal"
    assert "Eerst dit" in page


def test_a_target_the_wrong_way_round_comes_back_filled(as_adviser, programme, measure):
    sent = {
        "base_revision": "1", "title": measure.title, "why": f"doel:{measure.goal}",
        "outcome": "misdrijven-totaal", "outcome_target_2027": "10",
        "outcome_target_2028": "20",
    }  # fmt: skip
    answer = as_adviser.post(url("measure", programme, measure.key), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "moet omlaag" in page
    assert 'value="20"' in page


def test_a_save_is_undone_and_a_removal_too(as_adviser, adviser, programme, measure):
    change_measure(by=adviser, programme=programme, key=measure.key, base_revision=1,
                   fields={"title": "Vergissing"})  # fmt: skip
    page = as_adviser.get(url("measure", programme, measure.key)).content.decode()
    assert "Zet terug hoe het hiervoor was" in page
    as_adviser.post(url("measure-put-back", programme, measure.key, 1), {"base_revision": "2"})
    assert Measure.objects.get().title == measure.title
    as_adviser.post(url("measure-remove", programme, measure.key))
    assert (
        "Weggehaalde maatregelen (1)"
        in as_adviser.get(url("programme", programme)).content.decode()
    )
    as_adviser.post(url("measure-bring-back", programme, measure.key))
    assert Measure.objects.get().title == measure.title


@pytest.mark.parametrize("role", ["councillor", "college", "mayor", "partner"])
def test_others_do_not_reach_the_writing_pages(client, employ, sign_in, programme, measure, role):
    other = sign_in(client, employ(role))
    for name in ("measure-add", "programme-from-goals"):
        assert other.post(url(name, programme), {}).status_code in (403, 404)
    sent = {"base_revision": "1", "title": "Gekaapt", "why": "thema:jeugd"}
    for name in ("measure", "measure-row"):
        other.post(url(name, programme, measure.key), sent)
    other.post(url("measure-remove", programme, measure.key))
    assert Measure.objects.get().title == measure.title
