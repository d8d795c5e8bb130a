"""Every method has a page that answers, whose example gives the numbers of the library."""

from __future__ import annotations

import re
import time

import pytest
from django.urls import reverse

from integraal.portal.methods.method import GROUPS
from integraal.portal.methods.register import METHODS, WITHOUT_PAGE, grouped
from tests.architecture.tree import REPOSITORY

SLUGS = sorted(METHODS)
NONSENSE = [
    "",
    "   ",
    "veertien",
    "-3",
    "1e30",
    "NaN",
    "inf",
    "9" * 400,
    "7;DROP",
    "\x00",
    "½",
    "٣",
]


def page(client, slug, **asked):
    return client.get(reverse("method", args=[slug]), asked)


def first_values(slug):
    return METHODS[slug].example.form.first_values()


def said(answer) -> str:
    text = answer.content.decode()
    found = re.search(r'aria-label="Uitkomst">(.*?)</div>', text, re.DOTALL)
    assert found, text[-2000:]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[1])).strip()


@pytest.mark.usefixtures("db")
def test_the_index_shows_every_method_once_in_its_group(client):
    text = client.get(reverse("methods")).content.decode()
    for slug, one in METHODS.items():
        assert text.count(f'href="{reverse("method", args=[slug])}"') == 1
        assert one.question in text
    assert [group for group, _ in grouped()] == [g for g in GROUPS if g in dict(grouped())]
    assert sum(len(methods) for _, methods in grouped()) == len(METHODS)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.usefixtures("db")
def test_each_page_answers_anybody_with_text_and_example(client, slug):
    answer = page(client, slug)
    assert answer.status_code == 200
    assert said(answer)
    text = answer.content.decode()
    for heading in (
        "Wat we doen",
        "De formule",
        "Probeer het zelf",
        "Wanneer u dit niet gebruikt",
        "Wat het niet zegt",
        "Waar het vandaan komt",
    ):
        assert heading in text


@pytest.mark.usefixtures("db")
def test_without_signing_in_the_page_is_as_wide_as_with(client):
    for address in (reverse("methods"), reverse("method", args=[SLUGS[0]]), reverse("target")):
        assert "ig-phone" not in client.get(address).content.decode()


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.usefixtures("db")
def test_a_link_with_all_values_gives_the_same_answer_again(client, slug):
    assert said(page(client, slug, **first_values(slug))) == said(page(client, slug))


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.usefixtures("db")
def test_nonsense_gets_a_sentence_and_stays_where_it_was_typed(client, slug):
    """In every field apart: told what to fill in instead, and nothing of the rest is lost."""
    for name, field in METHODS[slug].example.form.base_fields.items():
        for typed in NONSENSE:
            answer = page(client, slug, **first_values(slug) | {name: typed})
            assert answer.status_code == 422, (name, typed)
            form = answer.context["page"].form
            assert list(form.errors) == [name]
            (sentence,) = form.errors[name]
            assert str(field.label) in sentence
            assert form[name].value() == typed
            others = set(first_values(slug)) - {name}
            assert all(form[one].value() == first_values(slug)[one] for one in others)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_example_takes_long(slug):
    example = METHODS[slug].example
    form = example.form(first_values(slug))
    assert form.is_valid(), form.errors
    example.answer(form.cleaned_data)
    started = time.perf_counter()
    example.answer(form.cleaned_data)
    assert time.perf_counter() - started < 0.25  # five times what is promised: a busy machine


def test_each_page_of_the_docs_has_a_page_here_or_a_reason_why_not():
    pages = {path.stem for path in (REPOSITORY / "docs" / "methods").glob("*.md")} - {"README"}
    shown = {page for one in METHODS.values() for page in one.pages}
    assert shown <= pages, "these name a page that is not there"
    assert pages - shown == set(WITHOUT_PAGE)
    assert all(WITHOUT_PAGE.values())


@pytest.mark.usefixtures("db")
def test_an_unknown_method_is_not_found(client):
    assert page(client, "bestaat-niet").status_code == 404


def test_a_page_takes_a_handful_of_queries(
    client, adviser, sign_in, loaded, django_assert_max_num_queries
):
    sign_in(client, adviser)
    for slug in SLUGS:
        with django_assert_max_num_queries(18):  # 13 of these are in every page
            assert page(client, slug, cijfer="overlast-totaal").status_code == 200


@pytest.mark.usefixtures("db")
def test_the_page_about_sources_leads_to_the_methods(client):
    assert reverse("methods") in client.get(reverse("sources-and-method")).content.decode()


def test_the_search_finds_a_method(client, adviser, sign_in):
    text = sign_in(client, adviser).get(reverse("search"), {"q": "marge"}).content.decode()
    assert reverse("method", args=["marge-van-een-aantal"]) in text
