"""The folder where pages wait until the whole table is there.

Each page is a file of its own, `page-00001.ndjson`: one JSON object a line. `state.json` names the
pages that count. Both are written under another name and then renamed, so that a run that is cut
off leaves either a whole page or none.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from integraal.knowledge.sources.odata.pages import Row
from integraal.knowledge.sources.odata.transport import FetchProblem

_STATE = "state.json"
_FORM = 1


@dataclass(frozen=True)
class KeptPage:
    """A page in the folder; `sha256` is of the file, `delivered` of the bytes the source gave."""

    name: str
    link: str
    rows: int
    sha256: str
    delivered: str


@dataclass(frozen=True)
class Release:
    """What must be the same for pages of two runs to belong together."""

    rows_link: str
    modified: str
    count: int


@dataclass
class State:
    """How far a fetch is; `next_link` is None when all pages are there."""

    release: Release
    next_link: str | None
    pages: list[KeptPage] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """The rows in all pages together."""
        return sum(page.rows for page in self.pages)


class WorkFolder:
    """Keeps and finds pages in one folder; nothing outside it is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(folder, error) from error

    @property
    def begun(self) -> bool:
        """Whether an earlier run left anything here."""
        return (self.folder / _STATE).exists()

    def found(self) -> State | None:
        """What an earlier run left here; None when there is nothing, or it is not whole."""
        try:
            data = json.loads((self.folder / _STATE).read_text(encoding="utf-8"))
            if data.pop("form") != _FORM:
                return None
            state = State(
                Release(**data["release"]),
                data["next_link"],
                [KeptPage(**page) for page in data["pages"]],
            )
            whole = all(self._is_whole(page) for page in state.pages)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return state if whole else None

    def keep(self, state: State, link: str, rows: Sequence[Row], delivered: str) -> None:
        """Write the next page, then say in the state that it counts."""
        name = f"page-{len(state.pages) + 1:05d}.ndjson"
        lines = "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)
        content = lines.encode("ascii")
        self._write(name, content)
        sha256 = hashlib.sha256(content).hexdigest()
        state.pages.append(KeptPage(name, link, len(rows), sha256, delivered))

    def save(self, state: State) -> None:
        """Write how far the fetch is."""
        content: dict[str, Any] = {"form": _FORM, **asdict(state)}
        self._write(_STATE, json.dumps(content, indent=1).encode("ascii"))

    def identities(self, page: KeptPage) -> Iterator[object]:
        """The IDs of the rows of a page, in their order."""
        with self.path(page).open(encoding="ascii") as lines:
            for line in lines:
                yield json.loads(line).get("ID")

    def path(self, page: KeptPage) -> Path:
        """Where a page is."""
        return self.folder / page.name

    def clear(self) -> None:
        """Throw away the state and all pages, whole or half; other files stay."""
        (self.folder / _STATE).unlink(missing_ok=True)
        for pattern in ("page-*.ndjson", "page-*.ndjson.part", f"{_STATE}.part"):
            for file in self.folder.glob(pattern):
                file.unlink()

    def _is_whole(self, page: KeptPage) -> bool:
        if Path(page.name).name != page.name:
            return False
        with self.path(page).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == page.sha256

    def _write(self, name: str, content: bytes) -> None:
        part = self.folder / f"{name}.part"
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.folder / name)
        except OSError as error:
            raise _cannot_write(self.folder, error) from error


def _cannot_write(folder: Path, error: OSError) -> FetchProblem:
    return FetchProblem(
        f"In de map {folder} kan niet worden geschreven ({error.strerror}). "
        "Maak ruimte of kies een andere map en probeer het opnieuw."
    )
