"""A threshold is crossed, and the deviation goes step by step to its end; nothing is skipped."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.people.access import NotAllowed
from integraal.policy.monitoring.deviations import actions
from integraal.policy.monitoring.deviations.presenters import deviation_page, deviations_page
from integraal.policy.monitoring.deviations.queries import deviations, stage
from integraal.policy.monitoring.deviations.states import Facts, Stage, missing_for, stage_of
from integraal.policy.monitoring.models import Deviation
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused
from integraal.policy.monitoring.thresholds.actions import (
    check_thresholds,
    remove_threshold,
    set_threshold,
)
from integraal.portal.jobs import watch_thresholds

OPTIONS = [("Meer toezicht", "Kost 200 uur."), ("Niets doen", "Het blijft zoals het is.")]


@pytest.fixture
def opened(adviser, running, goal):
    return actions.open_deviation(
        by=adviser, title="Meer overlast", cause="partner", what="Een signaal.", goal=goal.key
    )


def test_a_crossing_opens_one_deviation_however_often_it_is_checked(adviser, running, goal):
    limit = set_threshold(by=adviser, goal=goal.key, rule="above", value=Decimal(110))
    (opened,) = check_thresholds(by=adviser)
    assert "In 2025 was het cijfer 125" in opened.what
    assert "kan toeval zijn" in opened.what
    assert check_thresholds(by=adviser) == []
    limit.refresh_from_db()
    assert limit.crossed_in == "2025"
    remove_threshold(by=adviser, threshold=limit)
    assert Deviation.objects.get().threshold is None


def test_a_figure_within_its_threshold_opens_nothing(adviser, running, goal):
    set_threshold(by=adviser, goal=goal.key, rule="above", value=Decimal(130))
    set_threshold(by=adviser, goal=goal.key, rule="worse")
    assert check_thresholds(by=adviser) == []


def test_the_daily_task_opens_it_by_itself(adviser, running, goal):
    set_threshold(by=adviser, goal=goal.key, rule="above", value=Decimal(110))
    assert watch_thresholds(0) == 1
    assert watch_thresholds(0) == 0


def test_a_threshold_is_not_overwritten_unseen(adviser, running, goal):
    set_threshold(by=adviser, goal=goal.key, rule="above", value=Decimal(110))
    with pytest.raises(Conflict):
        set_threshold(by=adviser, goal=goal.key, rule="above", value=Decimal(150))


def test_the_whole_way_with_its_history(adviser, mayor, running, opened):
    row = actions.analyse(by=adviser, deviation=opened, analysis="Zomerdrukte.", base_revision=1)
    row = actions.give_options(by=adviser, deviation=row, options=OPTIONS, base_revision=2)
    row = actions.decide(
        by=mayor, deviation=row, decision="Tot september.", decided_by="driehoek", chosen=0,
        decided_on=timezone.localdate(), base_revision=3,
    )  # fmt: skip
    row = actions.follow_up(
        by=adviser, deviation=row, text="Extra ronde.", measure=running.key, base_revision=4
    )
    row = actions.close(by=adviser, deviation=row, result="Rustiger.", base_revision=5)
    page = deviation_page(adviser, row)
    assert stage(row) == Stage.CLOSED
    assert len(page.history) == 6
    assert page.measure[0] == running.title
    assert not any(step.url for step in page.steps)


def test_no_step_is_skipped_and_the_page_says_what_comes_first(adviser, opened):
    with pytest.raises(MonitoringRefused, match="eerst de analyse"):
        actions.give_options(by=adviser, deviation=opened, options=OPTIONS, base_revision=1)
    with pytest.raises(MonitoringRefused, match="eerst de analyse"):
        actions.close(by=adviser, deviation=opened, result="Klaar.", base_revision=1)
    page = deviation_page(adviser, opened)
    assert [bool(step.url) for step in page.steps] == [True, False, False, False, False]
    assert all(step.missing for step in page.steps[1:])


def test_after_the_decision_what_was_decided_on_stays():
    stage_now = stage_of(Facts(has_analysis=True, options=2, is_decided=True))
    assert "Er is al besloten" in missing_for(stage_now, Stage.OPTIONS)
    assert missing_for(stage_now, Stage.DECIDED) is None
    assert "gesloten" in missing_for(Stage.CLOSED, Stage.FOLLOWED)
    assert stage_of(Facts(is_decided=True)) == Stage.OPENED


@pytest.mark.parametrize(
    ("options", "say"),
    [
        (OPTIONS[:1], "twee keuzes"),
        ([("Meer toezicht", ""), OPTIONS[1]], "gevolg"),
        ([("", "Iets"), OPTIONS[1]], "geen keuze"),
    ],
)
def test_an_option_has_a_consequence(adviser, opened, options, say):
    row = actions.analyse(by=adviser, deviation=opened, analysis="x", base_revision=1)
    with pytest.raises(MonitoringRefused, match=say):
        actions.give_options(by=adviser, deviation=row, options=options, base_revision=2)


def test_a_decision_lies_between_the_opening_and_today(adviser, opened):
    row = actions.analyse(by=adviser, deviation=opened, analysis="x", base_revision=1)
    row = actions.give_options(by=adviser, deviation=row, options=OPTIONS, base_revision=2)
    given = {"decision": "Ja.", "decided_by": "college", "base_revision": 3}
    for days, say in ((1, "toekomst"), (-1, "vóór de dag")):
        on = timezone.localdate() + timedelta(days=days)
        with pytest.raises(MonitoringRefused, match=say):
            actions.decide(by=adviser, deviation=row, decided_on=on, **given)


def test_two_writers_lose_nothing(adviser, opened):
    actions.analyse(by=adviser, deviation=opened, analysis="Van de een.", base_revision=1)
    with pytest.raises(Conflict):
        actions.analyse(by=adviser, deviation=opened, analysis="Van de ander.", base_revision=1)


def test_who_may_not_gets_nothing(client, sign_in, adviser, mayor, employ, opened):
    with pytest.raises(NotAllowed):
        actions.analyse(by=mayor, deviation=opened, analysis="x", base_revision=1)
    councillor = employ("councillor")
    assert not deviations(councillor).exists()
    with pytest.raises(NotAllowed):
        actions.decide(
            by=councillor, deviation=opened, decision="x", decided_by="x",
            decided_on=timezone.localdate(), base_revision=1,
        )  # fmt: skip
    page = sign_in(client, councillor).get(reverse("deviation", args=[opened.pk]))
    assert page.status_code == 404


def test_a_goal_or_measure_that_is_not_there_is_refused(adviser, opened):
    with pytest.raises(MonitoringRefused, match="dit doel|Dit doel"):
        actions.open_deviation(by=adviser, title="x", cause="figure", what="x", goal=opened.pk)


def test_the_list_filters_and_finds(adviser, opened):
    row = actions.analyse(by=adviser, deviation=opened, analysis="x", base_revision=1)
    assert [one.row for one in deviations_page(adviser, "", "", None).lines] == [row]
    assert not deviations_page(adviser, "opened", "", None).lines.object_list
    assert len(deviations_page(adviser, "analysed", "overlast", None).lines.object_list) == 1
    assert not deviations_page(adviser, "alle", "inbraak", None).lines.object_list


def test_a_measure_that_stands_still_may_be_opened_from_the_list(client, sign_in, adviser, running):
    page = sign_in(client, adviser).get(reverse("deviations")).content.decode()
    assert "Maatregelen die aandacht vragen" in page
    assert "Er is niemand van." in page


def test_a_form_that_is_not_right_comes_back_filled(client, sign_in, adviser, opened):
    answer = sign_in(client, adviser).post(
        reverse("deviation-new"), {"title": "", "cause": "figure", "what": "Wat ik al schreef"}
    )
    assert answer.status_code == 422
    assert "Wat ik al schreef" in answer.content.decode()
