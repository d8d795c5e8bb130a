"""Put a national table where pages can read it: the owner's work, done by command or job.

The tables have no tenant and the application's role cannot write them, so this is no deed of a
municipality and leaves no event; who may run a command on the server may do this.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connections, transaction
from django.utils import timezone

from integraal.knowledge.figures.models import Dataset

OWNER = "owner"
_COLUMNS = (
    "measure", "region", "period", "value", "status", "rounded_to", "provisional", "incomplete",
    "line", "as_given",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A value of a municipality or the country; see ``ReferenceFigure``."""

    measure: str
    region: str
    period: str
    value: Decimal | None
    status: str
    rounded_to: int
    provisional: bool
    incomplete: bool
    line: int
    as_given: str


@dataclass(frozen=True)
class DatasetFacts:
    """What is known of a national table before it is published; see ``Dataset``."""

    source: str
    vintage: int
    title: str
    origin: str
    released: str
    division_year: int | None
    accessed_on: date
    sha256: str
    size: int
    rows: int
    first_period: str
    last_period: str


@dataclass(frozen=True)
class Published:
    """What publishing did: rows added, rows replaced, and rows that said nothing new."""

    dataset: Dataset
    added: int
    revised: int
    same: int


def publish(facts: DatasetFacts, rows: Iterable[PublishedRow], *, authority: bool) -> Published:
    """Publish a table: all or nothing; a table that was published before changes nothing.

    Args:
        facts: the table as a whole.
        rows: its values for municipalities and the country.
        authority: whether this source decides about these values. If not, it only fills in what
            no other source gave.
    """
    known = Dataset.objects.using(OWNER).filter(sha256=facts.sha256).first()
    if known:
        return Published(known, 0, 0, 0)
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        dataset = Dataset.objects.using(OWNER).create(**vars(facts), published_at=timezone.now())
        _bring_in(cursor, rows)
        added, revised, same = _merge(cursor, dataset, authority)
    return Published(dataset, added, revised, same)


def _bring_in(cursor: Any, rows: Iterable[PublishedRow]) -> None:
    columns = ", ".join(_COLUMNS)
    cursor.execute(
        "CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS "  # noqa: S608
        f"SELECT {columns} FROM figures_referencefigure LIMIT 0"
    )
    with cursor.copy(f"COPY incoming ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([getattr(row, column) for column in _COLUMNS])
    cursor.execute("ANALYZE incoming")


def _merge(cursor: Any, dataset: Dataset, authority: bool) -> tuple[int, int, int]:
    """Add what is new and replace what an older table said otherwise; return the three counts."""
    cursor.execute("SELECT count(*) FROM incoming")
    total = cursor.fetchone()[0]
    revised = _replace(cursor, dataset) if authority else 0
    columns = ", ".join(_COLUMNS)
    cursor.execute(
        f"INSERT INTO figures_referencefigure ({columns}, dataset_id) "  # noqa: S608
        f"SELECT {columns}, %s FROM incoming ON CONFLICT (measure, region, period) DO NOTHING",
        [dataset.pk],
    )
    added = cursor.rowcount
    return added, revised, total - added - revised


def _replace(cursor: Any, dataset: Dataset) -> int:
    """Replace values that differ, unless they come from a later table of the same source."""
    changed = ", ".join(f"{column} = incoming.{column}" for column in _COLUMNS[3:])
    cursor.execute(
        f"UPDATE figures_referencefigure AS old SET {changed}, dataset_id = %(dataset)s "  # noqa: S608
        "FROM incoming, figures_dataset AS before "
        "WHERE old.measure = incoming.measure AND old.region = incoming.region "
        "AND old.period = incoming.period AND before.id = old.dataset_id "
        "AND (before.source <> %(source)s OR before.accessed_on <= %(accessed)s) "
        "AND (old.value, old.status, old.provisional, old.incomplete) IS DISTINCT FROM "
        "(incoming.value, incoming.status, incoming.provisional, incoming.incomplete)",
        {
            "dataset": dataset.pk,
            "source": dataset.source,
            "accessed": dataset.accessed_on,
        },
    )
    return int(cursor.rowcount)
