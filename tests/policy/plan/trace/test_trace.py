"""From a goal to the row of a file, and from a row back to the goal."""

import csv
import io
import re

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from integraal.knowledge.figures import used_in
from integraal.knowledge.figures.explorer.origin import own_origin
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.policy.plan.models import Plan
from integraal.policy.plan.trace.lines import plan_trace
from integraal.policy.plan.writing.actions import add_block
from integraal.policy.priorities.models import CountedBallot


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def row(year=2025, area="Molendrecht"):
    return Figure.objects.get(
        measure__contains="overlast", period=f"{year}JJ00", area__name=area, is_current=True
    )


def uses_in_plans(by, figure):
    return [
        (use.title, [(spot.where, spot.sentence) for spot in use.spots])
        for use in used_in.of_number(by, own_origin(by, figure.pk))
        if use.title.startswith("Integraal veiligheidsplan")
    ]


def test_a_goal_rests_on_priority_scores_figure_and_rows(adviser, plan, goal):
    (line,) = plan_trace(adviser, plan).lines
    assert line.chosen.outcome == "priority"
    assert [(one.criterion, one.mean, one.spread, one.n) for one in line.scores] == [
        ("Impact", "4,0", "", 3), ("Trend", "3,0", "", 3),
    ]  # fmt: skip
    assert line.traced.given["value"] == "125"
    assert row().pk in [one.pk for one in line.traced.rows]


def test_lowest_and_highest_are_told_of_five_or_more_only(adviser, plan, goal, session):
    first = session.rounds.get().counted.first()
    for _ in range(2):
        CountedBallot.objects.create(
            tenant_id=first.tenant_id, round=first.round, marks=first.marks, group=""
        )
    (line,) = plan_trace(adviser, plan).lines
    assert [one.n for one in line.scores] == [5, 5]
    assert [one.spread for one in line.scores] == ["3 tot 5", "2 tot 4"]


def test_dots_are_counted_as_the_session_counts_them(adviser, plan, goal, session):
    type(session).objects.filter(pk=session.pk).update(scale="dots", dots=5)
    for ballot, given in zip(session.rounds.get().counted.all(), (5, 1, None), strict=True):
        ballot.marks = {"woonomgeving": {"dots": given}} if given else {}
        ballot.save(update_fields=["marks"])
    (line,) = plan_trace(adviser, plan).lines
    assert [one.words for one in line.scores] == ["Stippen: gemiddeld 2,0 (n = 3)"]


def test_the_page_of_a_goal_shows_every_step_with_links(client, sign_in, adviser, plan, goal):
    page = sign_in(client, adviser).get(reverse("plan-goal-trace", args=[plan.pk, goal.key]))
    words = said(page)
    for expected in (
        "Minder overlast", "prioriteit, plaats 1", "Overlast raakt het woonplezier.",
        "Impact: gemiddeld 4,0 (n = 3)", "125", "marge",
        reverse("figure-origin", args=[row().pk]), "Teamleider wijken",
        '<dt>Beginstand</dt><dd class="ig-break">125 meldingen in 2025 (Politie via CBS StatLine;',
    ):  # fmt: skip
        assert expected in words


def test_from_a_row_of_a_file_back_to_the_goal(adviser, plan, goal):
    assert uses_in_plans(adviser, row()) == [
        ("Integraal veiligheidsplan 2027-2030",
         [("Veilige woon- en leefomgeving: doel", "Minder overlast")]),
    ]  # fmt: skip
    # The goal is about the year of the picture and the whole municipality.
    assert uses_in_plans(adviser, row(year=2020)) == []
    assert uses_in_plans(adviser, row(area="Centrum")) == []


def test_from_a_file_to_the_goal(client, sign_in, adviser, plan, goal):
    snapshot = Snapshot.objects.get(pk=row().snapshot_id)
    page = sign_in(client, adviser).get(reverse("snapshot", args=[snapshot.pk]))
    assert reverse("plan-goal-trace", args=[plan.pk, goal.key]) in said(page)


def test_from_a_row_to_a_sentence_of_the_plan(adviser, plan):
    add_block(
        by=adviser, plan=plan, kind="approach", theme="woonomgeving",
        text="Wij letten op. Er waren [[overlast-totaal aantal]] meldingen. Dat is veel.",
    )  # fmt: skip
    assert uses_in_plans(adviser, row()) == [
        ("Integraal veiligheidsplan 2027-2030",
         [("Veilige woon- en leefomgeving: aanpak in hoofdlijnen", "Er waren 125 meldingen.")]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({}, "geen cijfer uit het veiligheidsbeeld gekozen"),
        ({"measure": "hulpvragen"}, "eigen maat: “hulpvragen”"),
        ({"indicator": "bestaat-niet"}, "staat niet in dit beeld"),
    ],
)
def test_what_rests_on_nothing_says_so(client, sign_in, adviser, plan, details, says):
    made = add_block(
        by=adviser, plan=plan, kind="goal", theme="jeugd", title="Iets", details=details
    )
    desk = sign_in(client, adviser)
    page = said(desk.get(reverse("plan-goal-trace", args=[plan.pk, made.key])))
    assert says in page
    assert "Dit rust op geen scores van een sessie." in page
    whole = said(desk.get(reverse("plan-trace", args=[plan.pk])))
    assert "0 van de 1 doelen rusten op een cijfer, 1 niet." in whole


def test_a_plan_without_picture_and_session_says_so(client, sign_in, adviser, plan, goal):
    Plan.objects.filter(pk=plan.pk).update(picture=None, session=None)
    page = said(sign_in(client, adviser).get(reverse("plan-goal-trace", args=[plan.pk, goal.key])))
    assert "Dit plan rust op geen veiligheidsbeeld." in page
    assert "Dit plan rust op geen prioriteringssessie." in page


def test_the_table_for_an_auditor_has_every_row_of_every_file(client, sign_in, adviser, plan, goal):
    desk = sign_in(client, adviser)
    text = desk.get(reverse("plan-trace-csv", args=[plan.pk])).content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert lines[0]["Tekst"] == "Minder overlast"
    assert lines[0]["Waarde"] == "125"
    assert lines[0]["Regel"] == str(row().line)
    assert "n = 3" in lines[0]["Scores van de sessie"]
    book = load_workbook(io.BytesIO(desk.get(reverse("plan-trace-excel", args=[plan.pk])).content))
    assert book.active.max_row == len(lines) + 1


def test_who_may_not_read_a_draft_gets_no_trace_of_it(client, sign_in, employ, plan, goal):
    councillor = sign_in(client, employ("councillor"))
    for name, args in (
        ("plan-trace", [plan.pk]), ("plan-trace-csv", [plan.pk]),
        ("plan-goal-trace", [plan.pk, goal.key]),
    ):  # fmt: skip
        assert councillor.get(reverse(name, args=args)).status_code == 404


def test_the_data_protection_officer_reads_it(client, sign_in, fpo, plan, goal):
    page = sign_in(client, fpo).get(reverse("plan-trace", args=[plan.pk]))
    assert page.status_code == 200


def test_more_goals_take_no_more_queries(
    client, sign_in, adviser, plan, goal, django_assert_max_num_queries
):
    for number in range(10):
        add_block(
            by=adviser, plan=plan, kind="goal", theme="woonomgeving", title=f"Doel {number}",
            details={"indicator": "overlast-totaal"},
        )  # fmt: skip
    desk = sign_in(client, adviser)
    with django_assert_max_num_queries(32):
        desk.get(reverse("plan-trace", args=[plan.pk]))
