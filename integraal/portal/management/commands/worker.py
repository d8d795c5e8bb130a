"""``integraal worker``: do the jobs, beside the pages."""

from typing import Any, cast

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector


class Command(BaseCommand):
    help = "Do the jobs that wait (chaining of the audit trail), until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        # Django's own connection cannot listen for new jobs; the worker's connection can.
        connector = cast(DjangoConnector, app.connector).get_worker_connector()
        with app.replace_connector(connector) as worker:
            worker.run_worker(concurrency=1, install_signal_handlers=True, delete_jobs="always")
