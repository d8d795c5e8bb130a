"""The blocks of a plan: added, written, moved, removed; nothing is overwritten or lost."""

import uuid

import pytest

from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.content import content_of, goals
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.models import Block, EarlierBlock
from integraal.policy.plan.refusals import Conflict, PlanRefused
from integraal.policy.plan.writing.actions import add_block, move_block, remove_block, write_block


def _goal(adviser, plan, title="Minder woninginbraken", **details):
    return add_block(
        by=adviser, plan=plan, kind="goal", theme="woonomgeving", title=title, details=details
    )


def test_a_plan_begins_with_its_themes_principles_and_legal_basis(plan):
    content = content_of(plan)
    assert [theme["code"] for theme in content["themes"]][:2] == ["woonomgeving", "bedrijvigheid"]
    titles = [one["title"] for one in content["blocks"]]
    assert titles[0] == "Politiewet 2012, artikel 38b"
    assert "Preventie" in titles
    assert "Informatiepositie" in titles


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [(2027, 2031, "ten hoogste vier jaar"), (2027, 2026, "ligt vóór"), (1990, 1993, "eerste jaar")],
)
def test_a_term_that_cannot_be_is_refused(adviser, first, last, says):
    with pytest.raises(PlanRefused, match=says):
        start_plan(by=adviser, first_year=first, last_year=last)


def test_a_second_plan_of_the_same_term_is_refused(adviser, plan):
    with pytest.raises(PlanRefused, match="bestaat al"):
        start_plan(by=adviser, first_year=2027, last_year=2030)


def test_a_goal_stands_in_its_theme_with_what_was_filled_in(adviser, plan):
    _goal(adviser, plan, owner="Adviseur veiligheid", by_date="2030-12-31", target="")
    [goal] = goals(content_of(plan))
    assert goal["title"] == "Minder woninginbraken"
    assert goal["details"] == {"owner": "Adviseur veiligheid", "by_date": "2030-12-31"}


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"by_date": "31-12-2030"}, "is geen dag"),
        ({"target": "veel"}, "is geen getal"),
        ({"direction": "opzij"}, "kies uit"),
        ({"kleur": "rood"}, "geen veld"),
    ],
)
def test_a_detail_that_cannot_be_is_refused(adviser, plan, details, says):
    with pytest.raises(PlanRefused, match=says):
        _goal(adviser, plan, **details)


def test_a_goal_in_a_theme_that_is_not_there_is_refused(adviser, plan):
    with pytest.raises(PlanRefused, match="Voeg het eerst toe"):
        add_block(by=adviser, plan=plan, kind="goal", theme="maan", title="x")


def test_there_is_one_vision(adviser, plan):
    add_block(by=adviser, plan=plan, kind="vision", text="Veilig")
    with pytest.raises(PlanRefused, match="Er is al een visie"):
        add_block(by=adviser, plan=plan, kind="vision", text="Nog een")


def test_who_builds_on_an_old_stand_overwrites_nothing(adviser, plan):
    goal = _goal(adviser, plan)
    write_block(by=adviser, plan=plan, key=goal.key, base_revision=1, title="Eerste")
    with pytest.raises(Conflict) as conflict:
        write_block(by=adviser, plan=plan, key=goal.key, base_revision=1, title="Tweede")
    assert conflict.value.current.title == "Eerste"


def test_another_writer_leaves_the_stand_before(adviser, employ, plan):
    goal = _goal(adviser, plan)
    other = employ("adviser", name="Collega")
    write_block(by=other, plan=plan, key=goal.key, base_revision=1, title="Anders")
    [earlier] = EarlierBlock.objects.filter(plan=plan, block=goal.key)
    assert earlier.title == "Minder woninginbraken"


def test_a_removed_block_can_come_back_with_its_key(adviser, plan):
    goal = _goal(adviser, plan, owner="Boa")
    remove_block(by=adviser, plan=plan, key=goal.key, base_revision=1)
    assert not Block.objects.filter(plan=plan, key=goal.key).exists()
    kept = EarlierBlock.objects.get(plan=plan, block=goal.key)
    back = add_block(
        by=adviser, plan=plan, kind="goal", theme="woonomgeving", title=kept.title,
        details=kept.details, key=goal.key,
    )  # fmt: skip
    assert back.key == goal.key
    assert back.details == {"owner": "Boa"}


def test_a_theme_that_holds_something_stays(adviser, plan):
    _goal(adviser, plan)
    theme = Block.objects.get(plan=plan, kind="theme", theme="woonomgeving")
    with pytest.raises(PlanRefused, match="staat nog iets"):
        remove_block(by=adviser, plan=plan, key=theme.key, base_revision=theme.revision)


def test_goals_change_places(adviser, plan):
    keys = [_goal(adviser, plan, title=f"Doel {n}").key for n in (1, 2, 3)]
    move_block(by=adviser, plan=plan, key=keys[2], to=1)
    assert [goal["title"] for goal in goals(content_of(plan))] == ["Doel 3", "Doel 1", "Doel 2"]


def test_nobody_else_writes(mayor, plan):
    with pytest.raises(NotAllowed):
        add_block(by=mayor, plan=plan, kind="vision", text="x")


def test_a_block_of_another_plan_is_not_there(adviser, plan):
    with pytest.raises(PlanRefused, match="weggehaald"):
        write_block(by=adviser, plan=plan, key=uuid.uuid4(), base_revision=1, title="x")


def test_the_same_content_is_one_edition(adviser, plan):
    first = keep_edition(by=adviser, plan=plan)
    assert keep_edition(by=adviser, plan=plan) == first
    _goal(adviser, plan)
    assert keep_edition(by=adviser, plan=plan).number == 2
