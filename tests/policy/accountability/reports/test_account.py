"""A report follows from its facts: what was promised, done and reached, and nothing else."""

import json
import uuid
from datetime import date

import pytest

from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.reports.facts import gather
from tests.policy.accountability.conftest import FIRST, LAST


@pytest.fixture
def report(adviser, programme, lively) -> Report:
    facts = gather(programme, FIRST, LAST)
    return Report.objects.create(
        tenant_id=adviser.tenant_id, kind="year", title="Jaarrapportage 2024", programme=programme,
        first_day=FIRST, last_day=LAST, lineage=uuid.uuid4(), facts=facts,
        facts_mark=fingerprint(facts),
    )  # fmt: skip


@pytest.fixture
def account(report) -> Account:
    return account_of(report)


def texts(account: Account) -> dict[str, str]:
    return {one.code: one.text for one in account.sentences()}


def test_the_summary_says_what_was_done_and_of_what_nothing_was_said(account):
    said = texts(account)
    assert said["summary-measures"] == (
        "Op 31 december 2024: van de 4 maatregelen is er 1 afgerond, loopt er 1 en is er 1 "
        "gestopt. Over 1 is niets gezegd."
    )
    assert said["summary-heard"] == "In deze periode is bij 2 van de 4 maatregelen iets gemeld."
    assert len(account.summary) <= 7


def test_money_that_nobody_told_is_not_zero(account):
    said = texts(account)
    assert said["money-total"] == (
        "Bij 2 van de 4 maatregelen is een bedrag begroot: samen 14.500,50 euro. "
        "Bij 2 is gemeld wat is uitgegeven: samen 15.000 euro."
    )
    assert "Bij 2 maatregelen is niet gemeld" in said["cannot-money"]
    youth = next(line for line in account.money if line.theme.startswith("Jeugd"))
    assert (youth.budget, youth.spent) == ("", "")


def test_a_goal_within_its_margin_is_not_to_say(account, goal):
    found = next(one for theme in account.themes for one in theme.goals)
    assert found.outcome == "unclear"
    assert "131 (marge " in found.reached.text
    assert "is niet te zeggen" in found.reached.text
    assert "Geen aantoonbare verandering" in found.reached.text
    assert found.promised.text.startswith("Beloofd is: van 159 in 2021 naar 120 uiterlijk")
    assert "figure:overlast-totaal:2024" in found.reached.sources


def test_a_figure_leads_to_its_file_and_its_row(account):
    source = account.sources["figure:overlast-totaal:2024"]
    facts = dict(source.facts)
    assert facts["Waarde"] == "131"
    assert facts["Bestand"] == "overlast.csv"
    assert len(facts["SHA-256 van het bestand"]) == 64
    assert source.link.startswith("/cijfers/herkomst/")


def test_what_came_between_and_what_was_decided_is_told(account):
    said = texts(account)
    assert any("62,5 uur" in text for text in said.values())
    assert any("Besluit van 2 april 2024: Meer rondes." in text for text in said.values())
    assert any("Wij leveren 4 uur per week." in text for text in said.values())


def test_every_source_of_a_sentence_is_there(account):
    for one in account.sentences():
        for key in one.sources:
            assert key in account.sources, (one.code, key)
            assert all(part in account.sources for part in account.sources[key].parts)


def test_the_same_facts_give_the_same_text_after_a_round_trip(report, account):
    report.facts = json.loads(json.dumps(report.facts))
    assert account_of(report) == account
    assert fingerprint(report.facts) == report.facts_mark


def test_a_report_without_facts_has_a_cover(report):
    report.facts = None
    assert account_of(report).title == "Jaarrapportage 2024"
    assert list(account_of(report).sentences()) == []


def test_codes_of_sentences_are_unique(account):
    codes = [one.code for one in account.sentences()]
    assert len(codes) == len(set(codes))


def test_nothing_after_the_last_day_is_in_it(programme, lively):
    facts = gather(programme, date(2023, 1, 1), date(2023, 12, 31))
    watch = facts["measures"][0]
    assert watch["spent"]["amount"] == "5000.00"
    assert facts["deviations"] == facts["incidents"] == []
    assert max(one["year"] for one in facts["figures"]) == 2023
