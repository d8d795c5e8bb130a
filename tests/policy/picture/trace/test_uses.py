"""From a figure, an indicator and a file back to the pictures and sentences that rest on them."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.knowledge.figures import used_in, uses
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.explorer.origin import own_origin
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.reading import read_file
from integraal.policy.picture.actions import (
    adopt_picture,
    propose_picture,
    start_next_version,
)
from integraal.policy.picture.writing.actions import write_text
from tests.statline import screen_export

CODE = "overlast-totaal"


@pytest.fixture
def told(adviser, picture):
    write_text(
        by=adviser, picture=picture, theme="woonomgeving", part="trends", base_revision=0,
        text="Nu [[overlast-totaal aantal]] meldingen. Toen [[overlast-totaal aantal 2020]].",
    )  # fmt: skip
    return picture


def adopt(adviser, mayor, picture):
    propose_picture(by=adviser, picture=picture)
    picture.refresh_from_db()
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    picture.refresh_from_db()


def row(area="Molendrecht", year=2025):
    return Figure.objects.get(
        measure__contains="overlast", period=f"{year}JJ00", area__name=area, is_current=True
    )


def told_of(by, figure):
    found = used_in.of_number(by, own_origin(by, figure.pk))
    return [(use.version, use.state, [spot.sentence for spot in use.spots]) for use in found]


def test_a_row_leads_to_the_sentences_that_hold_it_and_no_others(adviser, told):
    assert told_of(adviser, row()) == [(1, "draft", ["Nu 125 meldingen."])]
    assert told_of(adviser, row(year=2020)) == [(1, "draft", ["Toen 168."])]


def test_a_year_that_no_picture_has_is_used_nowhere(adviser, told):
    told.first_year = 2021
    told.save()
    assert told_of(adviser, row(year=2019)) == []


def test_a_part_of_the_municipality_counts_in_the_year_of_the_picture_only(adviser, told):
    assert told_of(adviser, row("Centrum")) == [(1, "draft", [])]
    assert told_of(adviser, row("Centrum", 2020)) == []


def test_a_row_that_was_revised_is_used_by_what_was_adopted_and_not_by_the_draft(
    adviser, mayor, told
):
    adopt(adviser, mayor, told)
    old = row()
    later = screen_export({"Molendrecht": [140]}, [2025])
    load_figures(by=adviser, reading=read_file(later, "herzien.csv", date(2026, 4, 1)))
    start_next_version(by=adviser, picture=told)
    assert told_of(adviser, old) == [(1, "adopted", ["Nu 125 meldingen."])]
    assert told_of(adviser, row()) == [(2, "draft", ["Nu 140 meldingen."])]


def test_an_indicator_leads_to_all_its_sentences(client, sign_in, adviser, told):
    page = sign_in(client, adviser).get(reverse("indicator", args=[CODE])).content.decode()
    assert "Gebruikt in" in page
    assert "Nu <b>125</b> meldingen." in page
    assert "Toen <b>168</b>." in page
    place = reverse("picture-reading", args=[told.pk]) + "#tekst-woonomgeving-trends-2"
    assert f'href="{place}"' in page


def test_a_file_and_a_row_show_where_they_are_used(client, sign_in, adviser, told):
    sign_in(client, adviser)
    for name, key in [("snapshot", row().snapshot_id), ("figure-origin", row().pk)]:
        page = client.get(reverse(name, args=[key])).content.decode()
        assert "Veiligheidsbeeld 2025" in page, name
        assert "Nu <b>125</b> meldingen." in page, name


def test_who_reads_no_drafts_hears_of_none(client, sign_in, employ, adviser, mayor, told):
    councillor = employ("councillor")
    assert used_in.of_indicator(councillor, CODE) == ()
    page = sign_in(client, councillor).get(reverse("indicator", args=[CODE])).content.decode()
    assert "Nog geen beeld dat u mag lezen, rust op dit cijfer." in page
    assert "meldingen." not in page.split("Gebruikt in")[1].split("</section>")[0]
    adopt(adviser, mayor, told)
    assert [use.state for use in used_in.of_indicator(councillor, CODE)] == ["adopted"]


def test_an_indicator_or_file_that_nothing_rests_on_says_so(adviser, told):
    assert used_in.of_indicator(adviser, "bestaat-niet") == ()
    stranger = screen_export({"Molendrecht": [3]}, [1999])
    load_figures(by=adviser, reading=read_file(stranger, "oud.csv", date(2026, 4, 1)))
    assert used_in.of_file(adviser, Snapshot.objects.get(file_name="oud.csv")) == ()


def test_a_later_step_tells_its_own_uses(adviser, told, monkeypatch):
    """The room of figures asks whoever registered, and knows none of them."""
    monkeypatch.setattr(uses, "_providers", list(uses._providers))
    plan = uses.Use(told.pk, "Plan 2027", 1, "draft", "Concept", "/plan/", ())
    uses.register(lambda by, question: [plan] if CODE in question.indicators else [])
    titles = [use.title for use in used_in.of_indicator(adviser, CODE)]
    assert titles == ["Veiligheidsbeeld 2025", "Plan 2027"]


def test_the_question_takes_few_queries(adviser, mayor, told, django_assert_max_num_queries):
    adopt(adviser, mayor, told)
    origin = own_origin(adviser, row().pk)
    with django_assert_max_num_queries(9):
        assert used_in.of_number(adviser, origin)
