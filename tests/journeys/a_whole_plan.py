"""A plan of real size at the demo's municipality, made with the product's own deeds.

Run inside an installation: ``installation.command("shell", "-c", ...)`` gives its identifier.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TITLE = "Integraal veiligheidsplan 2027-2030"


def write() -> str:
    """Write a plan in which one goal is nobody's."""

    def deed(by: Callable[[str], Any]) -> str:
        from integraal.policy.plan.models import Block
        from integraal.policy.plan.writing.actions import write_block

        plan = _whole(by)
        goal = Block.objects.filter(plan=plan, kind="goal").order_by("theme", "order")
        first = goal.get(title__endswith="1.1")
        write_block(by=by("adviser"), plan=plan, key=first.key, base_revision=1,
                    details={"owner": ""})  # fmt: skip
        return str(plan.pk)

    return _here(deed)


def adopted() -> str:
    """Write a plan and adopt it."""

    def deed(by: Callable[[str], Any]) -> str:
        from integraal.policy.plan.models import Plan
        from integraal.policy.plan.public.actions import withdraw_plan
        from tests.policy.plan.adopting import adopt

        # The demo has a public plan of its own.
        for public in Plan.objects.filter(published_on__isnull=False):
            withdraw_plan(by=by("adviser"), plan=public)

        return str(adopt(_whole(by), by("adviser"), by("mayor")).pk)

    return _here(deed)


def known() -> str:
    """Return the plan that was written before."""

    def deed(by: Callable[[str], Any]) -> str:
        from integraal.policy.plan.models import Plan

        return str(Plan.objects.get(title=TITLE).pk)

    return _here(deed)


def _whole(by: Callable[[str], Any]) -> Any:
    from integraal.policy.picture.models import Picture
    from tests.policy.plan.whole_plan import write_plan

    return write_plan(by("adviser"), picture=Picture.objects.filter(state="adopted").first())


def _here(deed: Callable[[Callable[[str], Any]], str]) -> str:
    from django.db import transaction

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of

    tenant = Tenant.objects.get(slug="molendrecht")
    with transaction.atomic(), tenant_scope(tenant.pk):
        return deed(lambda role: actor_of(Member.objects.filter(roles__contains=[role])[0]))
