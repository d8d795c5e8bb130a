"""The measures that hang on a partner, on the page of that partner."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.partners.organisations.actions import Partner, add_partner, end_partner
from integraal.foundation.partners.refusals import PartnersRefused
from integraal.foundation.partners.uses import uses_of
from integraal.foundation.people.models import Member
from integraal.policy.programme.actions import start_next_version
from integraal.policy.programme.content import build_content
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import MeasurePartner, Progress, Status


@pytest.fixture
def police(adviser):
    return add_partner(by=adviser, partner=Partner("Politie Wilgenwaard", "police"))


@pytest.fixture
def joined(adviser, measure, police):
    """The measure, with the police as partner."""
    MeasurePartner.objects.create(
        tenant_id=adviser.tenant_id, measure=measure, organisation=police, role="geeft voorlichting"
    )
    return measure


def test_a_measure_hangs_on_its_partner(client, adviser, sign_in, joined, police):
    [use] = uses_of(adviser, police)
    assert (use.what, use.label, use.running) == ("Maatregelen", joined.title, True)
    sign_in(client, adviser)
    page = client.get(reverse("partner", args=[police.pk])).content.decode()
    assert joined.title in page
    assert "geeft voorlichting" in page


def test_who_reads_no_drafts_does_not_see_measures_of_one(employ, joined, police):
    assert uses_of(employ("councillor"), police) == []
    assert uses_of(employ("partner"), police) == []


def test_a_next_version_does_not_tell_it_twice(adviser, mayor, joined, police):
    programme = joined.programme
    lifecycle.propose(programme, by=adviser, verb="plan.proposed")
    decision = lifecycle.Decision("college", programme.plan.adopted_on, "C-1")
    lifecycle.adopt(
        programme, by=mayor, verb="plan.adopted", decision=decision,
        content=build_content(programme),
    )  # fmt: skip
    start_next_version(by=adviser, programme=programme)
    assert len(uses_of(adviser, police)) == 1


def test_the_cooperation_ends_when_the_measure_is_done(adviser, joined, police):
    with pytest.raises(PartnersRefused, match=r"maatregelen \(1\)"):
        end_partner(by=adviser, organisation=police)
    Progress.objects.create(
        tenant_id=adviser.tenant_id, lineage=joined.programme.lineage, measure=joined.key,
        status=Status.DONE,
    )  # fmt: skip
    [use] = uses_of(adviser, police)
    assert not use.running
    end_partner(by=adviser, organisation=police)


def test_an_owner_of_a_partner_counts_too(adviser, programme, police, measure):
    owner = Member.objects.create(
        tenant_id=adviser.tenant_id, organisation=police, name="Wijkagent (fictief)",
        function="Wijkagent", active_from=programme.plan.adopted_on,
    )  # fmt: skip
    add_measure(by=adviser, programme=programme, theme="jeugd", title="Van ons", owner=owner)
    assert [one.label for one in uses_of(adviser, police)] == ["Van ons"]


def test_three_questions_whatever_the_number_of_measures(adviser, programme, police):
    for number in range(12):
        row = add_measure(by=adviser, programme=programme, theme="jeugd", title=f"M {number}")
        MeasurePartner.objects.create(
            tenant_id=adviser.tenant_id, measure=row, organisation=police, role=""
        )
    with CaptureQueriesContext(connection) as asked:
        assert len(uses_of(adviser, police)) == 12
    assert len(asked) <= 4
