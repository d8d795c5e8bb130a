"""A reader keeps a view under a name; only the reader sees it."""

from __future__ import annotations

import pytest

from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.models import SavedView
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.showing.actions import (
    MOST_VIEWS,
    remove_view,
    rename_view,
    save_view,
)


@pytest.fixture
def reader(client, sign_in, adviser):
    return sign_in(client, adviser)


@pytest.fixture
def saved(adviser):
    return save_view(
        by=adviser, name="Mijn zorgen", page="programme-board", asked={"stand": "stuck"}
    )


def test_a_page_is_kept_and_comes_back_as_a_chip(reader, programme, measure):
    base = f"/programma/{programme.pk}"
    page = reader.get(f"{base}/stand/?stand=stuck&thema=jeugd").content.decode()
    query = page.split('name="query" value="')[1].split('"')[0].replace("&amp;", "&")
    answer = reader.post(f"{base}/weergaven/", {"name": "Jeugd  vast", "query": query})
    assert answer.headers["Location"] == f"{base}/stand/?stand=stuck&thema=jeugd"
    page = reader.get(answer.headers["Location"]).content.decode()
    assert 'aria-current="page">Jeugd vast</a>' in page
    assert "Bewaar deze weergave" not in page
    assert "Jeugd vast" in reader.get(f"{base}/planning/").content.decode()


def test_a_view_without_a_name_comes_back_with_what_was_chosen(reader, programme):
    base = f"/programma/{programme.pk}/weergaven/"
    answer = reader.post(base, {"name": " ", "query": "pagina=programme-board&stand=stuck"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Geef de weergave een naam." in page
    assert "pagina=programme-board&amp;stand=stuck" in page
    assert not SavedView.objects.exists()


def test_a_view_is_renamed_and_removed(reader, programme, saved, adviser):
    save_view(by=adviser, name="Andere", page="programme-board", asked={})
    base = f"/programma/{programme.pk}/weergaven/"
    answer = reader.post(f"{base}{saved.pk}/", {f"{saved.pk}-name": "Andere"})
    assert answer.status_code == 422
    assert "U heeft al een weergave “Andere”" in answer.content.decode()
    reader.post(f"{base}{saved.pk}/", {f"{saved.pk}-name": "Vast"})
    page = reader.get(base).content.decode()
    assert "Vast</a>" in page
    assert "Deze weergave weghalen?" in page
    reader.post(f"{base}{saved.pk}/weg/")
    assert [one.name for one in SavedView.objects.all()] == ["Andere"]


def test_nobody_sees_or_changes_the_view_of_somebody_else(
    client, sign_in, mayor, programme, measure, saved
):
    sign_in(client, mayor)
    base = f"/programma/{programme.pk}"
    assert "Mijn zorgen" not in client.get(f"{base}/stand/").content.decode()
    assert "Mijn zorgen" not in client.get(f"{base}/weergaven/").content.decode()
    gone = client.post(f"{base}/weergaven/{saved.pk}/weg/")
    assert gone.status_code == 404
    sent = {f"{saved.pk}-name": "Van mij"}
    assert client.post(f"{base}/weergaven/{saved.pk}/", sent).status_code == 404
    for deed in (lambda: rename_view(by=mayor, view=saved, name="x"),
                 lambda: remove_view(by=mayor, view=saved)):  # fmt: skip
        with pytest.raises(NotAllowed, match="iemand anders"):
            deed()
    assert SavedView.objects.get().name == "Mijn zorgen"


def test_the_same_name_keeps_the_new_view(adviser, saved):
    save_view(by=adviser, name="Mijn zorgen", page="programme-timeline", asked={"thema": "jeugd"})
    assert SavedView.objects.get().query == "pagina=programme-timeline&thema=jeugd"


@pytest.mark.parametrize(
    ("page", "asked"), [("home", {}), ("programme-board", {"zoek": "x" * 500})]
)
def test_what_is_no_view_is_refused(adviser, page, asked):
    with pytest.raises(ProgrammeRefused, match="kan niet worden bewaard"):
        save_view(by=adviser, name="Iets", page=page, asked=asked)


def test_there_is_an_end_to_the_number_of_views(adviser):
    for number in range(MOST_VIEWS):
        save_view(by=adviser, name=f"Weergave {number}", page="programme-board", asked={})
    with pytest.raises(ProgrammeRefused, match="Haal er eerst één weg"):
        save_view(by=adviser, name="Nog een", page="programme-board", asked={})


def test_a_view_of_a_page_that_went_is_no_door_to_elsewhere(reader, adviser, programme, saved):
    SavedView.objects.update(query="pagina=https://elsewhere.example/&next=x")
    page = reader.get(f"/programma/{programme.pk}/stand/").content.decode()
    assert "elsewhere" not in page
