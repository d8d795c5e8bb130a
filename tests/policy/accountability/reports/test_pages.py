"""The pages of a report: the list, reading it, its sources, its texts, the decision."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on
from integraal.knowledge.figures.uses import Question, uses_of
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.reports import actions
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.reports.uses import uses_in_reports
from tests.policy.accountability.conftest import FIRST, LAST

MOST_QUERIES = 15


@pytest.fixture
def draft(adviser, programme, lively) -> Report:
    return actions.start_report(
        by=adviser, kind="year", programme=programme, first_day=FIRST, last_day=LAST
    )


def test_without_a_programme_the_page_says_what_comes_first(client, adviser, sign_in):
    page = sign_in(client, adviser).get(reverse("accountability")).content.decode()
    assert "Een rapport vertelt over een vastgesteld uitvoeringsprogramma" in page


def test_the_list_says_what_is_due_and_the_form_has_it_filled_in(
    client, adviser, sign_in, programme
):
    browser = sign_in(client, adviser)
    page = browser.get(reverse("accountability")).content.decode()
    assert "Eindevaluatie 2023-2024" in page
    assert "Jaarrapportage 2023" in page
    form = browser.get(reverse("report-start")).content.decode()
    assert 'value="2024-12-31"' in form


def test_a_report_is_begun_read_and_written(client, adviser, sign_in, programme):
    browser = sign_in(client, adviser)
    given = {
        "kind": "year", "programme": str(programme.pk), "first_day": "2024-01-01",
        "last_day": "2024-12-31", "title": "",
    }  # fmt: skip
    browser.post(reverse("report-start"), given)
    report = Report.objects.get()
    again = browser.post(reverse("report-start"), given)
    assert again.status_code == 422
    assert "Er is al een rapport van deze soort" in again.content.decode()
    url = reverse("report-text", args=[report.pk, "intro"])
    browser.post(url, {"text": "Een jaar.\n\nVan bouwen.", "base_revision": "0"})
    late = browser.post(url, {"text": "Mijn tekst", "base_revision": "0"})
    assert late.status_code == 409
    assert "Mijn tekst" in late.content.decode()
    assert "Een jaar." in late.content.decode()
    page = browser.get(reverse("report", args=[report.pk])).content.decode()
    assert "<p>Van bouwen.</p>" in page


def test_a_sentence_leads_to_the_row_of_a_file(client, adviser, sign_in, draft):
    browser = sign_in(client, adviser)
    goal = next(
        one for theme in account_of(draft).themes for one in theme.goals if one.outcome == "unclear"
    )
    url = reverse("report-source", args=[draft.pk, goal.reached.code])
    assert url in browser.get(reverse("report", args=[draft.pk])).content.decode()
    page = browser.get(url).content.decode()
    figure = next(one for one in draft.facts["figures"] if one["year"] == 2024)
    row = reverse("figure-origin", args=[figure["rows"][0]["id"]])
    assert row in page
    assert figure["snapshot"]["sha256"] in page
    origin = browser.get(row).content.decode()
    assert draft.title in origin


def test_a_figure_knows_the_reports_that_rest_on_it(adviser, employ, draft):
    asked = Question(frozenset({"overlast-totaal"}), year=2024)
    found = [one for one in uses_of(adviser, asked) if one.document == draft.pk]
    assert len(found) == 1
    assert len(found[0].spots) == 1
    assert not [one for one in uses_of(employ("councillor"), asked) if one.document == draft.pk]


def test_a_figure_of_a_part_of_the_municipality_is_in_no_report(adviser, draft):
    today = timezone.localdate()
    whole = municipality_on(today)
    part = Area.objects.exclude(pk=whole.pk).defer("geometry").first()
    asked = [Question(frozenset({"overlast-totaal"}), area=one.pk) for one in (whole, part)]
    assert [len(list(uses_in_reports(adviser, one))) for one in asked] == [1, 0]


def test_every_sentence_with_a_source_has_a_page(client, adviser, sign_in, draft):
    browser = sign_in(client, adviser)
    for one in account_of(draft).sentences():
        url = reverse("report-source", args=[draft.pk, one.code])
        assert browser.get(url).status_code == 200
    url = reverse("report-source", args=[draft.pk, "bestaat-niet"])
    assert browser.get(url).status_code == 404


def test_reckoning_again_tells_on_a_page(client, adviser, sign_in, draft):
    page = sign_in(client, adviser).post(reverse("report-recompute", args=[draft.pk]))
    assert "Gelijk: zelfde vingerafdruk en tekst." in page.content.decode()


@pytest.mark.parametrize("name", ["accountability", "report"])
def test_a_page_takes_few_queries(client, adviser, sign_in, draft, name):
    browser = sign_in(client, adviser)
    url = reverse(name, args=[draft.pk] if name == "report" else [])
    browser.get(url)
    with CaptureQueriesContext(connection) as found:
        browser.get(url)
    assert sum(' FROM "' in one["sql"] for one in found.captured_queries) <= MOST_QUERIES
