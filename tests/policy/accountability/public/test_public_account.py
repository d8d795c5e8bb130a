"""What residents read without an account, and everything they do not."""

from __future__ import annotations

import csv
import io
import json
import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.actions import make_token
from integraal.policy.accountability.models import Report, ReportText
from integraal.policy.accountability.public.actions import publish_report, withdraw_report
from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.accountability.reports.content import build_content
from integraal.policy.accountability.reports.facts import gather
from tests.policy.accountability.conftest import FIRST, LAST
from tests.provisions import employ_at

HERE = "/openbaar/molendrecht/beloofd-gedaan-bereikt/"
THEME = f"{HERE}thema/woonomgeving/"
CSV, JSON = f"{HERE}gegevens/2024.csv", f"{HERE}gegevens/2024.json"
ALL = (HERE, THEME, CSV, JSON, f"{HERE}gegevens/", f"{HERE}huisstijl.css", f"{HERE}schild.svg")


@pytest.fixture
def report(adviser, programme, lively) -> Report:
    facts = gather(programme, FIRST, LAST)
    return Report.objects.create(
        tenant_id=adviser.tenant_id, kind="year", title="Jaarrapportage 2024", programme=programme,
        first_day=FIRST, last_day=LAST, lineage=uuid.uuid4(), facts=facts,
        facts_mark=fingerprint(facts),
    )  # fmt: skip


def adopt(report: Report, adviser, college) -> Report:
    lifecycle.propose(report, by=adviser, verb="accountability.published")
    decision = lifecycle.Decision("college", LAST, "C-9")
    lifecycle.adopt(
        report, by=college, verb="accountability.published", decision=decision,
        content=build_content(report),
    )  # fmt: skip
    report.refresh_from_db()
    return report


@pytest.fixture
def adopted(report, adviser, mayor) -> Report:
    return adopt(report, adviser, mayor)


@pytest.fixture
def public(adopted, adviser) -> Report:
    return publish_report(by=adviser, report=adopted)


