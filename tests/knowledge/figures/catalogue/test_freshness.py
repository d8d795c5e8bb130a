"""How fresh a source is, in states and in words, on its page and at home."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import DefinitionRefused, change_definition
from integraal.knowledge.figures.catalogue.freshness import age_in_words, state_of
from integraal.knowledge.figures.catalogue.queries import source_states, thresholds
from integraal.knowledge.figures.models import Snapshot
from integraal.knowledge.indicators.periods import Period
from tests.provisions import employ_at

TODAY = date(2026, 11, 24)


def states() -> dict[str, str]:
    return {one.source.code: one.state for one in source_states()}


@pytest.mark.parametrize(
    ("days", "frequency", "state"),
    [
        (44, ("year", "month"), "fresh"),
        (45, ("year", "month"), "getting-old"),
        (100, ("month",), "old"),
        (100, ("year",), "fresh"),
        (400, ("year",), "getting-old"),
        (760, ("year",), "old"),
    ],
)
def test_the_shortest_period_of_a_source_sets_its_rhythm(db, molendrecht, days, frequency, state):
    fetched = TODAY - timedelta(days=days)
    assert state_of(fetched, TODAY, frequency, thresholds()) == state


@pytest.mark.parametrize(
    ("newest", "frequency", "state"),
    [
        ("2025JJ00", ("year",), "fresh"),
        ("2024JJ00", ("year",), "fresh"),
        ("2023JJ00", ("year",), "getting-old"),
        ("2022JJ00", ("year",), "old"),
        ("2026MM09", ("month",), "fresh"),
        ("2023MM12", ("year", "month"), "old"),
    ],
)
def test_figures_of_years_ago_are_old_however_lately_they_were_fetched(
    db, molendrecht, newest, frequency, state
):
    period = Period.from_code(newest)
    assert state_of(TODAY, TODAY, frequency, thresholds(), newest=period) == state


def test_what_was_never_fetched_is_not_old(db, molendrecht):
    assert state_of(None, TODAY, ("month",), thresholds()) == "never"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "vandaag"), (1, "1 dag"), (12, "12 dagen"), (92, "3 maanden"), (800, "2 jaar")],
)
def test_an_age_is_told_in_words(days, words):
    assert age_in_words(TODAY - timedelta(days=days), TODAY) == words


def test_the_list_says_which_sources_are_here_and_which_never_came(
    client, sign_in, adviser, loaded
):
    found = states()
    assert found["politie-overlast"] != "never"
    assert found["cbs-bevolking"] != "never"
    assert "never" in found.values()
    sign_in(client, adviser)
    page = client.get(reverse("sources")).content.decode()
    assert "nog niet opgehaald" in page
    assert "2 maart 2026" in page


def test_a_source_has_its_caveats_and_every_copy(client, sign_in, adviser, loaded):
    sign_in(client, adviser)
    page = client.get(reverse("source", args=["politie-overlast"])).content.decode()
    assert "overlast.csv" in page
    assert "CC BY 4.0" in page
    assert "Het zijn meldingen" in page


def test_a_source_says_what_it_withholds_and_why(client, sign_in, adviser):
    sign_in(client, adviser)
    page = client.get(reverse("source", args=["politie-misdrijven-buurt-jaar"])).content.decode()
    assert "Wat de uitgever niet laat zien" in page
    assert "1.4.1 Zedenmisdrijf" in page


def test_the_home_page_tells_how_fresh_figures_are(client, sign_in, adviser, loaded):
    sign_in(client, adviser)
    page = client.get("/").content.decode()
    assert "Hoe vers zijn de cijfers" in page
    assert "opgehaald op 2 maart 2026" in page


def test_the_home_page_says_nothing_of_freshness_without_figures(client, sign_in, adviser):
    sign_in(client, adviser)
    assert "Hoe vers zijn de cijfers" not in client.get("/").content.decode()


def test_another_municipality_sees_nothing_of_our_files(client, sign_in, loaded, oostwaard):
    with tenant_scope(oostwaard.pk):
        sign_in(client, employ_at(oostwaard, "adviser"))
    page = client.get(reverse("source", args=["politie-overlast"])).content.decode()
    assert "overlast.csv" not in page
    assert "nog niets ingelezen" in page


def test_a_municipality_sets_its_own_thresholds(adviser, loaded):
    Snapshot.objects.update(accessed_on=timezone.localdate() - timedelta(days=10))
    assert states()["politie-overlast"] == "fresh"
    kind = kinds.kind("freshness")
    for code in ("month", "year"):
        change_definition(
            by=adviser, kind=kind, code=code, based_on=0, reason="Elke week vers.",
            values={"getting_old": 7, "old": 9},
        )  # fmt: skip
    assert states()["politie-overlast"] == "old"


def test_old_before_getting_old_is_refused(adviser):
    with pytest.raises(DefinitionRefused, match="meer dagen"):
        change_definition(
            by=adviser, kind=kinds.kind("freshness"), code="month", based_on=0, reason="Proef.",
            values={"getting_old": 30, "old": 30},
        )  # fmt: skip


def test_the_sources_take_a_fixed_number_of_queries(
    client, sign_in, adviser, loaded, django_assert_max_num_queries
):
    sign_in(client, adviser)
    client.get(reverse("sources"))
    with django_assert_max_num_queries(17):
        client.get(reverse("sources"))
