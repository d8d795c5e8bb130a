"""The way past college, committee and council: order, votes, amendments, adoption."""

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.content import content_of
from integraal.policy.plan.deciding.actions import (
    Decided,
    adopt_plan,
    plan_moment,
    propose_plan,
    record_decision,
    send_back_plan,
)
from integraal.policy.plan.deciding.amendments.actions import (
    Motion,
    apply_amendment,
    change_amendment,
    decide_amendment,
    table_amendment,
)
from integraal.policy.plan.deciding.amendments.rules import Wanted
from integraal.policy.plan.deciding.presenters import decisions_page
from integraal.policy.plan.deciding.queries import earlier_moments, moments
from integraal.policy.plan.deciding.rules import Votes
from integraal.policy.plan.models import Block, EarlierBlock, Edition
from integraal.policy.plan.pack.register import moments_of
from integraal.policy.plan.refusals import Conflict, PlanRefused
from integraal.policy.plan.writing.actions import write_block

TODAY = timezone.localdate
VOTES = Votes(12, 3, 0)


def days_ago(many):
    return TODAY() - timedelta(days=many)


def decide(by, plan, code, **given):
    moment = next(one for one in moments(plan) if one.code == code)
    decided = Decided(**{"outcome": "agreed", "on": TODAY(), **given})
    return record_decision(by=by, moment=moment, decided=decided, base_revision=moment.revision)


def all_agree(by, plan, **council):
    decide(by, plan, "college", on=days_ago(9))
    decide(by, plan, "raadscommissie", on=days_ago(5))
    decide(by, plan, "gemeenteraad", **{"votes": VOTES, "number": "2026-118", **council})


def table(by, plan, block, number="1", **wanted):
    moment = next(one for one in moments(plan) if one.adopts)
    motion = Motion(
        number=number, title="Meer ambitie", moved_by="Dorpslijst",
        wanted=Wanted(**wanted), block=block.key,
    )  # fmt: skip
    return table_amendment(by=by, moment=moment, motion=motion)


def adopted(by, amendment):
    return decide_amendment(
        by=by, amendment=amendment, outcome="adopted", base_revision=amendment.revision,
        votes_for=8, votes_against=7,
    )  # fmt: skip


def test_a_proposal_goes_past_the_bodies_of_the_path_with_its_edition(proposed):
    assert [one.body for one in moments(proposed)] == [
        "college van burgemeester en wethouders",
        "raadscommissie",
        "gemeenteraad",
    ]
    assert {one.edition.purpose for one in moments(proposed)} == {"decision"}


def test_adopted_with_body_day_and_number_of_the_council(clerk, proposed):
    all_agree(clerk, proposed)
    plan = adopt_plan(by=clerk, plan=proposed)
    assert plan.state == "adopted"
    assert (plan.adopting_body, plan.adopted_on, plan.decision_number) == (
        "gemeenteraad",
        TODAY(),
        "2026-118",
    )
    assert plan.frozen["title"] == plan.title


@pytest.mark.parametrize(
    ("left_out", "says"),
    [("college", "nog geen besluit van het college"), ("gemeenteraad", "van de gemeenteraad")],
)
def test_without_a_required_decision_the_plan_is_not_adopted(clerk, proposed, left_out, says):
    all_agree(clerk, proposed)
    for code in ("gemeenteraad", "raadscommissie", "college"):
        decide(clerk, proposed, code, outcome="planned")
        if code == left_out:
            break
    with pytest.raises(PlanRefused, match=says):
        adopt_plan(by=clerk, plan=proposed)


def test_the_committee_may_be_passed_over(clerk, proposed):
    decide(clerk, proposed, "college", on=days_ago(9))
    decide(clerk, proposed, "gemeenteraad", votes=VOTES)
    plan = adopt_plan(by=clerk, plan=proposed)
    assert plan.state == "adopted"
    line = decisions_page(clerk, plan).moments[1]
    assert (line.body, line.is_skipped, line.is_optional) == ("Raadscommissie", True, False)
    assert moments_of(plan)[1]["words"] == "Raadscommissie: overgeslagen."


def test_a_refusal_by_the_council_stops_it(clerk, proposed):
    all_agree(clerk, proposed, outcome="refused", votes=Votes(3, 12))
    with pytest.raises(PlanRefused, match="Niet akkoord: de gemeenteraad"):
        adopt_plan(by=clerk, plan=proposed)


