"""How long the work behind the pages takes, side by side with what it is compared with.

Runs inside Django; ``prepare`` must be called first.
"""

import os
import uuid
from collections.abc import Callable
from datetime import timedelta

import psycopg

from benchmarks.installation import Installation
from benchmarks.timing import Times, timed, times_of

EVENTS = 10_000


def prepare(place: Installation) -> None:
    """Start Django in this process, on the installation."""
    os.environ.update(place.environment)
    os.environ["DJANGO_SETTINGS_MODULE"] = "integraal.config.settings"
    import django

    django.setup()


def in_tenant(deed: Callable[[], object]) -> Callable[[], object]:
    """Return ``deed`` as a page does it: in a transaction that works for Molendrecht."""
    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope

    tenant = Tenant.objects.get(slug="molendrecht")

    def done() -> object:
        with tenant_scope(tenant.pk):
            return deed()

    return done


def api_key() -> str:
    """Make an API key of the adviser that may read everything."""
    from django.utils import timezone

    from integraal.foundation.people.actions import make_token
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of

    def made() -> str:
        adviser = Member.objects.filter(roles__contains=["adviser"]).first()
        assert adviser is not None
        ends = timezone.localdate() + timedelta(days=2)
        scopes = ["picture:read", "figures:read"]
        return make_token(by=actor_of(adviser), name="meting", scopes=scopes, ends_on=ends)[1]

    return str(in_tenant(made)())


def chain_and_verify() -> list[Times]:
    """Add events, chain them all, and verify the whole chain."""
    from django.utils import timezone

    from integraal.foundation.audit.actors import Through
    from integraal.foundation.audit.models import Event
    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.portal.jobs import chain_all_tenants
    from integraal.portal.trail.queries import chain_state

    tenant = Tenant.objects.get(slug="molendrecht")
    chain_all_tenants(Through.JOB)
    now = timezone.now()
    events = [
        Event(
            tenant_id=tenant.pk, verb="member.signed_in", actor_id=uuid.uuid4(), through="screen",
            day=timezone.localdate(now), at=now + timedelta(microseconds=number),
        )
        for number in range(EVENTS)
    ]  # fmt: skip
    with tenant_scope(tenant.pk):
        Event.objects.bulk_create(events, batch_size=1000)
    chained = Times(f"chain {EVENTS:,} events", (timed(lambda: chain_all_tenants(Through.JOB)),))

    def verify() -> None:
        with tenant_scope(tenant.pk):
            state = chain_state(tenant.pk, verify=True)
            assert not state.faults

    return [chained, Times(f"verify {EVENTS:,} events and more", (timed(verify),))]


def content() -> list[Times]:
    """Build the content of a live picture: definitions not read yet, and read."""
    from integraal.foundation.definitions import kinds
    from integraal.knowledge.figures import queries
    from integraal.policy.picture.content import build_content
    from integraal.policy.picture.models import Picture

    def build() -> object:
        return build_content(Picture.objects.filter(frozen__isnull=True).latest("year"))

    def cold() -> object:
        kinds._parsed.cache_clear()
        queries.sources.cache_clear()
        return build()

    return [
        times_of("content of a live picture, YAML read afresh", in_tenant(cold), 5),
        times_of("content of a live picture, YAML kept", in_tenant(build), 30),
    ]


def row_security(place: Installation) -> list[Times]:
    """Read the tenant's figures: row-level security on, and as superuser without it."""
    from django.db import connection

    from integraal.foundation.database.models import Tenant

    tenant = Tenant.objects.get(slug="molendrecht").pk
    asked = "SELECT count(*), sum(value) FROM figures_figure WHERE is_current"

    def guarded() -> None:
        with connection.cursor() as cursor:
            for _ in range(100):
                cursor.execute(asked)
                cursor.fetchone()

    with psycopg.connect(place.superuser) as superuser:

        def bare() -> None:
            for _ in range(100):
                superuser.execute(f"{asked} AND tenant_id = %s", [tenant]).fetchone()

        return [
            times_of("100 sums over the tenant's figures, row security on", in_tenant(guarded), 20),
            times_of("the same, as superuser with the tenant in the question", bare, 20),
        ]
