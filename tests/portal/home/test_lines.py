"""Each step tells its own line on the home page."""

import pytest
from django.utils import timezone

from integraal.portal.home import lines
from integraal.portal.home.lines import Line
from integraal.portal.home.presenters import home

pytestmark = pytest.mark.django_db


@pytest.fixture
def telling(monkeypatch):
    """Let a step of the test's own tell a line, for this test only."""
    monkeypatch.setattr(lines, "_providers", dict(lines._providers))
    return lines.register


def test_a_step_that_registers_shows_its_line_and_what_waits(adviser, telling):
    waits = [("Verslag 2026 afmaken", "Het verslag is nog een concept.", "/verslag/")]
    telling("verantwoording", lambda by: Line("2026: concept", "now", waits, reached=True))
    page = home(adviser, timezone.localtime())
    assert (page.steps[-1].say, page.steps[-1].phase) == ("2026: concept", "now")
    assert page.loop.running == 7
    assert waits[0] in page.waiting


def test_a_step_that_nobody_built_comes_later(adviser):
    page = home(adviser, timezone.localtime())
    assert [one.say for one in page.steps if one.name == "Aanpakken"] == ["komt later"]
    assert page.steps[0].say == "nog niet begonnen"
    assert page.loop.running == 1
