"""Whoever gets round the triggers is still seen by the chain."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from integraal.foundation.audit.actors import the_product
from integraal.foundation.audit.models import Event, Link
from integraal.foundation.audit.queries import chain_faults, heads, unchained_count
from integraal.foundation.database.models import Tenant
from tests.provisions import tenant_scope

EVENT = "(SELECT event_id FROM audit_link WHERE tenant_id = TENANT AND position = {})"


def sentences(tenant: Tenant, known: dict[int, str] | None = None) -> list[str]:
    with tenant_scope(tenant.pk):
        return [fault.sentence for fault in chain_faults(tenant.pk, known)]


def event_at(tenant: Tenant, position: int) -> str:
    with tenant_scope(tenant.pk):
        return str(Link.objects.get(position=position).event_id)


def head_of(tenant: Tenant) -> dict[int, str]:
    with tenant_scope(tenant.pk):
        return {position: value for _, position, value in heads()}


def test_an_untouched_chain_is_whole(chained: Tenant) -> None:
    assert sentences(chained, head_of(chained)) == []


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'member.added'",
        "actor_id = gen_random_uuid()",
        "details = '{\"number\": 9}'",
        "at = at + interval '1 second'",
        "at = NULL",
        "day = day - 1",
        "through = 'screen'",
        "subject_id = gen_random_uuid()",
    ],
)
def test_a_changed_event_is_named(
    chained: Tenant, tamper: Callable[..., None], change: str
) -> None:
    event = event_at(chained, 3)
    tamper(f"UPDATE audit_event SET {change} WHERE id = {EVENT.format(3)} AND tenant_id = TENANT")
    assert sentences(chained) == [f"Gebeurtenis {event} op plaats 3 is gewijzigd of verplaatst."]


def test_a_removed_event_is_named(chained: Tenant, tamper: Callable[..., None]) -> None:
    event = event_at(chained, 2)
    tamper(f"DELETE FROM audit_event WHERE id = {EVENT.format(2)} AND tenant_id = TENANT")
    assert sentences(chained) == [f"Gebeurtenis {event} op plaats 2 is verwijderd."]


def test_an_event_removed_with_its_link_leaves_a_gap(
    chained: Tenant, tamper: Callable[..., None]
) -> None:
    tamper(
        f"DELETE FROM audit_event WHERE id = {EVENT.format(2)} AND tenant_id = TENANT",
        "DELETE FROM audit_link WHERE position = 2 AND tenant_id = TENANT",
    )
    found = sentences(chained)
    assert len(found) == 1
    assert found[0].startswith("Schakel 2 ontbreekt")


def test_a_removed_first_link_is_seen(chained: Tenant, tamper: Callable[..., None]) -> None:
    tamper("DELETE FROM audit_link WHERE position = 1 AND tenant_id = TENANT")
    assert sentences(chained)[0].startswith("Schakel 1 ontbreekt")


def test_swapped_contents_are_named_at_both_places(
    chained: Tenant, tamper: Callable[..., None]
) -> None:
    events = [event_at(chained, 2), event_at(chained, 4)]
    tamper(
        "UPDATE audit_event AS one SET subject_id = other.subject_id, at = other.at "
        "FROM audit_event AS other WHERE one.tenant_id = TENANT AND other.tenant_id = TENANT AND "
        f"((one.id = {EVENT.format(2)} AND other.id = {EVENT.format(4)}) OR "
        f"(one.id = {EVENT.format(4)} AND other.id = {EVENT.format(2)}))"
    )
    found = " ".join(sentences(chained))
    assert all(event in found for event in events)


def test_swapped_positions_are_named(chained: Tenant, tamper: Callable[..., None]) -> None:
    tamper(
        "UPDATE audit_link SET position = 99 WHERE position = 2 AND tenant_id = TENANT",
        "UPDATE audit_link SET position = 2 WHERE position = 3 AND tenant_id = TENANT",
        "UPDATE audit_link SET position = 3 WHERE position = 99 AND tenant_id = TENANT",
    )
    found = " ".join(sentences(chained))
    assert "op plaats 2" in found
    assert "op plaats 3" in found


def test_a_chain_cut_off_at_its_end_shows_against_a_kept_head(
    chained: Tenant, tamper: Callable[..., None]
) -> None:
    kept = head_of(chained)
    tamper(
        f"DELETE FROM audit_event WHERE id = {EVENT.format(5)} AND tenant_id = TENANT",
        "DELETE FROM audit_link WHERE position = 5 AND tenant_id = TENANT",
    )
    assert sentences(chained) == []  # without the head nobody could know
    assert sentences(chained, kept)[0].startswith("De keten is afgekapt: plaats 5")


def test_a_chain_computed_anew_shows_against_a_kept_head(
    chained: Tenant, tamper: Callable[..., None]
) -> None:
    from django.db import transaction

    from integraal.foundation.audit.actions import chain_events

    kept = head_of(chained)
    tamper(
        f"UPDATE audit_event SET through = 'screen' WHERE id = {EVENT.format(3)}",
        "DELETE FROM audit_link WHERE tenant_id = TENANT",
    )
    with transaction.atomic(), tenant_scope(chained.pk):
        chain_events(by=the_product(chained.pk))
    assert sentences(chained) == []
    assert "plaats 5 is een andere" in sentences(chained, kept)[0]


def test_the_commands_tell_and_set_the_exit_code(
    chained: Tenant, tamper: Callable[..., None], tmp_path: Path
) -> None:
    file, out = tmp_path / "heads.jsonl", io.StringIO()
    call_command("audit_heads", stdout=out)
    file.write_text(out.getvalue())
    assert chained.slug in {json.loads(line)["tenant"] for line in out.getvalue().splitlines()}
    options: dict[str, Any] = {"tenant": chained.slug, "heads": file}
    call_command("audit_verify", stdout=io.StringIO(), **options)
    tamper("DELETE FROM audit_link WHERE position = 5 AND tenant_id = TENANT")
    said = io.StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("audit_verify", stdout=said, **options)
    assert refused.value.returncode == 1
    assert "afgekapt" in said.getvalue()
    assert "does not hold" in said.getvalue()


def test_what_waits_is_chained_by_command(chained: Tenant) -> None:
    from django.db import transaction

    from integraal.foundation.people.actions import add_organisation

    with transaction.atomic(), tenant_scope(chained.pk):
        add_organisation(by=the_product(chained.pk), name="Later", kind="other")
        assert unchained_count() == 1
    call_command("audit_chain", stdout=io.StringIO())
    with tenant_scope(chained.pk):
        assert unchained_count() == 0
        assert Event.objects.count() == 6
    assert sentences(chained) == []
