"""``fetch``: national tables from their publishers into the store, and to where pages read."""

import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.sources.definitions import Source
from integraal.knowledge.sources.national.store import Store
from integraal.knowledge.sources.odata.transport import FetchProblem
from integraal.knowledge.sources.problems import FileProblem
from integraal.portal.setting_up.ready.fetching import fetch_sources, fetchable
from integraal.portal.setting_up.ready.municipality import publish_all


class Command(BaseCommand):
    help = "Fetch national tables into the store; what did not change stays as it is."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sources", nargs="*", help="codes of sources (default: all)")
        parser.add_argument("--municipality", required=True, help="CBS code, such as GM0432")
        parser.add_argument("--address", default="", help="of the table, when it is elsewhere")

    def handle(self, *args: Any, **options: Any) -> None:
        if "owner" not in connections:
            raise CommandError("OWNER_DATABASE_URL is not set; the owner loads national tables.")
        chosen = [_source(code) for code in options["sources"]] or fetchable()
        if options["address"] and len(chosen) != 1:
            raise CommandError("Geef bij --address precies één bron.")
        store, started = Store(Path(settings.STORE)), time.monotonic()
        try:
            kept = fetch_sources(
                chosen,
                options["municipality"].strip().upper(),
                store,
                report=self.stdout.write,
                progress=self._progress,
                address=options["address"],
            )
        except (FetchProblem, FileProblem) as problem:
            raise CommandError(f"{problem}\nEr is niets veranderd.") from problem
        publish_all(kept, self.stdout.write)
        self.stdout.write(f"Klaar in {time.monotonic() - started:.1f} seconden.")

    def _progress(self, done: int, total: int, left: float | None) -> None:
        if not sys.stdout.isatty():
            return
        time_left = f", nog ongeveer {left:.0f} s" if left is not None else ""
        self.stdout.write(f"\r{done} van {total} rijen{time_left}   ", ending="")
        self.stdout.flush()


def _source(code: str) -> Source:
    found = sources().get(code)
    if found is None or found.fetch is None:
        known = ", ".join(one.code for one in fetchable())
        raise CommandError(f"De bron '{code}' is niet op te halen. Kies uit: {known}.")
    return found
