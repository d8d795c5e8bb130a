"""A session is prepared: settings, criteria and themes, until the first round is opened."""

from datetime import date

import pytest

from integraal.foundation.people.access import NotAllowed
from integraal.policy.priorities.leading.rounds.actions import open_round
from integraal.policy.priorities.models import Candidate, Criterion, ThemeDecision
from integraal.policy.priorities.preparing.actions import (
    add_candidate,
    add_criterion,
    change_candidate,
    change_criterion,
    change_settings,
    move_row,
    remove_row,
)
from integraal.policy.priorities.preparing.queries import settings_of
from integraal.policy.priorities.refusals import Conflict, SessionRefused
from tests.policy.priorities.around.ground import seat


def _changed(session, **values):
    settings = settings_of(session)
    return type(settings)(**{**vars(settings), **values})


def _change(adviser, session, **values):
    return change_settings(
        by=adviser, session=session, settings=_changed(session, **values),
        base_revision=session.revision,
    )  # fmt: skip


def test_day_place_and_chair_are_filled_in(adviser, session):
    made = _change(adviser, session, held_on=date(2026, 6, 11), place=" Raadszaal ")
    assert (made.held_on, made.place, made.revision) == (date(2026, 6, 11), "Raadszaal", 2)


def test_settings_of_another_stand_are_not_overwritten(adviser, session):
    _change(adviser, session, place="Raadszaal")
    with pytest.raises(Conflict):
        change_settings(
            by=adviser, session=session, settings=_changed(session, place="Bibliotheek"),
            base_revision=1,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "says"),
    [({"title": " "}, "een titel"), ({"dots": 21}, "stippen"), ({"scale": "sterren"}, "cijfers")],
)
def test_a_setting_that_cannot_be_is_refused(adviser, session, values, says):
    with pytest.raises(SessionRefused, match=says):
        _change(adviser, session, **values)


def test_a_criterion_is_offered_or_ones_own(adviser, session):
    offered = add_criterion(by=adviser, session=session, code="omvang")
    own = add_criterion(by=adviser, session=session, name="Draagvlak", question="Wie doet mee?")
    assert (offered.name, own.code, own.order) == ("Omvang", "draagvlak", 5)
    with pytest.raises(SessionRefused, match="Er is al een criterium met de naam “draagvlak”"):
        add_criterion(by=adviser, session=session, name="draagvlak")
    with pytest.raises(SessionRefused, match="niet meer aangeboden"):
        add_criterion(by=adviser, session=session, code="bestaat-niet")


def test_a_criterion_gets_another_question_and_place(adviser, session):
    first, second, _ = Criterion.objects.filter(session=session)
    change_criterion(by=adviser, criterion=first, name=first.name, question="Hoe erg is het?")
    move_row(by=adviser, row=first, up=False)
    codes = [one.code for one in Criterion.objects.filter(session=session)]
    assert codes[:2] == [second.code, first.code]
    assert Criterion.objects.get(pk=first.pk).question == "Hoe erg is het?"


def test_the_last_criterion_stays(adviser, session):
    *others, last = Criterion.objects.filter(session=session)
    for one in others:
        remove_row(by=adviser, row=one)
    with pytest.raises(SessionRefused, match="ten minste één criterium"):
        remove_row(by=adviser, row=last)


def test_a_theme_of_ones_own_is_weighed_without_figures(adviser, session):
    own = add_candidate(
        by=adviser, session=session, name="Verkeersveiligheid", short_name="Verkeer"
    )
    assert (own.code, own.theme) == ("verkeersveiligheid", "")
    change_candidate(by=adviser, candidate=own, name="Veilig verkeer", short_name="")
    assert Candidate.objects.get(pk=own.pk).short_name == "Veilig verkeer"


def test_a_theme_that_is_taken_out_takes_its_decision_along(adviser, session):
    from integraal.policy.priorities.deciding.actions import decide_theme
    from integraal.policy.priorities.deciding.rules import Choice

    youth = session.candidates.get(code="jeugd")
    decide_theme(by=adviser, candidate=youth, choice=Choice("not"), base_revision=0)
    remove_row(by=adviser, row=youth)
    assert not ThemeDecision.objects.exists()
    orders = [one.order for one in Candidate.objects.filter(session=session)]
    assert orders == list(range(1, len(orders) + 1))


def test_after_a_round_was_opened_what_is_weighed_stands(adviser, session):
    seat(adviser, session, "Lid")
    open_round(by=adviser, session=session)
    session.refresh_from_db()
    with pytest.raises(SessionRefused, match="al een ronde geopend"):
        add_criterion(by=adviser, session=session, code="omvang")
    with pytest.raises(SessionRefused, match="hoe mensen scoren ligt vast"):
        _change(adviser, session, scale="dots")
    assert _change(adviser, session, place="Raadszaal").place == "Raadszaal"


def test_the_mayor_prepares_nothing(mayor, session):
    with pytest.raises(NotAllowed, match="voorbereiden en leiden"):
        add_criterion(by=mayor, session=session, code="omvang")