def test_the_votes_of_the_council_are_needed(clerk, proposed):
    all_agree(clerk, proposed, votes=Votes())
    with pytest.raises(PlanRefused, match="stemmen van de gemeenteraad ontbreken"):
        adopt_plan(by=clerk, plan=proposed)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"on": None}, "op welke dag"),
        ({"on": "tomorrow"}, "in de toekomst"),
        ({"votes": Votes(12, None)}, "allebei"),
        ({"votes": Votes(40, 6)}, "46 stemmen"),
        ({"votes": Votes(7, 8)}, "7 voor en 8 tegen is geen meerderheid"),
        ({"votes": Votes(7, 7)}, "geen meerderheid"),
        ({"outcome": "refused", "votes": Votes(12, 3)}, "12 voor en 3 tegen is een meerderheid"),
        ({"outcome": "misschien"}, "Kies een uitkomst"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(clerk, proposed, given, says):
    if given.get("on") == "tomorrow":
        given = {"on": TODAY() + timedelta(days=1)}
    with pytest.raises(PlanRefused, match=says):
        decide(clerk, proposed, "gemeenteraad", **given)


def test_days_out_of_order_are_refused_both_ways(clerk, proposed):
    decide(clerk, proposed, "raadscommissie", on=days_ago(5))
    with pytest.raises(PlanRefused, match="ná het besluit van de raadscommissie"):
        decide(clerk, proposed, "college", on=days_ago(4))
    with pytest.raises(PlanRefused, match="vóór het besluit van de raadscommissie"):
        decide(clerk, proposed, "gemeenteraad", on=days_ago(6), votes=VOTES)


def test_planned_days_are_in_order_too(clerk, proposed):
    first, second, _ = moments(proposed)
    plan_moment(by=clerk, moment=second, planned_on=TODAY(), base_revision=1)
    with pytest.raises(PlanRefused, match="vóór die van het college"):
        plan_moment(by=clerk, moment=first, planned_on=TODAY() + timedelta(days=2), base_revision=1)


def test_two_clerks_at_once_overwrite_nothing(clerk, proposed):
    stale = moments(proposed)[0]
    decide(clerk, proposed, "college")
    with pytest.raises(Conflict):
        record_decision(
            by=clerk, moment=stale, decided=Decided("refused", TODAY()), base_revision=1
        )


def test_only_who_may_records_and_adopts(adviser, mayor, employ, proposed):
    with pytest.raises(NotAllowed):
        decide(employ("councillor"), proposed, "college")
    decide(adviser, proposed, "college")
    decide(adviser, proposed, "gemeenteraad", votes=VOTES)
    with pytest.raises(NotAllowed):
        adopt_plan(by=adviser, plan=proposed)
    assert adopt_plan(by=mayor, plan=proposed).adopting_body == "gemeenteraad"


def test_sent_back_its_moments_stay_and_a_new_proposal_has_its_own(adviser, clerk, proposed):
    decide(clerk, proposed, "college", number="C-7")
    plan = send_back_plan(by=clerk, plan=proposed, reason="Doel 2 is geen doel.")
    assert plan.state == "draft"
    assert plan.returned_reason == "Doel 2 is geen doel."
    assert moments(plan) == []
    again = propose_plan(by=adviser, plan=plan)
    assert [one.outcome for one in moments(again)] == ["planned"] * 3
    assert [one.number for one in earlier_moments(again)] == ["C-7", "", ""]
    assert "Teruggestuurd: Doel 2 is geen doel." in earlier_moments(again)[1].note


def test_a_moment_of_a_proposal_that_was_sent_back_takes_no_decision(adviser, clerk, proposed):
    old = moments(proposed)[0]
    propose_plan(by=adviser, plan=send_back_plan(by=clerk, plan=proposed, reason="Anders"))
    with pytest.raises(PlanRefused, match="ligt niet meer voor"):
        record_decision(by=clerk, moment=old, decided=Decided("agreed", TODAY()), base_revision=1)


def test_a_proposal_is_changed_by_an_adopted_amendment_only(adviser, clerk, proposed, goal):
    with pytest.raises(NotAllowed):
        write_block(by=adviser, plan=proposed, key=goal.key, base_revision=1, title="Stiekem")
    amendment = table(clerk, proposed, goal, title="Veel minder inbraken")
    with pytest.raises(PlanRefused, match="Alleen een aangenomen amendement"):
        apply_amendment(by=clerk, amendment=amendment, base_revision=1)
    amendment = adopted(clerk, amendment)
    apply_amendment(by=clerk, amendment=amendment, base_revision=amendment.revision)
    assert Block.objects.get(plan=proposed, key=goal.key).title == "Veel minder inbraken"
    titles = [
        [one["title"] for theme in edition.content["themes"] for one in theme["blocks"]]
        for edition in Edition.objects.filter(plan=proposed).order_by("number")
    ]
    assert titles == [["Minder inbraken"], ["Veel minder inbraken"]]


def test_an_adopted_amendment_that_is_not_in_the_plan_stops_adoption(clerk, proposed, goal):
    amendment = adopted(clerk, table(clerk, proposed, goal, title="Veel minder inbraken"))
    all_agree(clerk, proposed, outcome="amended")
    with pytest.raises(PlanRefused, match="staat nog niet in het plan"):
        adopt_plan(by=clerk, plan=proposed)
    apply_amendment(by=clerk, amendment=amendment, base_revision=amendment.revision)
    plan = adopt_plan(by=clerk, plan=proposed)
    assert "Veel minder inbraken" in str(content_of(plan))


def test_an_amendment_without_an_outcome_stops_adoption(clerk, proposed, goal):
    table(clerk, proposed, goal, title="Anders")
    all_agree(clerk, proposed)
    with pytest.raises(PlanRefused, match="Over amendement 1 is nog niets vastgelegd"):
        adopt_plan(by=clerk, plan=proposed)


def test_outcome_and_amendments_have_to_agree(clerk, proposed, goal):
    amendment = adopted(clerk, table(clerk, proposed, goal, title="Anders"))
    apply_amendment(by=clerk, amendment=amendment, base_revision=amendment.revision)
    all_agree(clerk, proposed)
    with pytest.raises(PlanRefused, match="akkoord met wijzigingen"):
        adopt_plan(by=clerk, plan=proposed)


def test_two_amendments_on_one_block_do_not_overwrite_each_other(clerk, proposed, goal):
    first = adopted(clerk, table(clerk, proposed, goal, title="Eerste"))
    second = adopted(clerk, table(clerk, proposed, goal, number="2", title="Tweede"))
    apply_amendment(by=clerk, amendment=first, base_revision=first.revision)
    with pytest.raises(PlanRefused, match="is veranderd sinds het amendement is opgeschreven"):
        apply_amendment(by=clerk, amendment=second, base_revision=second.revision)
    motion = Motion("2", "Samen", "Dorpslijst", Wanted(title="Eerste en tweede"), block=goal.key)
    second = change_amendment(
        by=clerk, amendment=second, motion=motion, base_revision=second.revision
    )
    apply_amendment(by=clerk, amendment=second, base_revision=second.revision)
    assert Block.objects.get(plan=proposed, key=goal.key).title == "Eerste en tweede"


def test_an_amendment_adds_a_block_or_takes_one_out(clerk, proposed, goal):
    gone = adopted(clerk, table(clerk, proposed, goal, removes=True))
    apply_amendment(by=clerk, amendment=gone, base_revision=gone.revision)
    moment = moments(proposed)[2]
    motion = Motion(
        "2", "Een doel erbij", "Dorpslijst", Wanted(title="Meer aangiften"),
        theme="woonomgeving", kind="goal",
    )  # fmt: skip
    more = adopted(clerk, table_amendment(by=clerk, moment=moment, motion=motion))
    apply_amendment(by=clerk, amendment=more, base_revision=more.revision)
    found = Block.objects.filter(plan=proposed, kind="goal").values_list("title", flat=True)
    assert list(found) == ["Meer aangiften"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"number": ""}, "nummer, de titel en de indieners"),
        ({"moved_by": " "}, "nummer, de titel en de indieners"),
        ({"wanted": Wanted()}, "ten minste één veld"),
        ({"wanted": Wanted(title="x", details={"by_date": "morgen"})}, "is geen dag"),
        ({"block": None}, "Kies welk deel"),
        ({"block": None, "kind": "goal"}, "hoort bij een thema"),
        ({"block": None, "kind": "goal", "theme": "maan"}, "staat niet in het plan"),
        ({"block": None, "kind": "theme", "theme": "jeugd"}, "Een tweede thema kan niet"),
    ],
)
def test_an_amendment_that_cannot_be_is_refused(clerk, proposed, goal, given, says):
    right = {"number": "1", "title": "Anders", "moved_by": "Dorpslijst", "block": goal.key}
    motion = Motion(**{"wanted": Wanted(title="Anders"), **right, **given})
    with pytest.raises(PlanRefused, match=says):
        table_amendment(by=clerk, moment=moments(proposed)[2], motion=motion)


