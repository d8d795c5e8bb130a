"""What a programme lacks: each rule finds what it is for, and nothing else blocks."""

from typing import Any

import pytest

from integraal.policy.programme.deciding.lacking import (
    RULES,
    Subject,
    blocking_problem,
    findings_of,
)

WHOLE = {
    "key": "m1", "title": "Avonden", "theme": "wonen", "goal": "g1", "owner": "wijkagent",
    "starts_on": "2027-01-01", "ends_on": "2027-12-31", "kind": "prevention",
    "hours": {"2027-1": "30"},
}  # fmt: skip
OTHER_KINDS = [
    {**WHOLE, "key": "m2", "kind": "enforcement"},
    {**WHOLE, "key": "m3", "kind": "aftercare"},
]


def subject(*measures: dict[str, Any], **capacity: str) -> Subject:
    content = {"measures": list(measures), "capacity": {"2027-1": capacity.get("room", "90")}}
    return Subject(content, {"wonen": "Wonen"}, ["wonen"], {"g1": "Minder inbraken"})


def lacking(one: Subject) -> dict[str, list[str]]:
    return {
        found.rule.code: [each.say for each in found.lacking]
        for found in findings_of(one)
        if found.lacking
    }


def test_what_is_whole_lacks_nothing():
    assert lacking(subject(WHOLE, *OTHER_KINDS)) == {}


@pytest.mark.parametrize(
    ("code", "changed", "said"),
    [
        ("measure_has_owner", {"owner": ""}, "is van niemand"),
        ("measure_has_goal", {"goal": ""}, "hoort bij geen doel"),
        ("measure_has_dates", {"ends_on": ""}, "geen begin of geen einde"),
        ("priority_has_measure", {"theme": "anders"}, "Wonen heeft voorrang"),
        ("goal_has_measure", {"goal": "g2"}, "Minder inbraken"),
        ("theme_is_in_balance", {"kind": "aftercare"}, "ontbreekt preventie en handhaving"),
        ("hours_fit", {"hours": {"2027-1": "100"}}, "10 uur te weinig"),
        ("measure_says_what_and_where", {"title": ""}, "geen titel of geen thema"),
    ],
)
def test_each_rule_finds_what_it_is_for(code, changed, said):
    assert said in " ".join(lacking(subject({**WHOLE, **changed}))[code])


def test_only_what_makes_it_no_programme_blocks():
    bare = {**WHOLE, "owner": "", "goal": "", "ends_on": "", "kind": ""}
    assert blocking_problem(subject(bare)) is None
    assert "nog geen maatregelen" in (blocking_problem(subject()) or "")
    assert {rule.code for rule in RULES if rule.weight == "block"} == {
        "has_measures", "measure_says_what_and_where",
    }  # fmt: skip
