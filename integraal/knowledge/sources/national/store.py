"""The store of national tables: immutable snapshots, each in a folder of its own.

`<store>/<source>/<first 16 signs of the SHA-256>/` holds data.parquet and provenance.json. A
snapshot is written beside the others under a name with a point and then renamed, so it is there
whole or not at all; what a killed run left is removed at the next keeping.
"""

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608
from integraal.knowledge.sources.national.engine import (
    MEMORY,
    THREADS,
    Engine,
    literal,
    open_engine,
)
from integraal.knowledge.sources.national.snapshots import (
    DATA,
    Kept,
    file_sha256,
    hashing,
    read_kept,
    verify,
    write_provenance,
)

__all__ = ["Kept", "Store", "file_sha256", "hashing"]

NEEDED = ("table", "title", "publisher", "accessed_on", "origin", "raw_sha256")
"""What provenance must say; it may say more, such as released, modified and division_year."""

_HALF = ".half-"
_SAME = ".same.json"
_CODE = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_COMPARED = ("measure", "region", "region_name", "period", "value", "status", "provisional")


class Store:
    """A folder of snapshots. `memory` and `threads` are what DuckDB may use."""

    def __init__(self, folder: Path, *, memory: str = MEMORY, threads: int = THREADS) -> None:
        self.folder = folder
        self._memory, self._threads = memory, threads
        self._added: list[Kept] = []

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Remove the snapshots that were added inside when it ends with an error.

        Nothing may have been published of them yet. Without this, what is refused today would be
        published by the next command.
        """
        self._added.clear()
        try:
            yield
        except BaseException:
            for kept in reversed(self._added):
                with _alone(kept.folder.parent):
                    shutil.rmtree(kept.folder)
            raise
        finally:
            self._added.clear()

    def keep(self, source_code: str, parquet_path: Path, provenance: Mapping[str, Any]) -> Kept:
        """Keep the rows of a table that was read; keeping the same twice changes nothing.

        Args:
            source_code: code of the source, such as politie-misdrijven-gemeente.
            parquet_path: what `read_table` or `read_pages` wrote; it is copied.
            provenance: at least NEEDED. `raw_sha256` is of the bytes as delivered (`file_sha256`);
                `origin` is an https address or a file name, of which folders are left out.

        Returns:
            The new snapshot, or the earlier one with the same bytes or, compared with the newest,
            the same rows.

        Raises:
            ValueError: the code or the provenance is not as above.
            OSError: the folder cannot be written.
        """
        facts = _facts(source_code, provenance)
        place = self.folder / source_code
        place.mkdir(parents=True, exist_ok=True)
        with _alone(place):
            _remove_halves(place)
            kept = self.snapshots(source_code)
            if known := self._with_bytes(place, kept, facts["raw_sha256"]):
                return known
            newest = kept[-1] if kept else None
            with TemporaryDirectory(prefix=_HALF, dir=place) as work:
                summary, same = self._summary_beside(newest, parquet_path, Path(work))
            facts |= summary
            if newest and same:
                _note_same(place, facts, newest)
                return replace(newest, same_rows_as=newest.sha256)
            facts["vintage"] = newest.vintage + 1 if newest else 1
            added = _write(place, parquet_path, facts)
            self._added.append(added)
            return added

    def snapshots(self, source_code: str) -> list[Kept]:
        """The snapshots of a source, newest vintage last; half ones are left out."""
        place = self.folder / source_code
        folders = [each for each in place.glob("[!.]*") if each.is_dir()]
        found = [kept for folder in folders if (kept := read_kept(folder)) and kept.data.is_file()]
        return sorted(found, key=lambda kept: kept.vintage)

    def sources(self) -> list[str]:
        """The codes of all sources that have a snapshot."""
        folders = sorted(each.name for each in self.folder.glob("[!.]*") if each.is_dir())
        return [code for code in folders if self.snapshots(code)]

    def verify(self, kept: Kept) -> tuple[str, ...]:
        """Dutch sentences naming what was changed in a snapshot; nothing when it is whole."""
        return verify(kept)

    def _summary_beside(
        self, newest: Kept | None, parquet: Path, work: Path
    ) -> tuple[dict[str, Any], bool]:
        """What the rows are, and whether the newest snapshot has the same."""
        with open_engine(work, memory=self._memory, threads=self._threads) as engine:
            summary = _summary(engine, parquet)
            return summary, newest is not None and _same_rows(engine, newest, parquet, summary)

    def _with_bytes(self, place: Path, kept: list[Kept], sha256: str) -> Kept | None:
        by_sha256 = {each.sha256: each for each in kept}
        if sha256 in by_sha256:
            return by_sha256[sha256]
        note = place / f"{sha256[:16]}{_SAME}"
        if note.is_file():
            noted = json.loads(note.read_text(encoding="utf-8"))
            earlier = by_sha256.get(noted["same_rows_as"])
            # Rows that came back after a revision are a new vintage again.
            if earlier and earlier is kept[-1] and noted["raw_sha256"] == sha256:
                return replace(earlier, same_rows_as=earlier.sha256)
        return None


def _facts(source_code: str, provenance: Mapping[str, Any]) -> dict[str, Any]:
    if not _CODE.fullmatch(source_code):
        raise ValueError(f"Not the code of a source: {source_code!r}.")
    if absent := [name for name in NEEDED if not provenance.get(name)]:
        raise ValueError(f"The provenance lacks {', '.join(absent)}.")
    if not _SHA256.fullmatch(str(provenance["raw_sha256"])):
        raise ValueError("raw_sha256 must be 64 hexadecimals.")
    origin = str(provenance["origin"])
    if not origin.startswith("https://"):
        origin = origin.replace("\\", "/").rsplit("/", 1)[-1]
    facts = json.loads(json.dumps(dict(provenance), default=str))
    return {**facts, "source": source_code, "origin": origin, "product_version": _version()}


def _summary(engine: Engine, parquet: Path) -> dict[str, Any]:
    rows = engine.rows(
        "SELECT status, count(*), min(period), max(period), coalesce(sum(value), 0)::VARCHAR "
        f"FROM read_parquet({literal(parquet)}) GROUP BY status ORDER BY status"
    )
    return {
        "parquet_sha256": file_sha256(parquet),
        "rows": sum(row[1] for row in rows),
        "statuses": {row[0]: row[1] for row in rows},
        "first_period": min((row[2] for row in rows), default=""),
        "last_period": max((row[3] for row in rows), default=""),
        "sums": {row[0]: row[4] for row in rows},
    }


def _same_rows(engine: Engine, kept: Kept, parquet: Path, facts: Mapping[str, Any]) -> bool:
    """Whether two tables have the same rows, whatever their order; cheap facts differ first."""
    cheap = ("rows", "statuses", "first_period", "last_period", "sums")
    if any(kept.provenance.get(name) != facts[name] for name in cheap):
        return False
    fits = " AND ".join(f"a.{name} IS NOT DISTINCT FROM b.{name}" for name in _COMPARED)
    (other,) = engine.one(
        f"SELECT count(*) FROM read_parquet({literal(parquet)}) a "
        f"ANTI JOIN read_parquet({literal(kept.data)}) b ON {fits}"
    )
    return bool(other == 0)


def _write(place: Path, parquet: Path, facts: dict[str, Any]) -> Kept:
    half = Path(mkdtemp(prefix=_HALF, dir=place))
    shutil.copyfile(parquet, half / DATA)
    written = [half / DATA, write_provenance(half, facts)]
    for file in written:
        _to_disk(file)
        file.chmod(0o444)
    half.chmod(0o755)
    _to_disk(half)
    folder = half.rename(place / facts["raw_sha256"][:16])
    _to_disk(place)
    kept = read_kept(folder)
    if kept is None:
        raise OSError(f"The snapshot in {folder.name} was not written whole.")
    return replace(kept, is_new=True)


def _note_same(place: Path, facts: Mapping[str, Any], kept: Kept) -> None:
    """Write down that other bytes held the rows of a snapshot, so that they are known again."""
    noted = {name: facts[name] for name in ("raw_sha256", "origin", "accessed_on")}
    half = place / f"{_HALF}note"
    half.write_text(json.dumps({**noted, "same_rows_as": kept.sha256}) + "\n", encoding="utf-8")
    _to_disk(half)
    half.replace(place / f"{facts['raw_sha256'][:16]}{_SAME}")


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Let one process at a time write; the lock goes when the process does."""
    with (place / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove_halves(place: Path) -> None:
    """Remove what a killed run left. Whoever holds the lock is the only one who writes."""
    broken = [each for each in place.glob("[!.]*") if each.is_dir() and read_kept(each) is None]
    for half in [*place.glob(f"{_HALF}*"), *broken]:
        if half.is_dir():
            shutil.rmtree(half)
        else:
            half.unlink()


def _to_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _version() -> str:
    try:
        return version("integraal")
    except PackageNotFoundError:
        return "0"
