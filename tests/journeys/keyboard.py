"""Somebody who works with the keys only, and must always see where they are."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

_FURTHEST = 150  # so many times Tab, and then it is not to be found
# Returns what is wrong with how the focused element is shown, or "".
_FOCUS = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return "";
    const words = `${one.tagName} ${one.id} ${(one.textContent || "").trim().slice(0, 60)}`;
    // The editor marks its frame, since its field has no edge of its own.
    const style = getComputedStyle(one.closest(".ig-editor") || one);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!outlined && style.boxShadow === "none") return `no focus mark: ${words}`;
    const box = [...one.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
    if (!box) return `not drawn: ${words}`;
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return `outside of the window: ${words}`;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const label = one.labels && [...one.labels].some((label) => label.contains(hit));
    if (!hit || !(one.contains(hit) || label)) {
        return `covered by ${hit && hit.outerHTML.slice(0, 80)}: ${words}`;
    }
    return "";
}"""


class Keyboard:
    """The keys of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, role: str, name: str | re.Pattern[str], *, back: bool = False) -> Locator:
        """Press Tab until the element with this role and name has the focus; return it.

        Args:
            role: ARIA role, such as "link".
            name: its accessible name; a text must be the whole name.
            back: go towards the beginning of the page.
        """
        exact = isinstance(name, str)
        wanted = self.page.get_by_role(role, name=name, exact=exact)  # type: ignore[arg-type]
        wanted = wanted.and_(self.page.locator(":focus"))
        for _ in range(_FURTHEST):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            self.sees_the_focus()
            if wanted.count():
                return wanted
        raise AssertionError(f"Tab never came to {role} {name} on {self.page.url}")

    def open(self, role: str, name: str | re.Pattern[str], *, address: str) -> None:
        """Go to a link or button, press Enter, and wait for the page at ``address`` (a pattern)."""
        self.go_to(role, name)
        before = self.page.evaluate("performance.timeOrigin")
        self.page.keyboard.press("Enter")
        # The address may stay the same, as when a form comes back; the document is another.
        self.page.wait_for_function("(before) => performance.timeOrigin !== before", arg=before)
        expect(self.page).to_have_url(re.compile(address))
        self.page.wait_for_load_state()

    def press(self, role: str, name: str | re.Pattern[str]) -> None:
        """Go to something that acts on this page, and press Enter."""
        self.go_to(role, name)
        self.page.keyboard.press("Enter")

    def write(self, text: str) -> None:
        """Replace what stands in the focused field."""
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def sees_the_focus(self) -> None:
        """Check that the focused element is marked, within the window and not covered."""
        problem = self.page.evaluate(_FOCUS)
        assert not problem, f"{problem} ({self.page.url})"
