"""What the home page tells of the council, and what stands out in the programme that runs."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from integraal.policy.accountability.following.actions import follow_theme
from integraal.policy.accountability.models import FollowedTheme
from integraal.policy.accountability.questions.actions import keep_question
from integraal.policy.accountability.questions.fields import Asked
from integraal.policy.monitoring.models import Threshold
from integraal.policy.programme.deciding.actions import adopt_programme, propose_programme
from integraal.policy.programme.models import Asking, Measure, Progress, Update
from integraal.portal.home import council_lines
from integraal.portal.home.council_lines import council_waits
from integraal.portal.home.standing_out import standing_out
from tests.policy.programme.conftest import adopted_plan, goal, measure, programme

__all__ = ["adopted_plan", "goal", "measure", "programme"]


@pytest.fixture
def running(adviser, employ, programme, measure):
    propose_programme(by=adviser, programme=programme)
    return adopt_programme(
        by=employ("college"), programme=programme, body="college", decided_on=date(2026, 1, 5)
    )


def says(by):
    return [say for say, _ in standing_out(by)]


def titles(by):
    return [title for title, _, _ in council_waits(by)]


def stand(running, measure, **given):
    return Progress.objects.create(
        tenant_id=running.tenant_id, lineage=running.lineage, measure=measure.key,
        **{"status": "running", **given},
    )  # fmt: skip


def test_without_a_programme_nothing_stands_out(adviser):
    assert standing_out(adviser) == []


def test_each_thing_that_asks_attention_is_a_sentence(adviser, mayor, employ, running, measure):
    councillor = employ("councillor")
    assert says(mayor) == ["1 maatregel is van niemand."]
    assert says(adviser) == []
    Measure.objects.filter(pk=measure.pk).update(owner=adviser.member_id, budget=Decimal(100))
    for month in (1, 4):
        Asking.objects.create(
            tenant_id=running.tenant_id, programme=running, member_id=adviser.member_id,
            asked_on=date(2026, month, 6), due_on=date(2026, month, 20),
            ends_on=date(2026, month, 28),
        )  # fmt: skip
    row = stand(running, measure, quality="stuck", spent=Decimal("120.50"))
    Threshold.objects.create(
        tenant_id=running.tenant_id, goal=measure.goal, rule="above", value=3, crossed_in="2025",
        set_on=date(2026, 1, 1),
    )  # fmt: skip
    silent = "Bij 1 maatregel is twee keer of vaker gevraagd, zonder antwoord."
    seen = [
        "1 maatregel heeft een knelpunt.",
        "1 maatregel kostte meer dan begroot, zonder uitleg.",
        "Bij 1 doel is een drempel overschreden.",
    ]
    assert says(mayor) == [silent, *seen]
    assert says(councillor) == seen
    Update.objects.create(
        tenant_id=running.tenant_id, lineage=running.lineage, measure=measure.key,
        status="running", said_on=date(2026, 5, 1), over_budget_reason="De raad vroeg meer.",
    )  # fmt: skip
    row.quality, row.updated_on = "good", date(2026, 5, 1)
    row.save()
    assert says(mayor) == [seen[-1]]


def test_it_asks_at_most_four_times(mayor, running, measure):
    with CaptureQueriesContext(connection) as found:
        standing_out(mayor)
    assert len(found.captured_queries) <= 4


def test_a_late_answer_waits_for_who_keeps_questions(adviser, employ, mayor):
    clerk = employ("clerk")
    asked = Asked("Camera’s", "Helpen ze?", "Fractie Voorbeeld", date(2026, 1, 1))
    keep_question(by=clerk, asked=asked)
    assert titles(clerk) == ["Raadsvraag te laat: Camera’s"]
    assert titles(adviser)[0] == "Raadsvraag te laat: Camera’s"
    assert titles(mayor) == titles(employ("councillor")) == []
    for number in range(3):
        keep_question(by=clerk, asked=Asked(f"Vraag {number}", "?", "Fractie", date(2026, 1, 1)))
    assert titles(clerk) == ["4 raadsvragen zijn te laat"]


def test_a_paper_that_is_due_soon_waits_for_who_writes(adviser, employ, monkeypatch):
    day = date(2027, 2, 10)
    monkeypatch.setattr(council_lines.timezone, "localdate", lambda *_: day)
    assert titles(adviser) == ["Tekst voor Jaarrekening en jaarverslag 2026"]
    assert titles(employ("councillor")) == []


def test_a_follower_is_told_what_is_new(employ, running, measure):
    councillor = employ("councillor")
    follow_theme(by=councillor, theme="woonomgeving")
    assert titles(councillor) == []
    yesterday = timezone.now() - timedelta(days=1)
    FollowedTheme.objects.update(seen_at=yesterday)
    Update.objects.create(
        tenant_id=running.tenant_id, lineage=running.lineage, measure=measure.key,
        status="running", said_on=timezone.localdate(), done="Zes avonden.",
    )  # fmt: skip
    (title,) = titles(councillor)
    assert title == (
        "Nieuw bij Veilige woon- en leefomgeving: 1 versie van het programma en 1 bijwerking"
    )
