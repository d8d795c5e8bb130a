"""A regular file is read straight, and to the same rows; any other is left to the careful way."""

from dataclasses import replace
from random import Random

import pytest

from integraal.knowledge.sources.national.delivered import look_at
from integraal.knowledge.sources.national.engine import open_engine
from integraal.knowledge.sources.national.forms import HiddenByRule, TableForm, places
from integraal.knowledge.sources.national.straight import write_straight
from integraal.knowledge.sources.problems import FileProblem
from tests.knowledge.sources.national import plain_reading
from tests.knowledge.sources.national.tables import FORM, HEADER, HIDING, read, row, rows_in, table

CLASSES = ["0.0.0 ", "Totaal misdrijven", "1.1.1 ", "Diefstal, woning", "1.4.1"]
VALUES = [
    *("445", "     445", "0", ".", "       .", "", "x", "445.0", "12*", "25.6", "12 **", ".*"),
    *("1000000000", "0.123", "007"),
]


def straight(content: bytes, folder, form=FORM, **given):
    """The rows when the file was read straight; None when it was left to the careful way."""
    file, into = folder / "straight.csv", folder / "straight.parquet"
    file.write_bytes(content)
    delivered = look_at(file)
    found = places(form, delivered.header)
    facts = {"provisional": (), "threads": 2} | given
    with open_engine(folder) as engine:
        if write_straight(engine, delivered, form, found, into, **facts):
            return rows_in(into)
    assert not into.exists()
    return None


def many(rows: int, seed: int) -> bytes:
    """Rows in no order, more than one block of them."""
    random = Random(seed)  # noqa: S311
    keys = [
        (crime, f"{kind}{n:0{width}d}", period)
        for crime in ("0.0.0 ", "diefstal, woning", "1.4.1")
        for kind, width in (("BU", 8), ("WK", 6), ("GM", 4))
        for n in range(1500)
        for period in ("2024JJ00", "2023MM07", "2022KW01", "2021*")
    ]
    return table(
        *(row(random.choice(VALUES), crime, region.ljust(random.choice((0, 10))), period)
          for crime, region, period in random.sample(keys, rows))
    )  # fmt: skip


@pytest.mark.parametrize("form", [FORM, HIDING,
    replace(FORM, withheld=(HiddenByRule(("1.4.1",), ("GM", "BU"), ("MM",)),))])  # fmt: skip
def test_many_rows_in_no_order_are_the_same_as_those_of_a_plain_reading(tmp_path, form):
    content = many(30_000, seed=form is HIDING)
    assert len(content) > 1_000_000
    found = straight(content, tmp_path, form)
    if form.withheld and form.withheld[0].letters:
        assert {each[3][4:6] for each in found if each[5] == "withheld" and each[7] == "."} == {
            "MM"
        }
    else:
        assert found == plain_reading.read(content, form)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content, id="as it is"),
        pytest.param(lambda content: b"\xef\xbb\xbf" + content, id="byte order mark"),
        pytest.param(lambda content: content.replace(b"\n", b"\r\n"), id="crlf"),
        pytest.param(lambda content: content.replace(b'"', b""), id="no quotes"),
        pytest.param(lambda content: content.replace(b'\n"0"', b"\n0"), id="some in quotes"),
        pytest.param(
            lambda content: content.replace(b'";"', b",").replace(b'"', b""), id="commas"
        ),
    ],
)  # fmt: skip
def test_regular_files_of_each_kind_are_read_straight(tmp_path, change):
    content = table(
        *(row(value, "0.0.0 ", f"GM{n:04d}    ") for n, value in enumerate(VALUES)),
        row("3", "1.1.1", "GM0001", "2023*"),
    )
    found = straight(change(content), tmp_path, provisional=["2022JJ00"])
    assert found == plain_reading.read(content, FORM)


def test_wide_topics_are_read_straight(tmp_path):
    form = TableForm(
        *("kerncijfers", None, "WijkenEnBuurten", None),
        topics={"AantalInwoners": "inwoners", "Woningvoorraad": "woningen"},
        fixed_period="2020JJ00",
    )
    content = (
        b"ID,WijkenEnBuurten,AantalInwoners_5,Woningvoorraad_34\n0,WK043200  ,85,.\n1,NL01,7,9\n"
    )
    found = straight(content, tmp_path, form)
    assert found == plain_reading.read(content, form)
    assert {each[6] for each in straight(content, tmp_path, form, provisional=["2020JJ00"])} == {
        True
    }


@pytest.mark.parametrize(
    "content",
    [
        table(row("1"), row("1")),
        table(row("1"), row("1", "Totaal misdrijven")),
        table(row("veel")),
        table(row("1000000001")),
        table(row("1", "9.9.9")),
        table(row("1", region="GM43")),
        table(row("1", period="2024MM13")),
        table(row("1", region="Súdwest-Fryslân")),
        table(row("1", period="2012-01-01")),
        table(row("1", region="x" * 65)),
        table(row('1""')),
        table(row("1"), ""),
        table(row("1"), "0;0.0.0;GM0001;2024JJ00;1"),
        table(row("1"), '"0";"0.0.0";"GM0001";"2024JJ00"'),
        table(row("1"), '"0;1";"0.0.0";"GM0001";"2024JJ00";"1"'),
        table(row("1"), '"0\n1";"0.0.0";"GM0001";"2024JJ00";"1"'),
        table(row("1"), '"0\r1";"0.0.0";"GM0001";"2024JJ00";"1"'),
        table(row("1"), '"0\x001";"0.0.0";"GM0001";"2024JJ00";"1"'),
        table(row("1"), '";"0.0.0";"GM0001";"2024JJ00";"a"1"'),
        table(row("1"))[:-1],
        table(),
    ],
)
def test_what_is_not_plainly_right_is_left_to_the_careful_way(tmp_path, content):
    assert straight(content, tmp_path) is None


def test_a_double_far_down_a_regular_file_is_refused_with_both_lines(tmp_path):
    lines = many(30_000, seed=3).decode().splitlines()
    assert lines[0] == HEADER
    content = "\n".join([*lines, lines[1]]).encode() + b"\n"
    with pytest.raises(FileProblem) as raised:
        read(content, tmp_path)
    (sentence,) = raised.value.sentences
    assert sentence.startswith("Regel 30002: ")
    assert sentence.endswith("staat ook op regel 2. Laat elk cijfer een keer voorkomen.")


def test_the_same_bytes_give_the_same_bytes(tmp_path):
    content = many(30_000, seed=4)
    written = []
    for threads in (1, 2, 2):
        assert straight(content, tmp_path, threads=threads)
        written.append((tmp_path / "straight.parquet").read_bytes())
        (tmp_path / "straight.parquet").unlink()
    assert written[0] == written[1] == written[2]
