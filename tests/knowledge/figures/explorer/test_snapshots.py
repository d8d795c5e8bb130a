"""The page of a file or national table: a page of rows at a time, and a search in them."""

from __future__ import annotations

import re

import pytest

from integraal.knowledge.figures.actions import load_national_rows
from integraal.knowledge.figures.models import Dataset, Snapshot
from tests.knowledge.figures.explorer.small_set import BURGLARY, SEXUAL, Value, load, reading_of


@pytest.fixture
def at_work(client, sign_in, adviser):
    return sign_in(client, adviser)


def rows(page):
    return re.findall(r'data-l="Regel">([\d.]+)<', page)


def test_many_rows_come_a_page_at_a_time(at_work, adviser, places):
    values = [Value("Veld", BURGLARY, f"{year}MM{month:02d}", 6) for year in range(2001, 2011)
              for month in range(1, 13)]  # fmt: skip
    load(adviser, places, values, "maanden.csv")
    address = f"/cijfers/{Snapshot.objects.get(file_name='maanden.csv').pk}/"
    assert rows(at_work.get(address).content.decode()) == [str(line) for line in range(1, 51)]
    last = at_work.get(f"{address}?blad=3").content.decode()
    assert rows(last) == [str(line) for line in range(101, 121)]


@pytest.mark.parametrize(
    ("words", "count"), [("Hof", 6), ("zedenmisdrijf", 1), ("inbraak woning", 32), ("1.4.1", 1),
                         ("hof woningen", 2), ("bestaat niet", 0), ("%00", 48)]
)  # fmt: skip
def test_areas_and_classes_are_found(at_work, places, words, count):
    address = f"/cijfers/{Snapshot.objects.get().pk}/?zoek={words}"
    page = at_work.get(address).content.decode()
    assert f"{count} rij" in page


def test_rows_of_a_national_table_lead_to_the_table_and_offer_no_file(
    at_work, adviser, places, national
):
    dataset = Dataset.objects.get()
    values = [Value("Molendrecht", SEXUAL, "2022JJ00", 4)]
    reading = reading_of(values, places, b"-", "x", "politie-misdrijven-gemeente")
    load_national_rows(by=adviser, dataset=dataset, rows=reading.rows)
    snapshot = Snapshot.objects.get(dataset=dataset)
    page = at_work.get(f"/cijfers/{snapshot.pk}/").content.decode()
    assert "4.321 rijen van alle gemeenten" in page
    assert "/cijfers/bronnen/politie-misdrijven-gemeente/" in page
    assert "download zoals het was" not in page
    assert at_work.get(f"/cijfers/{snapshot.pk}/bestand").status_code == 404
