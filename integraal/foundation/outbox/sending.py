"""Send what waits, for every tenant, each mail in a transaction of its own."""

import time
from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from integraal.foundation.audit.actors import Actor, Through, the_product
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.outbox.actions import remove_sent, send_next
from integraal.foundation.outbox.post import Post

BATCH = 50
"""So many for one tenant, then it is the turn of the next."""
SENDING_TAKES = 45.0
"""Seconds of a minute; the rest is for other work."""


def send_due(through: Through = Through.JOB, seconds: float = SENDING_TAKES) -> Counter[str]:
    """Send what is due, as long as there is time; returns how many became what.

    Without settings for mail everything waits, and is tried when they are there.
    """
    done: Counter[str] = Counter()
    if settings.MAIL_LACKS:
        return done
    until, post = time.monotonic() + seconds, Post()
    tenants = [the_product(tenant.pk, through) for tenant in Tenant.objects.order_by("pk")]
    try:
        while tenants and time.monotonic() < until and not done["stop"]:
            tenants = [by for by in tenants if _send_batch(by, post, until, done)]
    finally:
        post.close()
    return done


def clear_away() -> int:
    """Remove what was sent longer ago than the outbox keeps it, for every tenant."""
    before = timezone.now() - timedelta(days=settings.MAIL_KEPT_DAYS)
    removed = 0
    for tenant in Tenant.objects.order_by("pk"):
        with tenant_scope(tenant.pk):
            removed += remove_sent(by=the_product(tenant.pk, Through.JOB), before=before)
    return removed


def _send_batch(by: Actor, post: Post, until: float, done: Counter[str]) -> bool:
    """Send some mail of one tenant; returns whether there may be more."""
    for _ in range(BATCH):
        if time.monotonic() >= until or done["stop"]:
            return False
        with tenant_scope(by.tenant_id):
            state = send_next(by=by, post=post)
        if state is None:
            return False
        done[state] += 1
    return True
