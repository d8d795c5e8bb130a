"""An adopted year report: its papers are opened and read, and it tells the next picture."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.a_report import report_in
from tests.journeys.looking import look_everywhere
from tests.journeys.papers import bookmarks_of, text_of, texts_by_bookmark
from tests.journeys.plan_deeds import signed_in
from tests.policy.picture.papers.reading import rows_of, word_words, workbook_cells

pytestmark = pytest.mark.journey


def test_a_year_report_gives_its_papers_and_tells_the_next_picture(fresh_installation, visit):
    pk = report_in(fresh_installation)
    root = f"{fresh_installation.address}/verantwoording/{pk}"
    page = signed_in(visit, fresh_installation, "adviser")
    page.goto(f"{root}/documenten/")
    look_everywhere(page, "rapport-documenten")
    _reads_the_pdf(_fetched(page, fresh_installation.address, "Het rapport als pdf"))
    words = word_words(_fetched(page, fresh_installation.address, "Het rapport in Word"))
    assert "Wat we beloofden" in words
    assert "{{" not in words
    cells = workbook_cells(_fetched(page, fresh_installation.address, "De cijfers in Excel"))
    assert len(rows_of(cells, "Maatregelen")) > 20
    assert all(row["Zin"] for row in rows_of(cells, "Zinnen"))
    page.get_by_role("link", name="Zet in het volgende beeld").click()
    _tells_the_picture(page)


def _fetched(page: Page, root: str, name: str) -> bytes:
    """Return the document of a link on the page, fetched with the session of its reader."""
    href = page.get_by_role("link", name=name, exact=True).get_attribute("href")
    return page.request.get(f"{root}{href}", timeout=60_000).body()


def _reads_the_pdf(content: bytes) -> None:
    """Every page has words; every chapter is there, in order."""
    text_of(content)
    reader = PdfReader(io.BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == "Jaarrapportage 2025"
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 10
    assert all(len(words) > 60 for words in pages)
    assert all(f"Pagina {nth} van {len(pages)}" in words for nth, words in enumerate(pages, 1)
               if nth > 1)  # fmt: skip
    marks = bookmarks_of(content)
    assert marks[0] == "In één oogopslag"
    assert marks[-2:] == ["Bronnen", "Zo controleert u dit document"]
    parts = texts_by_bookmark(content)
    for said in ("Wat we beloofden", "Wat we deden"):
        assert said in parts[marks[1]]
    assert re.search(r"SHA-256", parts["Bronnen"])


def _tells_the_picture(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Naar het volgende beeld")
    look_everywhere(page, "rapport-naar-beeld")
    choice = page.get_by_label("In welk beeld?")
    if choice.count():
        choice.select_option(index=1)
    boxes = page.locator("input[name=kies]:checked")
    number = boxes.count()
    assert number > 2
    boxes.first.uncheck()
    page.get_by_role("button", name="Bekijk wat erbij komt").click()
    say = page.get_by_role("button", name=re.compile("^Zet [0-9]+ belofte"))
    expect(say).to_have_text(f"Zet {number - 1} beloften in het beeld")
    look_everywhere(page, "rapport-naar-beeld-bekeken")
    say.click()
    expect(page.get_by_role("status").first).to_contain_text("uit het rapport erbij")
    shown = page.locator("article", has_text="Bron: Jaarrapportage 2025, versie 1.")
    expect(shown).to_have_count(number - 1)
    look_everywhere(page, "beeld-terugblik-uit-rapport")
