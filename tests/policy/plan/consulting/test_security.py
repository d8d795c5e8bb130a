"""What a personal link does not give: another plan, another municipality, a second life."""

from __future__ import annotations

import io
import logging
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from psycopg import sql

from integraal.config.logs import JsonFormatter
from integraal.foundation.database.tenancy import set_tenant, tenant_scope
from integraal.foundation.links import brake
from integraal.foundation.links.secret import digest, new_secret
from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.consulting.actions import Invitee, invite, revoke_invitation
from integraal.policy.plan.consulting.commenting.actions import change_comment, make_comment
from integraal.policy.plan.consulting.queries import reader_of
from integraal.policy.plan.models import Comment, Consultation, Invitation
from integraal.policy.plan.queries import plans
from tests.provisions import employ_at

NAMES = ("plan-comment", "plan-comment-style", "plan-comment-shield")
SENTENCE = "Deze link werkt niet of niet meer; vraag wie hem stuurde om een nieuwe."


def _told(answer):
    kept = sorted((k, v) for k, v in answer.headers.items() if k != "Server-Timing")
    return f"{answer.status_code} {kept} {answer.content.decode()}"


def test_every_link_that_does_not_work_gives_the_same_answer(
    adviser, consultation, invited, opened, sent, molendrecht, oostwaard
):
    link, secret = invited
    ended, ended_secret = invite(by=adviser, consultation=consultation, invitee=Invitee("A"))
    revoked, revoked_secret = invite(by=adviser, consultation=consultation, invitee=Invitee("B"))
    yesterday = timezone.localdate() - timedelta(days=1)
    Invitation.objects.filter(pk=ended.pk).update(ends_on=yesterday)
    revoke_invitation(by=adviser, invitation=revoked)
    wrong = [
        ended_secret,
        revoked_secret,
        new_secret(molendrecht.pk),
        secret.replace(f"_{molendrecht.pk}_", f"_{oostwaard.pk}_"),
        secret.replace(f"_{molendrecht.pk}_", "_999999_"),
        secret[:-1] + ("0" if secret[-1] != "0" else "1"),
        secret.upper(),
        str(link.pk),
        link.digest,
        "x" * 4000,
        "é%00",
    ]
    for name in NAMES:
        answers = {_told(opened(one, name)) for one in wrong}
        assert len(answers) == 1, name
        assert SENTENCE in answers.pop()
    posted = {_told(sent(one, deed="zeg", block="", text="Iets")) for one in wrong}
    assert len(posted) == 1
    assert not Comment.objects.exists()
    assert opened(secret).status_code == 200


@pytest.mark.parametrize("finish", ["revoke", "end"])
def test_replayed_after_it_stopped_nothing_is_written(adviser, goal, invited, sent, finish):
    link, secret = invited
    given = {"deed": "zeg", "block": str(goal.key), "text": "Eerste keer"}
    assert sent(secret, **given).status_code == 303
    if finish == "revoke":
        revoke_invitation(by=adviser, invitation=link)
    else:
        Invitation.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    again = sent(secret, **{**given, "text": "Nog een keer"})
    assert again.status_code == 404
    for deed in ("klaar", "trek-in", "verander"):
        one = Comment.objects.get()
        assert sent(secret, deed=deed, comment=one.pk, text="x").status_code == 404
    assert [one.text for one in Comment.objects.all()] == ["Eerste keer"]
    assert Invitation.objects.get().finished_on is None


def test_the_deeds_themselves_refuse_a_link_that_stopped(adviser, invited):
    link = Invitation.objects.select_related("consultation").get(pk=invited[0].pk)
    one = make_comment(by=reader_of(link), invitation=link, block=None, text="Eerst")
    revoke_invitation(by=adviser, invitation=link)
    with pytest.raises(NotAllowed):
        make_comment(by=reader_of(link), invitation=link, block=None, text="Daarna")
    with pytest.raises(NotAllowed):
        change_comment(
            by=reader_of(link), invitation=link, comment=one, text="Anders", base_revision=1
        )


