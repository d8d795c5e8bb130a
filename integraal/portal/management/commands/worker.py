"""``integraal worker``: do the jobs, beside the pages."""

import contextlib
from typing import Any, cast

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued

from integraal.portal.jobs import SEND_MAIL


class Command(BaseCommand):
    help = "Do the jobs that wait (chaining of the audit trail), until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        _look_in_the_outbox()
        # Django's own connection cannot listen for new jobs; the worker's connection can.
        connector = cast(DjangoConnector, app.connector).get_worker_connector()
        with app.replace_connector(connector) as worker:
            worker.run_worker(concurrency=1, install_signal_handlers=True, delete_jobs="always")


def _look_in_the_outbox() -> None:
    """Let mail go at once that a stopped worker left, instead of at the next whole minute."""
    with contextlib.suppress(AlreadyEnqueued):
        app.configure_task(SEND_MAIL, queueing_lock=SEND_MAIL).defer()
