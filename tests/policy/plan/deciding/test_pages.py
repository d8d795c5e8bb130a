"""The pages of the decision path: what is refused comes back filled, and nobody else gets in."""

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.policy.plan.deciding.amendments.actions import Motion, table_amendment
from integraal.policy.plan.deciding.amendments.rules import Wanted
from integraal.policy.plan.deciding.queries import moments
from integraal.policy.plan.models import Amendment, Block


@pytest.fixture
def signed(client, sign_in, clerk):
    return sign_in(client, clerk)


def at(name, plan, *more):
    return reverse(name, args=[plan.pk, *more])


def council(plan):
    return moments(plan)[2]


def test_proposed_with_its_planned_days_and_in_order(client, sign_in, adviser, plan, goal):
    sign_in(client, adviser)
    propose = at("plan-propose", plan)
    wrong = client.post(propose, {"college": "2027-03-09", "gemeenteraad": "2027-03-01"})
    assert wrong.status_code == 422
    assert "ligt vóór die van het college" in wrong.content.decode()
    assert "2027-03-09" in wrong.content.decode()
    client.post(propose, {"college": "2027-03-09", "gemeenteraad": "2027-03-23"})
    page = client.get(at("plan-decisions", plan)).content.decode()
    assert "Gepland op 9 maart 2027" in page
    assert "Mag worden overgeslagen" in page


def test_votes_that_do_not_add_up_come_back_filled(signed, proposed):
    given = {
        "outcome": "agreed", "decided_on": timezone.localdate().isoformat(),
        "votes_for": "5", "votes_against": "10", "note": "Met een toezegging.",
        "base_revision": "1",
    }  # fmt: skip
    page = signed.post(at("plan-decision", proposed, council(proposed).pk), given)
    assert page.status_code == 422
    assert "5 voor en 10 tegen is geen meerderheid" in page.content.decode()
    assert "Met een toezegging." in page.content.decode()
    assert council(proposed).outcome == "planned"


def test_a_clash_shows_both(signed, proposed):
    url = at("plan-decision", proposed, council(proposed).pk)
    day = timezone.localdate().isoformat()
    given = {"outcome": "agreed", "decided_on": day, "votes_for": "9", "votes_against": "0"}
    assert signed.post(url, {**given, "number": "R-1", "base_revision": "1"}).status_code == 302
    page = signed.post(url, {**given, "number": "R-2", "base_revision": "1"})
    assert page.status_code == 409
    assert "R-1" in page.content.decode()
    assert "R-2" in page.content.decode()


def test_an_amendment_is_typed_on_the_text_as_it_stands_and_applied(signed, proposed, goal):
    new = at("plan-amendment-new", proposed, council(proposed).pk)
    assert "Doel: Minder inbraken" in signed.get(new).content.decode()
    assert signed.post(new, {"part": ""}).status_code == 422
    chosen = signed.post(new, {"part": str(goal.key)}).headers["Location"]
    form = signed.get(chosen).content.decode()
    assert "Omdat inbraken veel indruk maken." in form
    given = {
        "number": "A1", "title": "Scherper", "moved_by": "Dorpslijst",
        "proposed_title": "Half zo veel inbraken", "proposed_text": goal.text,
        "detail_owner": "Adviseur veiligheid", "detail_by_date": "morgen",
    }  # fmt: skip
    wrong = signed.post(chosen, given)
    assert wrong.status_code == 422
    assert "is geen dag" in wrong.content.decode()
    assert "Half zo veel inbraken" in wrong.content.decode()
    signed.post(chosen, {**given, "detail_by_date": "2028-12-31"})
    row = Amendment.objects.get()
    page = signed.get(at("plan-amendment", proposed, row.pk)).content.decode()
    assert "Half zo veel" in page
    voted = {"outcome": "adopted", "votes_for": "8", "votes_against": "7", "base_revision": "1"}
    signed.post(at("plan-amendment-decide", proposed, row.pk), voted)
    page = signed.get(at("plan-amendment", proposed, row.pk)).content.decode()
    assert "verwerken?stand=2" in page
    signed.post(at("plan-amendment-apply", proposed, row.pk) + "?stand=2")
    block = Block.objects.get(plan=proposed, key=goal.key)
    assert (block.title, block.details["by_date"]) == ("Half zo veel inbraken", "2028-12-31")


def test_adoption_tells_what_is_missing(signed, proposed):
    signed.post(at("plan-adopt", proposed))
    page = signed.get(at("plan-decisions", proposed)).content.decode()
    assert "nog geen besluit van het college" in page
    proposed.refresh_from_db()
    assert proposed.state == "proposed"


def test_sent_back_asks_why(signed, proposed):
    url = at("plan-send-back", proposed)
    assert signed.post(url, {"reason": " "}).status_code == 422
    signed.post(url, {"reason": "Doel 1 mist een datum."})
    page = signed.get(at("plan-decisions", proposed)).content.decode()
    assert "Doel 1 mist een datum." in page
    assert "Eerdere voorstellen" in page


def test_who_may_not_gets_no_forms_and_no_deeds(client, sign_in, employ, proposed, goal):
    sign_in(client, employ("college"))
    page = client.get(at("plan-decisions", proposed)).content.decode()
    assert "Leg het besluit vast" not in page
    assert "Amendement vastleggen" not in page
    one = council(proposed).pk
    for name in ("plan-decision", "plan-moment", "plan-amendment-new"):
        assert client.get(at(name, proposed, one)).status_code == 403
    sign_in(client, employ("councillor"))
    assert client.get(at("plan-decisions", proposed)).status_code == 404


def test_the_page_asks_the_same_number_of_things_however_long_it_is(
    signed, clerk, proposed, goal, django_assert_max_num_queries
):
    for number in range(12):
        motion = Motion(str(number), "Meer", "Fractie", Wanted(title="x"), block=goal.key)
        table_amendment(by=clerk, moment=council(proposed), motion=motion)
    with django_assert_max_num_queries(30):
        signed.get(at("plan-decisions", proposed))