def test_a_number_is_used_once_and_votes_add_up(clerk, proposed, goal):
    amendment = table(clerk, proposed, goal, title="Anders")
    with pytest.raises(PlanRefused, match="Amendement 1 is er al"):
        table(clerk, proposed, goal, title="Nog anders")
    with pytest.raises(PlanRefused, match="geen meerderheid"):
        decide_amendment(
            by=clerk, amendment=amendment, outcome="adopted", base_revision=1,
            votes_for=7, votes_against=8,
        )  # fmt: skip


def test_a_draft_takes_no_decision_and_is_proposed_once(adviser, clerk, plan, goal):
    with pytest.raises(ImpossibleMove):
        adopt_plan(by=clerk, plan=plan)
    propose_plan(by=adviser, plan=plan)
    with pytest.raises(ImpossibleMove):
        propose_plan(by=adviser, plan=plan)


def test_what_the_rules_block_is_not_proposed(adviser, plan):
    with pytest.raises(PlanRefused, match="nog geen enkel doel"):
        propose_plan(by=adviser, plan=plan)
    assert not Edition.objects.exists()


def test_a_block_that_an_amendment_took_out_is_kept_with_its_place(clerk, proposed, goal):
    gone = adopted(clerk, table(clerk, proposed, goal, removes=True))
    apply_amendment(by=clerk, amendment=gone, base_revision=gone.revision)
    kept = EarlierBlock.objects.get(plan=proposed, block=goal.key)
    assert (kept.kind, kept.theme, kept.title) == ("goal", "woonomgeving", "Minder inbraken")
