"""What residents read without an account, and everything they do not."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.lifecycle.models import State
from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.actions import start_next_version, start_plan
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.public.actions import publish_plan, withdraw_plan
from integraal.policy.plan.refusals import PlanRefused
from integraal.policy.plan.writing.actions import add_block, write_block
from tests.policy.plan.adopting import adopt
from tests.provisions import employ_at

HERE = "/openbaar/molendrecht/veiligheidsplan/"
ALL = (HERE, f"{HERE}pdf", f"{HERE}huisstijl.css", f"{HERE}schild.svg")


@pytest.fixture
def public(adopted, adviser) -> Plan:
    return publish_plan(by=adviser, plan=adopted)


def read(client, address: str = HERE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def nothing(client, address: str = HERE) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 404
    return answer.content


def test_residents_read_summary_goals_and_how_to_follow(client, public) -> None:
    words = read(client)
    for said in (
        "Vastgesteld door de gemeenteraad op 26 november 2026",
        "Van 2027 tot en met 2030 werkt de gemeente aan 20 doelen, bij 5 onderwerpen.",
        "U hoort binnen een week wat er met uw melding gebeurt.",
        "Minder meldingen van overlast in gebied 1.1",
        "31 december 2028",
        "Alle geregistreerde overlast: nu 11 meldingen (2025, Politie) en streven 8 meldingen",
        "Halverwege, op 1 oktober 2028, kijken we wat er is bereikt.",
        "Mobiliteitsplan 2025",
        "Iemand van de gemeente die mag bekeuren.",
    ):
        assert said in words


def test_no_cookie_no_script_and_nothing_from_elsewhere(client, public) -> None:
    for address in ALL:
        answer = client.get(address)
        assert answer.status_code == 200
        assert not answer.cookies
    page = client.get(HERE).content.decode()
    assert "<script" not in page
    assert "csrf" not in page.lower()


def test_no_writer_no_identifier_and_no_way_into_the_product(client, public, adviser) -> None:
    page = client.get(HERE).content.decode()
    blocks = Block.objects.filter(plan=public)
    for secret in (str(public.pk), str(adviser.member_id), *[str(one.key) for one in blocks]):
        assert secret not in page
    assert "Adviseur" not in page
    links = set(re.findall(r'href="([^"#]+)"', page))
    inside = {one for one in links if one.startswith("/") and not one.startswith("/static/")}
    assert inside <= {"/toegankelijkheid/", "/privacy/"} | {
        one for one in inside if one.startswith(("/huisstijl", "/house-style"))
    }


def test_a_term_explains_itself_once_in_each_text(client, adviser, whole, mayor) -> None:
    vision = Block.objects.get(plan=whole, kind="vision")
    text = "De driehoek beslist. De Driehoek komt elke maand bijeen. Een boa let op."
    write_block(by=adviser, plan=whole, key=vision.key, base_revision=vision.revision, text=text)
    publish_plan(by=adviser, plan=adopt(whole, adviser, mayor))
    page = client.get(HERE).content.decode()
    asked = re.findall(r'popovertarget="([^"]+)"', page)
    assert asked == re.findall(r'id="([^"]+)" popover', page)
    section = page.partition('id="visie">')[2].partition("</section>")[0]
    assert section.count("<button") == 2
    assert "Overleg van burgemeester, officier van justitie en politie." in section


def test_whatever_is_wrong_gives_the_same_page(
    client, adviser, mayor, whole, oostwaard, molendrecht
) -> None:
    draft = nothing(client)
    adopted = adopt(whole, adviser, mayor)
    assert nothing(client) == draft  # adopted, and not made public
    assert nothing(client, "/openbaar/oostwaard/veiligheidsplan/") == draft
    assert nothing(client, "/openbaar/bestaat-niet/veiligheidsplan/") == draft
    publish_plan(by=adviser, plan=adopted)
    assert read(client)
    withdraw_plan(by=adviser, plan=adopted)
    for address in ALL:
        assert nothing(client, address) == draft


def test_a_plan_of_another_municipality_is_not_read_at_this_address(
    client, public, oostwaard
) -> None:
    with tenant_scope(oostwaard.pk):
        by = employ_at(oostwaard, "adviser")
        other = start_plan(by=by, first_year=2027, last_year=2030, title="Plan van Oostwaard")
        details = {"owner": "Politie", "by_date": "2030-01-01"}
        add_block(by=by, plan=other, kind="goal", theme="jeugd", title="Rust", details=details)
        publish_plan(by=by, plan=adopt(other, by, employ_at(oostwaard, "mayor")))
    assert "Plan van Oostwaard" not in read(client)
    assert "Plan van Oostwaard" in read(client, "/openbaar/oostwaard/veiligheidsplan/")


def test_who_is_signed_in_elsewhere_reads_what_anybody_reads(
    client, sign_in, public, oostwaard
) -> None:
    anonymous = read(client)
    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser")
        sign_in(client, stranger)
    assert read(client) == anonymous
    assert stranger.name not in anonymous


def test_a_superseded_version_is_gone_and_the_next_draft_stays_unseen(
    client, adviser, mayor, public
) -> None:
    following = start_next_version(by=adviser, plan=public)
    goal = Block.objects.filter(plan=following, kind="goal").first()
    write_block(by=adviser, plan=following, key=goal.key, base_revision=goal.revision,
                title="Nog geheim doel")  # fmt: skip
    assert "Nog geheim doel" not in read(client)
    adopt(following, adviser, mayor, number="R-8")
    public.refresh_from_db()
    assert public.state == State.SUPERSEDED
    nothing(client)
    publish_plan(by=adviser, plan=following)
    assert "Nog geheim doel" in read(client)


def test_only_an_adopted_plan_is_made_public_by_adviser_or_clerk(
    whole, adviser, mayor, employ
) -> None:
    with pytest.raises(PlanRefused, match="vastgesteld"):
        publish_plan(by=adviser, plan=whole)
    adopted = adopt(whole, adviser, mayor)
    for role in ("mayor", "councillor", "administrator"):
        with pytest.raises(NotAllowed):
            publish_plan(by=employ(role), plan=adopted)
        with pytest.raises(NotAllowed):
            withdraw_plan(by=employ(role), plan=adopted)
    published = publish_plan(by=employ("clerk"), plan=adopted)
    assert published.published_on == timezone.localdate()


def test_only_reading_is_possible_there(client, public) -> None:
    assert client.post(HERE).status_code == 405


def test_the_page_of_documents_makes_it_public_and_takes_it_back(
    client, sign_in, adopted, adviser, mayor
) -> None:
    page = f"/plan/{adopted.pk}/documenten/"
    assert "openbaar-maken" not in sign_in(client, mayor).get(page).content.decode()
    sign_in(client, adviser)
    assert "openbaar-maken" in client.get(page).content.decode()
    answer = client.post(f"/plan/{adopted.pk}/openbaar-maken", follow=True)
    assert "Inwoners kunnen het plan nu lezen." in answer.content.decode()
    assert HERE in answer.content.decode()
    answer = client.post(f"/plan/{adopted.pk}/niet-meer-openbaar", follow=True)
    assert "Inwoners kunnen het plan niet meer lezen." in answer.content.decode()
    nothing(client)
