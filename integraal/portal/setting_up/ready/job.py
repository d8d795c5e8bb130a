"""The same as the command ``setup`` does for one municipality, as a task asked on screen.

The worker may not write national tables, so it takes what commands brought into the store.
"""

from pathlib import Path

from django.conf import settings

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.jobs.registry import JobRefused, Progress
from integraal.knowledge.sources.national.store import Store
from integraal.portal.setting_up.ready.municipality import everything, fill


def update_own_figures(by: Actor, progress: Progress) -> list[str]:
    """Take over what national tables say of the municipality; returns what was done.

    Raises:
        JobRefused: there are no national tables, or the municipality has no code.
    """
    tenant = Tenant.objects.get(pk=by.tenant_id)
    store = Store(Path(settings.STORE))
    kept = everything(store) if store.folder.is_dir() else []
    if not tenant.code:
        raise JobRefused("Deze gemeente heeft geen code van het CBS, dus geen landelijke cijfers.")
    if not kept:
        raise JobRefused(
            "Er zijn nog geen landelijke tabellen opgehaald. Vraag de beheerder van de server om "
            "het commando 'setup' of 'fetch'."
        )
    said: list[str] = []
    progress(0, len(kept))

    def step(done: int) -> None:
        progress(done, len(kept), f"{done} van {len(kept)} tabellen gelezen")

    fill(by=by, tenant=tenant, kept=kept, report=said.append, step=step)
    return said
