"""The plan in search and on the home page, and the end of its term."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.policy.plan.overview import own_terms
from integraal.policy.plan.overview.terms import term_note, warns_from
from integraal.policy.plan.writing.actions import add_block
from integraal.portal.home.presenters import home
from integraal.portal.search.queries import search


def test_the_first_warning_comes_twelve_months_before_the_end():
    assert warns_from(2029, 12) == date(2029, 1, 1)
    assert warns_from(2029, 18) == date(2028, 7, 1)
    assert not term_note(2029, date(2028, 12, 31), 12).is_warning
    assert term_note(2029, date(2029, 1, 1), 12).is_warning
    assert "31 december 2029" in term_note(2029, date(2029, 1, 1), 12).say
    assert "gold tot en met" in term_note(2029, date(2030, 1, 1), 12).say


def test_a_municipality_sets_its_own_number_of_months(administrator):
    assert own_terms.warn_months() == 12
    change_definition(
        by=administrator, kind=kinds.kind(own_terms.KIND), code=own_terms.CODE,
        values={"name": "Waarschuwen", "warn_months": 18}, reason="Eerder beginnen.", based_on=0,
    )  # fmt: skip
    assert own_terms.warn_months() == 18
    assert own_terms.problems_of({"warn_months": 0})


def test_search_finds_goals_and_texts_for_who_may_read_them(adviser, employ, plan):
    goal = add_block(by=adviser, plan=plan, kind="goal", theme="jeugd",
                     title="Minder vechtpartijen", text="Bij de **sporthal**.")  # fmt: skip
    add_block(by=adviser, plan=plan, kind="vision", text="Rust bij de sporthal.")
    hits = {hit.kind: hit for hit in search(adviser, "sporthal")}
    assert hits["Doel"].url.endswith(f"/thema/jeugd/#blok-{goal.key}")
    assert "Bij de sporthal." in hits["Doel"].excerpt
    assert hits["Plan"].title.endswith(": visie")
    assert [hit.kind for hit in search(adviser, "vechtpartijen")] == ["Doel"]
    assert search(employ("councillor"), "sporthal") == []


def test_home_shows_the_plan_in_hand_and_who_must_go_on(adviser, mayor, plan):
    page = home(adviser, timezone.localtime())
    step = next(one for one in page.steps if one.number == 3)
    assert (step.say, step.phase, step.url) == ("2027-2030: concept", "now", "/plan/")
    assert f"{plan} afmaken" in [title for title, _, _ in page.waiting]
    assert not any("afmaken" in title for title, _, _ in home(mayor, timezone.localtime()).waiting)


@pytest.mark.parametrize(("last_year", "warns"), [(0, True), (1, False)])
def test_home_and_overview_warn_when_the_term_ends(
    client, sign_in, adviser, adopted_plan_until, last_year, warns
):
    plan = adopted_plan_until(timezone.localdate().year + last_year)
    titles = [title for title, _, _ in home(adviser, timezone.localtime()).waiting]
    assert (f"{plan} loopt af" in titles) is warns
    sign_in(client, adviser)
    page = client.get(f"/plan/{plan.pk}/").content.decode()
    assert ("Begin nu met het volgende plan" in page) is warns
