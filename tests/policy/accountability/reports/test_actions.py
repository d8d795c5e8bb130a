"""Begin, gather, write, propose, adopt; and reckon again after the world moved on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.refusals import AccountRefused, Conflict
from integraal.policy.accountability.reports import actions
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.reports.deciding import actions as deciding
from integraal.policy.accountability.reports.recomputing import recompute
from integraal.policy.monitoring.models import Deviation
from integraal.policy.programme.actions import start_next_version as next_programme
from integraal.policy.programme.content import build_content
from integraal.policy.programme.models import Measure
from tests.policy.accountability.conftest import FIRST, LAST, adopted_on, say
from tests.provisions import employ_at, enter

TODAY = timezone.localdate


@pytest.fixture
def draft(adviser, programme, lively) -> Report:
    return actions.start_report(
        by=adviser, kind="year", programme=programme, first_day=FIRST, last_day=LAST
    )


@pytest.fixture
def adopted(adviser, mayor, draft) -> Report:
    deciding.propose_report(by=adviser, report=draft)
    return deciding.adopt_report(
        by=mayor, report=draft, body="college", decided_on=TODAY(), number="C-9"
    )


def test_a_report_begins_with_its_facts_and_its_usual_title(draft):
    assert draft.title == "Jaarrapportage 2024"
    assert len(draft.facts_mark) == 64
    assert recompute(draft).is_equal


def test_a_second_report_of_the_same_period_is_refused(adviser, programme, draft):
    with pytest.raises(AccountRefused, match="Er is al een rapport van deze soort"):
        actions.start_report(
            by=adviser, kind="year", programme=programme, first_day=FIRST, last_day=LAST
        )


@pytest.mark.parametrize(
    ("kind", "first", "last", "say"),
    [
        ("month", FIRST, LAST, "Kies een soort"),
        ("year", LAST, FIRST, "vóór de eerste"),
        ("year", date(2024, 2, 1), LAST, "1 januari tot en met 31 december"),
        ("quarter", date(2024, 1, 1), date(2024, 6, 30), "duurt drie maanden"),
        ("final", FIRST, LAST, "het hele programma"),
        ("year", date(2022, 1, 1), date(2022, 12, 31), "van 2023 tot en met 2024"),
    ],
)
def test_a_period_that_cannot_be_gets_a_sentence(adviser, programme, kind, first, last, say):
    with pytest.raises(AccountRefused, match=say):
        actions.start_report(
            by=adviser, kind=kind, programme=programme, first_day=first, last_day=last
        )


def test_what_somebody_else_wrote_is_not_overwritten(adviser, draft):
    written = actions.write_text(
        by=adviser, report=draft, place="intro", text="Een jaar van bouwen.", base_revision=0
    )
    with pytest.raises(Conflict):
        actions.write_text(by=adviser, report=draft, place="intro", text="Anders", base_revision=0)
    again = actions.write_text(
        by=adviser, report=draft, place="intro", text="Anders", base_revision=written.revision
    )
    assert again.revision == 2
    assert account_of(draft).intro == "Anders"
    with pytest.raises(AccountRefused, match="bestaat niet"):
        actions.write_text(by=adviser, report=draft, place="elders", text="x", base_revision=0)


def test_gathering_again_takes_what_was_said_since_and_keeps_the_texts(adviser, draft, lively):
    actions.write_text(by=adviser, report=draft, place="money", text="Meer rondes.",
                       base_revision=0)  # fmt: skip
    say(lively[3], LAST, status="running")
    found = recompute(draft)
    assert not found.is_equal
    assert ("maatregel", "Afspraak met scholen") in [(one.what, one.name) for one in found.facts]
    draft = actions.gather_facts(by=adviser, report=draft)
    assert recompute(draft).is_equal
    assert account_of(draft).money_text == "Meer rondes."


def test_the_way_to_the_college_and_the_council(adviser, mayor, draft):
    with pytest.raises(ImpossibleMove):
        deciding.adopt_report(by=mayor, report=draft, body="college", decided_on=TODAY())
    deciding.propose_report(by=adviser, report=draft)
    with pytest.raises(NotAllowed, match="staat vast"):
        actions.gather_facts(by=adviser, report=draft)
    with pytest.raises(NotAllowed):
        deciding.adopt_report(by=adviser, report=draft, body="college", decided_on=TODAY())
    deciding.send_back_report(by=mayor, report=draft, reason="Vertel meer over geld.")
    deciding.propose_report(by=adviser, report=draft)
    with pytest.raises(AccountRefused, match="vóór het einde"):
        deciding.adopt_report(by=mayor, report=draft, body="college", decided_on=LAST)
    found = deciding.adopt_report(by=mayor, report=draft, body="college", decided_on=TODAY())
    assert found.frozen["sentences"]["summary-heard"].startswith("In deze periode")
    told = deciding.tell_council(by=adviser, report=found, told_on=TODAY())
    assert told.council_told_on == TODAY()


def test_a_period_that_is_not_over_cannot_be_proposed(adviser, programme, draft):
    Report.objects.filter(pk=draft.pk).update(last_day=TODAY() + timedelta(days=3))
    with pytest.raises(AccountRefused, match="nog niet voorbij"):
        deciding.propose_report(by=adviser, report=draft)


def test_an_adopted_report_stays_the_same_whatever_comes_after(adviser, adopted, lively):
    before = account_of(adopted)
    watch = lively[0]
    say(watch, date(2025, 2, 1), status="stopped", spent=Decimal(99999))
    say(lively[3], date(2025, 1, 1), status="done")
    Deviation.objects.update(closed_on=date(2025, 3, 1), result="Opgelost")
    following = next_programme(by=adviser, programme=watch.programme)
    Measure.objects.filter(programme=following, key=watch.key).update(
        title="Elke dag toezicht", budget=Decimal(50000)
    )
    adopted_on(following, adviser, build_content(following), date(2025, 4, 1))
    again = Report.objects.get(pk=adopted.pk)
    found = recompute(again)
    assert found.is_equal, found
    assert found.say == "Gelijk: zelfde vingerafdruk en tekst."
    assert account_of(again) == before


def test_a_later_file_does_not_change_what_was_reported(adviser, adopted, areas):
    from integraal.knowledge.figures.actions import load_figures
    from integraal.knowledge.figures.reading import read_file
    from tests.statline import screen_export

    content = screen_export({"Molendrecht": [500] * 7}, list(range(2019, 2026)))
    load_figures(by=adviser, reading=read_file(content, "nieuw.csv", date(2026, 5, 1)))
    assert recompute(adopted).is_equal


def test_recomputing_says_what_was_changed_in_the_period(adopted):
    Deviation.objects.update(decision="Iets heel anders")
    found = recompute(adopted)
    assert not found.is_equal
    assert any("Iets heel anders" in field for one in found.facts for field in one.fields)
    assert any("Iets heel anders" in now for _, _, now in found.sentences)
    assert "Meer rondes" in str(Report.objects.get(pk=adopted.pk).frozen)


def test_a_change_of_the_programme_within_the_period_is_told(adviser, programme, measures):
    following = next_programme(by=adviser, programme=programme)
    Measure.objects.filter(programme=following, key=measures[1].key).update(budget=Decimal(4000))
    Measure.objects.filter(programme=following, key=measures[3].key).delete()
    adopted_on(following, adviser, build_content(following), date(2024, 5, 1))
    report = actions.start_report(
        by=adviser, kind="year", programme=programme, first_day=FIRST, last_day=LAST
    )
    said = {one.code: one.text for one in account_of(report).sentences()}
    assert "raakt 2 maatregelen" in said["summary-changed"]
    assert "1 maatregel weggehaald en 1 maatregel gewijzigd" in " ".join(said.values())
    assert "Buurtapp in elk dorp (begroot)" in said["theme-woonomgeving-changed-2"]


def test_the_next_version_has_the_texts_and_new_facts(adviser, mayor, draft):
    actions.write_text(by=adviser, report=draft, place="intro", text="Bouwen.", base_revision=0)
    with pytest.raises(AccountRefused, match="Alleen van de vastgestelde"):
        actions.start_next_version(by=adviser, report=draft)
    deciding.propose_report(by=adviser, report=draft)
    deciding.adopt_report(by=mayor, report=draft, body="college", decided_on=TODAY())
    Deviation.objects.update(decision="Iets anders")
    following = actions.start_next_version(by=adviser, report=draft)
    assert following.version == 2
    assert account_of(following).intro == "Bouwen."
    assert "Iets anders" in str(following.facts)
    with pytest.raises(AccountRefused, match="al begonnen"):
        actions.start_next_version(by=adviser, report=draft)


def test_drafts_are_for_who_works_on_them(employ, draft):
    assert draft not in reports(employ("councillor"))
    assert draft in reports(employ("college"))


def test_a_councillor_reads_what_was_adopted(employ, adopted, client, sign_in):
    browser = sign_in(client, employ("councillor"))
    page = browser.get(reverse("report", args=[adopted.pk]))
    assert page.status_code == 200
    assert "Elke week toezicht" in page.content.decode()
    assert "Verzamel de feiten opnieuw" not in page.content.decode()


def test_a_councillor_gets_no_draft_by_its_address(employ, draft, client, sign_in):
    browser = sign_in(client, employ("councillor"))
    for name, args in (
        ("report", []), ("report-source", ["summary-heard"]), ("report-decision", []),
    ):  # fmt: skip
        assert browser.get(reverse(name, args=[draft.pk, *args])).status_code == 404
    assert browser.post(reverse("report-recompute", args=[draft.pk])).status_code == 404


def test_another_municipality_sees_nothing(adopted, client, sign_in):
    other = enter("oostwaard", "Oostwaard")
    with tenant_scope(other.pk):
        theirs = employ_at(other, "adviser")
        assert not reports(theirs).exists()
        browser = sign_in(client, theirs)
    assert browser.get(reverse("report", args=[adopted.pk])).status_code == 404


def test_only_the_adviser_writes(employ, programme, draft):
    for role in ("councillor", "mayor", "clerk"):
        by = employ(role)
        with pytest.raises(NotAllowed):
            actions.gather_facts(by=by, report=draft)
        with pytest.raises(NotAllowed):
            actions.write_text(by=by, report=draft, place="intro", text="x", base_revision=0)