def read(client, address: str = HERE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def nothing(client, address: str = HERE) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 404, address
    return answer.content


def test_residents_read_promised_done_and_reached(client, public) -> None:
    words = read(client)
    for said in (
        "Wat we beloofden, deden en bereikten",
        "Vastgesteld door het college op 31 december 2024",
        "van de 4 maatregelen is er 1 afgerond, loopt er 1 en is er 1 gestopt",
        "Wat we niet kunnen zeggen",
    ):
        assert said in words
    theme = read(client, THEME)
    assert "Beloofd is: van 159 in 2021 naar 120" in theme
    assert "Elke week toezicht" in theme
    assert "overlast.csv" in theme


def test_nothing_of_owners_writers_or_identifiers(client, public, adviser, lively) -> None:
    for address in (HERE, THEME, CSV, JSON):
        told = client.get(address).content.decode()
        for secret in (
            str(public.pk), str(adviser.member_id), "Elke week geweest.",
            "De raad vroeg om meer rondes", *[str(one.key) for one in lively],
        ):  # fmt: skip
            assert secret not in told, (address, secret)


def test_no_cookie_no_script_and_nothing_from_elsewhere(client, public) -> None:
    for address in ALL:
        answer = client.get(address)
        assert answer.status_code == 200
        assert not answer.cookies
    for address in (HERE, THEME, f"{HERE}gegevens/"):
        page = client.get(address).content.decode()
        assert "<script" not in page
        assert "csrf" not in page.lower()


def test_whatever_is_wrong_gives_the_same_page(
    client, adviser, mayor, report, oostwaard, molendrecht
) -> None:
    draft = nothing(client)
    assert nothing(client, "/openbaar/bestaat-niet/beloofd-gedaan-bereikt/") == draft
    adopted = adopt(report, adviser, mayor)
    for address in ALL:
        assert nothing(client, address) == draft  # adopted, and not made public
    publish_report(by=adviser, report=adopted)
    assert read(client)
    for wrong in (
        "/openbaar/oostwaard/beloofd-gedaan-bereikt/",
        "/openbaar/oostwaard/beloofd-gedaan-bereikt/gegevens/2024.json",
        f"{HERE}thema/bestaat-niet/",
        f"{HERE}?jaar=2023",
        f"{HERE}gegevens/2023.csv",
        f"{HERE}gegevens/2024.xml",
        f"{HERE}gegevens/{report.pk}.json",
    ):
        assert nothing(client, wrong) == draft
    withdraw_report(by=adviser, report=adopted)
    for address in ALL:
        assert nothing(client, address) == draft


def test_who_is_signed_in_elsewhere_reads_what_anybody_reads(
    client, sign_in, public, oostwaard
) -> None:
    anonymous = read(client)
    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser")
        sign_in(client, stranger)
    assert read(client) == anonymous


def test_the_data_is_the_page_in_numbers_and_says_when_it_is_the_same(client, public) -> None:
    answer = client.get(CSV)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    told = json.loads(client.get(JSON).content)
    assert [one["maatregel"] for one in rows] == [one["maatregel"] for one in told["maatregelen"]]
    spent = {one["maatregel"]: one["uitgegeven"] for one in rows}
    assert spent["Elke week toezicht"] == "13000"
    assert spent["Afspraak met scholen"] == ""
    same = client.get(CSV, headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304
    assert not same.content


def test_what_is_not_decided_is_not_told(client, adviser, mayor, report) -> None:
    report.facts["deviations"][0] |= {"decided_on": "", "decided_by": "", "decision": ""}
    report.save()
    publish_report(by=adviser, report=adopt(report, adviser, mayor))
    for address in (HERE, THEME, JSON):
        assert "Overlast stijgt" not in client.get(address).content.decode()


def test_only_an_adopted_report_is_made_public_by_adviser_or_clerk(
    report, adviser, mayor, employ
) -> None:
    with pytest.raises(AccountRefused, match="vastgesteld"):
        publish_report(by=adviser, report=report)
    adopted = adopt(report, adviser, mayor)
    for role in ("mayor", "councillor", "administrator"):
        with pytest.raises(NotAllowed):
            publish_report(by=employ(role), report=adopted)
        with pytest.raises(NotAllowed):
            withdraw_report(by=employ(role), report=adopted)
    published = publish_report(by=employ("clerk"), report=adopted)
    assert published.published_on


def test_the_page_shows_what_residents_will_read_and_asks_once_more(
    client, sign_in, adopted, adviser, mayor
) -> None:
    page = f"/verantwoording/{adopted.pk}/openbaar/"
    assert "Maak openbaar" not in sign_in(client, mayor).get(page).content.decode()
    sign_in(client, adviser)
    words = read(client, page)
    assert "Zo lezen inwoners het." in words
    assert "van de 4 maatregelen is er 1 afgerond" in words
    ReportText.objects.filter(report=adopted).delete()
    assert (
        "Inwoners kunnen het rapport nu lezen." in client.post(page, follow=True).content.decode()
    )
    assert "Openbaar sinds" in read(client, page)
    answer = client.post(f"/verantwoording/{adopted.pk}/niet-meer-openbaar/", follow=True)
    assert "Inwoners kunnen het rapport niet meer lezen." in answer.content.decode()
    nothing(client)
    verbs = list(Event.objects.values_list("verb", flat=True))
    assert verbs.count("accountability.withdrawn") == 1


def test_only_reading_is_possible_there(client, public) -> None:
    assert client.post(HERE).status_code == 405


def test_the_page_takes_few_questions(client, public, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(15):
        client.get(HERE)
    with django_assert_max_num_queries(15):
        client.get(f"{THEME}?dorp=Zandwijk")


def test_a_key_makes_it_public_and_takes_it_back(client, adopted, employ) -> None:
    by = employ("adviser", "administrator")
    _, key = make_token(by=by, name="Koppeling", scopes=["account:write"],
                        ends_on=timezone.localdate() + timedelta(days=30))  # fmt: skip
    headers = {"authorization": f"Bearer {key}"}
    where = f"/api/v1/reports/{adopted.pk}"
    answer = client.post(f"{where}/publish", headers=headers)
    assert answer.status_code == 200
    assert answer.json()["published_on"]
    assert read(client)
    assert client.post(f"{where}/withdraw", headers=headers).json() == {"published_on": None}
    nothing(client)
