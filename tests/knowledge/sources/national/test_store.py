"""Snapshots are kept once, whole and for ever; what a later one changed can be listed."""

import hashlib
import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from integraal.knowledge.sources.national.asking import (
    municipal_rows,
    periods,
    regions,
    rows_for,
    totals_by_municipality,
)
from integraal.knowledge.sources.national.differences import differences
from integraal.knowledge.sources.national.engine import open_engine
from integraal.knowledge.sources.national.reading import read_table
from integraal.knowledge.sources.national.store import Store
from tests.knowledge.sources.national.tables import FORM, row, table

SOURCE = "politie-misdrijven-buurt"
OPMEER = {"whole": "GM0432", "prefix": "BU0432"}
JULY = ("0.0.0", "NL00", "2022MM07")


def offered(store: Store, folder, content: bytes, **other):
    """Read a table and keep it."""
    name = hashlib.sha256(content).hexdigest()
    file = folder / f"{name}.csv"
    file.write_bytes(content)
    parquet = read_table(file, FORM, folder / f"{name}.parquet")
    facts = {
        "table": "47022NED",
        "title": "Geregistreerde misdrijven",
        "publisher": "Politie",
        "accessed_on": "2026-11-24",
        "origin": str(file),
        "raw_sha256": name,
    }
    return store.keep(SOURCE, parquet, facts | other)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def engine(tmp_path):
    with open_engine(tmp_path / "engine") as opened:
        yield opened


def test_a_snapshot_says_what_it_is_and_where_it_came_from(store, tmp_path):
    content = table(row("5"), row(".", region="BU04320101", period="2022MM01"))
    kept = offered(store, tmp_path, content, division_year=2024)
    assert (kept.is_new, kept.vintage, kept.rows) == (True, 1, 2)
    assert (kept.first_period, kept.last_period) == ("2022MM01", "2024JJ00")
    assert kept.statuses == {"present": 1, "missing": 1}
    assert kept.provenance["division_year"] == 2024
    assert kept.folder == store.folder / SOURCE / kept.sha256[:16]
    text = (kept.folder / "provenance.json").read_text()
    assert str(tmp_path) not in text
    assert json.loads(text)["origin"] == f"{kept.sha256}.csv"
    assert store.verify(kept) == ()
    for file in kept.folder.iterdir():
        assert not stat.S_IMODE(file.stat().st_mode) & 0o222


def test_the_same_bytes_change_nothing(store, tmp_path):
    first = offered(store, tmp_path, table(row("5")))
    before = sorted(tmp_path.rglob("store/**"))
    second = offered(store, tmp_path, table(row("5")))
    assert (second.is_new, second.folder) == (False, first.folder)
    assert sorted(tmp_path.rglob("store/**")) == before


def test_the_same_rows_from_other_bytes_change_nothing_and_are_noted(store, tmp_path):
    first = offered(store, tmp_path, table(row("5"), row("6", region="GM0001")))
    other = table(row("6.0", region="GM0001"), row("     5"))
    for _ in range(2):
        again = offered(store, tmp_path, other)
        assert (again.is_new, again.vintage, again.same_rows_as) == (False, 1, first.sha256)
    assert len(store.snapshots(SOURCE)) == 1
    assert len(list((store.folder / SOURCE).glob("*.same.json"))) == 1


def test_vintages_count_up_and_july_2022_was_revised(store, tmp_path):
    first = [row("68507", *JULY), row("7"), row(".", region="GM0001"), row("1", region="GM0002")]
    later = [row("69302", *JULY), row("7"), row("0", region="GM0001"), row("2", region="GM0003")]
    older, newer = (offered(store, tmp_path, table(*lines)) for lines in (first, later))
    assert [each.vintage for each in store.snapshots(SOURCE)] == [1, 2]
    assert store.sources() == [SOURCE]
    found = differences(older, newer, tmp_path / "work")
    assert (found.added, found.removed, found.revised, found.unchanged) == (1, 1, 2, 1)
    changes = list(found)
    assert (changes[0].region, changes[0].period) == ("NL00", "2022MM07")
    assert (changes[0].before, changes[0].after) == (68507, 69302)
    by_region = {each.region: each for each in changes}
    appeared = by_region["GM0001"]
    assert (appeared.before_status, appeared.after_status) == ("missing", "present")
    assert (by_region["GM0002"].after, by_region["GM0002"].after_status) == (None, None)
    assert by_region["GM0003"].before_status is None
    assert len(differences(older, newer, tmp_path / "work", most=1).changes) == 1
    assert list((tmp_path / "work").iterdir()) == []


def test_rows_that_come_back_after_a_revision_are_a_new_vintage(store, tmp_path):
    for value in ("5", "6", "5.0"):
        kept = offered(store, tmp_path, table(row(value)))
    assert (kept.is_new, kept.vintage) == (True, 3)


