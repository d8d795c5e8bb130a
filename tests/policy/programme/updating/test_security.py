"""What a personal link does not give: others' measures, a second life, a way inside."""

from __future__ import annotations

import io
import logging
import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from psycopg import sql

from integraal.config.logs import JsonFormatter
from integraal.foundation.database.tenancy import set_tenant, tenant_scope
from integraal.foundation.links import brake
from integraal.foundation.links.derived import derived_secret, named_by
from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.measures.actions import change_measure
from integraal.policy.programme.models import Asking, Update
from integraal.policy.programme.queries import programmes
from integraal.policy.programme.updating.asking.actions import extend, revoke
from integraal.policy.programme.updating.opening import reader_of, secret_of
from integraal.policy.programme.updating.rules import Said
from integraal.policy.programme.updating.saying.actions import say_all_the_same, say_update
from tests.provisions import employ_at

NAMES = ("update-measures", "update-style", "update-shield")


def _told(answer):
    kept = sorted((k, v) for k, v in answer.headers.items() if k != "Server-Timing")
    return f"{answer.status_code} {kept} {answer.content.decode()}"


def _wrong(asking, molendrecht, oostwaard):
    secret = secret_of(asking)
    whole = secret.split("_")[2]
    other = "b" if secret[-5] == "a" else "a"
    return [
        secret[:-5] + other + secret[-4:],
        secret.replace(f"_{molendrecht.pk}_", f"_{oostwaard.pk}_"),
        secret.replace(f"_{molendrecht.pk}_", "_999999_"),
        secret.replace(f"_{molendrecht.pk}_", f"_0{molendrecht.pk}_"),
        secret.upper(),
        secret[:-1],
        secret + "a",
        derived_secret("igu", molendrecht.pk, uuid.uuid4()),
        derived_secret("iga", molendrecht.pk, asking.pk).replace("iga_", "igu_"),
        f"igu_{molendrecht.pk}_{whole[:26]}{'a' * (len(whole) - 26)}",
        str(asking.pk),
        "x" * 4000,
        "é%00",
    ]


def test_every_forged_link_gives_the_same_answer(
    client, asking, address, measures, molendrecht, oostwaard
):
    wrong = _wrong(asking, molendrecht, oostwaard)
    for name in NAMES:
        answers = {_told(client.get(reverse(name, args=[one]))) for one in wrong}
        assert len(answers) == 1, name
        assert "Deze link werkt niet" in answers.pop()
    given = {"deed": "zeg", "maatregel": measures[0].key, "status": "done", "base_revision": 0}
    for one in wrong:
        assert client.post(reverse(NAMES[0], args=[one]), given).status_code == 404
    assert not Update.objects.exists()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("stop", "sentence"),
    [("revoke", "trok deze link in"), ("end", "Hij werkte tot en met"), ("leave", "niet meer")],
)
def test_replayed_after_it_stopped_nothing_is_written(
    client, adviser, running, measures, asking, address, send, owner, stop, sentence
):
    assert send(measures[0], done="Eerst.").status_code == 303
    if stop == "revoke":
        revoke(by=adviser, asking=asking)
    elif stop == "end":
        Asking.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    else:
        owner.active_until = timezone.localdate()
        owner.save()
    answer = client.get(address)
    assert answer.status_code == 410
    assert sentence in answer.content.decode()
    assert measures[0].title not in answer.content.decode()
    again = send(measures[0], done="Nog een keer.", base_revision="1")
    assert again.status_code == 410
    assert "Nog een keer." in again.content.decode()  # shown back, not kept
    assert client.post(address, {"deed": "zelfde"}).status_code == 410
    assert [one.done for one in Update.objects.all()] == ["Eerst."]
    said = Said(status="done")
    with pytest.raises(NotAllowed):
        say_update(
            by=reader_of(asking), programme=running, key=measures[0].key, said=said, asking=asking
        )


def test_a_link_shows_own_measures_only_and_says_for_whom_it_is(
    client, adviser, running, measures, address, somebody, send
):
    other = somebody("Robin Ander (fictief)", "robin@brug.example")
    change_measure(
        by=adviser, programme=running, key=measures[2].key, base_revision=measures[2].revision,
        fields={"owner": other},
    )  # fmt: skip
    page = client.get(address).content.decode()
    assert "Deze link is voor Kim Zandstra (fictief)" in page
    assert measures[0].title in page
    assert measures[2].title not in page
    assert "Robin Ander" not in page
    answer = send(measures[2], done="Van een ander.")
    assert answer.status_code == 403
    assert "hoort niet bij uw link" in answer.content.decode()
    assert "Van een ander." in answer.content.decode()
    assert send(measures[2], maatregel="geen-sleutel").status_code == 403
    assert not Update.objects.exists()


