"""A partner comments with a personal link: nothing typed is lost, and nothing else is possible."""

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.policy.plan.consulting.actions import (
    Invitee,
    close_consultation,
    extend_invitation,
    invite,
    renew_link,
    weigh_comment,
)
from integraal.policy.plan.deciding.actions import (
    Decided,
    adopt_plan,
    propose_plan,
    record_decision,
)
from integraal.policy.plan.deciding.queries import moments
from integraal.policy.plan.deciding.rules import Votes
from integraal.policy.plan.models import Comment, Invitation
from integraal.policy.plan.writing.actions import write_block


def words(answer):
    return answer.content.decode()


def say(sent, secret, block, text="Noem ook de wijkagent."):
    return sent(secret, deed="zeg", block=str(block.key) if block else "", text=text)


def test_the_reader_sees_the_edition_and_not_what_is_written_after(
    adviser, plan, goal, invited, opened
):
    write_block(by=adviser, plan=plan, key=goal.key, base_revision=1, title="Later veranderd")
    page = words(opened(invited[1]))
    assert "Doel: Minder inbraken" in page
    assert "31 december 2030" in page
    assert "Later veranderd" not in page
    assert "Klopt het?" in page
    assert Invitation.objects.get().opened_on == timezone.localdate()


def test_a_comment_is_kept_with_its_block_and_shown_back(goal, invited, opened, sent):
    answer = say(sent, invited[1], goal)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"?bewaard=blok-{goal.key}#blok-{goal.key}"
    comment = Comment.objects.get()
    assert (comment.block, comment.theme, comment.text) == (
        goal.key,
        "woonomgeving",
        "Noem ook de wijkagent.",
    )
    assert "Noem ook de wijkagent." in words(opened(invited[1]))


def test_sent_twice_it_is_said_once(goal, invited, sent):
    for _ in range(2):
        assert say(sent, invited[1], goal).status_code == 303
    assert Comment.objects.count() == 1


def test_about_the_plan_as_a_whole(invited, sent):
    say(sent, invited[1], None)
    assert Comment.objects.get().block is None


def test_changed_and_withdrawn_until_done(goal, invited, sent, opened):
    say(sent, invited[1], goal)
    one = Comment.objects.get()
    sent(invited[1], deed="verander", comment=one.pk, text="Noem de boa.", base_revision=1)
    one.refresh_from_db()
    assert one.text == "Noem de boa."
    sent(invited[1], deed="klaar")
    late = sent(invited[1], deed="verander", comment=one.pk, text="Toch niet", base_revision=2)
    assert late.status_code == 422
    assert "Toch nog iets veranderen" in words(late)
    assert "Toch niet" in words(late)
    sent(invited[1], deed="verder")
    sent(invited[1], deed="trek-in", comment=one.pk)
    assert not Comment.objects.exists()


def test_done_without_a_comment_counts_as_looked_at(invited, sent, opened):
    sent(invited[1], deed="klaar")
    assert Invitation.objects.get().finished_on == timezone.localdate()
    assert "U bent klaar" in words(opened(invited[1]))


def test_two_windows_overwrite_nothing(goal, invited, sent):
    say(sent, invited[1], goal)
    one = Comment.objects.get()
    sent(invited[1], deed="verander", comment=one.pk, text="Eerste venster", base_revision=1)
    clash = sent(invited[1], deed="verander", comment=one.pk, text="Tweede", base_revision=1)
    assert clash.status_code == 409
    assert "Eerste venster" in words(clash)
    assert "Tweede" in words(clash)
    one.refresh_from_db()
    assert one.text == "Eerste venster"


@pytest.mark.parametrize(
    ("text", "says"), [("  ", "Schrijf op wat u wilt zeggen"), ("x" * 10_001, "1 tekens te lang")]
)
def test_what_cannot_be_saved_comes_back(goal, invited, sent, text, says):
    answer = say(sent, invited[1], goal, text)
    assert answer.status_code == 422
    assert says in words(answer)
    assert text in words(answer)
    assert not Comment.objects.exists()


