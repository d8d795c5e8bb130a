"""A snapshot of a national table: what is known about it, and whether it is still whole."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA, PROVENANCE = "data.parquet", "provenance.json"
_SEAL = "seal"


@dataclass(frozen=True)
class Kept:
    """One snapshot in the store.

    Attributes:
        source: code of the source.
        vintage: 1 for the first snapshot of the source, 2 for the next.
        folder: where its two files are.
        sha256: of the bytes as delivered.
        parquet_sha256: of the rows as kept.
        rows: how many rows there are.
        first_period, last_period: CBS codes.
        statuses: how many rows have each status.
        provenance: all that is known, as it stands in provenance.json.
        is_new: whether keeping it just now added it.
        same_rows_as: SHA-256 of the snapshot that already had the rows of the bytes just offered.
    """

    source: str
    vintage: int
    folder: Path
    sha256: str
    parquet_sha256: str
    rows: int
    first_period: str
    last_period: str
    statuses: Mapping[str, int]
    provenance: Mapping[str, Any]
    is_new: bool = False
    same_rows_as: str | None = None

    @property
    def data(self) -> Path:
        """The Parquet file."""
        return self.folder / DATA


def write_provenance(folder: Path, facts: Mapping[str, Any]) -> Path:
    """Write what is known about a snapshot, with a seal over it."""
    file = folder / PROVENANCE
    text = json.dumps({**facts, _SEAL: _seal(facts)}, indent=1, sort_keys=True, ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")
    return file


def read_kept(folder: Path) -> Kept | None:
    """The snapshot in a folder; None when there is none or it is not whole."""
    try:
        facts = json.loads((folder / PROVENANCE).read_text(encoding="utf-8"))
        return Kept(
            source=facts["source"],
            vintage=facts["vintage"],
            folder=folder,
            sha256=facts["raw_sha256"],
            parquet_sha256=facts["parquet_sha256"],
            rows=facts["rows"],
            first_period=facts["first_period"],
            last_period=facts["last_period"],
            statuses=facts["statuses"],
            provenance=facts,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def verify(kept: Kept) -> tuple[str, ...]:
    """Compute the hashes of a snapshot again.

    Returns:
        A Dutch sentence for each file that is gone or was changed; nothing when all is whole.
    """
    name = f"{kept.source}, uitgave {kept.vintage}"
    found = []
    if not kept.data.is_file():
        found.append(f"{name}: {DATA} is weg.")
    elif file_sha256(kept.data) != kept.parquet_sha256:
        found.append(f"{name}: {DATA} is veranderd sinds het is bewaard.")
    try:
        facts = json.loads((kept.folder / PROVENANCE).read_text(encoding="utf-8"))
        whole = facts.pop(_SEAL, None) == _seal(facts) and facts["raw_sha256"] == kept.sha256
    except OSError:
        found.append(f"{name}: {PROVENANCE} is weg.")
    except (ValueError, KeyError, TypeError, AttributeError):
        found.append(f"{name}: {PROVENANCE} is veranderd sinds het is bewaard.")
    else:
        if not whole or not kept.sha256.startswith(kept.folder.name):
            found.append(f"{name}: {PROVENANCE} is veranderd sinds het is bewaard.")
    return tuple(found)


def file_sha256(*files: Path) -> str:
    """The SHA-256 of files one after the other, in hexadecimals, without holding them in memory."""
    found = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                found.update(block)
    return found.hexdigest()


@contextmanager
def hashing(path: Path) -> Iterator[Callable[[], str]]:
    """Work out the SHA-256 of a file beside other work; gives what waits for it and returns it."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(file_sha256, path).result


def _seal(facts: Mapping[str, Any]) -> str:
    whole = {name: value for name, value in facts.items() if name != _SEAL}
    text = json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