def test_who_has_a_link_is_nobody_inside(client, running, asking, address):
    reader = reader_of(asking)
    assert reader.roles == frozenset()
    assert reader.member_id is None
    assert list(programmes(reader)) == []
    page = client.get(address).content.decode()
    inside = set(re.findall(r'(?:href|action|hx-post)="(/[^"]*)"', page))
    inside -= {"/toegankelijkheid/", "/privacy/"}
    assert all(one.startswith(("/static/", "/huisstijl")) for one in inside), inside
    for name in ("programme-updates", "programme-updates-xlsx"):
        assert client.get(reverse(name, args=[running.pk])).status_code == 302
    with pytest.raises(NotAllowed):
        revoke(by=reader, asking=asking)
    with pytest.raises(NotAllowed):
        extend(by=reader, asking=asking, ends_on=timezone.localdate())


def test_a_link_of_one_municipality_reads_nothing_of_another(
    client, sign_in, oostwaard, running, asking, address
):
    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser")
        set_tenant(oostwaard.pk)
        sign_in(client, stranger)
        assert not Asking.objects.exists()
    page = client.get(address)
    assert "Gemeente Molendrecht" in page.content.decode()
    assert "Uitloggen" not in page.content.decode()
    assert client.get(reverse("programme-updates", args=[running.pk])).status_code == 404
    named = named_by(secret_of(asking), "igu")
    assert named is not None
    stolen = derived_secret("igu", oostwaard.pk, asking.pk)
    assert client.get(reverse("update-measures", args=[stolen])).status_code == 404


def test_no_cookie_is_set_and_nothing_is_kept_or_passed_on(client, asking, measures, send, address):
    forged = reverse("update-measures", args=["igu_1_aaaa"])
    answers = [client.get(one) for one in (address, forged, f"{address}huisstijl.css")]
    answers += [send(measures[0], done="Iets."), client.post(forged)]
    for answer in answers:
        assert "Set-Cookie" not in answer.headers
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_secret_is_in_no_page_no_table_and_no_log(client, asking, measures, address, send):
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setFormatter(JsonFormatter())
    names = ("integraal", "django.request", "django.server", "django.security")
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        page = client.get(address).content.decode()
        answer = send(measures[0], done="Iets.")
        client.get(address[:-3] + "zz/")
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
    code = secret_of(asking).split("_")[2][26:]
    assert "bijwerken/<str:secret>/" in told.getvalue()
    assert code[2:-3] not in told.getvalue()
    assert code not in page
    assert code not in answer.headers["Location"]
    assert code not in _everything_stored()
    assert str(asking.pk) in _everything_stored()


def test_a_dump_opens_nothing_without_the_key(asking, settings):
    before = secret_of(asking)
    settings.SECRET_KEY = "een andere sleutel"
    assert secret_of(asking) != before
    named = named_by(before, "igu")
    assert named is not None
    assert not named.is_real


def test_guessing_is_braked(client, asking, address, molendrecht, monkeypatch):
    monkeypatch.setattr(brake, "_minute", lambda: 1)
    monkeypatch.setattr(brake, "WRONG_IN_A_MINUTE", 5)
    real = address.removesuffix("/")
    wrong = real[:-1] + ("a" if real[-1] != "a" else "e")
    for number in range(5):
        guess = real[:-6] + "abcde"[number] * 5 + real[-1]
        assert client.get(f"{guess}/").status_code == 404
    assert client.get(address).status_code == 404
    assert client.get(f"{wrong}/").status_code == 404
    monkeypatch.setattr(brake, "_minute", lambda: 2)
    assert client.get(address).status_code == 200


def test_what_is_typed_is_never_markup(client, measures, send, address):
    send(measures[0], obstacle="<script>alert(1)</script>", help_wanted="<b>x</b>")
    page = client.get(address).content.decode()
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def test_all_the_same_by_a_stopped_link_is_refused_by_the_deed(adviser, running, measures, asking):
    for one in measures:
        said, day = Said(status="running"), timezone.localdate() - timedelta(days=30)
        say_update(by=adviser, programme=running, key=one.key, said=said, on=day)
    revoke(by=adviser, asking=asking)
    with pytest.raises(NotAllowed):
        say_all_the_same(by=reader_of(asking), asking=asking)
    assert Update.objects.count() == 3


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
