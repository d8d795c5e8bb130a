"""``changes``: what the newest release of a national table changed."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from integraal.knowledge.sources.national.differences import Change, differences
from integraal.knowledge.sources.national.store import Kept, Store

_WORDS = {"missing": "onbekend", "withheld": "niet vrijgegeven", "impossible": "komt niet voor"}


class Command(BaseCommand):
    help = "List what the newest vintage of a source changed, the largest change first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", help="code of the source")
        parser.add_argument("--most", type=int, default=20, help="how many changes to name")

    def handle(self, *args: Any, **options: Any) -> None:
        found = Store(Path(settings.STORE)).snapshots(options["source"])
        newest, before = _last_two(found)
        if newest is None:
            raise CommandError(f"Van '{options['source']}' is nog niets bewaard.")
        if before is None:
            self.stdout.write("Er is één uitgave van deze tabel, dus er is niets te vergelijken.")
            return
        with TemporaryDirectory() as work:
            found_changes = differences(before, newest, Path(work), most=options["most"])
        self.stdout.write(
            f"Uitgave {before.vintage} naast {newest.vintage}: {found_changes.added} erbij, "
            f"{found_changes.removed} weg, {found_changes.revised} herzien, "
            f"{found_changes.unchanged} gelijk."
        )
        for change in found_changes:
            self.stdout.write(_line(change))


def _last_two(found: Sequence[Kept]) -> tuple[Kept | None, Kept | None]:
    """Return the newest snapshot and the one before it of the same part of the table."""
    if not found:
        return None, None
    newest = found[-1]
    part = newest.provenance.get("part")
    same = [one for one in found[:-1] if one.provenance.get("part") == part]
    return newest, (same[-1] if same else None)


def _line(change: Change) -> str:
    place = change.region or change.region_name
    before = _value(change.before, change.before_status)
    after = _value(change.after, change.after_status)
    return f"{change.measure} {place} {change.period}: {before} werd {after}"


def _value(value: Any, status: str | None) -> str:
    if value is not None:
        return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    return _WORDS.get(status or "", "geen regel")
