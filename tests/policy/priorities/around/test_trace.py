"""From a figure to the sessions that rest on it; search and home know of them too."""

from django.urls import reverse

from integraal.knowledge.figures.uses import Question
from integraal.policy.priorities.deciding.actions import decide_theme
from integraal.policy.priorities.deciding.rules import Choice
from integraal.policy.priorities.fact_sheets.reading import indicators_by_theme
from integraal.policy.priorities.fact_sheets.uses import uses_in_sessions


def _question(session, **more):
    code = indicators_by_theme(session.picture_id)["woonomgeving"][0]
    return Question(indicators=frozenset({code}), **more)


def test_a_figure_of_a_fact_sheet_leads_to_the_session(adviser, session):
    [use] = uses_in_sessions(adviser, _question(session, year=2025))
    assert (use.document, use.url) == (
        session.pk,
        reverse("session-facts", args=[session.pk]),
    )


def test_another_year_file_or_area_leads_nowhere(adviser, session, areas):
    part = next(one for one in areas.values() if one.kind != "municipality")
    for narrowed in ({"year": 1999}, {"sha256": "0" * 64}, {"area": part.pk}):
        assert list(uses_in_sessions(adviser, _question(session, **narrowed))) == []


def test_who_may_not_read_the_draft_is_not_told_of_it(employ, session):
    assert list(uses_in_sessions(employ("councillor"), _question(session))) == []


def test_search_finds_a_decision_and_home_says_where_the_session_is(
    client, sign_in, adviser, session
):
    theme = session.candidates.get(code="jeugd")
    choice = Choice("priority", reason="Een opvallend woord: knikkerbaan")
    decide_theme(by=adviser, candidate=theme, choice=choice, base_revision=0)
    sign_in(client, adviser)
    found = client.get(reverse("search"), {"q": "knikkerbaan"}).content.decode()
    assert f"{reverse('session-decision', args=[session.pk])}#thema-jeugd" in found
    home = client.get(reverse("home")).content.decode()
    assert "sessie in voorbereiding" in home
    assert f"{session.title} afmaken" in home
