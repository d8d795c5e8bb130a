"""What changed since the last picture: judged as one family, revisions told."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.urls import reverse

from integraal.policy.picture.actions import start_picture
from integraal.policy.picture.beside.comparing import OTHER_DEFINITION, lay_beside
from integraal.policy.picture.content import build_content


@pytest.fixture
def two(picture, adviser) -> tuple[dict[str, Any], dict[str, Any]]:
    earlier = start_picture(by=adviser, year=2024)
    return build_content(earlier), build_content(picture)


def nuisance(themes):
    return next(one for theme in themes for one in theme.figures if "overlast" in one.name.lower())


@pytest.mark.django_db
def test_the_same_count_in_two_pictures_is_judged(two):
    earlier, later = two
    found = nuisance(lay_beside(earlier, later))
    assert (found.before["estimate"]["value"], found.now["estimate"]["value"]) == ("131", "125")
    assert found.verdict.kind == "none"
    assert "131 in 2024 en 125 in 2025" in found.verdict.sentence
    assert found.revised == ""


@pytest.mark.django_db
def test_a_figure_that_was_revised_says_what_it_was_and_became(two):
    earlier, later = copy.deepcopy(two)
    for theme in earlier["themes"]:
        for one in theme["indicators"]:
            one["estimate"]["value"] = "140"
    found = nuisance(lay_beside(earlier, later))
    assert found.revised == "Het cijfer over 2024 is herzien: toen 140, nu 131."


@pytest.mark.django_db
def test_another_definition_gives_no_verdict_but_a_sentence(two):
    earlier, later = copy.deepcopy(two)
    for theme in earlier["themes"]:
        for one in theme["indicators"]:
            one["estimate"]["indicator_version"] = "0"
    found = nuisance(lay_beside(earlier, later))
    assert found.verdict is None
    assert found.why_not == OTHER_DEFINITION


@pytest.mark.django_db
def test_a_figure_of_one_picture_only_says_in_which(two):
    earlier, later = copy.deepcopy(two)
    for theme in earlier["themes"]:
        theme["indicators"] = []
    found = nuisance(lay_beside(earlier, later))
    assert (found.verdict, found.why_not) == (None, "Dit cijfer stond niet in het eerdere beeld.")


@pytest.mark.django_db
def test_the_page_shows_both_and_without_another_it_says_so(picture, adviser, client, sign_in):
    sign_in(client, adviser)
    alone = client.get(reverse("picture-beside-which", args=[picture.pk]))
    assert "Er is nog maar één beeld" in alone.content.decode()
    start_picture(by=adviser, year=2024)
    page = client.get(reverse("picture-beside-which", args=[picture.pk]), follow=True)
    words = page.content.decode()
    assert "2024 naast 2025" in words
    assert "131 (95\u00a0%-marge" in words
    assert "In het centrum is meer overlast." in words
