"""Fetch one table whole, or not at all; a fetch that is cut off goes on where it was."""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from integraal.knowledge.sources.odata import pages_v3, pages_v4
from integraal.knowledge.sources.odata.filters import Condition
from integraal.knowledge.sources.odata.metadata import TableMetadata, read_v3, topic_columns
from integraal.knowledge.sources.odata.pages import Question, Walk, read_count
from integraal.knowledge.sources.odata.pages_v3 import Dataset
from integraal.knowledge.sources.odata.pages_v4 import read_v4
from integraal.knowledge.sources.odata.transport import FetchProblem, Transport, TransportOptions
from integraal.knowledge.sources.odata.work_folder import Release, State, WorkFolder

Service = Literal["odata-v3", "odata-v4"]
Progress = Callable[[int, int, float | None], None]
_LATER = "Er is niets bewaard. Probeer het later opnieuw."


@dataclass(frozen=True)
class Fetched:
    """A whole table, as files in the work folder.

    `pages` are NDJSON files in their order, one row a line, as the source gave them (v4: see
    pages_v4). `topic_columns`: the key of a column as it is now, and its class code ('' when a
    class column says it). `sha256` is over the SHA-256 (hexadecimal, each with a line end) of the
    pages' bytes as delivered, in their order. `requests` is what this run asked, `resumed_pages`
    how many pages an earlier run had fetched, `notes` what the reader must be told.
    """

    service: Service
    address: str
    metadata: TableMetadata
    topic_columns: Mapping[str, str]
    pages: tuple[Path, ...]
    rows: int
    sha256: str
    requests: int
    resumed_pages: int
    notes: tuple[str, ...]


def fetch_table(
    address: str,
    service: Service,
    topics: Mapping[str, str],
    work_folder: Path,
    progress: Progress | None = None,
    options: TransportOptions | None = None,
    *,
    where: Sequence[Condition] = (),
    dataset: Dataset = "TypedDataSet",
    only_needed: bool = False,
) -> Fetched:
    """Fetch a table with its description, all pages or nothing.

    Args:
        address: the table's address, without a query.
        service: odata-v3 or odata-v4.
        topics: names of columns without their number, and the class each counts; see
            metadata.topic_columns. For v4 the identifiers of measures.
        work_folder: where pages are kept; give each table its own, and one run at a time.
        progress: called after every page with rows done, rows in all, and seconds left (None as
            long as nobody can say). What it raises stops the fetch; the pages stay for next time.
        options: how patient to be.
        where: which rows; keys may be trimmed. Without it, all.
        dataset: for v3, typed or untyped.
        only_needed: for v3, leave out the columns that are not asked for.

    Raises:
        FetchProblem: with Dutch sentences; nothing in the folder is then a usable table.
    """
    if service not in get_args(Service):
        raise FetchProblem(f"'{service}' is geen bekende dienst. Kies odata-v3 of odata-v4.")
    plain = address.strip().rstrip("/")
    if "?" in plain or "#" in plain:
        raise FetchProblem(f"Geef het adres '{address}' zonder vraagteken en wat daarna komt.")
    with Transport(plain, options) as transport:
        if service == "odata-v3":
            metadata = read_v3(transport, plain)
            columns = topic_columns(metadata.properties, topics)
            question = pages_v3.question(
                plain, metadata, columns, where=where, dataset=dataset, only_needed=only_needed
            )
        else:
            metadata = read_v4(transport, plain)
            columns = topic_columns(metadata.properties, topics)
            question = pages_v4.question(plain, metadata, columns, where=where)
        run = _Run(transport, plain, service, metadata, question, WorkFolder(work_folder))
        state = run.whole_table(progress or _say_nothing)
        return Fetched(
            service=service,
            address=plain,
            metadata=metadata,
            topic_columns={key.strip(): code for key, code in columns.items()},
            pages=tuple(run.folder.path(page) for page in state.pages),
            rows=state.rows,
            sha256=_sha256_of(state),
            requests=transport.requests,
            resumed_pages=run.resumed_pages,
            notes=tuple(run.notes),
        )


@dataclass
class _Run:
    """One run over a table."""

    transport: Transport
    address: str
    service: Service
    metadata: TableMetadata
    question: Question
    folder: WorkFolder
    resumed_pages: int = 0
    notes: Sequence[str] = ()

    def whole_table(self, progress: Progress) -> State:
        """Fetch what is not there yet and check the total; pages that do not hold are removed."""
        count = read_count(self.transport, self.question.count_link)
        self._refuse_count(count)
        release = Release(self.question.rows_link, self.metadata.modified, count)
        try:
            state = self._begin(release)
            self._fetch_pages(state, progress)
            self._check_total(state)
        except FetchProblem as problem:
            if not problem.resumable:
                self.folder.clear()
            raise
        return state

    def _begin(self, release: Release) -> State:
        found = self.folder.found()
        if found is not None and found.release == release:
            self.resumed_pages = len(found.pages)
            return found
        if self.folder.begun:
            self.notes = (
                f"Wat eerder van tabel {self.question.table} was opgehaald, past niet meer: de "
                "tabel of de vraag is veranderd, of de bestanden zijn niet heel. "
                "Alles is opnieuw opgehaald.",
            )
        self.folder.clear()
        return State(release, release.rows_link)

    def _fetch_pages(self, state: State, progress: Progress) -> None:
        walk = Walk(self.transport, self.question.table, self.question.members)
        for kept in state.pages:
            walk.remember(kept.link, self.folder.identities(kept))
        done_before, began = state.rows, time.monotonic()
        total = state.release.count
        for page in walk.pages(state.next_link):
            rows = [self.question.to_row(row) for row in page.rows]
            state.next_link = page.next_link
            self.folder.keep(state, page.link, rows, page.sha256)
            self.folder.save(state)
            done = state.rows
            if done > total:
                return
            fetched, passed = done - done_before, time.monotonic() - began
            progress(done, total, passed / fetched * (total - done) if fetched else None)

    def _check_total(self, state: State) -> None:
        before, table = state.release, self.question.table
        count = read_count(self.transport, self.question.count_link)
        version = pages_v3 if self.service == "odata-v3" else pages_v4
        modified = version.read_modified(self.transport, self.address)
        if (count, modified) != (before.count, before.modified):
            told = f" Eerst had zij {before.count} rijen en daarna {count}."
            raise FetchProblem(
                f"Tabel {table} is veranderd tijdens het ophalen."
                f"{told if count != before.count else ''} {_LATER}",
                resumable=False,
            )
        if state.rows != count:
            raise FetchProblem(
                f"De bron zegt dat tabel {table} {count} rijen heeft, maar gaf er {state.rows}. "
                f"{_LATER}",
                resumable=False,
            )

    def _refuse_count(self, count: int) -> None:
        if self.service == "odata-v3":
            pages_v3.refuse_more_than_api_gives(self.address, count)
        if count == 0:
            raise FetchProblem(
                f"Tabel {self.question.table} heeft geen rijen voor deze vraag. Er is niets "
                "veranderd. Controleer de codes waarom u vraagt.",
                resumable=False,
            )


def _sha256_of(state: State) -> str:
    lines = "".join(f"{page.delivered}\n" for page in state.pages)
    return hashlib.sha256(lines.encode("ascii")).hexdigest()


def _say_nothing(_done: int, _total: int, _seconds_left: float | None) -> None:
    """Nobody follows this fetch."""