def test_what_was_changed_in_a_snapshot_is_named(store, tmp_path):
    kept = offered(store, tmp_path, table(row("5")))
    for name in ("data.parquet", "provenance.json"):
        (kept.folder / name).chmod(0o644)
    text = (kept.folder / "provenance.json").read_text()
    (kept.folder / "provenance.json").write_text(text.replace("Politie", "Iemand"))
    with kept.data.open("ab") as file:
        file.write(b"x")
    assert [sentence.split(": ")[1].split()[0] for sentence in store.verify(kept)] == [
        "data.parquet", "provenance.json",
    ]  # fmt: skip
    kept.data.unlink()
    assert "is weg" in store.verify(kept)[0]


def test_what_a_killed_run_left_is_not_seen_and_goes_at_the_next_keeping(store, tmp_path):
    place = store.folder / SOURCE
    half, broken = place / ".half-killed", place / "0123456789abcdef"
    for folder in (half, broken):
        folder.mkdir(parents=True)
        (folder / "data.parquet").write_bytes(b"PAR1")
    assert store.snapshots(SOURCE) == []
    offered(store, tmp_path, table(row("5")))
    assert not half.exists()
    assert not broken.exists()
    assert not list(place.glob(".half-*"))


def test_two_that_keep_at_once_get_two_vintages(store, tmp_path):
    with ThreadPoolExecutor() as pool:
        kept = list(pool.map(lambda n: offered(store, tmp_path, table(row(n))), "123"))
    assert sorted(each.vintage for each in kept) == [1, 2, 3]


@pytest.mark.parametrize(
    ("change", "words"),
    [({"table": ""}, "lacks table"), ({"raw_sha256": "abc"}, "64 hexadecimals")],
)
def test_a_snapshot_without_provenance_is_not_kept(store, tmp_path, change, words):
    with pytest.raises(ValueError, match=words):
        offered(store, tmp_path, table(row("5")), **change)
    assert store.snapshots(SOURCE) == []
    with pytest.raises(ValueError, match="Not the code"):
        store.keep("../elsewhere", tmp_path, {})


PARTS = table(
    row("10", region="GM0432", period="2023JJ00"),
    row("4", region="BU04320101", period="2023JJ00"),
    row("0", region="BU04320102", period="2023JJ00"),
    row(".", region="BU04320103", period="2023JJ00"),
    row("9", region="BU99990101", period="2023JJ00"),
    row("1", "1.1.1", "BU04320101", "2023MM01"),
    row("2", "1.1.1", "BU04320102", "2023MM02"),
    row(".", "1.1.1", "BU04320103", "2023MM02"),
    row(".", "1.4.1", "BU04320103", "2023MM02"),
)


def test_questions_about_rows(store, engine, tmp_path):
    kept = offered(store, tmp_path, PARTS)
    assert periods(engine, kept) == ["2023JJ00", "2023MM01", "2023MM02"]
    assert regions(engine, kept)[-1] == ("GM0432", "")
    assert len(rows_for(engine, kept)) == 9
    assert [each.line for each in municipal_rows(engine, kept)] == [2]
    chosen = rows_for(
        engine,
        kept,
        region_prefixes=["BU0432"],
        periods=["2023JJ00"],
        measures=["misdrijven:0.0.0"],
    )
    assert [(each.region, each.status) for each in chosen] == [
        ("BU04320101", "present"), ("BU04320102", "present"), ("BU04320103", "missing"),
    ]  # fmt: skip
    assert rows_for(engine, kept, regions=["' OR true --"]) == []


def test_totals_of_a_year_say_how_many_rows_have_no_value(store, engine, tmp_path):
    kept = offered(store, tmp_path, PARTS)
    found = totals_by_municipality(engine, kept)
    by_measure = {
        str(measure): (str(region), int(year), float(value), int(without))
        for region, measure, year, value, without in zip(
            found.regions, found.measures, found.years, found.values, found.without, strict=True
        )
    }
    assert by_measure["misdrijven:1.1.1"] == ("GM0432", 2023, 3.0, 1)
    assert np.isnan(by_measure["misdrijven:1.4.1"][2])
    assert set(by_measure) == {"misdrijven:1.1.1", "misdrijven:1.4.1"}


def test_the_engine_stays_offline_and_leaves_no_files(tmp_path):
    with open_engine(tmp_path, memory="64MB", threads=1) as engine:
        settings = dict(engine.rows("SELECT name, value FROM duckdb_settings()"))
        assert settings["threads"] == "1"
        assert settings["autoinstall_known_extensions"] == "false"
        assert settings["autoload_known_extensions"] == "false"
        assert settings["memory_limit"].startswith("61.0")
        # More than fits in memory goes to the folder of this engine.
        engine.one("SELECT count(*) FROM (SELECT i FROM range(4000000) t(i) ORDER BY hash(i))")
    assert os.listdir(tmp_path) == []
