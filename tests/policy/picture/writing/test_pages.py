"""The writing room: what a writer sees, sends and gets back, and what a reader is shown."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.reading import read_file
from integraal.policy.picture.actions import (
    adopt_picture,
    propose_picture,
    start_next_version,
)
from integraal.policy.picture.models import Passage
from integraal.policy.picture.parts import CONCLUSION, SUMMARY, WHOLE
from integraal.policy.picture.presenters.versions import theme_differences
from integraal.policy.picture.refusals import FiguresMissing, PictureRefused
from integraal.policy.picture.writing.actions import prepare_summary, write_text
from integraal.portal.search.queries import search
from tests.statline import screen_export

AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}
FIGURE = "[[overlast-totaal aantal 2025]]"
NAMES = {"woonomgeving": "Veilige woon- en leefomgeving", "jeugd": "Jeugd en veiligheid"}


def write(by, picture, text, base=0, theme="woonomgeving", part="trends"):
    return write_text(by=by, picture=picture, theme=theme, part=part, text=text, base_revision=base)


@pytest.fixture
def room(picture):
    return f"/beeld/{picture.pk}"


@pytest.fixture
def writer(client, sign_in, adviser):
    sign_in(client, adviser)
    return client


def page_of(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_every_part_of_a_theme_has_its_own_editor_with_what_belongs_in_it(writer, room):
    page = page_of(writer, f"{room}/woonomgeving/")
    for part in ("story", "trends", "developments", "causes", "uncertain", "conclusion"):
        assert f'action="{room}/tekst/woonomgeving/{part}/"' in page
        assert page.count(f'id="tekst-{part}"') == 1


def test_a_figure_in_a_text_reads_as_its_value_and_leads_to_its_page(
    writer, room, picture, adviser
):
    write(adviser, picture, f"Er waren {FIGURE} meldingen.")
    page = page_of(writer, f"{room}/woonomgeving/")
    assert "/cijfer/overlast-totaal/" in page
    assert ">125</a> meldingen." in page


def test_a_figure_that_its_source_revises_meanwhile_reads_as_it_is_now(
    writer, room, picture, adviser
):
    write(adviser, picture, f"Er waren {FIGURE} meldingen.")
    page_of(writer, f"{room}/woonomgeving/")
    revised = screen_export({"Molendrecht": [999]}, [2025])
    load_figures(by=adviser, reading=read_file(revised, "herzien.csv", date(2026, 6, 1)))
    assert ">999</a> meldingen." in page_of(writer, f"{room}/woonomgeving/")
    assert Passage.objects.get(part="trends").text == f"Er waren {FIGURE} meldingen."


def test_the_script_gets_back_how_the_text_reads(writer, room):
    sent = {"text": f"**Er** waren {FIGURE} <b>x</b> {{{{ y }}}}.", "base_revision": "0"}
    answer = writer.post(f"{room}/tekst/woonomgeving/trends/", sent, **AUTOSAVE).json()
    assert answer["revision"] == 1
    assert "<strong>Er</strong>" in answer["reads"]
    assert ">125</a>" in answer["reads"]
    assert "&lt;b&gt;x&lt;/b&gt; {{ y }}." in answer["reads"]


def test_a_figure_of_another_theme_or_withdrawn_is_told_beside_the_text(writer, room):
    sent = {"text": "[[weg aantal]] en [[overlast-totaal aantal 1999]] en [[", "base_revision": "0"}
    answer = writer.post(f"{room}/tekst/jeugd/trends/", sent, **AUTOSAVE).json()
    assert answer["status"].endswith("; 3 cijfers kloppen niet")
    assert "Het cijfer “weg” staat niet in dit beeld." in answer["reads"]
    assert "over 1999 staat er geen cijfer" in answer["reads"]
    assert "komt geen ]] op dezelfde regel" in answer["reads"]


def test_characters_that_nobody_sees_are_taken_out_and_that_is_told(writer, room):
    sent = {"text": "Goed\x00 en \u202ekwaad", "base_revision": "0"}
    answer = writer.post(f"{room}/tekst/jeugd/trends/", sent, **AUTOSAVE).json()
    assert "er zijn 2 onzichtbare tekens weggehaald" in answer["status"]
    assert Passage.objects.get(theme="jeugd").text == "Goed en kwaad"


@pytest.mark.parametrize("how", [{}, AUTOSAVE])
def test_a_text_of_a_megabyte_is_refused_with_a_sentence_and_kept_on_the_screen(writer, room, how):
    text = "é" * 1_000_000
    answer = writer.post(
        f"{room}/tekst/woonomgeving/conclusion/", {"text": text, "base_revision": "0"}, **how
    )
    said = answer.json()["problem"] if how else answer.content.decode()
    assert "960000 tekens te lang" in said
    assert answer.status_code == (400 if how else 422)
    assert how or text in said


def test_without_a_script_a_save_goes_back_to_the_text(writer, room):
    answer = writer.post(
        f"{room}/tekst/woonomgeving/causes/", {"text": "Zo.", "base_revision": "0"}
    )
    assert answer.headers["Location"].endswith("/woonomgeving/#deel-causes")
    assert writer.get(f"{room}/tekst/heel/area/").headers["Location"] == (
        f"{room}/teksten/#deel-area"
    )


@pytest.mark.parametrize("place", ["nergens/story", "jeugd/niets", "heel/story", "jeugd/summary"])
def test_a_text_that_cannot_exist_is_not_there(writer, room, place):
    assert writer.get(f"{room}/tekst/{place}/").status_code == 404


def test_the_figures_to_choose_come_as_they_will_read(writer, room):
    found = writer.get(f"{room}/teksten/cijfers?thema=woonomgeving").json()["choices"]
    assert found[0]["theme"] == "woonomgeving"
    reads = {one["token"]: one["reads"] for one in found}
    assert reads[FIGURE] == "125"
    assert reads["[[overlast-totaal tegen 2025]]"] == "125 tegen 131"
    assert reads["[[overlast-totaal oordeel 2025]]"] == "geen aantoonbare verandering"
    assert FIGURE in page_of(writer, f"{room}/woonomgeving/")


def test_the_summary_begins_with_the_conclusions_and_overwrites_nothing(
    writer, room, picture, adviser
):
    write(adviser, picture, f"Het bleef bij {FIGURE}.", part=CONCLUSION.code)
    assert "Zet de conclusies van de thema" in page_of(writer, f"{room}/teksten/")
    writer.post(f"{room}/teksten/samenvatting")
    summary = Passage.objects.get(theme=WHOLE, part=SUMMARY.code)
    assert summary.text == f"## Veilige woon- en leefomgeving\nHet bleef bij {FIGURE}."
    with pytest.raises(PictureRefused, match="staat al een tekst"):
        prepare_summary(by=adviser, picture=picture, names=NAMES)
    assert ">125</a>" in page_of(writer, f"{room}/teksten/")


def test_without_conclusions_there_is_no_summary_to_begin_with(picture, adviser, mayor):
    with pytest.raises(PictureRefused, match="Nog geen thema heeft een conclusie"):
        prepare_summary(by=adviser, picture=picture, names=NAMES)
    with pytest.raises(NotAllowed):
        prepare_summary(by=mayor, picture=picture, names=NAMES)


def test_earlier_texts_are_compared_as_they_read_and_only_for_who_works_on_drafts(
    writer, room, picture, adviser, employ, client, sign_in
):
    write(adviser, picture, "Oud.")
    write(employ("adviser"), picture, f"Nieuw {FIGURE}.", 1)
    page = page_of(writer, f"{room}/tekst/woonomgeving/trends/eerder")
    assert "Oud." in page
    assert "Nieuw" in page
    assert "125." in page
    adopted_by_reader = employ("councillor")
    sign_in(client, adopted_by_reader)
    assert client.get(f"{room}/tekst/woonomgeving/trends/eerder").status_code in (403, 404)


def test_a_figure_that_does_not_exist_stops_the_proposal_and_names_its_place(picture, adviser):
    write(adviser, picture, "Er waren [[weg aantal]].")
    with pytest.raises(PictureRefused, match=r"Bij Woon- en leefomgeving klopt \[\[weg aantal\]\]"):
        propose_picture(by=adviser, picture=picture)


def test_a_figure_withdrawn_after_the_proposal_stops_the_adoption(picture, adviser, mayor):
    propose_picture(by=adviser, picture=picture)
    Passage.objects.filter(picture=picture).update(text="Er waren [[weg aantal]].")
    with pytest.raises(FiguresMissing, match="Stuur het voorstel daarvoor terug"):
        adopt_picture(by=mayor, picture=picture, on=timezone.localdate())


def test_a_municipality_has_its_own_container_words(writer, room, picture, adviser, administrator):
    write(adviser, picture, "Wij maken daar werk van.")
    change_definition(
        by=administrator,
        kind=kinds.kind("container-words"),
        code="containerwoorden",
        values={"words": ["werk maken van", "maken daar werk van"]},
        reason="Dat schrijven wij te vaak.",
        based_on=0,
    )
    assert "“maken daar werk van” bij Woon- en leefomgeving" in page_of(writer, f"{room}/")


def test_versions_differ_per_part_as_their_readers_saw_them(picture, adviser, mayor):
    write(adviser, picture, f"Er waren {FIGURE}.")
    propose_picture(by=adviser, picture=picture)
    first = adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    second = start_next_version(by=adviser, picture=first)
    write(adviser, second, "Er waren [[overlast-totaal tegen 2025]].", 1)
    write(adviser, second, "In het kort.", theme=WHOLE, part="area")
    found = {one.name: one.parts for one in theme_differences(first, second) if one.changed}
    (area,) = found["Het beeld als geheel"]
    (trends,) = found["Veilige woon- en leefomgeving"]
    assert (area.name, area.after) == ("De gemeente in het kort", "In het kort.")
    assert (trends.before, trends.after) == ("Er waren 125.", "Er waren 125 tegen 131.")


def test_search_leads_to_the_part_and_shows_no_marks(picture, adviser):
    write(adviser, picture, f"## Kop\nDe **ooievaars** waren er {FIGURE} keer.")
    write(adviser, picture, "Ooievaars overal.", theme=WHOLE, part="area")
    hits = {hit.url.rpartition("/")[2]: hit for hit in search(adviser, "ooievaars")}
    assert set(hits) == {"#deel-trends", "#deel-area"}
    assert "[[" not in hits["#deel-trends"].excerpt
    assert "*" not in hits["#deel-trends"].excerpt


def test_who_only_reads_gets_no_editor_and_the_texts_as_they_read(
    picture, adviser, mayor, client, sign_in, room
):
    write(adviser, picture, f"Er waren {FIGURE}.")
    sign_in(client, mayor)
    page = page_of(client, f"{room}/woonomgeving/")
    assert "<textarea" not in page
    assert ">125</a>." in page


def test_the_pages_take_a_fixed_number_of_queries(
    writer, room, picture, adviser, django_assert_max_num_queries
):
    for part in ("trends", "causes", "conclusion"):
        write(adviser, picture, f"Er waren {FIGURE}.", part=part)
    page_of(writer, f"{room}/woonomgeving/")
    with django_assert_max_num_queries(30):
        page_of(writer, f"{room}/woonomgeving/")
    with django_assert_max_num_queries(30):
        page_of(writer, f"{room}/")
