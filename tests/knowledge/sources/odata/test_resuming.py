"""A fetch that was cut off goes on where it was, unless what it has no longer belongs together."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integraal.knowledge.sources.odata.fetching import Fetched
from integraal.knowledge.sources.odata.filters import Condition
from tests.knowledge.sources.odata.asking import fetch, problem, rows_of, served
from tests.knowledge.sources.odata.cbs_server import Misbehave


def content_of(fetched: Fetched) -> dict[str, Any]:
    """What must be the same for two ways to the same table."""
    facts = dataclasses.asdict(fetched)
    for name in ("requests", "resumed_pages", "notes", "pages"):
        del facts[name]
    return {**facts, "files": [(page.name, page.read_bytes()) for page in fetched.pages]}


def cut_off_after(pages: int) -> Callable[[int, int, float | None], None]:
    def progress(done: int, total: int, seconds: float | None) -> None:
        if done >= pages * 3:
            raise KeyboardInterrupt

    return progress


HITCHES = [
    (Misbehave("error", at=3), "geeft fout 500, ook na 2 pogingen"),
    (Misbehave("cut", at=3), "verbreekt de verbinding"),
    (Misbehave("slow", at=3), "antwoordt niet op tijd"),
    (Misbehave("broken_json", at=3), "onleesbare gegevens"),
    (Misbehave("html", at=3), "een webpagina in plaats van gegevens"),
]


@pytest.mark.parametrize(("wrong", "sentence"), HITCHES, ids=lambda case: str(case)[:40])
def test_after_a_hitch_the_fetch_goes_on_where_it_was(
    tmp_path: Path, wrong: Misbehave, sentence: str
):
    with served(wrong) as server:
        assert sentence in problem(server, tmp_path)
        state = json.loads((tmp_path / "state.json").read_text())
        assert state["next_link"] is not None, "it says that there is more"
        assert len(state["pages"]) == 2
        server.misbehave = None
        server.requests.clear()
        fetched = fetch(server, tmp_path)
        assert rows_of(fetched) == server.rows
        assert (len(server.page_requests), fetched.resumed_pages, fetched.notes) == (2, 2, ())


def test_a_hitch_that_passes_is_not_noticed(tmp_path: Path):
    for kind in ("error", "cut", "slow"):
        with served(Misbehave(kind, times=1)) as server:
            assert rows_of(fetch(server, tmp_path / kind)) == server.rows


def test_a_run_that_is_killed_goes_on_at_the_next_page(tmp_path: Path):
    with served() as server:
        undisturbed = fetch(server, tmp_path / "undisturbed")
        with pytest.raises(KeyboardInterrupt):
            fetch(server, tmp_path / "killed", progress=cut_off_after(3))
        server.requests.clear()
        said: list[tuple[int, int]] = []
        resumed = fetch(
            server, tmp_path / "killed", progress=lambda done, of, _: said.append((done, of))
        )
        assert len(server.page_requests) == 1, "pages 1 to 3 are not asked again"
    assert content_of(resumed) == content_of(undisturbed)
    assert (resumed.resumed_pages, said) == (3, [(12, 12)])


def test_a_whole_table_is_not_fetched_again(tmp_path: Path):
    with served() as server:
        first = fetch(server, tmp_path)
        server.requests.clear()
        again = fetch(server, tmp_path)
        assert server.page_requests == []
    assert content_of(again) == content_of(first)


def test_repeats_are_found_across_two_runs(tmp_path: Path):
    with served() as server:
        with pytest.raises(KeyboardInterrupt):
            fetch(server, tmp_path, progress=cut_off_after(3))
        server.misbehave = Misbehave("repeat_page", at=4)
        assert "dezelfde pagina twee keer (rij 6)" in problem(server, tmp_path)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("change", ["modified", "rows", "question", "page", "state"])
def test_what_does_not_belong_together_is_fetched_anew(tmp_path: Path, change: str):
    more: dict[str, Any] = {}
    with served() as server:
        with pytest.raises(KeyboardInterrupt):
            fetch(server, tmp_path, progress=cut_off_after(3))
        if change == "modified":
            server.modified = "2026-09-15T02:00:00"
        elif change == "rows":
            server.add_row()
        elif change == "question":
            more = {"where": [Condition("RegioS", "starts_with", ("GM",))]}
        else:
            file = tmp_path / ("page-00002.ndjson" if change == "page" else "state.json")
            file.write_bytes(file.read_bytes()[:-20])
        fetched = fetch(server, tmp_path, **more)
        wanted = [row for row in server.rows if not more or row["RegioS"].startswith("GM")]
    assert rows_of(fetched) == wanted
    assert fetched.resumed_pages == 0
    assert "Alles is opnieuw opgehaald." in fetched.notes[0]
