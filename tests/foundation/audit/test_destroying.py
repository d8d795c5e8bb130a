"""A month is destroyed at its term, by the owner, and the chain stays whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from integraal.foundation.audit.actions import chain_events
from integraal.foundation.audit.actors import the_product
from integraal.foundation.audit.models import Event, Link, Segment
from integraal.foundation.audit.queries import chain_faults, unchained_count
from integraal.foundation.audit.terms import DestructionRefused, check_stretch, check_term
from integraal.foundation.database.models import Tenant
from integraal.foundation.people.actions import add_organisation
from tests.provisions import tenant_scope


@pytest.fixture
def two_months(chained: Tenant, tamper: Callable[..., None]) -> Tenant:
    """Three events of March 2020 and two of April, one of March chained in April."""
    tamper(
        "DELETE FROM audit_link WHERE tenant_id = TENANT",
        "UPDATE audit_event SET day = '2020-03-05', at = '2020-03-05' WHERE tenant_id = TENANT",
    )
    with transaction.atomic(), tenant_scope(chained.pk):
        april = [str(key) for key in Event.objects.order_by("id").values_list("pk", flat=True)[:2]]
    keys = ", ".join(f"'{key}'" for key in april)
    tamper(f"UPDATE audit_event SET day = '2020-04-05', at = '2020-03-06' WHERE id IN ({keys})")
    with transaction.atomic(), tenant_scope(chained.pk):
        chain_events(by=the_product(chained.pk))
    return chained


def destroy(tenant: Tenant, month: str, **options: int) -> str:
    out = io.StringIO()
    call_command("audit_destroy_month", tenant=tenant.slug, month=month, stdout=out, **options)
    return out.getvalue()


def test_the_rest_of_the_chain_stays_whole(two_months: Tenant) -> None:
    assert "2020-03 destroyed, places 1 to 3" in destroy(two_months, "2020-03")
    with tenant_scope(two_months.pk):
        assert list(Link.objects.values_list("month", flat=True)) == ["2020-04", "2020-04"]
        assert Segment.objects.get().last_position == 3
        assert chain_faults(two_months.pk) == []


def test_the_destruction_is_recorded(two_months: Tenant) -> None:
    destroy(two_months, "2020-03")
    with tenant_scope(two_months.pk):
        event = Event.objects.get(verb="trail.month_destroyed")
    assert event.details == {"month": "2020-03", "first": 1, "last": 3}


def test_the_chain_goes_on_after_everything_was_destroyed(two_months: Tenant) -> None:
    destroy(two_months, "2020-04")
    destroy(two_months, "2020-03")
    with transaction.atomic(), tenant_scope(two_months.pk):
        add_organisation(by=the_product(two_months.pk), name="Nieuw", kind="other")
        chain_events(by=the_product(two_months.pk))
        assert Link.objects.order_by("position").first().position == 6
        assert unchained_count() == 0
        assert chain_faults(two_months.pk) == []


def test_tampering_after_a_destroyed_month_is_seen(
    two_months: Tenant, tamper: Callable[..., None]
) -> None:
    destroy(two_months, "2020-03")
    tamper("UPDATE audit_segment SET closing_hash = repeat('0', 64) WHERE tenant_id = TENANT")
    with tenant_scope(two_months.pk):
        assert chain_faults(two_months.pk)[0].position == 4


def test_a_month_within_its_term_stays(two_months: Tenant) -> None:
    with pytest.raises(CommandError, match="De termijn van 2020-03 is niet voorbij"):
        destroy(two_months, "2020-03", older_than_months=1200)
    with tenant_scope(two_months.pk):
        assert Link.objects.count() == 5


def test_a_month_with_waiting_events_stays(two_months: Tenant, tamper: Callable[..., None]) -> None:
    tamper(
        "INSERT INTO audit_event (id, tenant_id, verb, through, subject_kind, details, day) VALUES "
        "(gen_random_uuid(), TENANT, 'organisation.added', 'command', '', '{}', '2020-03-09')"
    )
    with pytest.raises(CommandError, match="wachten nog gebeurtenissen"):
        destroy(two_months, "2020-03")


def test_a_late_event_counts_with_the_month_in_which_it_was_chained(
    two_months: Tenant, tamper: Callable[..., None]
) -> None:
    tamper(
        "INSERT INTO audit_event (id, tenant_id, verb, through, subject_kind, details, day) VALUES "
        "(gen_random_uuid(), TENANT, 'organisation.added', 'command', '', '{}', '2020-03-09')"
    )
    with transaction.atomic(), tenant_scope(two_months.pk):
        chain_events(by=the_product(two_months.pk))
        assert Link.objects.get(position=6).month == "2020-04"


@pytest.mark.parametrize(
    ("month", "today", "is_over"),
    [
        ("2024-03", date(2026, 3, 31), False),
        ("2024-03", date(2026, 4, 1), True),
        ("2024-12", date(2026, 12, 31), False),
        ("2024-12", date(2027, 1, 1), True),
    ],
)
def test_the_term_counts_from_the_end_of_the_month(month: str, today: date, is_over: bool) -> None:
    if is_over:
        check_term(month, 24, today)
        return
    with pytest.raises(DestructionRefused):
        check_term(month, 24, today)


@pytest.mark.parametrize("month", ["2024-13", "2024-3", "maart", "2024-03-01", ""])
def test_what_is_no_month_is_refused(month: str) -> None:
    with pytest.raises(DestructionRefused, match="Schrijf 2024-03"):
        check_term(month, 24, date(2030, 1, 1))


def test_a_stretch_with_a_gap_is_refused() -> None:
    check_stretch("2024-03", [4, 5, 6])
    with pytest.raises(DestructionRefused, match="gat"):
        check_stretch("2024-03", [4, 6])
    with pytest.raises(DestructionRefused, match="niets"):
        check_stretch("2024-03", [])
