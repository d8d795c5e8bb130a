"""The texts of a picture by API: by part, with what they read as, their figures and the checks."""

from __future__ import annotations

import pytest

from integraal.policy.picture.actions import start_picture
from integraal.policy.picture.writing.actions import write_text
from tests.portal.api.test_api import ROOT, bearer, key_of

FIGURE = "[[overlast-totaal aantal 2025]]"


@pytest.fixture
def writer(employ):
    return employ("adviser", "administrator")


@pytest.fixture
def picture(writer, loaded):
    return start_picture(by=writer, year=2025)


@pytest.fixture
def call(client, writer, picture):
    """Call an operation of the picture."""
    key, root = bearer(key_of(writer)), f"{ROOT}/pictures/{picture.pk}"

    def called(method, path, **given):
        content = {"data": given, "content_type": "application/json"} if given else {}
        return getattr(client, method)(f"{root}/{path}", **content, **key)

    return called


def test_a_part_is_written_and_read_with_what_it_reads_as(call):
    text = f"Er waren {FIGURE} en [[weg aantal]].\u202e"
    sent = call("put", "texts/woonomgeving/trends", text=text, base_revision=0).json()
    assert sent["plain"] == "Er waren 125 en [[weg aantal]]."
    assert sent["problems"] == ["[[weg aantal]]: Het cijfer “weg” staat niet in dit beeld."]
    assert call("get", "texts/woonomgeving/trends").json() == sent
    assert call("put", "texts/heel/area", text="Klein.", base_revision=0).json()["theme"] == "heel"
    listed = {(one["theme"], one["part"]): one["plain"] for one in call("get", "texts").json()}
    assert listed["heel", "area"] == "Klein."
    assert listed["woonomgeving", "conclusion"] == ""


@pytest.mark.parametrize("place", ["nergens/story", "jeugd/niets", "heel/story"])
def test_a_text_that_cannot_be_is_told(call, place):
    answer = call("get", f"texts/{place}")
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith("Er is geen ")


def test_the_summary_begins_once(call, picture, writer):
    assert call("post", "prepare-summary").status_code == 409
    write_text(
        by=writer, picture=picture, theme="jeugd", part="conclusion", text="Rustig.",
        base_revision=0,
    )  # fmt: skip
    assert call("post", "prepare-summary").json()["plain"].endswith("\n\nRustig.")
    assert "staat al een tekst" in call("post", "prepare-summary").json()["detail"]


def test_the_figures_that_can_be_used_and_the_checks_are_told(call):
    figures = {one["token"]: one["reads"] for one in call("get", "text-figures").json()}
    assert figures[FIGURE] == "125"
    checks = {one["code"]: one for one in call("get", "checks").json()}
    assert checks["resolved"]["state"] == "done"
    assert checks["written"]["state"] == "todo"
    assert "Bij Jeugd staat nog geen tekst." in [one["say"] for one in checks["written"]["lacking"]]
