"""Every page that somebody can come to, for every role: it answers, and it can be used by all."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.looking import look_at

pytestmark = pytest.mark.journey

_IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")
_DEFINITION = re.compile(
    r"/(begrippen/\w+|cijfers/catalogus|cijfers/bronnen|methoden|cijfer)/[\w-]+/"
)
# One page of a kind is enough: of the files of figures, the definitions, the people.
_OF_ONE_KIND = 1
_FURTHEST = 80
_IS_FILE = re.compile(r"/(pdf|word|infographic|bestand|voorbeeld)$|excel|export")


class Links(HTMLParser):
    """Collects the addresses a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag == "a" and address:
            self.found.append(address)


def come_in(visit, installation, role: str, width: int = 1280) -> Page:
    page = visit(f"{installation.address}/account/login/", width=width)
    page.locator(f"button[name=role][value={role}]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hier staat Molendrecht")
    return page


def pages_within_reach(page: Page) -> dict[str, int]:
    """Follow every link from the start, two of a kind; return address to status."""
    start = page.url
    waiting, seen, kinds = [start], {}, {}
    while waiting and len(seen) < _FURTHEST:
        address = waiting.pop(0)
        answer = page.request.get(address)
        seen[address] = answer.status
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        links = Links()
        links.feed(answer.text())
        for link in links.found:
            target = urljoin(address, link).split("#")[0]
            parts = urlsplit(target)
            kind = _IDENTIFIER.sub("*", _DEFINITION.sub(r"/\1/*/", parts.path))
            if urlsplit(start).netloc != parts.netloc or target in seen or target in waiting:
                continue
            kinds[kind] = kinds.get(kind, 0) + 1
            if kinds[kind] <= _OF_ONE_KIND:
                waiting.append(target)
    return seen


# Other roles may do what a councillor may, or are followed link by link in the next test.
_DIFFERENT = ["mayor", "councillor", "privacy_officer"]


@pytest.mark.parametrize("role", _DIFFERENT)
def test_no_link_leads_to_an_error(installation, visit, role):
    found = pages_within_reach(come_in(visit, installation, role))
    assert len(found) > 10
    assert {address: status for address, status in found.items() if status != 200} == {}


@pytest.mark.parametrize("width", [1280, 390])
def test_every_kind_of_page_can_be_used_by_all(installation, visit, width):
    """Each kind once: as the adviser, and what the adviser may not see as who may.

    On the wide screen only what is specific to it is looked at again; the main journey and the
    sample page of all components check the rest there.
    """
    looked_at: set[str] = set()
    for role in ("adviser", "administrator", "data_protection_officer"):
        page = come_in(visit, installation, role, width)
        found = pages_within_reach(page)
        assert {address: status for address, status in found.items() if status != 200} == {}
        for address in found:
            kind = _IDENTIFIER.sub("*", _DEFINITION.sub(r"/\1/*/", urlsplit(address).path))
            if kind in looked_at or _IS_FILE.search(kind):
                continue
            looked_at.add(kind)
            page.goto(address)
            look_at(page, f"alle{kind.replace('/', '-')}", with_axe=width == 390)
    assert len(looked_at) > 25


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_sample_page_of_all_components(installation, visit, width):
    page = come_in(visit, installation, "adviser", width)
    page.goto(f"{installation.address}/stijl/")
    look_at(page, "stijl")


def test_anothers_picture_and_no_picture_are_the_same_page(installation, visit):
    page = come_in(visit, installation, "data_protection_officer")
    page.goto(f"{installation.address}/wissel/")
    page.get_by_role("button", name=re.compile("Oostwaard")).click()
    page.goto(f"{installation.address}/cijfers/")
    theirs = page.locator("tbody a").first.get_attribute("href")
    assert theirs
    other = come_in(visit, installation, "adviser")
    there = other.request.get(installation.address + theirs)
    nowhere = other.request.get(
        f"{installation.address}/cijfers/{'0' * 8}-0000-4000-8000-{'0' * 12}/"
    )
    assert (there.status, nowhere.status) == (404, 404)
    assert _without_token(there.text()) == _without_token(nowhere.text())
    other.goto(installation.address + theirs)
    look_at(other, "niet-gevonden")


def test_what_is_not_allowed_says_so_on_a_page(installation, visit):
    page = come_in(visit, installation, "councillor", width=390)
    page.goto(f"{installation.address}/beheer/mensen/")
    expect(page.locator("main")).to_contain_text("Dat doet de functioneel beheerder")
    look_at(page, "niet-toegestaan")


def test_on_paper_the_tables_are_open_and_the_navigation_is_gone(installation, visit):
    page = come_in(visit, installation, "adviser")
    page.goto(f"{installation.address}/beeld/")
    page.get_by_role("link", name="Veiligheidsbeeld 2025").click()
    page.get_by_role("link", name="Veilige woon- en leefomgeving").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Stappen van het veiligheidsbeleid")).to_be_hidden()
    expect(page.get_by_role("search").first).to_be_hidden()
    expect(page.get_by_role("row", name=re.compile("^2012")).first).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Buitengebied"))).to_be_visible()


def _without_token(html: str) -> str:
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", html)
