"""Fetch all that one municipality needs, with the divisions that come along."""

from collections.abc import Sequence

from django.utils import timezone

from integraal.foundation.areas.reference import replace_division
from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.figures.national.fetching import Progress, fetch_part, parts_of
from integraal.knowledge.sources.definitions import Source
from integraal.knowledge.sources.national.store import Kept, Store
from integraal.knowledge.sources.odata.transport import TransportOptions
from integraal.portal.setting_up.steps import Report


def fetchable() -> list[Source]:
    """Return the sources that can be fetched, by code."""
    found = [source for source in sources().values() if source.fetch and source.columns]
    return sorted(found, key=lambda source: source.code)


def fetch_sources(
    chosen: Sequence[Source],
    municipality: str,
    store: Store,
    *,
    report: Report,
    progress: Progress | None = None,
    address: str = "",
    options: TransportOptions | None = None,
) -> list[Kept]:
    """Fetch sources into the store; each part whole or not at all.

    Args:
        chosen: which sources.
        municipality: CBS code of the one whose parts are fetched too.
        store: where.
        report: gets one Dutch sentence per part.
        progress: called with rows done, rows in all, and seconds left.
        address: of the table, when it is elsewhere; then ``chosen`` is one source.
        options: how patient to be.

    Raises:
        FetchProblem, FileProblem: a source did not answer as it should; what was kept before
            stays, and the same command goes on there.
    """
    found, today = [], timezone.localdate()
    for source in chosen:
        for part in parts_of(source, municipality):
            fetched = fetch_part(
                source,
                part,
                store,
                today=today,
                address=address,
                progress=progress,
                options=options,
            )
            kept = fetched.kept
            news = "nieuw" if kept.is_new else "niets nieuws"
            report(f"{source.table}, {part.name}: {kept.rows} rijen, {news}.")
            for note in fetched.notes:
                report(f"{source.table}, {part.name}: {note}")
            if fetched.division_year and fetched.areas:
                replace_division(fetched.division_year, fetched.areas)
            found.append(kept)
    return found
