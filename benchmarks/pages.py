"""How long a user waits for each page, alone and with four at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from benchmarks.browser import Browser
from benchmarks.timing import Times

TIMES, CLIENTS, WARM_UP = 200, 4, 8


@dataclass(frozen=True)
class Page:
    """Something to open: what it is, its path, and who opens it."""

    what: str
    path: str
    browser: Callable[[], Browser]


@dataclass(frozen=True)
class Opened:
    """A page that was opened often: the server's own times, and what a client waited."""

    what: str
    server: Times
    together: Times
    waited: Times
    size: int


def pages_of(port: int, key: str) -> list[Page]:
    """Return the pages to open; the first picture is live, an adopted one is frozen."""
    adviser = Browser(port).sign_in("adviser")
    live, frozen = _pictures(adviser)

    def signed_in(role: str) -> Callable[[], Browser]:
        return lambda: Browser(port).sign_in(role)

    as_adviser, by_key = signed_in("adviser"), lambda: Browser(port, key)
    return [
        Page("home", "/", as_adviser),
        Page("picture, live", f"/beeld/{live}/", as_adviser),
        Page("picture, frozen", f"/beeld/{frozen}/", as_adviser),
        Page("theme, live", f"/beeld/{live}/woonomgeving/", as_adviser),
        Page("theme, frozen", f"/beeld/{frozen}/woonomgeving/", as_adviser),
        Page("search", "/zoeken/?q=overlast", as_adviser),
        Page("figures and files", "/cijfers/", as_adviser),
        Page("people", "/beheer/mensen/", signed_in("administrator")),
        Page("trail", "/logboek/", signed_in("data_protection_officer")),
        Page("API: a frozen picture", f"/api/v1/pictures/{frozen}", by_key),
        Page("API: 500 figures", "/api/v1/figures", by_key),
        Page("PDF, kept", f"/beeld/{frozen}/pdf", as_adviser),
        Page("sign-in page", "/account/login/", lambda: Browser(port)),
        Page("health", "/gezond", lambda: Browser(port)),
    ]


def first_pdf(port: int) -> Times:
    """Make the PDF of the adopted picture, which is made once and kept."""
    adviser = Browser(port).sign_in("adviser")
    _, frozen = _pictures(adviser)
    return Times("PDF of an adopted picture, first time", (adviser.get(f"/beeld/{frozen}/pdf")[1],))


def draft_pdf(port: int) -> Times:
    """Make the PDF of a draft, which is made each time."""
    adviser = Browser(port).sign_in("adviser")
    live, _ = _pictures(adviser)
    waits = tuple(adviser.get(f"/beeld/{live}/pdf")[1] for _ in range(5))
    return Times("PDF of a draft, each time", waits)


def opened(page: Page) -> Opened:
    """Open a page many times: first by one client, then by several at once."""
    browser = page.browser()
    for _ in range(WARM_UP):
        browser.get(page.path)
    alone = [browser.get(page.path) for _ in range(TIMES)]
    browser.close()
    with ThreadPoolExecutor(CLIENTS) as pool:
        browsers = [page.browser() for _ in range(CLIENTS)]
        together = [one for many in pool.map(lambda b: _often(b, page), browsers) for one in many]
    return Opened(
        page.what,
        Times("server", tuple(one[0] for one in alone)),
        Times("server, together", tuple(one[0] for one in together)),
        Times("waited, together", tuple(one[1] for one in together)),
        len(alone[-1][2]),
    )


def _often(browser: Browser, page: Page) -> list[tuple[float, float, bytes]]:
    found = [browser.get(page.path) for _ in range(TIMES // CLIENTS)]
    browser.close()
    return found


def _pictures(browser: Browser) -> tuple[str, str]:
    """Return the newest picture (live) and the oldest (frozen)."""
    found = list(dict.fromkeys(browser.find("/beeld/", r"/beeld/([0-9a-f-]{36})/")))
    return found[0], found[-1]
