"""A municipality with many owners who are asked, really there for every connection."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

import psycopg

from tests.provisions import REPOSITORY, employ_at, enter, environment_for, superuser_dsn

if TYPE_CHECKING:
    from integraal.foundation.audit.actors import Actor

_TABLES = (
    "outbox_message", "programme_asking", "programme_measure", "programme_programme",
    "partners_contact", "audit_link", "audit_event", "people_member", "people_organisation",
)  # fmt: skip


@contextmanager
def many_owners(many: int) -> Iterator[Actor]:
    """Make a programme of so many measures, each with an owner of its own, and ask them all."""
    from django.db import connection

    tenant = enter(f"post-{uuid.uuid4().hex[:12]}", "Postdorp")
    try:
        by = employ_at(tenant, "adviser", name="Adviseur (fictief)")
        _ask(by, many)
        yield by
    finally:
        with psycopg.connect(superuser_dsn()) as superuser:
            superuser.execute("SET session_replication_role = replica")
            superuser.execute("DELETE FROM procrastinate_jobs")
            for table in _TABLES:
                superuser.execute(f"DELETE FROM {table} WHERE tenant_id = {tenant.pk}".encode())
            superuser.execute("DELETE FROM database_tenant WHERE id = %s", [tenant.pk])
        connection.close()


def _ask(by: Actor, many: int) -> None:
    """Ask everybody a while ago, and remind them today."""
    from django.utils import timezone

    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.lifecycle.states import State
    from integraal.policy.programme.models import Asking, Programme
    from integraal.policy.programme.updating.asking.actions import ask_for_updates, ask_when_due

    today = timezone.localdate()
    with tenant_scope(by.tenant_id):
        programme = _programme(by, many)
        Programme.objects.filter(pk=programme.pk).update(
            state=State.PROPOSED, first_year=today.year, last_year=today.year + 1
        )
        Programme.objects.filter(pk=programme.pk).update(
            state=State.ADOPTED, frozen={}, fingerprint="x", adopted_on=today
        )
        programme.refresh_from_db()
        asked = ask_for_updates(by=by, programme=programme, on=today - timedelta(days=10))
        assert len(asked) == Asking.objects.count() == many
        assert ask_when_due(by=by) == many


def _programme(by: Actor, many: int) -> object:
    from django.utils import timezone

    from integraal.foundation.partners.models import Contact
    from integraal.foundation.people.models import Member, Organisation
    from integraal.policy.programme.models import Measure, Programme

    whose = {"tenant_id": by.tenant_id}
    partner = Organisation.objects.create(**whose, kind="youth", name="Jongerenwerk De Brug")
    owners = Member.objects.bulk_create(
        Member(
            **whose, organisation=partner, name=f"Eigenaar {n} (fictief)",
            active_from=date(2020, 1, 1),
        )
        for n in range(many)
    )  # fmt: skip
    Contact.objects.bulk_create(
        Contact(**whose, member=one, mail=f"eigenaar{n}@brug.example")
        for n, one in enumerate(owners)
    )
    programme = Programme.objects.create(
        **whose, title="Programma", first_year=2026, last_year=2027, lineage=uuid.uuid4()
    )
    Measure.objects.bulk_create(
        Measure(
            **whose, programme=programme, order=n, theme="jeugd", title=f"Maatregel {n}", owner=one,
            written_at=timezone.now(),
        )
        for n, one in enumerate(owners)
    )  # fmt: skip
    return programme


@contextmanager
def worker(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run the real worker with a real mail server; killed at the end when it still runs."""
    settings = {
        **os.environ,
        **environment_for(os.environ["INTEGRAAL_TEST_DATABASE"]),
        "PYTHONPATH": str(REPOSITORY),
        "INTEGRAAL_DEMO": "",
        "OWNER_DATABASE_URL": "",
        "INTEGRAAL_SMTP_HOST": "127.0.0.1",
        "INTEGRAAL_SMTP_PORT": str(port),
        "INTEGRAAL_SMTP_TLS": "none",
        "INTEGRAAL_MAIL_FROM": "veiligheid@postdorp.example",
        "INTEGRAAL_ADDRESS": "https://integraal.example",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "integraal", "worker"], cwd=REPOSITORY, env=settings,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process as a power cut would."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=30)


def wait_until(many: int, arrived: list[tuple[str, str]], seconds: float = 120) -> None:
    """Wait until so many letters arrived."""
    until = time.monotonic() + seconds
    while len(arrived) < many:
        assert time.monotonic() < until, f"only {len(arrived)} of {many} arrived"
        time.sleep(0.005)
