"""The screens of the figures: load a file, see where each number came from."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from integraal.knowledge.figures.models import Figure, Snapshot
from tests.statline import screen_export

GOOD = screen_export({"Centrum": [3, 4]}, (2024, 2025))


def send(client, content, name="overlast.csv", on="2026-03-02"):
    return client.post("/cijfers/", {"file": SimpleUploadedFile(name, content), "accessed_on": on})


@pytest.fixture
def at_work(client, sign_in, adviser, areas):
    return sign_in(client, adviser)


def test_a_good_file_leads_to_the_page_of_where_it_came_from(at_work):
    answer = at_work.post(
        "/cijfers/",
        {"file": SimpleUploadedFile("overlast.csv", GOOD), "accessed_on": "2026-03-02"},
        follow=True,
    )
    shown = answer.content.decode()
    assert "Ingelezen: 2 cijfers toegevoegd." in shown
    assert "2 maart 2026" in shown
    assert Snapshot.objects.get().sha256 in shown


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (GOOD[:-20], "Bron"),
        (b"PK\x03\x04" + bytes(200), "CSV"),
        (b"een;gewoon;bestand\n1;2;3\n", "StatLine"),
    ],
)
def test_a_wrong_file_is_refused_with_sentences_and_nothing_is_stored(at_work, content, words):
    answer = send(at_work, content)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Figure.objects.exists()
    assert not Snapshot.objects.exists()


def test_a_day_in_the_future_is_refused(at_work):
    answer = send(at_work, GOOD, on="2199-01-01")
    assert "ligt in de toekomst" in answer.content.decode()


def test_a_councillor_sees_the_provenance_but_not_the_small_counts(
    at_work, client, sign_in, employ
):
    send(at_work, GOOD)
    snapshot = Snapshot.objects.get()
    sign_in(client, employ("councillor"))
    shown = client.get(f"/cijfers/{snapshot.pk}/").content.decode()
    assert snapshot.sha256 in shown
    assert "Cijfers uit overlast.csv" not in shown
    assert client.get(f"/cijfers/{snapshot.pk}/bestand").status_code == 403
    assert send(client, GOOD).status_code == 403


def test_the_file_itself_comes_back_byte_for_byte_and_is_never_run(at_work):
    send(at_work, GOOD)
    answer = at_work.get(f"/cijfers/{Snapshot.objects.get().pk}/bestand")
    assert answer.content == GOOD
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
