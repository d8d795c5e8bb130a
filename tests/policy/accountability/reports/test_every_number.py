"""Every digit of a sentence stands in a source, or is a count that a naive reckoning gives too."""

import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.policy.accountability.outline import Account, Sentence
from integraal.policy.accountability.reports.sentences import account_from, texts_of

Json = dict[str, Any]
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
AMOUNTS = st.sampled_from(["", "0.00", "1000.00", "2500.50", "12345.00"])
DAYS = [f"2024-{month:02}-15" for month in range(1, 13)]


def update(number: int, status: str, lights: tuple[str, str, str], on: str) -> Json:
    quality, time, money = lights
    return {
        "number": number, "status": status, "quality": quality, "time": time, "money": money,
        "done": "Gedaan wat kon.", "obstacle": "", "help_wanted": "", "figure": "", "spent": "",
        "hours_spent": "", "on": on, "by": "Wijkagent, Politie",
    }  # fmt: skip


@st.composite
def measures(draw: st.DrawFn, place: int) -> Json:
    light = st.sampled_from(["", "good", "attention", "stuck"])
    said = [
        update(number + 1, draw(st.sampled_from(["planned", "running", "done", "stopped"])),
               (draw(light), draw(light), draw(light)), draw(st.sampled_from(DAYS)))
        for number in range(draw(st.integers(0, 3)))
    ]  # fmt: skip

    def told() -> Json:
        amount = draw(AMOUNTS) if said else ""
        return {"amount": amount, "number": said[-1]["number"] if amount else 0}

    return {
        "key": f"m{place}", "title": f"Maatregel {'abcdefghij'[place]}",
        "theme": draw(st.sampled_from(["wonen", "jeugd"])),
        "goal": draw(st.sampled_from(["", "g0", "g1"])), "ends_on": "",
        "starts_on": draw(st.sampled_from(["2024-01-01", "2031-01-01"])),
        "area": "", "kind": "", "budget": draw(AMOUNTS), "output": "rondes",
        "output_target": draw(st.sampled_from([{}, {"2024": "52"}])), "who": "", "partners": [],
        "hours": draw(st.sampled_from(["", "40", "120.5"])), "is_from_start": True,
        "last": said[-1] if said else None, "figure": told(), "spent": told(),
        "hours_spent": told(), "heard": len(said), "updates": said,
        "more_than_budget_because": draw(st.sampled_from(["", "De raad vroeg meer"])),
    }  # fmt: skip


@st.composite
def goals(draw: st.DrawFn, place: int) -> Json:
    value = draw(st.sampled_from(["", "80", "125", "159"]))
    low, high = (str(int(value) - 15), str(int(value) + 17)) if value else ("", "")
    year = {"year": 2024, "value": value, "low": low, "high": high, "shown": value or "onbekend",
            "complete": draw(st.booleans()), "source": f"reading:g{place}:2024"}  # fmt: skip
    return {
        "key": f"g{place}", "title": f"Doel {'abc'[place]}", "why": "", "by_date": "2026-12-31",
        "theme": draw(st.sampled_from(["wonen", "jeugd"])), "indicator": "", "measured_by": "",
        "direction": draw(st.sampled_from(["down", "up", "hold", ""])),
        "baseline": draw(st.sampled_from(["", "159"])), "baseline_year": 2021,
        "target": draw(st.sampled_from(["", "120"])), "target_year": 2026, "years": [year],
        "since_start": None, "since_last_year": None,
    }  # fmt: skip


