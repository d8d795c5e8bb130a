"""What a share link does not give: another picture, another municipality, a second life."""

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
from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import set_tenant, tenant_scope
from integraal.foundation.links import brake
from integraal.foundation.links.secret import digest, new_secret
from integraal.policy.picture.actions import (
    adopt_picture,
    propose_picture,
    start_next_version,
    start_picture,
)
from integraal.policy.picture.models import Picture, ShareLink
from integraal.policy.picture.queries import pictures, version_before
from integraal.policy.picture.sharing.actions import make_link, revoke_link
from integraal.policy.picture.sharing.queries import reader_of
from integraal.policy.picture.writing.actions import write_text
from tests.provisions import employ_at

NAMES = ("shared-picture", "shared-pdf", "shared-style", "shared-shield")
SENTENCE = "Deze link werkt niet of niet meer; vraag wie hem stuurde om een nieuwe."


def end(link):
    past = timezone.localdate() - timedelta(days=1)
    ShareLink.objects.filter(pk=link.pk).update(ends_on=past)


def test_every_link_that_does_not_work_gives_the_same_answer(
    adviser, picture, shared, opened, molendrecht, oostwaard
):
    link, secret = shared
    ended, ended_secret = make_link(by=adviser, picture=picture, recipient="A")
    revoked, revoked_secret = make_link(by=adviser, picture=picture, recipient="B")
    end(ended)
    revoke_link(by=adviser, link=revoked)
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
        "igd_1_",
        "igd_x_" + "a" * 40,
        "x" * 4000,
        "é%00",
    ]
    for name in NAMES:
        answers = {_without_server_words(opened(one, name)) for one in wrong}
        assert len(answers) == 1, name
        assert SENTENCE in answers.pop()
    assert opened(secret).status_code == 200


def _without_server_words(answer):
    kept = sorted((k, v) for k, v in answer.headers.items() if k != "Server-Timing")
    return f"{answer.status_code} {kept} {answer.content.decode()}"


@pytest.mark.parametrize("finish", ["end", "revoke"])
def test_a_link_that_is_over_opens_nothing_also_not_the_pdf_that_was_kept(
    adviser, mayor, picture, shared, opened, finish
):
    propose_picture(by=adviser, picture=picture)
    picture.refresh_from_db()
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    link, secret = shared
    paper = opened(secret, "shared-pdf")
    assert paper.content.startswith(b"%PDF")
    assert "no-store" in paper.headers["Cache-Control"]
    assert not {"ETag", "Last-Modified", "Expires"} & set(paper.headers)
    end(link) if finish == "end" else revoke_link(by=adviser, link=link)
    for name in NAMES:
        assert opened(secret, name).status_code == 404
    assert Event.objects.filter(verb="picture.link_opened").count() == 1


def test_the_last_day_is_the_last_day(shared, opened):
    link, secret = shared
    ShareLink.objects.filter(pk=link.pk).update(ends_on=timezone.localdate())
    assert opened(secret).status_code == 200


def test_a_reader_may_look_for_no_picture_at_all(adviser, mayor, picture, shared):
    reader = reader_of(shared[0])
    assert reader.roles == frozenset()
    propose_picture(by=adviser, picture=picture)
    picture.refresh_from_db()
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    picture.refresh_from_db()
    newer = start_next_version(by=adviser, picture=picture)
    assert list(pictures(reader)) == []
    assert version_before(reader, newer) is None


def test_a_link_gives_no_other_picture_and_nothing_of_the_product(
    client, adviser, picture, shared, opened
):
    other = start_picture(by=adviser, year=2024)
    write_text(
        by=adviser, picture=other, theme="jeugd", text="Alleen in het andere.", base_revision=0
    )
    words = opened(shared[1]).content.decode()
    assert "In het centrum is meer overlast." in words
    assert "Alleen in het andere." not in words
    assert str(other.pk) not in words
    assert "<form" not in words
    inside = set(re.findall(r'href="(/[^"]*)"', words)) - {"/toegankelijkheid/", "/privacy/"}
    assert all(one.startswith(("/static/", "/huisstijl")) for one in inside), inside
    for name, key in [("picture", picture.pk), ("picture-pdf", picture.pk), ("picture", other.pk)]:
        assert client.get(reverse(name, args=[key])).status_code == 302  # to the sign-in page


def test_a_link_of_one_municipality_reads_nothing_of_another(
    client, sign_in, molendrecht, oostwaard, shared, opened
):
    """Also not for somebody of that other municipality who is signed in."""
    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser")
        theirs = start_picture(by=stranger, year=2023)
        set_tenant(oostwaard.pk)
        sign_in(client, stranger)
    page = client.get(reverse("shared-picture", args=[shared[1]]))
    assert page.status_code == 200
    assert "Gemeente Molendrecht" in page.content.decode()
    assert str(theirs.pk) not in page.content.decode()
    assert "Uitloggen" not in page.content.decode()


def test_no_cookie_is_set_and_nothing_is_kept_or_passed_on(shared, opened):
    for name in NAMES:
        for secret in (shared[1], new_secret(1)):
            answer = opened(secret, name)
            assert "Set-Cookie" not in answer.headers
            assert not answer.cookies
            assert answer.headers["Cache-Control"] == "private, no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex, nofollow">' in opened(shared[1]).content.decode()


def test_the_secret_is_not_in_the_page_itself(shared, opened):
    """A page that is saved, printed or mailed does not give the link away."""
    secret = shared[1]
    assert secret not in opened(secret).content.decode()
    assert secret.split("_")[2] not in opened(secret).content.decode()


def test_only_reading_is_possible(client, shared):
    for name in NAMES:
        where = reverse(name, args=[shared[1]])
        for method in (client.post, client.put, client.delete, client.patch):
            assert method(where).status_code == 405


def test_the_secret_is_in_no_table_and_in_no_log(shared, opened, molendrecht):
    link, secret = shared
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setFormatter(JsonFormatter())
    names = ("integraal", "django.request", "django.server", "django.security")
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        opened(secret)
        opened(secret[:-2] + "zz")
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
    random = secret.split("_")[2]
    assert "shared-picture" in told.getvalue() or "gedeeld/<str:secret>/" in told.getvalue()
    assert random not in told.getvalue()
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
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            asked = sql.SQL("SELECT {}::text FROM {}").format(
                sql.Identifier(table), sql.Identifier(table)
            )
            cursor.execute(asked.as_string(cursor.connection))
            found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


def test_guessing_is_braked_for_right_and_wrong_alike(shared, opened, molendrecht, monkeypatch):
    monkeypatch.setattr(brake, "_minute", lambda: 1)
    monkeypatch.setattr(brake, "WRONG_IN_A_MINUTE", 5)
    for _ in range(5):
        assert opened(new_secret(molendrecht.pk)).status_code == 404
    braked = opened(shared[1])
    assert braked.status_code == 404
    assert SENTENCE in braked.content.decode()
    monkeypatch.setattr(brake, "_minute", lambda: 2)
    assert opened(shared[1]).status_code == 200


def test_the_brake_of_one_municipality_stops_no_other(shared, opened, oostwaard, monkeypatch):
    monkeypatch.setattr(brake, "WRONG_IN_A_MINUTE", 3)
    for _ in range(4):
        opened(new_secret(oostwaard.pk))
    assert opened(shared[1]).status_code == 200


def test_the_database_itself_shows_a_link_only_to_its_own_municipality(shared, oostwaard):
    with tenant_scope(oostwaard.pk):
        assert not ShareLink.objects.filter(digest=shared[0].digest).exists()
        assert not Picture.objects.filter(pk=shared[0].picture_id).exists()
