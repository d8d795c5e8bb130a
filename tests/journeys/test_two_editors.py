"""Two people at one text: whoever comes second sees both texts, and loses nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.looking import look_at

pytestmark = pytest.mark.journey


def open_editor(visit, installation, width: int = 1280) -> Page:
    page = visit(f"{installation.address}/account/login/", width=width)
    page.get_by_role("button", name=re.compile("^Adviseur veiligheid")).click()
    page.goto(f"{installation.address}/beeld/")
    page.get_by_role("link", name="Veiligheidsbeeld 2025").click()
    page.get_by_role("link", name="Jeugd en veiligheid").click()
    return page


def text_of(page: Page):
    return page.get_by_role("textbox", name="Het verhaal achter de cijfers")


def status(page: Page):
    return page.locator("#deel-story [data-status]")


def save(page: Page, text: str) -> None:
    with page.expect_response(lambda answer: answer.request.method == "POST") as saved:
        text_of(page).fill(text)
    assert saved.value.ok


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("Neem mijn tekst", "{second}"),
        ("Neem de andere tekst", "{first}"),
        ("Voeg mijn tekst eronder toe", "{first}\n\n{second}"),
    ],
)
def test_the_second_chooses_between_both_texts(installation, visit, choice, kept):
    first, second = open_editor(visit, installation), open_editor(visit, installation, width=390)
    texts = {"first": f"Van de eerste: {choice}.", "second": f"Van de tweede: {choice}."}
    save(first, texts["first"])
    text_of(second).fill(texts["second"])
    panel = second.get_by_role("region", name="Iemand anders heeft deze tekst ook veranderd")
    expect(panel).to_contain_text(texts["first"])
    expect(panel).to_contain_text(texts["second"])
    look_at(second, "botsing")
    panel.get_by_role("button", name=choice).click()
    expect(panel).to_have_count(0)
    expect(status(second)).to_contain_text(re.compile("Bewaard om|U werkt verder"))
    expect(text_of(second)).to_have_value(kept.format(**texts))
    second.wait_for_load_state("networkidle")
    second.reload()
    expect(text_of(second)).to_have_value(kept.format(**texts))


def test_without_a_connection_the_text_waits_and_is_saved_when_it_is_back(installation, visit):
    page = open_editor(visit, installation)
    page.route("**/tekst/jeugd/**", lambda route: route.abort("internetdisconnected"))
    text_of(page).fill("Geschreven zonder verbinding.")
    expect(status(page)).to_contain_text(re.compile("niet bewaard|geen verbinding", re.IGNORECASE))
    page.unroute("**/tekst/jeugd/**")
    expect(status(page)).to_contain_text("Bewaard om", timeout=20_000)
    page.reload()
    expect(text_of(page)).to_have_value("Geschreven zonder verbinding.")


def test_whoever_leaves_with_unsaved_text_is_asked(installation, visit):
    page = open_editor(visit, installation)
    page.route("**/tekst/jeugd/**", lambda route: route.abort("internetdisconnected"))
    text_of(page).click()
    page.keyboard.insert_text("Nog niet bewaard.")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.close(run_before_unload=True)
    page.wait_for_event("close") if not page.is_closed() else None
    assert asked == ["beforeunload"]
