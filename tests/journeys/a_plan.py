"""A plan with some goals at the demo's municipality, made with the product's own deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.installation import Installation

MAKE = "from tests.journeys.a_plan import make; print('PLAN', make())"
GOALS = (
    ("woonomgeving", "Minder woninginbraken", "Inbraken maken veel indruk op bewoners."),
    ("jeugd", "Minder overlast van jongeren in het centrum", "Bewoners noemen dit het vaakst."),
    ("bedrijvigheid", "Meer aangiften van online oplichting", "Nu doet bijna niemand dat."),
)  # fmt: skip


def plan_in(installation: Installation) -> str:
    """Make the plan in a running installation; returns its identifier."""
    return installation.command("shell", "-c", MAKE).split("PLAN ")[1].strip()


def make() -> str:
    """Make the plan; returns its identifier."""
    from django.db import transaction
    from django.utils import timezone

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.picture.models import Picture
    from integraal.policy.plan.actions import start_plan
    from integraal.policy.plan.writing.actions import add_block

    tenant = Tenant.objects.get(name="Molendrecht")
    with transaction.atomic(), tenant_scope(tenant.pk):
        by = actor_of(Member.objects.get(roles__contains=["adviser"]))
        year = timezone.localdate().year + 1
        picture = Picture.objects.filter(state="adopted").first()
        plan = start_plan(by=by, first_year=year, last_year=year + 2, picture=picture)
        for theme, title, why in GOALS:
            add_block(
                by=by, plan=plan, kind="goal", theme=theme, title=title, text=why,
                details={"owner": "Adviseur veiligheid", "by_date": f"{year + 2}-12-31"},
            )  # fmt: skip
        add_block(
            by=by, plan=plan, kind="approach", theme="jeugd", title="In de wijk",
            text="- Jongerenwerk is er op vrijdag en zaterdag.\n- De boa kent de **plekken**.",
        )  # fmt: skip
        add_block(by=by, plan=plan, kind="vision", text="Iedereen voelt zich thuis.")
        return str(plan.pk)
