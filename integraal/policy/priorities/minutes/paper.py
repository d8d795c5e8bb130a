"""The content of the minutes as the template of the PDF takes it. Pure."""

from collections import Counter
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day, listed
from integraal.policy.priorities.deciding.rules import ELSEWHERE, NOT, PRIORITY

Json = dict[str, Any]


def body_of_paper(content: Json) -> Json:
    """Return all parts of the minutes in their order."""
    decisions = content["decisions"]
    return {
        "summary": summary_of(content),
        "priorities": [one for one in decisions if one["outcome"] == PRIORITY],
        "ranked": any(one["place"] for one in decisions if one["outcome"] == PRIORITY),
        "elsewhere": [one for one in decisions if one["outcome"] == ELSEWHERE],
        "dropped": [one for one in decisions if one["outcome"] == NOT],
        "undecided": [one["name"] for one in decisions if not one["outcome"]],
        "conversation": content["conversation"],
        "scale_words": content["scale_words"],
        "criteria": content["criteria"],
        "people": people_of(content["participants"]),
        "rounds": [_round(one) for one in content["rounds"]],
        "changes": content["changes"],
        "others": [_other(one) for one in content["others"]],
    }


def summary_of(content: Json) -> list[str]:
    """Return in a few sentences what was decided and by how many people."""
    chosen = [one["name"] for one in content["decisions"] if one["outcome"] == PRIORITY]
    said = []
    if chosen:
        ranked = any(one["place"] for one in content["decisions"] if one["outcome"] == PRIORITY)
        order = "in deze volgorde" if ranked else "zonder volgorde"
        priority = "prioriteit" if len(chosen) == 1 else f"prioriteiten, {order}"
        said.append(f"De sessie koos {len(chosen)} {priority}: {listed(chosen)}.")
    else:
        said.append("Er is nog geen prioriteit gekozen.")
    people, rounds = len(content["participants"]), len(content["rounds"])
    if rounds:
        said.append(
            f"Er deden {people} mensen mee, in {rounds} {'ronde' if rounds == 1 else 'ronden'}."
        )
    said.append("De scores hielpen bij het gesprek. Het besluit is van mensen.")
    return said


def people_of(participants: list[Json]) -> list[Json]:
    """Return who took part by group: functions and organisations, equal ones counted."""
    groups: dict[str, Counter[str]] = {}
    for one in participants:
        words = ", ".join(part for part in (one["name"], one["organisation"]) if part)
        groups.setdefault(one["group"], Counter())[words] += 1
    return [
        {
            "group": group,
            "n": sum(people.values()),
            "people": [f"{name} ({n} keer)" if n > 1 else name for name, n in people.items()],
        }
        for group, people in groups.items()
    ]


def _round(one: Json) -> Json:
    groups = ", ".join(f"{each['name']} {each['n']}" for each in one["groups"])
    return {
        **one,
        "closed_on": day(date.fromisoformat(one["closed_on"])),
        "groups": groups,
        "weights": ", ".join(f"{each['name']} {each['share']}" for each in one["weights"]),
    }


def _other(one: Json) -> Json:
    agrees = {True: "gedeeld", False: "anders gekozen", None: "nog niet besloten"}
    return {**one, "agrees": agrees[one["agrees"]], "theme": one["theme"] or "geen thema"}
