"""Work that is done beside the pages, by the worker."""

import uuid
from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from integraal.foundation.audit.actors import Through, the_product
from integraal.foundation.audit.batches import chain_all_tenants
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.jobs.actions import TASK
from integraal.foundation.jobs.working import work_on
from integraal.foundation.outbox.sending import clear_away, send_due
from integraal.knowledge.figures.hiding.actions import renew_hidden
from integraal.knowledge.figures.importing.actions import destroy_old_drafts
from integraal.policy.monitoring.thresholds.actions import check_thresholds
from integraal.policy.programme.updating.asking.actions import ask_when_due

DRAFTS_LAST = timedelta(days=1)
SEND_MAIL = "send-mail"


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="chain-audit")
def chain_audit(timestamp: int) -> int:
    """Chain what was recorded since the last minute, for every tenant; returns how much."""
    return sum(chain_all_tenants(Through.JOB).values())


@app.task(name=TASK)
def run_job(tenant_id: int, job_id: str) -> None:
    """Do a task that somebody asked for; never tried again by itself."""
    work_on(tenant_id, uuid.UUID(job_id))


@app.periodic(cron="17 * * * *")
@app.task(queueing_lock="destroy-old-drafts")
def destroy_drafts(timestamp: int) -> int:
    """Destroy tables that nobody took in within a day, for every tenant; returns how many."""
    before, destroyed = timezone.now() - DRAFTS_LAST, 0
    for tenant in Tenant.objects.order_by("pk"):
        with tenant_scope(tenant.pk):
            by = the_product(tenant.pk, Through.JOB)
            destroyed += destroy_old_drafts(by=by, before=before)
    return destroyed


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="renew-hidden")
def hide_small_counts(timestamp: int) -> int:
    """Reckon again which small counts stay hidden where figures changed; returns of how many
    years, over all tenants."""
    renewed = 0
    for tenant in Tenant.objects.order_by("pk"):
        with tenant_scope(tenant.pk):
            renewed += renew_hidden(by=the_product(tenant.pk, Through.JOB))
    return renewed


@app.periodic(cron="* * * * *")
@app.task(name=SEND_MAIL, queueing_lock=SEND_MAIL)
def send_mail(timestamp: int = 0) -> int:
    """Send the mail that is due, each in a transaction of its own; returns how many went."""
    return send_due()["sent"]


@app.periodic(cron="23 4 * * *")
@app.task(queueing_lock="clear-mail-away")
def clear_mail_away(timestamp: int) -> int:
    """Remove what was sent long ago, for every tenant; returns how many."""
    return clear_away()


@app.periodic(cron="11 6 * * *")
@app.task(queueing_lock="ask-how-measures-go")
def ask_how_measures_go(timestamp: int) -> int:
    """Ask and remind people where it is time to, for every tenant; returns how many mails."""
    asked = 0
    for tenant in Tenant.objects.order_by("pk"):
        with tenant_scope(tenant.pk):
            asked += ask_when_due(by=the_product(tenant.pk, Through.JOB))
    return asked


@app.periodic(cron="23 5 * * *")
@app.task(queueing_lock="check-thresholds")
def watch_thresholds(timestamp: int) -> int:
    """Open a deviation where a goal crossed its threshold, every day; returns how many, over all
    tenants."""
    opened = 0
    for tenant in Tenant.objects.order_by("pk"):
        with tenant_scope(tenant.pk):
            opened += len(check_thresholds(by=the_product(tenant.pk, Through.JOB)))
    return opened
