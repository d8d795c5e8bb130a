"""A browser, and the product for it to visit."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.installation import Installation, installed, template_with_demo
from tests.journeys.looking import watch

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> str:
    """Where Chromium is; without it the journeys are skipped, and the run says so aloud."""
    path = os.environ.get("INTEGRAAL_CHROMIUM") or shutil.which("chromium") or ""
    if not shutil.which(path):
        reason = (
            "BROWSER JOURNEYS SKIPPED: Chromium is not there. Install it (apt-get install "
            "chromium) or let INTEGRAAL_CHROMIUM name its program."
        )
        capture = request.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            print(f"\n{reason}", file=sys.__stderr__, flush=True)
        pytest.skip(reason)
    return path


# Playwright keeps an event loop in its thread, and Django refuses the database beside one: it may
# not outlive the journeys of one file, since other tests follow in the same process.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, headless=True, args=_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_template(chromium: str) -> Iterator[str]:
    with template_with_demo() as name:
        yield name


@pytest.fixture(scope="module")
def installation(demo_template: str) -> Iterator[Installation]:
    """The running product with the demo, for the tests of one file."""
    with installed(demo_template) as running:
        yield running


@pytest.fixture
def fresh_installation(demo_template: str) -> Iterator[Installation]:
    """The running product with the demo, for one test that changes it for good."""
    with installed(demo_template) as running:
        yield running


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open an address as somebody new, in a window of a width; errors fail the test at its end."""
    contexts, problems = [], []

    def opened(address: str, *, width: int = 1280, height: int = 0) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height or (900 if width > 700 else 844)},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        problems.append(watch(page))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [one for page in problems for one in page] == []
