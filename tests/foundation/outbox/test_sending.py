"""Mail goes once, with what holds at that moment; what fails is tried again or told."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.outbox import letters
from integraal.foundation.outbox.actions import ask_message, cancel_message, send_again
from integraal.foundation.outbox.letters import Letter
from integraal.foundation.outbox.models import Message
from integraal.foundation.outbox.refusals import OutboxRefused
from integraal.foundation.outbox.rules import PAUSES, next_try
from integraal.foundation.outbox.sending import clear_away, send_due
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.models import Member
from tests.foundation.outbox.sink import mail_server

pytestmark = pytest.mark.enable_socket
NAME = "Wat er nu staat"


@pytest.fixture
def words(monkeypatch):
    """A kind of mail whose words a test can change after it was asked for."""
    said = {"letter": Letter("Onderwerp", (NAME,), "/een/plek/")}
    monkeypatch.setattr(letters, "_kinds", dict(letters._kinds))
    letters.register("test.letter", "Proefbrief", lambda message: said["letter"])
    return said


@pytest.fixture
def server(settings):
    with mail_server() as sink:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.MAIL_LACKS, settings.ADDRESS = [], "https://integraal.example"
        yield sink


@pytest.fixture
def ask(adviser):
    to = Member.objects.select_related("user").get(pk=adviser.member_id)

    def asked(once: str = "een", **given) -> Message:
        return ask_message(
            by=adviser, kind="test.letter", subject_id=uuid.uuid4(), to=to, once=once, **given
        )

    return asked


def test_what_is_asked_twice_goes_once_with_the_words_of_that_moment(words, server, ask):
    message = ask()
    assert ask() == message
    words["letter"] = Letter("Later", ("Nieuwe woorden",), "/een/plek/")
    assert send_due()["sent"] == 1
    assert send_due()["sent"] == 0
    assert server.arrived == [(message.message_id, message.to.user.email)]
    assert "Nieuwe woorden" in server.bodies[0]
    assert "https://integraal.example/een/plek/" in server.bodies[0]
    kept = str(Message.objects.values().get())
    assert "Nieuwe" not in kept
    assert "/een/plek/" not in kept
    assert message.to.user.email not in kept


def test_not_before_its_time_and_not_when_taken_back(adviser, words, server, ask):
    ask("later", not_before=timezone.now() + timedelta(hours=1))
    ask("weg")
    cancel_message(by=adviser, once="weg")
    words["letter"] = None
    ask("niet nodig")
    done = send_due()
    assert (done["sent"], done["cancelled"]) == (0, 1)
    assert server.arrived == []


def test_an_address_that_is_refused_is_told_and_can_be_tried_again(
    client, sign_in, administrator, adviser, words, server, ask
):
    message = ask()
    server.refuse.add(message.to.user.email)
    assert send_due()["given_up"] == 1
    sign_in(client, administrator)
    page = client.get(reverse("outbox")).content.decode()
    assert "De mailserver weigert dit adres" in page
    assert message.to.name in page
    assert message.to.user.email not in page
    server.refuse.clear()
    client.post(reverse("mail-again", args=[message.pk]))
    assert send_due()["sent"] == 1
    with pytest.raises(OutboxRefused):
        send_again(by=administrator, message=message)
    with pytest.raises(NotAllowed):
        send_again(by=adviser, message=message)


def test_a_busy_or_absent_server_is_tried_later_with_the_same_message_id(
    words, server, ask, settings
):
    message = ask()
    server.busy = True
    assert send_due()["waiting"] == 1
    row = Message.objects.get()
    assert (row.problem, row.tries) == ("later", 1)
    assert row.not_before > timezone.now()
    Message.objects.update(not_before=timezone.now())
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    done = send_due()
    assert done["stop"] == 1
    assert Message.objects.get().problem == "unreachable"
    settings.EMAIL_PORT, server.busy = port, False
    Message.objects.update(not_before=timezone.now())
    assert send_due()["sent"] == 1
    assert [one for one, _ in server.arrived] == [message.message_id]


def test_pauses_grow_and_end():
    now = timezone.now()
    later = [next_try(tries, "later", now) for tries in range(1, len(PAUSES) + 1)]
    assert later == sorted(later)
    assert next_try(len(PAUSES) + 1, "later", now) is None
    assert next_try(1, "refused", now) is None


def test_who_left_and_who_has_no_address_get_nothing(words, server, ask):
    message = ask("een")
    Member.objects.filter(pk=message.to_id).update(user=None)
    assert send_due()["given_up"] == 1
    assert Message.objects.get().problem == "no_address"
    ask("twee")
    Member.objects.filter(pk=message.to_id).update(active_until=timezone.localdate())
    assert send_due()["cancelled"] == 1
    assert server.arrived == []


def test_without_settings_mail_waits_and_the_page_and_the_command_say_so(
    client, sign_in, administrator, words, ask, settings
):
    settings.MAIL_LACKS = ["INTEGRAAL_SMTP_HOST"]
    ask()
    assert not send_due()
    assert Message.objects.get().state == "waiting"
    with pytest.raises(CommandError, match="INTEGRAAL_SMTP_HOST is niet ingesteld"):
        call_command("send_mail")
    sign_in(client, administrator)
    assert "INTEGRAAL_SMTP_HOST niet ingesteld" in client.get(reverse("outbox")).content.decode()


def test_a_letter_that_cannot_be_made_does_not_hold_up_the_others(adviser, words, server, ask):
    def broken(message: Message) -> Letter:
        raise ValueError("kapot")

    letters.register("test.broken", "Kapot", broken)
    to = Member.objects.get(pk=adviser.member_id)
    ask_message(by=adviser, kind="test.broken", subject_id=uuid.uuid4(), to=to, once="kapot")
    ask("goed")
    assert send_due()["sent"] == 1
    assert Message.objects.get(once="kapot").problem == "words"


def test_what_was_sent_long_ago_is_removed(words, server, ask, settings):
    ask("oud")
    send_due()
    long_ago = timezone.now() - timedelta(days=settings.MAIL_KEPT_DAYS + 1)
    Message.objects.update(asked_at=long_ago, sent_at=long_ago)
    ask("nieuw")
    assert clear_away() == 1
    assert [one.once for one in Message.objects.all()] == ["nieuw"]


def test_only_the_administrator_sees_the_outbox(client, sign_in, adviser):
    sign_in(client, adviser)
    assert client.get(reverse("outbox")).status_code == 403


def test_the_demo_keeps_its_mail_and_shows_it(client, words, ask, settings, tmp_path):
    settings.EMAIL_BACKEND = "integraal.foundation.outbox.mailbox.MailboxBackend"
    settings.MAILBOX, settings.MAIL_LACKS = str(tmp_path), []
    settings.ADDRESS = "http://127.0.0.1:8000"
    ask()
    assert send_due()["sent"] == 1
    page = client.get(reverse("mailbox"), headers={"host": "127.0.0.1"}).content.decode()
    assert "Onderwerp" in page
    [file] = tmp_path.glob("*.eml")
    letter = reverse("mailbox-letter", args=[file.stem])
    shown = client.get(letter, headers={"host": "127.0.0.1"}).content.decode()
    assert 'href="/een/plek/"' in shown
    settings.DEMO = False
    for one in (reverse("mailbox"), letter):
        assert client.get(one, headers={"host": "127.0.0.1"}).status_code == 404
    settings.DEMO = True
    assert client.get(letter, headers={"host": "integraal.example"}).status_code == 400
