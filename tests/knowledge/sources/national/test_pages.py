"""Fetched rows are read like a file: a null is missing, and a row's own status wins."""

import json
from dataclasses import replace

import pytest

from integraal.knowledge.sources.national.reading import read_pages
from integraal.knowledge.sources.problems import FileProblem
from tests.knowledge.sources.national.tables import FORM, HIDING, rows_in

TOPIC = "GeregistreerdeMisdrijven_1"


def observed(number: int, value: object, **other: object) -> dict[str, object]:
    return {
        "ID": number,
        "SoortMisdrijf": "0.0.0 ",
        "RegioS": f"GM{number:04d}    ",
        "Perioden": "2012JJ00",
        TOPIC: value,
        **other,
    }


def read(folder, *pages: list[dict[str, object]], form=FORM, **given):
    files = []
    for n, page in enumerate(pages):
        file = folder / f"page-{n}.ndjson"
        file.write_text("".join(json.dumps(row) + "\n" for row in page), encoding="ascii")
        files.append(file)
    return rows_in(read_pages(files, form, folder / "rows.parquet", **given))


def statuses(rows) -> list[tuple[str, str, object]]:
    return [(each[1], each[5], each[4]) for each in rows]


def test_typed_and_untyped_values_over_several_pages(tmp_path):
    found = read(
        tmp_path,
        [observed(1, 1127693), observed(2, None), observed(3, 0)],
        [observed(4, "     645"), observed(5, "       ."), observed(6, ""), observed(7, "x")],
    )
    assert statuses(found) == [
        ("GM0001", "present", 1127693), ("GM0002", "missing", None), ("GM0003", "present", 0),
        ("GM0004", "present", 645), ("GM0005", "missing", None), ("GM0006", "impossible", None),
        ("GM0007", "withheld", None),
    ]  # fmt: skip
    assert [each[8] for each in found] == [1, 2, 3, 4, 5, 6, 7]


def test_a_status_of_the_row_wins_over_its_value(tmp_path):
    found = read(
        tmp_path,
        [observed(1, None, _status="withheld"), observed(2, 5, _status="missing"),
         observed(3, 5, _status="present"), observed(4, 6, _status=None)],
    )  # fmt: skip
    assert statuses(found) == [
        ("GM0001", "withheld", None), ("GM0002", "missing", None),
        ("GM0003", "present", 5), ("GM0004", "present", 6),
    ]  # fmt: skip


def test_rows_of_one_topic_each_speak_of_that_topic_only(tmp_path):
    form = replace(FORM, class_column=None, topics={"M000352": "0.0.0", "M000353": "1.1.1"})
    place = {"RegioS": "GM0432", "Perioden": "2012JJ00"}
    found = read(
        tmp_path,
        [{"ID": 1, **place, "M000352": 5, "_topic": "M000352", "_status": "present"},
         {"ID": 2, **place, "M000353": None, "_topic": "M000353", "_status": "withheld"}],
        form=form,
    )  # fmt: skip
    assert [(each[0], each[5], each[4]) for each in found] == [
        ("misdrijven:0.0.0", "present", 5), ("misdrijven:1.1.1", "withheld", None),
    ]  # fmt: skip


def test_null_that_the_publisher_hides_by_rule_is_withheld(tmp_path):
    page = [observed(1, None, RegioS="BU04320101", SoortMisdrijf="1.4.1 ")]
    assert statuses(read(tmp_path, page, form=HIDING)) == [("BU04320101", "withheld", None)]


def test_periods_that_the_source_calls_provisional_are(tmp_path):
    found = read(tmp_path, [observed(1, 5)], provisional_periods=["2012JJ00"])
    assert found[0][6] is True


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([[observed(1, 5)], [observed(1, 5)]], "Rij 1: misdrijven:0.0.0 van 'GM0001'"),
        ([[observed(1, -5)]], "Rij 1: '-5' is kleiner dan nul"),
        ([[observed(1, 5, _status="hidden")]], "Rij 1: 'hidden' is geen bekende stand"),
        ([[observed(1, None, _status="present")]], "Rij 1: hier hoort een getal te staan"),
        ([[observed(1, 5), {"ID": 2, "RegioS": "GM0002"}]], "mist de kolom"),
        ([[observed(1, 5, SoortMisdrijf=None)]], "Rij 1: '' staat niet in de indeling"),
        ([[]], "geen rijen opgehaald"),
    ],
)
def test_wrong_rows_refuse_all_pages_and_leave_nothing(tmp_path, pages, words):
    with pytest.raises(FileProblem) as raised:
        read(tmp_path, *pages)
    assert words in "\n".join(raised.value.sentences)
    assert all(each.suffix == ".ndjson" for each in tmp_path.iterdir())


def test_a_cut_page_is_refused(tmp_path):
    page = tmp_path / "page.ndjson"
    page.write_text(json.dumps(observed(1, 5)) + "\n" + json.dumps(observed(2, 5))[:40])
    with pytest.raises(FileProblem, match="afgebroken"):
        read_pages([page], FORM, tmp_path / "rows.parquet")
    assert list(tmp_path.iterdir()) == [page]
