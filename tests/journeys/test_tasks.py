"""Long work on the screen: it moves by itself, also while nothing else is done."""

from __future__ import annotations

import uuid
from typing import Any

import psycopg
import pytest
from playwright.sync_api import expect

from tests import provisions
from tests.journeys.installation import Installation
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey

_JOB = str(uuid.UUID(int=1))


def work(installation: Installation, statement: str, *values: Any) -> None:
    """What the worker would write on its own connection."""
    parts = psycopg.conninfo.conninfo_to_dict(provisions.cluster())
    address = psycopg.conninfo.make_conninfo(**{**parts, "dbname": installation.database})
    with psycopg.connect(address) as connection:
        connection.execute(statement.encode(), values)


@pytest.mark.parametrize("width", [1280, 390])
def test_progress_is_seen_without_doing_anything(fresh_installation, visit, width):
    page = visit(f"{fresh_installation.address}/", width=width)
    sign_in(Keyboard(page), "adviser")
    page.goto(f"{fresh_installation.address}/taken/")
    expect(page.locator("main")).to_contain_text("Nog geen taken")
    look_at(page, "taken-leeg")
    work(
        fresh_installation,
        "INSERT INTO jobs_job (id, tenant_id, kind, title, state, done, total, note, report, "
        "asked_by_id, asked_at, started_at, seen_at) SELECT %s, tenant_id, 'cijfers', "
        "'Cijfers van Molendrecht ophalen', 'running', 1200, 4000, 'Regels opgehaald', '[]', id, "
        "now(), now(), now() FROM people_member WHERE name = 'Sanne Vermeer'",
        _JOB,
    )
    answers: list[int] = []
    page.on("response", lambda one: answers.append(one.status) if "stand" in one.url else None)
    page.reload()
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "1200")
    look_at(page, "taken-bezig")
    page.wait_for_timeout(5_000)
    assert set(answers) == {304}
    work(fresh_installation, "UPDATE jobs_job SET done = 3000, seen_at = now()")
    expect(page.get_by_text("Regels opgehaald: 3.000 van 4.000").first).to_be_visible()
    work(
        fresh_installation,
        "UPDATE jobs_job SET state = 'done', finished_at = now(), "
        """report = '["2.812 cijfers toegevoegd.", "12 cijfers zijn afgeschermd."]'""",
    )
    expect(page.get_by_text("2.812 cijfers toegevoegd.")).to_be_visible()
    look_at(page, "taken-klaar")
    asked = len(answers)
    page.wait_for_timeout(3_000)
    assert len(answers) == asked
    work(
        fresh_installation,
        "UPDATE jobs_job SET state = 'running', seen_at = now() - interval '3 minutes'",
    )
    page.reload()
    expect(page.locator("main")).to_contain_text("De taak is afgebroken")
    look_at(page, "taken-afgebroken")
