"""A workbook that is read back as it was written changes nothing, whatever the programme holds."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.programme.excel.actions import take_over_workbook
from integraal.policy.programme.excel.offered import report_of
from integraal.policy.programme.measures.actions import change_measure
from integraal.policy.programme.models import Measure, MeasurePartner, Milestone
from tests.policy.programme.excel.workbooks import everything, read, written

NASTY = st.sampled_from(
    ["=1+1", "+31 6", "-", "@SUM(A1)", "=cmd|' /C calc'!A0", "_x0041_", "1,5", "1e5", "0012"]
    + ["WAAR", "2027-01-01", "31-12-2027", "a\nb", "#N/B", "'aanhaling", "<b>&amp;</b>", "é🙂"]
    + ["a: b", "; , |"]
)
WORDS = st.one_of(NASTY, st.text(max_size=40)).map(cleaned)
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))
QUARTERS = [f"{year}-{number}" for year in (2027, 2028) for number in (1, 2, 3, 4)]
AMOUNTS = st.one_of(
    st.decimals(0, 99_999, places=2).map(str),
    st.integers(0, 9_999).map(str),
    st.sampled_from(["12,5", "40.50", "007", "0"]),
)
HOURS = st.dictionaries(st.sampled_from(QUARTERS), AMOUNTS, max_size=4)
TARGETS = st.dictionaries(st.sampled_from(["2026", "2027", "2028", "2031"]), AMOUNTS, max_size=3)
MEASURE = st.fixed_dictionaries(
    {
        "title": WORDS.map(lambda words: words or "Iets"),
        "theme": st.sampled_from(["woonomgeving", "jeugd", "eigen-thema"]),
        "kind": st.sampled_from(["", *Measure.Kind.values]),
        "days": st.tuples(st.none() | DAYS, st.none() | DAYS),
        "budget": st.none() | st.decimals(0, Decimal("999999999.99"), places=2),
        "hours": HOURS,
        "output_target": TARGETS,
        "outcome_target": TARGETS,
        "words": st.lists(WORDS, min_size=7, max_size=7),
        "people": st.integers(0, 5),
        "needs": st.sets(st.integers(0, 3), max_size=2),
        "roles": st.lists(WORDS, max_size=2),
        "milestones": st.lists(st.tuples(WORDS.filter(bool), DAYS), max_size=3),
        "goal": st.booleans(),
    }
)
NAMES = ("text", "item", "money_source", "output", "outcome", "risk", "decision")


def lay_down(programme, goal, drawn):
    """Put drawn measures in the programme, without the rules that the screens apply."""
    people, made = [None, *Member.objects.all()], []
    partners = list(Organisation.objects.all())
    for place, one in enumerate(drawn):
        starts_on, ends_on = one["days"]
        if starts_on and ends_on and ends_on < starts_on:
            starts_on, ends_on = ends_on, starts_on
        measure = Measure.objects.create(
            tenant_id=programme.tenant_id, programme=programme, key=uuid.uuid4(), order=place + 1,
            starts_on=starts_on, ends_on=ends_on, written_at=timezone.now(),
            owner=people[one["people"] % len(people)],
            deputy=people[(one["people"] + 1) % len(people)],
            goal=goal.key if one["goal"] else None,
            needs=[made[nr].key for nr in sorted(one["needs"]) if nr < place],
            **{name: one[name] for name in ("title", "theme", "kind", "budget", "hours",
                                            "output_target", "outcome_target")},
            **dict(zip(NAMES, one["words"], strict=True)),
        )  # fmt: skip
        made.append(measure)
        for organisation, role in zip(partners, one["roles"], strict=False):
            MeasurePartner.objects.create(
                tenant_id=programme.tenant_id, measure=measure, organisation=organisation, role=role
            )
        for title, day in one["milestones"]:
            Milestone.objects.create(
                tenant_id=programme.tenant_id, measure=measure, title=title, day=day
            )


@pytest.fixture
def parties(programme, employ):
    employ("partner", name="Zonder Functie")
    for name in ("Politie", "Politie: team Noord", "=Wijk & Zo"):
        Organisation.objects.create(tenant_id=programme.tenant_id, kind="other", name=name)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(MEASURE, max_size=5))
def test_what_is_written_and_read_back_changes_nothing(adviser, programme, goal, parties, drawn):
    with transaction.atomic():
        lay_down(programme, goal, drawn)
        before = everything(programme)
        sheet = read(programme, written(programme))
        report = report_of(programme, sheet)
        assert report.problems == []
        assert report.is_nothing
        assert report.same == len(drawn)
        take_over_workbook(by=adviser, programme=programme, sheet=sheet)
        assert everything(programme) == before
        transaction.set_rollback(True)


def test_a_file_made_before_somebody_else_wrote_leaves_what_they_wrote(adviser, programme, measure):
    content = written(programme)
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1,
        fields={"text": "Intussen geschreven", "owner": Member.objects.get(pk=adviser.member_id)},
    )  # fmt: skip
    before = everything(programme)
    report = take_over_workbook(by=adviser, programme=programme, sheet=read(programme, content))
    assert report.kept == [measure.title]
    assert report.is_nothing
    assert everything(programme) == before
