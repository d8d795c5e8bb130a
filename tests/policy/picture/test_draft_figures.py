"""The figures of a draft are made once, made anew when something changed, and then it is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from integraal.foundation.audit.models import Event
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.reading import read_file
from integraal.policy.picture.actions import adopt_picture, propose_picture
from integraal.policy.picture.content import build_content, content_of, parts_of
from integraal.policy.picture.content.outlines import as_whole, in_parts
from integraal.policy.picture.content.stamp import stamp_of
from integraal.policy.picture.draft_figures.actions import renew_figures, see_changes
from integraal.policy.picture.draft_figures.changes import changes_between
from integraal.policy.picture.draft_figures.queries import page_parts, unseen_changes
from integraal.policy.picture.models import DraftFigures, Picture
from tests.statline import screen_export


def revise(adviser, count=133, year=2024):
    cut = screen_export({"Molendrecht": [count]}, [year])
    return load_figures(by=adviser, reading=read_file(cut, f"{count}.csv", date(2026, 3, 3)))


def told(picture):
    return [
        (one["name"], one["year"], one["was"], one["became"]) for one in unseen_changes(picture)
    ]


def test_a_page_of_a_draft_reads_only_its_own_theme(picture, adviser):
    found = page_parts(adviser, picture, "woonomgeving")
    assert found.theme["indicators"][0]["years"]
    assert all("years" not in one for t in found.over_all["themes"] for one in t["indicators"])


def test_what_is_kept_is_what_would_be_made_now(picture, adviser):
    renew_figures(by=adviser, picture=picture)
    assert content_of(picture) == build_content(picture)
    whole = build_content(picture)
    assert as_whole(in_parts(whole)) == whole


def test_nothing_changed_means_nothing_is_made(picture, adviser, django_assert_num_queries):
    page_parts(adviser, picture, "woonomgeving")
    with django_assert_num_queries(3):  # the parts with their stamp, texts and contributions
        page_parts(adviser, picture, "woonomgeving")


def change_areas(adviser, areas):
    from integraal.foundation.areas.actions import end_area

    end_area(by=adviser, area=areas["Zandwijk"], valid_to=date(2025, 6, 1))


def change_rules(adviser, areas):
    change_definition(
        by=adviser, kind=kinds.kind("rules"), code="rekenregels", based_on=0, reason="Proef.",
        values={"map_certainty": 95},
    )  # fmt: skip


def read_a_file(adviser, areas):
    revise(adviser)


def drop_an_indicator(adviser, areas):
    change_definition(
        by=adviser, kind=kinds.kind("indicators"), code="overlast-totaal", based_on=0,
        reason="Hoort niet bij ons.", values={"theme": None},
    )  # fmt: skip


@pytest.mark.parametrize("deed", [change_areas, change_rules, read_a_file, drop_an_indicator])
def test_everything_the_figures_depend_on_changes_the_stamp(picture, adviser, loaded, deed):
    before = stamp_of(picture)
    assert stamp_of(picture) == before
    deed(adviser, loaded)
    assert stamp_of(picture) != before


def test_the_stamp_takes_one_query(picture, django_assert_num_queries):
    stamp_of(picture)
    with django_assert_num_queries(1):
        stamp_of(picture)


def test_a_draft_without_files_has_a_stamp_too(adviser):
    from integraal.policy.picture.actions import start_picture

    empty = start_picture(by=adviser, year=2025)
    assert page_parts(adviser, empty).over_all["findings"] == []


def test_a_revised_source_is_told_and_the_verdict_is_that_of_now(picture, adviser):
    page_parts(adviser, picture)
    revise(adviser)
    assert parts_of(picture) is None
    found = page_parts(adviser, picture, "woonomgeving")
    assert told(picture) == [("Alle geregistreerde overlast", 2024, "131", "133")]
    assert found.theme["indicators"][0]["verdict"]["sentence"].startswith("133 in 2024")


def test_the_writer_puts_it_away_and_that_is_recorded(picture, adviser, mayor):
    page_parts(adviser, picture)
    revise(adviser)
    page_parts(mayor, picture)  # whoever reads first gives occasion to it
    with pytest.raises(NotAllowed):
        see_changes(by=mayor, picture=picture)
    see_changes(by=adviser, picture=picture)
    assert unseen_changes(picture) == []
    verbs = Event.objects.filter(subject_id=picture.pk).values_list("verb", "details")
    assert ("picture.changes_seen", {"changes": 1}) in list(verbs)
    assert ("picture.figures_renewed", {"changes": 1}) in list(verbs)


def test_a_figure_that_came_back_tells_nothing(picture, adviser):
    page_parts(adviser, picture)
    revise(adviser, 133)
    page_parts(adviser, picture)
    revise(adviser, 140)
    page_parts(adviser, picture)
    assert told(picture)[0][2:] == ("131", "140")
    revise(adviser, 131)
    page_parts(adviser, picture)
    assert told(picture) == []


def test_a_withdrawn_indicator_is_told_once(picture, adviser):
    page_parts(adviser, picture)
    drop_an_indicator(adviser, {})
    page_parts(adviser, picture)
    assert told(picture) == [("Alle geregistreerde overlast", 2025, "125", "niet opgenomen")]


def test_an_adopted_picture_keeps_no_draft_figures_and_follows_no_revision(picture, adviser, mayor):
    page_parts(adviser, picture)
    propose_picture(by=adviser, picture=picture)
    adopted = adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    assert not DraftFigures.objects.filter(picture=picture).exists()
    revise(adviser)
    fresh = Picture.objects.defer("frozen").get(pk=adopted.pk)
    renew_figures(by=adviser, picture=fresh)
    assert not DraftFigures.objects.filter(picture=picture).exists()
    found = page_parts(adviser, fresh, "woonomgeving")
    assert found.theme == next(
        one for one in adopted.frozen["themes"] if one["code"] == "woonomgeving"
    )
    assert [one["code"] for one in found.over_all["themes"]] == [
        one["code"] for one in adopted.frozen["themes"]
    ]
    assert page_parts(adviser, fresh, "bestaat-niet").theme is None


def test_a_frozen_theme_takes_one_query(picture, adviser, mayor, django_assert_num_queries):
    propose_picture(by=adviser, picture=picture)
    pk = adopt_picture(by=mayor, picture=picture, on=timezone.localdate()).pk
    fresh = Picture.objects.defer("frozen").get(pk=pk)
    with django_assert_num_queries(1):
        page_parts(adviser, fresh, "woonomgeving")


def test_a_page_shows_what_was_revised_and_a_button_puts_it_away(picture, adviser, client, sign_in):
    browser = sign_in(client, adviser)
    path = f"/beeld/{picture.pk}/woonomgeving/"
    browser.get(path)
    revise(adviser)
    page = browser.get(path).content.decode()
    assert "Sinds u begon is 1 cijfer herzien" in page
    assert "Alle geregistreerde overlast, 2024: 131 werd 133." in page
    answer = browser.post(f"/beeld/{picture.pk}/cijfers-gezien", {"next": path})
    assert (answer.status_code, answer.headers["Location"]) == (302, path)
    assert "Sinds u begon" not in browser.get(path).content.decode()


@pytest.mark.parametrize("back", ["https://elders.example/", "//elders.example", "/beheer/", ""])
def test_the_button_leads_nowhere_else(picture, adviser, client, sign_in, back):
    browser = sign_in(client, adviser)
    answer = browser.post(f"/beeld/{picture.pk}/cijfers-gezien", {"next": back})
    assert answer.headers["Location"] == f"/beeld/{picture.pk}/"


def test_a_reader_of_the_draft_sees_it_without_the_button(picture, adviser, mayor, client, sign_in):
    page_parts(adviser, picture)
    revise(adviser)
    page = sign_in(client, mayor).get(f"/beeld/{picture.pk}/").content.decode()
    assert "Sinds u begon is 1 cijfer herzien" in page
    assert "cijfers-gezien" not in page


VALUES = st.dictionaries(st.integers(2020, 2025), st.integers(0, 9), min_size=1, max_size=4)


def as_indicators(values):
    return [
        {
            "code": code,
            "name": code,
            "years": [
                {"year": year, "value": str(count), "status": "present"}
                for year, count in sorted(of.items())
            ],
        }
        for code, of in values.items()
    ]


@given(
    st.lists(st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3), min_size=2, max_size=5)
)
def test_step_by_step_or_at_once_tells_the_same_of_what_stayed(steps):
    unseen = []
    for earlier, later in zip(steps, steps[1:], strict=False):
        unseen = changes_between(as_indicators(earlier), as_indicators(later), unseen, "2026-03-16")
    always = set.intersection(*(set(step) for step in steps))
    at_once = changes_between(as_indicators(steps[0]), as_indicators(steps[-1]), [], "2026-03-16")
    assert [one for one in unseen if one["indicator"] in always] == [
        one for one in at_once if one["indicator"] in always
    ]
