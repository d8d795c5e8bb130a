"""Two stands of a plan beside each other: what was added, removed, moved and changed in words."""

from __future__ import annotations

import pytest

from integraal.policy.plan.comparing.changes import counted, sections_of
from integraal.policy.plan.content import content_of
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.writing.actions import (
    add_block,
    move_block,
    remove_block,
    write_block,
)

FIGURE = "[[overlast-totaal aantal 2025]]"


@pytest.fixture
def goals(adviser, plan_on_picture):
    return [
        add_block(by=adviser, plan=plan_on_picture, kind="goal", theme="woonomgeving", title=name,
                  text=f"Nu {FIGURE}.", details={"target": "100"})
        for name in ("Een", "Twee", "Drie")
    ]  # fmt: skip


def what_changed(before, after):
    return {
        change.name: change
        for section in sections_of(before, after)
        for change in section.changes
        if change.what != "same"
    }


def test_nothing_differs_between_the_same_content(goals, plan_on_picture):
    content = content_of(plan_on_picture)
    counts = counted(sections_of(content, content))
    assert counts["same"] == len(goals) + len(content["blocks"]) + len(content["themes"])
    assert sum(counts.values()) == counts["same"]


def test_each_change_is_told_by_the_key_of_the_block(adviser, goals, plan_on_picture):
    one, two, three = goals
    before = content_of(plan_on_picture)
    write_block(by=adviser, plan=plan_on_picture, key=one.key, base_revision=1, title="Eén anders",
                details={"target": "90"})  # fmt: skip
    remove_block(by=adviser, plan=plan_on_picture, key=two.key, base_revision=1)
    add_block(by=adviser, plan=plan_on_picture, kind="goal", theme="woonomgeving", title="Vier")
    found = what_changed(before, content_of(plan_on_picture))
    assert {name: change.what for name, change in found.items()} == {
        "Eén anders": "changed",
        "Twee": "removed",
        "Vier": "added",
    }
    pairs = {pair.label: (pair.before, pair.after) for pair in found["Eén anders"].shown}
    assert pairs == {
        "Wat wilt u bereiken?": ("Een", "Eén anders"),
        "Streefcijfer": ("100", "90"),
    }
    assert three.title not in found


def test_only_what_was_moved_is_told_as_moved(adviser, goals, plan_on_picture):
    before = content_of(plan_on_picture)
    move_block(by=adviser, plan=plan_on_picture, key=goals[2].key, to=1)
    found = what_changed(before, content_of(plan_on_picture))
    assert {name: change.words for name, change in found.items()} == {"Drie": "verplaatst"}


def test_a_figure_reads_as_it_was_then(adviser, goals, plan_on_picture):
    before = content_of(plan_on_picture)
    after = content_of(plan_on_picture)
    indicator = before["figures"]["themes"][0]["indicators"][0]
    indicator["estimate"]["value"] = "131"
    found = what_changed(before, after)
    texts = next(pair for pair in found["Een"].shown if pair.label == "Waarom?")
    assert (texts.before, texts.after) == ("Nu 131.", "Nu 125.")


def test_the_page_compares_an_edition_with_the_draft_and_can_show_all(
    client, sign_in, adviser, goals, plan_on_picture
):
    sign_in(client, adviser)
    address = f"/plan/{plan_on_picture.pk}/vergelijken/"
    assert "nog niets om mee te vergelijken" in client.get(address).content.decode()
    keep_edition(by=adviser, plan=plan_on_picture)
    write_block(by=adviser, plan=plan_on_picture, key=goals[0].key, base_revision=1, text="Nieuw.")
    page = client.get(address).content.decode()
    assert "1 gewijzigd" in page
    assert "<h3>Een</h3>" in page
    assert "<h3>Twee</h3>" not in page
    assert "<h3>Twee</h3>" in client.get(f"{address}?toon=alles").content.decode()
    turned = f"{address}?van=versie-1&naar=uitgave-1-1"
    assert "uitgave 1 bewaard" in client.get(turned).content.decode()
    assert client.get(f"{address}?van=versie-9").status_code == 404


def test_who_reads_no_drafts_gets_no_editions(client, sign_in, employ, adviser, plan_on_picture):
    keep_edition(by=adviser, plan=plan_on_picture)
    sign_in(client, employ("councillor"))
    assert client.get(f"/plan/{plan_on_picture.pk}/vergelijken/").status_code == 404
