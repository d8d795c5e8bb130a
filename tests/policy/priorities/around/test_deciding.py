"""What people decide is written down with reason and dissent; nobody's words are overwritten."""

import pytest

from integraal.policy.priorities.deciding.actions import (
    add_other,
    change_other,
    decide_theme,
    remove_other,
    undo_decision,
    write_conversation,
)
from integraal.policy.priorities.deciding.matching import matches_of
from integraal.policy.priorities.deciding.rules import Choice, Elsewhere, matches_say
from integraal.policy.priorities.deciding.support import warnings_for
from integraal.policy.priorities.models import ThemeDecision
from integraal.policy.priorities.queries import chosen
from integraal.policy.priorities.refusals import Conflict, SessionRefused


@pytest.fixture
def youth(session):
    return session.candidates.get(code="jeugd")


def _decide(adviser, theme, outcome="priority", base=0, **more):
    choice = Choice(outcome, **more)
    return decide_theme(by=adviser, candidate=theme, choice=choice, base_revision=base)


def test_a_priority_needs_no_rank(adviser, session, youth):
    _decide(adviser, youth, reason="Meer jonge aanwas")
    first = chosen(session)[0]
    assert (first.code, first.outcome, first.place) == ("jeugd", "priority", None)


def test_a_theme_in_other_policy_names_the_document(adviser, youth):
    with pytest.raises(SessionRefused, match="Noem het beleidsstuk"):
        _decide(adviser, youth, "elsewhere")
    made = _decide(
        adviser, youth, "elsewhere", document="Verkeersplan", link="https://molendrecht.example/vp"
    )
    assert made.document == "Verkeersplan"


def test_what_belongs_to_another_outcome_is_left_out(adviser, youth):
    made = _decide(adviser, youth, "not", place=2, document="Verkeersplan")
    assert (made.place, made.document) == (None, "")


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (Choice("misschien"), "Kies wat er is besloten"),
        (Choice("priority", place=0), "plaats van 1"),
        (Choice("not", reason="x" * 4001), "1 teken te lang"),
        (Choice("elsewhere", document="x", link="javascript:alert(1)"), "Begin de link met"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(adviser, youth, choice, says):
    with pytest.raises(SessionRefused, match=says):
        decide_theme(by=adviser, candidate=youth, choice=choice, base_revision=0)


def test_who_builds_on_an_old_stand_overwrites_nothing(adviser, youth):
    _decide(adviser, youth, reason="Van de een")
    with pytest.raises(Conflict) as conflict:
        _decide(adviser, youth, "not", reason="Van de ander")
    assert conflict.value.current.reason == "Van de een"
    assert ThemeDecision.objects.get(candidate=youth).reason == "Van de een"


def test_a_decision_can_be_taken_back(adviser, session, youth):
    made = _decide(adviser, youth)
    undo_decision(by=adviser, candidate=youth, base_revision=made.revision)
    assert {one.outcome for one in chosen(session)} == {""}


def test_the_conversation_is_not_overwritten_either(adviser, session):
    write_conversation(by=adviser, session=session, text="Eerst", base_revision=1)
    with pytest.raises(Conflict):
        write_conversation(by=adviser, session=session, text="Tweede", base_revision=1)


def _police(**more):
    given = {"priority": "Jonge aanwas", "source": "Jaarplan basisteam", "source_date": "2026"}
    return Elsewhere(body="police", **{**given, **more})


def test_a_priority_of_the_police_matches_ours_or_asks_for_a_reason(adviser, session, youth):
    other = add_other(by=adviser, session=session, other=_police(), candidate=youth)
    assert matches_of(session)[0].agrees is None
    _decide(adviser, youth, "not")
    [match] = matches_of(session)
    assert (match.agrees, match.source) == (False, "Jaarplan basisteam, 2026")
    assert "Politie heeft “Jonge aanwas”" in _said(session, "mismatches_explained")[0]
    changed = change_other(
        by=adviser, row=other, other=_police(reason="Het speelt hier niet."), candidate=youth,
        base_revision=other.revision,
    )  # fmt: skip
    assert not _said(session, "mismatches_explained")
    remove_other(by=adviser, row=changed, base_revision=changed.revision)
    assert matches_of(session) == []


def test_the_same_priority_of_another_is_added_once(adviser, session):
    first = add_other(by=adviser, session=session, other=_police())
    assert add_other(by=adviser, session=session, other=_police()).pk == first.pk


def test_a_theme_of_another_session_matches_nothing(adviser, adopted, session):
    from integraal.policy.priorities.actions import start_session

    stranger = start_session(by=adviser, picture=adopted).candidates.first()
    with pytest.raises(SessionRefused, match="thema van deze sessie"):
        add_other(by=adviser, session=session, other=_police(), candidate=stranger)


def test_shared_priorities_are_counted_in_a_sentence(adviser, session, youth):
    add_other(by=adviser, session=session, other=_police(), candidate=youth)
    add_other(by=adviser, session=session, other=_police(priority="Ondermijning"))
    _decide(adviser, youth)
    assert matches_say(matches_of(session)) == (
        "Van 2 prioriteiten van anderen deelt de gemeente er 1."
    )


def _said(session, code):
    [found] = [one for one in warnings_for(session) if one.code == code]
    return [one.say for one in found.lacking]


def test_a_theme_without_a_decision_is_named(adviser, session, youth):
    _decide(adviser, youth)
    said = _said(session, "every_theme_decided")
    assert "Over Ondermijning is nog niets besloten." in said
    assert not any("Jeugd" in one for one in said)


def test_too_many_priorities_are_told(adviser, session):
    for one in session.candidates.all():
        _decide(adviser, one)
    count = session.candidates.count()
    assert bool(_said(session, "few_priorities")) == (count > 5)


def test_a_priority_without_any_figure_is_told(adviser, session):
    _decide(adviser, session.candidates.get(code="ondermijning"))
    assert "geen cijfer bij Ondermijning" in _said(session, "priorities_supported")[0]


def test_container_words_in_a_reason_are_shown_with_their_sentence(adviser, session, youth):
    _decide(adviser, youth, reason="Wij gaan dit integraal borgen.")
    said = " ".join(_said(session, "words_are_plain"))
    assert "“integraal” bij Jeugd en veiligheid" in said
    assert "“borgen”" in said


def test_half_a_ranking_is_told(adviser, session, youth):
    _decide(adviser, youth, place=1)
    _decide(adviser, session.candidates.get(code="ondermijning"))
    assert _said(session, "ranks_are_whole") == ["Ondermijning heeft geen plaats, en andere wel."]
