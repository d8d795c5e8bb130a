"""Questions of the council: who keeps them, who reads what, and that nothing typed is lost."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from integraal.foundation.people.access import NotAllowed
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.questions import actions
from integraal.policy.accountability.questions.content import questions_content
from integraal.policy.accountability.questions.fields import Asked
from integraal.policy.accountability.questions.standing import standing_of
from integraal.policy.accountability.refusals import AccountRefused, Conflict

SECRET = "Wij denken aan camera’s bij het station."


@pytest.fixture
def question(clerk):
    return keep(clerk)


def keep(by, **given):
    today = timezone.localdate()
    return actions.keep_question(
        by=by,
        asked=Asked(
            **{
                "title": "Camera’s bij het station", "question": "Helpen de camera’s?",
                "asked_by": "Fractie Voorbeeld", "asked_on": today - timedelta(days=40),
                "theme": "woonomgeving",
            } | given
        ),
    )  # fmt: skip


def say(by, row, text=SECRET, on=None):
    return actions.write_answer(
        by=by, question=row, text=text, answered_on=on, base_revision=row.revision
    )


def test_a_clerk_keeps_a_question_and_the_term_follows_from_its_kind(client, clerk, sign_in):
    sent = {"title": "Camera’s", "question": "Helpen ze?", "asked_by": "Fractie Voorbeeld",
            "asked_on": "2026-03-01", "base_revision": "0"}  # fmt: skip
    answer = sign_in(client, clerk).post(reverse("council-question-add"), sent)
    row = CouncilQuestion.objects.get()
    assert answer.url == reverse("council-question", args=[row.pk])
    assert (row.kind, row.due_on, row.written_by_id) == (
        "written", date(2026, 3, 31), clerk.member_id,
    )  # fmt: skip


def test_the_municipality_sets_its_own_term(adviser, clerk):
    from integraal.foundation.definitions import kinds
    from integraal.foundation.definitions.actions import change_definition

    change_definition(
        by=adviser, kind=kinds.kind("council-terms"), code="written",
        values={"name": "Schriftelijke vraag", "days": 42}, reason="Reglement", based_on=0,
    )  # fmt: skip
    assert keep(clerk, asked_on=date(2026, 3, 1)).due_on == date(2026, 4, 12)


def test_a_councillor_reads_a_question_but_no_answer_in_the_making(
    client, clerk, councillor, question, sign_in
):
    question = say(clerk, question)
    reader = sign_in(client, councillor)
    place = reverse("council-question", args=[question.pk])
    page = reader.get(place).content.decode()
    assert "Helpen de camera’s?" in page
    assert SECRET not in page
    assert "in bewerking" not in page
    assert "Er is nog geen antwoord gegeven" in page
    for part in ("antwoord/", "aanpassen/", "nieuw/"):
        assert part not in page
    found = reader.get(reverse("council-questions"), {"zoek": "denken aan"})
    assert "Geen vraag gevonden" in found.content.decode()
    rows = list(load_workbook(BytesIO(reader.get(reverse("council-questions-export")).content))
                .active.values)  # fmt: skip
    assert rows[1][0] == "Camera’s bij het station"
    assert rows[1][8] in (None, "")
    say(clerk, question, on=timezone.localdate())
    assert SECRET in reader.get(place).content.decode()


def test_who_works_on_it_sees_that_the_answer_is_not_given_yet(
    client, adviser, clerk, question, sign_in
):
    question = say(clerk, question)
    page = sign_in(client, adviser).get(reverse("council-question", args=[question.pk]))
    assert SECRET in page.content.decode()
    assert "nog in bewerking" in page.content.decode()


@pytest.mark.parametrize("role", ["councillor", "mayor", "college", "partner", "boa"])
def test_others_write_nothing(client, employ, question, sign_in, role):
    by = employ(role)
    with pytest.raises(NotAllowed):
        keep(by)
    with pytest.raises(NotAllowed):
        say(by, question)
    with pytest.raises(NotAllowed):
        actions.remove_question(by=by, question=question)
    reader = sign_in(client, by)
    assert reader.get(reverse("council-question-add")).status_code == 403
    for name in ("change", "answer"):
        place = reverse(f"council-question-{name}", args=[question.pk])
        assert reader.post(place, {}).status_code == 403
    assert reader.post(reverse("council-question-remove", args=[question.pk])).status_code == 403
    assert CouncilQuestion.objects.get().revision == 1


def test_another_municipality_sees_nothing(client, question, oostwaard, sign_in):
    from integraal.foundation.database.tenancy import tenant_scope
    from tests.provisions import employ_at

    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser", name="Vreemde")
        reader = sign_in(client, stranger)
    assert reader.get(reverse("council-question", args=[question.pk])).status_code == 404
    assert "Camera’s" not in reader.get(reverse("council-questions")).content.decode()


@pytest.mark.parametrize(
    ("given", "say_so"),
    [
        ({"title": " "}, "titel"), ({"question": ""}, "gevraagd"), ({"asked_by": ""}, "fractie"),
        ({"asked_on": date(2999, 1, 1)}, "toekomst"), ({"kind": "x"}, "wat voor vraag"),
        ({"due_on": date(2020, 1, 1)}, "uiterste dag"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(clerk, given, say_so):
    with pytest.raises(AccountRefused, match=say_so):
        keep(clerk, **given)


def test_an_answer_that_cannot_be_is_told_and_stays_in_the_form(client, clerk, question, sign_in):
    place = reverse("council-question-answer", args=[question.pk])
    sent = {"answer": "Ja.", "answered_on": "2999-01-01", "base_revision": "1"}
    shown = sign_in(client, clerk).post(place, sent)
    assert shown.status_code == 422
    assert "toekomst" in shown.content.decode()
    assert "Ja." in shown.content.decode()
    given = say(clerk, question, on=timezone.localdate())
    with pytest.raises(AccountRefused, match="heeft dit antwoord al"):
        say(clerk, given, "Toch niet.")


def test_two_writers_lose_nothing(client, adviser, clerk, question, sign_in):
    say(clerk, question, "Van de griffier.")
    with pytest.raises(Conflict):
        actions.write_answer(
            by=adviser, question=question, text="x", answered_on=None, base_revision=1
        )
    place = reverse("council-question-answer", args=[question.pk])
    sent = {"answer": "Van de adviseur.", "answered_on": "", "base_revision": "1"}
    shown = sign_in(client, adviser).post(place, sent)
    page = shown.content.decode()
    assert shown.status_code == 409
    assert "Van de adviseur." in page
    assert "Van de griffier." in page


def test_a_name_in_a_question_is_advised_against_and_kept(client, clerk, sign_in):
    sent = {"title": "Overlast", "question": "Wat doet u aan mevrouw Jansen?",
            "asked_by": "Fractie Voorbeeld", "asked_on": "2026-03-01"}  # fmt: skip
    shown = sign_in(client, clerk).post(reverse("council-question-add"), sent, follow=True)
    assert "mevrouw Jansen” lijkt op een naam" in shown.content.decode()
    assert CouncilQuestion.objects.count() == 1


def test_only_a_question_without_an_answer_is_taken_away(client, clerk, question, sign_in):
    other = say(clerk, keep(clerk, title="Andere vraag"))
    with pytest.raises(AccountRefused):
        actions.remove_question(by=clerk, question=other)
    sign_in(client, clerk).post(reverse("council-question-remove", args=[question.pk]))
    assert [one.title for one in CouncilQuestion.objects.all()] == ["Andere vraag"]


def test_the_list_is_narrowed_sorted_and_counted(client, clerk, question, sign_in):
    today = timezone.localdate()
    for number in range(30):
        keep(clerk, title=f"Vraag {number:02}", asked_on=today, theme="jeugd", kind="motion")
    reader = sign_in(client, clerk)
    with CaptureQueriesContext(connection) as found:
        page = reader.get(reverse("council-questions")).content.decode()
    assert sum(' FROM "' in one["sql"] for one in found.captured_queries) <= 15
    assert "31 vragen gevonden" in page
    assert "blad=2" in page
    late = reader.get(reverse("council-questions"), {"stand": "late"}).content.decode()
    assert "1 vraag gevonden" in late
    assert "10 dagen te laat" in late
    for asked in ({"thema": "jeugd"}, {"soort": "motion"}, {"zoek": "Vraag"}):
        assert "30 vragen" in reader.get(reverse("council-questions"), asked).content.decode()
    first = reader.get(reverse("council-questions"), {"sorteer": "vraag"}).content.decode()
    assert first.index("Camera’s") < first.index("Vraag 00")
    assert reader.get(reverse("council-questions"), {"jaar": "x", "stand": "?"}).status_code == 200


def test_standing_says_how_many_days():
    today = date(2026, 5, 1)
    assert standing_of(date(2026, 5, 1), None, today).words == "vandaag beantwoorden"
    assert standing_of(date(2026, 5, 2), None, today).words == "nog 1 dag"
    assert standing_of(date(2026, 4, 29), None, today).words == "2 dagen te laat"
    assert standing_of(None, None, today).words == "open"
    assert standing_of(date(2026, 4, 1), date(2026, 4, 20), today).words == "beantwoord"


def test_a_report_holds_no_answer_that_came_later(clerk, question):
    day = question.asked_on
    say(clerk, question, on=day + timedelta(days=20))
    (early,) = questions_content(day, day + timedelta(days=10))
    (late,) = questions_content(day, day + timedelta(days=30))
    assert (early["answer"], early["answered_on"]) == ("", "")
    assert late["answer"] == SECRET
