"""Every rule of a plan, by a plan that keeps it and by plans that break it."""

import pytest

from integraal.policy.plan.checks.all_rules import RULES, checks_of
from integraal.policy.plan.checks.checking import Json, Rule, Subject
from integraal.policy.plan.checks.proposing import blocking, blocking_problem
from tests.policy.plan.checks.examples import BREAKS, CONTAINERS, MEANS, MOST, broken, right_plan

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def subject(content: Json) -> Subject:
    return Subject(content, CONTAINERS, MEANS, MOST)


def test_a_plan_that_is_right_passes_every_rule() -> None:
    assert [check.lacking for check in checks_of(subject(right_plan())) if check.lacking] == []
    assert blocking_problem(right_plan()) is None


def test_every_rule_has_a_plan_that_breaks_it_and_no_rule_is_forgotten() -> None:
    assert {rule.code for rule in RULES} == set(BREAKS)


@every_rule
def test_a_rule_finds_what_breaks_it(rule: Rule) -> None:
    for how in BREAKS[rule.code]:
        found = list(rule.find(subject(broken(how))))
        assert found, rule.code
        assert all(one.say.endswith((".", "”", ")")) for one in found)
        assert all(one.key or one.theme or one.chapter for one in found)


@every_rule
def test_a_rule_says_in_a_sentence_what_is_so_and_why_and_who_says_so(rule: Rule) -> None:
    assert rule.sentence
    assert rule.sentence[0].isupper()
    assert not rule.sentence.endswith(".")
    assert rule.why.endswith((".", "?"))
    assert rule.source


@every_rule
def test_only_what_blocks_stops_a_proposal(rule: Rule) -> None:
    for how in BREAKS[rule.code]:
        stops = blocking_problem(broken(how))
        if rule.weight == "block":
            assert stops == next(iter(rule.find(subject(broken(how))))).say
        elif rule.code != "theme_has_goal":
            assert stops is None


def test_three_goals_with_what_who_when_and_why_are_complete_work() -> None:
    content = right_plan()
    content["blocks"] = []
    for goal in content["themes"][0]["blocks"]:
        goal["details"] = {
            code: value for code, value in goal["details"].items() if code in ("owner", "by_date")
        }
    assert blocking_problem(content) is None


def test_more_than_one_thing_that_blocks_is_counted() -> None:
    content = right_plan()
    content["themes"][0]["blocks"][0]["details"] = {}
    assert len(blocking(content)) == 2
    assert blocking_problem(content).endswith("En nog 1; zie de controle van het plan.")


@pytest.mark.parametrize(
    "title",
    [
        "Minder jeugdoverlast in het centrum",
        "Inwoners voelen zich veiliger",
        "Minder slachtoffers van digitale oplichting",
    ],
)
def test_what_changes_is_no_means(title: str) -> None:
    content = right_plan()
    content["themes"][0]["blocks"][0]["title"] = title
    rule = next(one for one in RULES if one.code == "goal_is_no_means")
    assert list(rule.find(subject(content))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gemeente Molendrecht kiest hiervoor. De gemeente wil dat ook.",
        "Samen met gemeente Buurtdam houden we toezicht.",
        "Dit plan 2027-2030 volgt op het vorige veiligheidsplan 2023-2026.",
        "Het regionale beleidsplan 2023-2026 noemt dit ook, en de cijfers lopen van 2019-2025.",
    ],
)
def test_its_own_name_a_partner_and_another_plan_are_fine(text: str) -> None:
    content = right_plan()
    content["blocks"][2]["text"] = text
    content["blocks"].append({**content["blocks"][2], "kind": "partner", "text": "",
                              "title": "Gemeente Buurtdam"})  # fmt: skip
    said = [one.say for check in checks_of(subject(content)) for one in check.lacking]
    assert said == []
