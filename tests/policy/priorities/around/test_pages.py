"""The pages around a session: what each role sees, what is refused, and that nothing is lost."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.database.tenancy import tenant_scope
from integraal.policy.priorities.deciding.actions import decide_theme
from integraal.policy.priorities.deciding.rules import Choice
from integraal.policy.priorities.leading.rounds.actions import open_round
from integraal.policy.priorities.models import OtherPriority, Session, ThemeDecision
from tests.policy.priorities.around.ground import hold_rounds, seat


@pytest.fixture
def at(client, sign_in, adviser):
    """Ask a page of a session as the adviser."""
    sign_in(client, adviser)

    def asked(name, session, *more, **posted):
        address = reverse(name, args=[session.pk, *more])
        return client.post(address, posted) if posted else client.get(address)

    return asked


def _words(answer):
    return " ".join(answer.content.decode().split())


def _decide(adviser, session, code="jeugd", outcome="priority", **more):
    theme = session.candidates.get(code=code)
    choice = Choice(outcome, reason="Meer jonge aanwas", **more)
    return decide_theme(by=adviser, candidate=theme, choice=choice, base_revision=0)


def test_without_an_adopted_picture_the_list_leads_to_the_picture(client, sign_in, adviser):
    sign_in(client, adviser)
    said = _words(client.get(reverse("sessions")))
    assert "Er is nog geen veiligheidsbeeld" in said
    assert reverse("pictures") in said


def test_a_session_is_begun_from_the_list(client, sign_in, adviser, adopted):
    sign_in(client, adviser)
    posted = {"picture": str(adopted.pk), "title": "", "held_on": ""}
    client.post(reverse("sessions"), posted)
    assert Session.objects.get().title == "Prioriteringssessie 2026"


def test_a_day_that_is_none_is_told_and_nothing_is_lost(client, sign_in, adviser, adopted):
    sign_in(client, adviser)
    posted = {"picture": str(adopted.pk), "title": "Onze sessie", "held_on": "31-31"}
    answer = client.post(reverse("sessions"), posted)
    assert answer.status_code == 422
    assert "Vul een datum in die bestaat" in _words(answer)
    assert "Onze sessie" in _words(answer)


def test_the_overview_says_what_is_next(at, session):
    said = _words(at("session", session))
    assert "nog in te vullen: de dag" in said
    assert "nu aan de beurt" in said
    assert "Over Ondermijning is nog niets besloten." in said


def test_two_who_change_the_settings_see_both(at, adviser, session):
    posted = {
        "title": "Sessie", "held_on": "", "place": "Bibliotheek", "chair": "", "scale": "marks",
        "dots": "5", "top": "3",
    }  # fmt: skip
    assert at("session-prepare", session, base_revision="1", **posted).status_code == 302
    answer = at("session-prepare", session, base_revision="1", **{**posted, "place": "Raadszaal"})
    assert answer.status_code == 409
    said = _words(answer)
    assert "Iemand anders heeft dit ook veranderd" in said
    assert "Bibliotheek" in said
    assert 'value="Raadszaal"' in said
    assert 'name="base_revision" value="2"' in said


def test_a_decision_is_written_and_leads_to_the_next_theme(at, session):
    answer = at(
        "session-decide", session, "woonomgeving", outcome="priority", place="", reason="Omdat",
        dissent="", document="", link="", base_revision="0", volgende="ja",
    )  # fmt: skip
    assert answer.url == reverse("session-decide", args=[session.pk, "bedrijvigheid"])
    assert ThemeDecision.objects.get().reason == "Omdat"


def test_a_decision_that_cannot_be_keeps_what_was_typed(at, session):
    answer = at(
        "session-decide", session, "jeugd", outcome="elsewhere", place="", reason="Hoort elders",
        dissent="", document="", link="", base_revision="0",
    )  # fmt: skip
    assert answer.status_code == 422
    assert "Noem het beleidsstuk" in _words(answer)
    assert "Hoort elders" in _words(answer)


def test_two_decisions_at_once_are_shown_beside_each_other(at, adviser, session):
    _decide(adviser, session)
    answer = at(
        "session-decide", session, "jeugd", outcome="not", place="", reason="Liever niet",
        dissent="", document="", link="", base_revision="0",
    )  # fmt: skip
    assert answer.status_code == 409
    assert "Meer jonge aanwas" in _words(answer)
    assert "Liever niet" in _words(answer)


def test_a_priority_of_the_police_stands_in_the_table(at, adviser, session):
    youth = session.candidates.get(code="jeugd")
    answer = at(
        "session-other-add", session, body="police", whose="Basisteam", priority="Jonge aanwas",
        candidate=str(youth.pk), source="Jaarplan", source_date="2026", link="", reason="",
    )  # fmt: skip
    assert answer.status_code == 302
    _decide(adviser, session, outcome="not")
    said = _words(at("session-others", session))
    assert "Basisteam (politie)" in said
    assert "Jaarplan, 2026" in said
    assert "anders gekozen" in said
    assert "nog niet opgeschreven" in said


def test_somebody_elses_row_of_another_session_is_not_there(at, adviser, adopted, session):
    from integraal.policy.priorities.actions import start_session

    other = start_session(by=adviser, picture=adopted, title="Andere")
    row = OtherPriority.objects.create(
        tenant_id=adviser.tenant_id, session=other, body="police", priority="x",
        written_at=timezone.now(),
    )  # fmt: skip
    assert at("session-other", session, row.pk).status_code == 404


def test_a_fact_sheet_holds_figures_signals_and_others(at, session):
    said = _words(at("session-fact", session, "woonomgeving"))
    assert "Oordeel van het beeld" in said
    assert "Marge (95 %)" in said
    assert "104 tot 149" in said
    assert at("session-fact", session, "bestaat-niet").status_code == 404


def test_a_theme_of_ones_own_has_a_sheet_that_says_it_has_no_figures(at, adviser, session):
    from integraal.policy.priorities.preparing.actions import add_candidate

    own = add_candidate(by=adviser, session=session, name="Verkeer")
    assert "geen cijfers in het veiligheidsbeeld" in _words(at("session-fact", session, own.code))


def test_the_sheets_are_one_page_for_each_theme(at, session):
    answer = at("session-facts-pdf", session)
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == session.candidates.count()
    assert "Veilige woon- en leefomgeving" in pages[0].extract_text()


def test_scores_show_once_the_round_is_closed(at, adviser, session):
    assert "nog geen ronde gesloten" in _words(at("session-results", session))
    seat(adviser, session, "Lid")
    open_round(by=adviser, session=session)
    assert "Ronde 1 is open" in _words(at("session-results", session))


def test_the_results_say_how_firm_they_are_and_of_how_many(at, adviser, session):
    hold_rounds(adviser, session, rounds=2)
    said = _words(at("session-results", session))
    assert "14 stembriefjes: partners 6 en 8 anderen" in said
    assert "Kendalls W" in said
    assert "Wat het gesprek veranderde" in said
    assert "Zonder partners (6 stembriefjes, 8 over)" in said
    assert "PROMETHEE II" in said
    assert "bij hoeveel van de 100 wegingen welke plaats" in said


def test_a_councillor_sees_nothing_of_a_draft(client, sign_in, employ, session):
    sign_in(client, employ("councillor"))
    for name in ("session", "session-facts", "session-results", "session-decision"):
        assert client.get(reverse(name, args=[session.pk])).status_code == 404
    assert "Prioriteringssessie" not in _words(client.get(reverse("sessions")))


def test_another_municipality_sees_nothing_of_it(oostwaard, session):
    with tenant_scope(oostwaard.pk):
        assert not Session.objects.exists()


def test_the_mayor_signs_from_the_page_and_a_wrong_day_is_told(
    client, sign_in, adviser, mayor, session
):
    _decide(adviser, session)
    session.held_on = timezone.localdate()
    session.save()
    sign_in(client, adviser)
    client.post(reverse("session-propose", args=[session.pk]))
    sign_in(client, mayor)
    tomorrow = timezone.localdate() + timedelta(days=1)
    there = reverse("session-sign", args=[session.pk])
    answer = client.post(there, {"on": tomorrow.isoformat(), "number": "BM-1"})
    assert answer.status_code == 422
    assert "in de toekomst" in _words(answer)
    assert "BM-1" in _words(answer)
    client.post(there, {"on": timezone.localdate().isoformat(), "number": "BM-1"})
    assert Session.objects.get(pk=session.pk).decision_number == "BM-1"


def test_signing_before_anything_is_decided_is_refused_with_a_sentence(at, session):
    answer = at("session-propose", session, x="")
    assert "ten minste één thema" in _words(at("session", session))
    assert answer.status_code == 302


def test_the_minutes_hold_all_of_it(at, adviser, mayor, session):
    from integraal.policy.priorities.minutes.actions import propose_minutes, sign_minutes

    hold_rounds(adviser, session, rounds=2)
    _decide(adviser, session, dissent="Eén partner koos anders")
    session.refresh_from_db()
    session.held_on = timezone.localdate()
    session.save()
    propose_minutes(by=adviser, session=session)
    signed = sign_minutes(by=mayor, session=session, on=timezone.localdate(), number="BM-7")
    words = _pdf_words(at("session-minutes", session).content)
    for wanted in (
        "Afgetekend", "BM-7", "Jeugd en veiligheid", "Meer jonge aanwas", "Eén partner koos anders",
        "Ronde 2", "Lid 3", "gemeenteraad",
    ):  # fmt: skip
        assert wanted in words, wanted
    assert signed.fingerprint in words.replace(" ", "")


def _pdf_words(content):
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize(
    ("name", "most"),
    [("session", 30), ("session-facts", 20), ("session-decision", 25), ("session-results", 25)],
)
def test_a_page_asks_the_database_a_fixed_number_of_times(
    at, adviser, session, django_assert_max_num_queries, name, most
):
    hold_rounds(adviser, session, rounds=2)
    for one in session.candidates.all():
        _decide(adviser, session, code=one.code)
    with django_assert_max_num_queries(most):
        at(name, session)
