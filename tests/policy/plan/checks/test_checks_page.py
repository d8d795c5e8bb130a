"""The page of checks: what stops the plan, where to mend it, why, and who says so."""

from __future__ import annotations

from django.urls import reverse

from integraal.policy.plan.models import Block
from integraal.policy.plan.writing.actions import add_block, write_block


def address(plan) -> str:
    return reverse("plan-checks", args=[plan.pk])


def page_of(client, plan) -> str:
    answer = client.get(address(plan))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_new_plan_is_stopped_and_says_what_to_do(client, sign_in, adviser, plan) -> None:
    page = page_of(sign_in(client, adviser), plan)
    assert "1 punt houdt het plan tegen." in page
    assert "Voeg bij een thema een doel toe." in page
    assert "Bron: Politiewet 2012, artikel 38b." in page


def test_what_lacks_leads_to_its_block(client, sign_in, adviser, plan) -> None:
    goal = add_block(by=adviser, plan=plan, kind="goal", theme="jeugd", title="Minder overlast",
                     details={"by_date": "2030-01-01"})  # fmt: skip
    page = page_of(sign_in(client, adviser), plan)
    assert "is van niemand" in page
    assert reverse("plan-block", args=[plan.pk, goal.key]) in page


def test_a_plan_that_is_mended_passes(client, sign_in, adviser, whole) -> None:
    goal = Block.objects.filter(plan=whole, kind="goal").first()
    write_block(by=adviser, plan=whole, key=goal.key, base_revision=1, details={"target": "99"})
    assert "1 punt houdt het plan tegen." in page_of(sign_in(client, adviser), whole)
    write_block(by=adviser, plan=whole, key=goal.key, base_revision=2, details={"target": "8"})
    assert "Niets houdt het plan tegen." in page_of(client, whole)


def test_who_does_not_read_drafts_gets_no_checks(client, sign_in, employ, adopted) -> None:
    assert sign_in(client, employ("councillor")).get(address(adopted)).status_code == 403


def test_many_goals_take_no_more_queries(
    client, sign_in, adviser, whole, django_assert_max_num_queries
) -> None:
    sign_in(client, adviser)
    page_of(client, whole)
    with django_assert_max_num_queries(25):
        page_of(client, whole)