def test_a_reader_is_nobody_inside(client, plan, invited, opened):
    reader = reader_of(invited[0])
    assert reader.roles == frozenset()
    assert list(plans(reader)) == []
    page = opened(invited[1]).content.decode()
    inside = set(re.findall(r'href="(/[^"]*)"', page)) - {"/toegankelijkheid/", "/privacy/"}
    assert all(one.startswith(("/static/", "/huisstijl")) for one in inside), inside
    assert client.get(reverse("plan-consultations", args=[plan.pk])).status_code == 302


def test_a_link_of_one_municipality_reads_nothing_of_another(
    client, sign_in, oostwaard, plan, invited
):
    """Also not for somebody of that other municipality who is signed in."""
    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser")
        theirs = start_plan(by=stranger, first_year=2027, last_year=2030, title="Van Oostwaard")
        set_tenant(oostwaard.pk)
        sign_in(client, stranger)
        assert not Invitation.objects.filter(digest=invited[0].digest).exists()
        assert not Consultation.objects.exists()
    page = client.get(reverse("plan-comment", args=[invited[1]]))
    assert page.status_code == 200
    assert "Gemeente Molendrecht" in page.content.decode()
    assert theirs.title not in page.content.decode()
    assert "Uitloggen" not in page.content.decode()
    assert client.get(reverse("plan-consultations", args=[plan.pk])).status_code == 404


def test_no_cookie_is_set_and_nothing_is_kept_or_passed_on(invited, opened, sent):
    answers = [opened(one, name) for name in NAMES for one in (invited[1], new_secret(1))]
    answers += [sent(one, deed="zeg", text="Iets") for one in (invited[1], new_secret(1))]
    for answer in answers:
        assert "Set-Cookie" not in answer.headers
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_secret_is_not_in_the_page_itself(invited, opened, sent):
    random = invited[1].split("_")[2]
    assert random not in opened(invited[1]).content.decode()
    answer = sent(invited[1], deed="zeg", text="Iets")
    assert random not in answer.headers["Location"]


def test_the_secret_is_in_no_table_and_in_no_log(invited, opened, sent):
    link, secret = invited
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setFormatter(JsonFormatter())
    names = ("integraal", "django.request", "django.server", "django.security")
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        opened(secret)
        sent(secret, deed="zeg", text="Iets")
        sent(secret[:-2] + "zz", deed="zeg", text="Iets")
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
    random = secret.split("_")[2]
    assert "reageren/<str:secret>/" in told.getvalue() or "plan-comment" in told.getvalue()
    assert random[:-2] not in told.getvalue()
    assert link.digest == digest(secret)
    stored = _everything_stored()
    assert link.digest in stored
    assert random not in stored


def _everything_stored() -> str:
    """Return every row of every table this transaction can read, as text."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        found = []
        for (table,) in cursor.fetchall():
            asked = sql.SQL("SELECT {}::text FROM {}").format(
                sql.Identifier(table), sql.Identifier(table)
            )
            cursor.execute(asked.as_string(cursor.connection))
            found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


def test_guessing_is_braked_for_right_and_wrong_alike(invited, opened, molendrecht, monkeypatch):
    monkeypatch.setattr(brake, "_minute", lambda: 1)
    monkeypatch.setattr(brake, "WRONG_IN_A_MINUTE", 5)
    for _ in range(5):
        assert opened(new_secret(molendrecht.pk)).status_code == 404
    assert opened(invited[1]).status_code == 404
    monkeypatch.setattr(brake, "_minute", lambda: 2)
    assert opened(invited[1]).status_code == 200


def test_what_is_typed_is_never_markup(invited, sent, opened):
    sent(invited[1], deed="zeg", text="<script>alert(1)</script>")
    assert "<script>alert" not in opened(invited[1]).content.decode()