def test_past_the_term_the_typed_text_is_shown_back(goal, invited, sent):
    Invitation.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    answer = say(sent, invited[1], goal, "Een uur aan getypt <b>")
    assert answer.status_code == 404
    assert "Kopieer uw tekst" in words(answer)
    assert "Een uur aan getypt &lt;b&gt;" in words(answer)
    assert not Comment.objects.exists()


def test_extended_it_works_again_and_closed_it_does_not(
    adviser, consultation, goal, invited, sent, opened
):
    Invitation.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert opened(invited[1]).status_code == 404
    extend_invitation(by=adviser, invitation=invited[0], ends_on=timezone.localdate())
    assert say(sent, invited[1], goal).status_code == 303
    close_consultation(by=adviser, consultation=consultation)
    assert opened(invited[1]).status_code == 404


def test_a_new_link_stops_the_old_one_and_keeps_what_was_said(adviser, goal, invited, sent, opened):
    say(sent, invited[1], goal)
    _, fresh = renew_link(by=adviser, invitation=invited[0])
    assert opened(invited[1]).status_code == 404
    assert "Noem ook de wijkagent." in words(opened(fresh))


def test_what_was_answered_is_not_changed_any_more_and_the_answer_is_shown(
    adviser, goal, invited, sent, opened
):
    say(sent, invited[1], goal)
    one = Comment.objects.get()
    weigh_comment(
        by=adviser, comment=one, weighing="taken", response="Dank, dat doen we.", base_revision=1
    )
    assert "Dank, dat doen we." in words(opened(invited[1]))
    answer = sent(invited[1], deed="verander", comment=one.pk, text="Anders", base_revision=2)
    assert answer.status_code == 422
    assert "al geantwoord" in words(answer)
    assert "Anders" in words(answer)


def test_a_change_to_a_withdrawn_comment_is_not_lost(goal, invited, sent):
    say(sent, invited[1], goal)
    one = Comment.objects.get()
    sent(invited[1], deed="trek-in", comment=one.pk)
    answer = sent(
        invited[1], deed="verander", comment=one.pk, block=goal.key, text="Nog iets",
        base_revision=1,
    )  # fmt: skip
    assert answer.status_code == 422
    assert "ingetrokken" in words(answer)
    assert "Nog iets" in words(answer)


def test_within_a_scope_only_those_themes_are_there(
    adviser, consultation, goal, opened, sent, plan
):
    invitee = Invitee("Directeur", "Jongerenwerk", ("jeugd",))
    _, secret = invite(by=adviser, consultation=consultation, invitee=invitee)
    page = words(opened(secret))
    assert "Jeugd" in page
    assert "Minder inbraken" not in page
    assert "Politiewet" not in page
    refused = say(sent, secret, goal)
    assert refused.status_code == 422
    assert "hoort niet bij uw link" in words(refused)
    assert not Comment.objects.exists()


def test_the_comments_of_another_link_are_not_seen_changed_or_withdrawn(
    adviser, consultation, goal, invited, opened, sent
):
    say(sent, invited[1], goal, "Alleen van de politie.")
    _, other = invite(by=adviser, consultation=consultation, invitee=Invitee("Directeur", "Wonen"))
    assert "Alleen van de politie." not in words(opened(other))
    one = Comment.objects.get()
    sent(other, deed="trek-in", comment=one.pk)
    sent(other, deed="verander", comment=one.pk, text="Gekaapt", base_revision=1)
    one.refresh_from_db()
    assert one.text == "Alleen van de politie."


def test_adoption_ends_the_consultation(clerk, adviser, plan, invited, opened):
    proposal = propose_plan(by=adviser, plan=plan)
    for moment in moments(proposal):
        decided = Decided("agreed", timezone.localdate(), votes=Votes(9, 1))
        record_decision(by=clerk, moment=moment, decided=decided, base_revision=1)
    assert opened(invited[1]).status_code == 200
    adopt_plan(by=clerk, plan=proposal)
    assert opened(invited[1]).status_code == 404
