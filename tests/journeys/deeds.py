"""Counts what somebody does in a window: pages, presses and fields."""

from __future__ import annotations

import time
from collections import Counter

from playwright.sync_api import Page

# A field counts once for each page it is filled in on; a link counts as the page it opens.
_LISTEN = """(() => {
    const filled = new WeakSet();
    const tell = (what) => window.countDeed && window.countDeed(what);
    document.addEventListener("click", (event) => {
        if (event.isTrusted && event.target.closest("button, summary")) tell("pressed");
    }, true);
    document.addEventListener("input", (event) => {
        if (!filled.has(event.target)) tell("filled");
        filled.add(event.target);
    }, true);
})()"""


class Deeds:
    """The deeds of one window since it was watched, with the seconds they took."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._counted: Counter[str] = Counter()
        self._began = time.monotonic()
        page.expose_binding("countDeed", lambda _, what: self._counted.update([what]))
        page.add_init_script(_LISTEN)
        page.on("domcontentloaded", lambda _: self._counted.update(["opened"]))

    def total(self) -> Counter[str]:
        """Return how many pages were opened, buttons pressed and fields filled."""
        self._page.evaluate("1")  # what was told last has come in when this comes back
        return self._counted

    def __str__(self) -> str:
        seen = self.total()
        seconds = time.monotonic() - self._began
        return (
            f"{seen['opened']} pages opened, {seen['pressed']} buttons pressed, "
            f"{seen['filled']} fields filled; {seconds:.0f} s with every check on the way"
        )
