"""What holds for every page: no axe violation, nothing to scroll sideways, a clean console."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, expect

_AXE = Path(__file__).parent / "vendor" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A page that refuses, and an autosave that meets another text, answer so on purpose.
# So does a phone that a journey takes the connection from.
_REFUSAL = re.compile(
    r"Failed to load resource: "
    r"(.*status of (403|404|409|410|422|429) |net::ERR_INTERNET_DISCONNECTED)"
)
_RUN_AXE = """async (rules) => {
    const found = await axe.run(document, {
        runOnly: {type: "tag", values: rules}, resultTypes: ["violations"], preload: false});
    return found.violations.flatMap((one) => one.nodes.map(
        (node) => `${one.id}: ${one.help}: ${node.target.join(" ")}: ${node.html.slice(0, 200)}`));
}"""
_SIDEWAYS = """() => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const sticksOut = (one) => one.getBoundingClientRect().right > page.clientWidth + 1;
    return [...document.querySelectorAll("body *")].filter(sticksOut).slice(0, 5).map(
        (one) => `${one.tagName} ${one.className.baseVal ?? one.className}`);
}"""


def watch(page: Page) -> list[str]:
    """Return a list that fills with every error the page reports, refused content included."""
    problems: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not _REFUSAL.match(message.text):
            problems.append(f"{page.url}: {message.text} ({message.location.get('url')})")

    page.on("console", heard)
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    return problems


def look_at(page: Page, name: str = "", *, with_axe: bool = True) -> None:
    """Check the page as it stands now, and keep a picture of it under ``name`` when asked to."""
    expect(page.locator("h1")).to_have_count(1)
    assert page.evaluate(_SIDEWAYS) == [], f"{page.url} has to be scrolled sideways"
    if with_axe:
        broken = axe_violations(page)
        assert not broken, "\n".join([page.url, *broken])
    if name:
        keep_picture(page, name)


def axe_violations(page: Page) -> list[str]:
    """Return a line for each place where the page breaks a rule of axe."""
    if not page.evaluate("'axe' in window"):
        # Sent over the devtools, as by somebody at the keyboard: no page can load it under our CSP.
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_RUN_AXE, _RULES)
    return found


def keep_picture(page: Page, name: str, *, whole: bool = True) -> None:
    """Write ``name-width.png`` in the folder INTEGRAAL_SCREENSHOTS; without that, do nothing."""
    folder = os.environ.get("INTEGRAAL_SCREENSHOTS")
    if not folder:
        return
    size: Any = page.viewport_size
    path = Path(folder) / f"{name}-{size['width']}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    # Hiding the caret leaves an empty style on every field, which our policy refuses to copy.
    page.screenshot(path=path, full_page=whole, animations="disabled", caret="initial")


def look_everywhere(page: Page, name: str, widths: tuple[int, ...] = (390, 320, 1280)) -> None:
    """Look at a page on a desk, a phone, and a phone with large letters."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        look_at(page, name)
