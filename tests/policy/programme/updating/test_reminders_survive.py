"""Reminders while the worker is killed twice: all arrive, the one in flight at most twice.

``benchmarks/reminders.py`` does the same with a thousand.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import pytest

from tests.foundation.outbox.sink import mail_server
from tests.policy.programme.updating.a_thousand import kill, many_owners, wait_until, worker

pytestmark = pytest.mark.enable_socket
MANY = 300


def test_every_reminder_arrives_though_the_worker_is_killed_twice(django_db_blocker: Any) -> None:
    from integraal.foundation.audit.models import Event
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.outbox.models import Message

    with django_db_blocker.unblock(), mail_server() as sink, many_owners(MANY) as by:
        for after in (75, 180):
            with worker(sink.port) as process:
                wait_until(after, sink.arrived)
                kill(process)
        with worker(sink.port):
            wait_until(MANY, sink.arrived)
            _wait_until_all_are_marked(by.tenant_id)
        counted = Counter(sink.arrived)
        with tenant_scope(by.tenant_id):
            asked = {one.message_id: one for one in Message.objects.all()}
            assert {one.state for one in asked.values()} == {"sent"}
            assert Event.objects.filter(verb="mail.sent").count() == MANY
    assert {message_id for message_id, _ in counted} == set(asked)
    assert len({to for _, to in counted}) == MANY
    twice = [one for one, times in counted.items() if times > 1]
    assert len(twice) <= 2
    assert sum(counted.values()) <= MANY + 2
    assert len(counted) == MANY


def _wait_until_all_are_marked(tenant_id: int) -> None:
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.outbox.models import Message

    until = time.monotonic() + 60
    while time.monotonic() < until:
        with tenant_scope(tenant_id):
            if not Message.objects.filter(state="waiting").exists():
                return
        time.sleep(0.05)
    raise AssertionError("some letters still wait")
