"""A session begins from an adopted picture, with its themes and the municipality's criteria."""

import pytest

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.actions import start_picture
from integraal.policy.priorities.actions import start_next_version, start_session
from integraal.policy.priorities.refusals import SessionRefused


def test_a_session_begins_with_the_themes_of_the_picture_and_three_criteria(session):
    assert [one.code for one in session.candidates.all()][:2] == ["woonomgeving", "bedrijvigheid"]
    assert all(one.theme == one.code for one in session.candidates.all())
    assert [one.code for one in session.criteria.all()] == [
        "impact-samenleving",
        "landelijke-trend",
        "toekomstbeeld",
    ]
    assert session.title == "Prioriteringssessie 2026"


def test_a_municipality_begins_with_its_own_criteria(adviser, adopted):
    kind = kinds.kind("priority-criteria")
    change_definition(
        by=adviser, kind=kind, code="omvang", values={"begins": "yes"},
        reason="Wij kijken ook naar de omvang", based_on=0,
    )  # fmt: skip
    session = start_session(by=adviser, picture=adopted)
    assert "omvang" in [one.code for one in session.criteria.all()]


def test_a_session_needs_an_adopted_picture(adviser, loaded):
    with pytest.raises(SessionRefused, match="eerst het veiligheidsbeeld vaststellen"):
        start_session(by=adviser, picture=start_picture(by=adviser, year=2025))


def test_only_the_adviser_begins_one(mayor, adopted):
    with pytest.raises(NotAllowed, match="Dat doet de adviseur"):
        start_session(by=mayor, picture=adopted)


def test_a_setting_that_cannot_be_is_refused(adviser, adopted):
    with pytest.raises(SessionRefused, match="top van 1"):
        start_session(by=adviser, picture=adopted, top=0)


def test_a_next_version_waits_for_the_signature(adviser, session):
    with pytest.raises(SessionRefused, match="afgetekende versie"):
        start_next_version(by=adviser, session=session)