@st.composite
def contents(draw: st.DrawFn) -> Json:
    document = {
        "id": "p", "title": "Programma", "version": 1, "fingerprint": "f", "adopted_on":
        "2023-02-01", "body": "college", "number": "C-1", "council_told_on": "",
    }  # fmt: skip
    found = [draw(measures(place)) for place in range(draw(st.integers(0, 6)))]
    wanted = [draw(goals(place)) for place in range(draw(st.integers(0, 2)))]
    deviations = [
        {"id": f"d{place}", "title": "Iets stijgt", "cause": "een cijfer", "goal": "",
         "measure": "", "opened_on": draw(st.sampled_from(["2023-04-01", "2024-04-01"])),
         "is_new": draw(st.booleans()), "decision": "", "decided_by": "", "decided_on": "",
         "result": "Klaar", "closed_on": draw(st.sampled_from(["", "2024-09-01"]))}
        for place in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    incidents = [
        {"id": f"i{place}", "kind": "incident", "title": "Brand", "theme": "", "area": "",
         "on": "2024-05-05", "hours": draw(st.sampled_from(["", "40", "62.5"])), "shifted": ""}
        for place in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    readings = [
        {"key": one["years"][0]["source"], "goal": one["key"], "year": 2024,
         "value": one["years"][0]["value"] or "0", "low": one["years"][0]["low"],
         "high": one["years"][0]["high"], "source": "Telling", "entered_on": "2025-01-10"}
        for one in wanted
    ]  # fmt: skip
    facts = {
        "form": 1, "first_day": "2024-01-01", "last_day": "2024-12-31", "municipality": "Elders",
        "programme": {**document, "first_year": 2023, "last_year": 2024}, "plan": document,
        "versions": [{**document, "changes": []}],
        "themes": [{"code": "wonen", "name": "Wonen"}, {"code": "jeugd", "name": "Jeugd"}],
        "measures": found, "goals": wanted, "figures": [], "readings": readings, "changes": [],
        "deviations": deviations, "incidents": incidents, "joined": [],
    }  # fmt: skip
    kind = draw(st.sampled_from(["quarter", "year", "final"]))
    return {"form": 1, "title": "Rapport", "kind": kind, "facts": facts, "facts_mark": "f" * 64,
            "texts": {}, "norms": [], "questions": []}  # fmt: skip


def numbers(text: str) -> set[str]:
    return {one.rstrip(".,") for one in NUMBER.findall(text)}


def in_sources(account: Account, sentence: Sentence) -> set[str]:
    found = [account.sources[key] for key in sentence.sources]
    found += [account.sources[part] for one in found for part in one.parts]
    return {
        number
        for one in found
        for text in (one.label, *(word for fact in one.facts for word in fact))
        for number in numbers(text)
    }


def reckoned(facts: Json) -> set[str]:
    """Count one by one, without any of the code that makes the sentences."""
    counts = set()
    for theme in ("", "wonen", "jeugd"):
        for goals_too in (False, True):
            rows = [one for one in facts["goals" if goals_too else "measures"]
                    if theme in ("", one["theme"])]  # fmt: skip
            counts.add(len(rows))
        rows = [one for one in facts["measures"] if theme in ("", one["theme"])]
        silent, stuck, later = 0, 0, 0
        by_status = {"planned": 0, "running": 0, "done": 0, "stopped": 0}
        for one in rows:
            if one["last"] is None:
                silent += 1
                later += one["starts_on"] > facts["last_day"]
                continue
            by_status[one["last"]["status"]] += 1
            if "stuck" in (one["last"]["quality"], one["last"]["time"], one["last"]["money"]):
                stuck += 1
        counts |= {silent, stuck, later, *by_status.values()}
        counts.add(sum(1 for one in rows if one["updates"]))
        counts.add(sum(1 for one in rows if not one["spent"]["amount"]))
        counts.add(sum(1 for one in rows if one["hours_spent"]["amount"]))
        counts.add(sum(1 for one in rows if one["hours"]))
    counts |= {sum(1 for one in facts["deviations"] if not one["closed_on"])}
    counts |= {sum(1 for one in facts["incidents"] if not one["hours"])}
    return {str(one) for one in counts}


@given(contents())
def test_every_number_is_in_a_source_or_is_a_count(content):
    account = account_from(content)
    counts = reckoned(content["facts"])
    for one in account.sentences():
        unknown = numbers(one.text) - in_sources(account, one) - counts
        assert not unknown, (one, unknown)
        assert one.sources or not numbers(one.text), one


@given(contents(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_sentence(content, order: random.Random):
    facts = dict(content["facts"])
    for name in ("readings", "figures", "versions"):
        facts[name] = order.sample(facts[name], len(facts[name]))
    again = account_from({**content, "facts": facts})
    assert texts_of(again) == texts_of(account_from(content))


@given(contents())
def test_nothing_silent_is_called_not_done_and_no_sentence_has_a_percentage(content):
    said = " ".join(texts_of(account_from(content)).values())
    assert "niet gedaan" not in said
    assert "%" not in said


@given(contents())
def test_the_summary_is_short_and_codes_are_unique(content):
    account = account_from(content)
    codes = [one.code for one in account.sentences()]
    assert len(account.summary) <= 7
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("value", "outcome"), [("110", "unclear"), ("80", "reached")])
def test_reached_only_when_the_whole_margin_is(value, outcome):
    from integraal.policy.accountability.reports.telling.goals import judge

    year = {"year": 2024, "value": value, "low": str(int(value) - 15),
            "high": str(int(value) + 17), "shown": value, "complete": True,
            "source": "s"}  # fmt: skip
    goal = {
        "key": "g", "title": "Doel", "why": "", "by_date": "2024-12-31", "theme": "wonen",
        "indicator": "x", "measured_by": "", "direction": "down", "baseline": "159",
        "baseline_year": 2021, "target": "120", "target_year": 2024, "years": [year],
        "since_start": None, "since_last_year": None,
    }  # fmt: skip
    assert judge(goal, "final").outcome == outcome
