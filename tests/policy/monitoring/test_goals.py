"""The goals of the plan: what was reached, what may be said of it, and what may not."""

from decimal import Decimal

import pytest
from django.urls import reverse

from integraal.foundation.people.access import NotAllowed
from integraal.policy.monitoring.goals.actions import keep_reading, remove_reading
from integraal.policy.monitoring.goals.goal_page import goal_page
from integraal.policy.monitoring.goals.presenters import goals_page
from integraal.policy.monitoring.models import GoalReading
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused


def test_without_an_adopted_plan_the_page_says_what_comes(client, adviser, sign_in, goal):
    page = sign_in(client, adviser).get(reverse("monitoring")).content.decode()
    assert "Er is nog geen vastgesteld plan" in page
    assert goal.title not in page


def test_the_list_tells_verdict_path_and_measures(adviser, running, goal):
    page = goals_page(adviser)
    row = next(row for row in page.table.rows if goal.title in row[0])
    assert row[2].startswith("125 in 2025 (marge 104 tot ")
    assert row[3].kind in ("good", "flat")
    assert row[6] == "1 nog niet begonnen, 1 vraagt aandacht"


def test_what_stands_out_comes_first(adviser, running, own_goal):
    page = goals_page(adviser)
    assert [bool(line.attention) for line in page.lines] == [True, True]
    assert "er zijn geen maatregelen" in next(
        line.attention for line in page.lines if line.followed.goal.title == own_goal.title
    )


def test_the_list_may_show_one_theme(adviser, running, goal):
    page = goals_page(adviser, "woonomgeving")
    assert [line.followed.goal.title for line in page.lines] == [goal.title]
    assert [chip.is_current for chip in page.themes] == [False, False, True]


def test_a_goal_page_has_the_path_the_years_and_the_evaluation(adviser, running, goal):
    page = goal_page(adviser, str(goal.key))
    years = {row[0]: row for row in page.years.rows}
    assert years["2021"][2] == "dit is de beginstand"
    assert years["2020"][2] == "van vóór de beginstand"
    assert years["2020"][1] == "168 (marge 143 tot 196)", "outward, as everywhere else"
    assert "binnen de marge" in years["2025"][4]
    assert "rechte lijn" in page.path
    before_after, beside, months = page.lines
    assert "2022 tegenover 2023" in before_after.said.say
    assert before_after.said.kind in ("none", "down")
    assert beside.said.kind == "few"
    assert beside.said.say.startswith("Dit kunnen we niet zeggen.")
    assert months.said.kind == "few"


def test_a_goal_with_its_own_figure_lives_on_what_was_filled_in(adviser, running, own_goal):
    keep_reading(
        by=adviser, goal=own_goal.key, year=2024, value=Decimal("18"), source="Jongerenwerk"
    )
    page = goal_page(adviser, str(own_goal.key))
    (row,) = page.years.rows
    assert row[1] == "18"
    assert "geen marge" in row[4]
    assert "Er is nog geen maatregel" in page.evaluation.why_not


def test_a_reading_is_not_overwritten_unseen(adviser, running, own_goal):
    given = {"goal": own_goal.key, "year": 2024, "source": "Jongerenwerk"}
    kept = keep_reading(by=adviser, value=Decimal(18), **given)
    with pytest.raises(Conflict):
        keep_reading(by=adviser, value=Decimal(20), **given)
    again = keep_reading(by=adviser, value=Decimal(20), base_revision=kept.revision, **given)
    assert again.pk == kept.pk
    remove_reading(by=adviser, reading=again)
    assert not GoalReading.objects.exists()


@pytest.mark.parametrize(
    ("more", "say"),
    [
        ({"year": 2999}, "tot en met dit jaar"),
        ({"value": Decimal(-1)}, "onder nul"),
        ({"source": "  "}, "waar het getal vandaan komt"),
        ({"low": Decimal(1)}, "beide kanten"),
        ({"low": Decimal(19), "high": Decimal(30)}, "niet binnen de marge"),
    ],
)
def test_a_wrong_reading_gets_a_sentence(adviser, running, own_goal, more, say):
    given = {"goal": own_goal.key, "year": 2024, "value": Decimal(18), "source": "Bron", **more}
    with pytest.raises(MonitoringRefused, match=say):
        keep_reading(by=adviser, **given)


def test_a_goal_with_an_indicator_takes_no_readings(adviser, running, goal):
    with pytest.raises(MonitoringRefused, match="cijfers van het product"):
        keep_reading(by=adviser, goal=goal.key, year=2024, value=Decimal(1), source="x")


def test_who_does_not_write_cannot_fill_in(mayor, employ, running, own_goal):
    for by in (mayor, employ("councillor")):
        with pytest.raises(NotAllowed):
            keep_reading(by=by, goal=own_goal.key, year=2024, value=Decimal(1), source="x")


def test_a_page_asks_a_fixed_number_of_questions(
    client, adviser, sign_in, running, goal, django_assert_max_num_queries
):
    # Thirteen of these are of every page: session, member, tenant, house style.
    signed_in = sign_in(client, adviser)
    with django_assert_max_num_queries(26):
        assert signed_in.get(reverse("monitoring")).status_code == 200
    with django_assert_max_num_queries(28):
        assert signed_in.get(reverse("monitoring-goal", args=[goal.key])).status_code == 200


def test_a_council_member_reads_goals_but_nothing_inside(client, employ, sign_in, running, goal):
    signed_in = sign_in(client, employ("councillor"))
    page = signed_in.get(reverse("monitoring-goal", args=[goal.key])).content.decode()
    assert "Wat is bereikt" in page
    assert "Open een afwijking" not in page
    assert signed_in.get(reverse("deviations")).status_code == 403
    assert signed_in.get(reverse("monitoring-reading", args=[goal.key])).status_code == 403
