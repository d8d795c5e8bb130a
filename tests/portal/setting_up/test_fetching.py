"""Fetching from a publisher: a whole table on screen, or nothing at all."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from integraal.foundation.areas.models import CodedArea
from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.figures.models import Dataset, ReferenceFigure
from integraal.knowledge.sources.national.store import Store
from integraal.knowledge.sources.odata.transport import FetchProblem, TransportOptions
from integraal.portal.setting_up.ready.fetching import fetch_sources
from tests.knowledge.sources.odata.cbs_server import CbsServer, Misbehave, crime_table
from tests.portal.setting_up.setup_ground import take_away

pytestmark = pytest.mark.usefixtures("committed", "ground")
CODE = "GM0432"
REGIONS = ("NL00      ", "GM0375    ", "GM0432    ")
FAST = TransportOptions(attempts=3, pause=0.01, longest_pause=0.02, read_seconds=2.0)


@pytest.fixture
def ground(committed: None, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.STORE = tmp_path / "store"
    take_away(CODE)
    yield
    take_away(CODE)


def server(misbehave: Misbehave | None = None, regions: Sequence[str] = REGIONS) -> CbsServer:
    table = crime_table(regions, periods=("2023JJ00", "2024JJ00", "2024MM11", "2024MM12"))
    return CbsServer("47013NED", *table, 3, misbehave=misbehave)


def command(name: str, *words: str, **options: Any) -> list[str]:
    said = io.StringIO()
    call_command(name, *words, stdout=said, **options)
    return said.getvalue().splitlines()


def stored() -> dict[tuple[str, str, str], int]:
    return {
        (one.measure, one.region, one.period): int(one.value or 0)
        for one in ReferenceFigure.objects.all()
    }


def test_a_fetched_table_is_published_with_its_marks() -> None:
    with server() as cbs:
        said = command(
            "fetch", "politie-misdrijven-gemeente", municipality=CODE, address=cbs.address
        )
    assert len(stored()) == 2 * (3 * 2 + 2)  # years of all, and the months of one municipality
    assert any("alle-gemeenten: 12 rijen, nieuw" in line for line in said)
    marks = ReferenceFigure.objects.filter(region=CODE, measure="misdrijven:0.0.0")
    assert {one.period: (one.provisional, one.incomplete) for one in marks} == {
        "2023JJ00": (False, False), "2024JJ00": (False, False),
        "2024MM11": (False, True), "2024MM12": (True, True),
    }  # fmt: skip
    origin = Dataset.objects.first()
    assert origin is not None
    assert origin.origin == "47013NED"
    assert origin.released == "2026-08-15T02:00:00"


def test_the_same_release_twice_changes_nothing() -> None:
    with server() as cbs:
        command("fetch", "politie-misdrijven-gemeente", municipality=CODE, address=cbs.address)
        before = stored(), Dataset.objects.count()
        said = command(
            "fetch", "politie-misdrijven-gemeente", municipality=CODE, address=cbs.address
        )
    assert (stored(), Dataset.objects.count()) == before
    assert any("niets nieuws" in line for line in said)


@pytest.mark.parametrize(
    "kind",
    ["error", "cut", "broken_json", "html", "loop", "repeat_page", "grow", "wrong_count", "short"],
)
def test_a_source_that_misbehaves_leaves_nothing(kind: str, settings: Any) -> None:
    source = sources()["politie-misdrijven-gemeente"]
    store = Store(Path(settings.STORE))
    with server(Misbehave(kind)) as cbs, pytest.raises(FetchProblem) as problem:
        fetch_sources(
            [source], CODE, store, report=lambda line: None, address=cbs.address, options=FAST
        )
    assert problem.value.shown
    kept = store.snapshots(source.code)
    # The part of all municipalities may be whole before the other part breaks.
    assert [one.rows for one in kept if one.provenance["part"] != "alle-gemeenten"] == []
    assert {one.rows for one in kept} <= {12}
    assert stored() == {}


def test_a_shifted_measure_number_is_survived() -> None:
    with server(Misbehave("shifted")) as cbs:
        command("fetch", "politie-misdrijven-gemeente", municipality=CODE, address=cbs.address)
    assert stored()


def test_what_a_new_release_changed_is_listed_and_shown() -> None:
    with server() as cbs:
        command("fetch", "politie-misdrijven-gemeente", municipality=CODE, address=cbs.address)
        before = stored()
        cbs.modified = "2026-09-15T02:00:00"
        place = next(row for row in cbs.rows if row["RegioS"].strip() == CODE)
        was = place["GeregistreerdeMisdrijven_1"]
        place["GeregistreerdeMisdrijven_1"] = 777
        command("fetch", "politie-misdrijven-gemeente", municipality=CODE, address=cbs.address)
    after = stored()
    key = ("misdrijven:0.0.0", CODE, place["Perioden"])
    assert (before[key], after[key]) == (was, 777)
    assert {one: value for one, value in after.items() if one != key} == {
        one: value for one, value in before.items() if one != key
    }
    said = command("changes", "politie-misdrijven-gemeente")
    assert "1 herzien" in said[0]
    assert said[1] == f"misdrijven:0.0.0 {CODE} {place['Perioden']}: {was} werd 777"


def test_the_division_of_the_year_comes_along() -> None:
    regions = (*REGIONS, "WK043201  ", "BU04320101")
    with server(regions=regions) as cbs:
        command("fetch", "politie-misdrijven-gemeente", municipality=CODE, address=cbs.address)
    assert CodedArea.objects.get(code="BU04320101").year == 2024


def test_an_unknown_source_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(CommandError, match="politie-misdrijven-gemeente"):
        command("fetch", "onbekend", municipality=CODE)
