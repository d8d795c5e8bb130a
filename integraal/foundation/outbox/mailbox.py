"""The mailbox of the demo: a folder in which mail is laid that would otherwise go out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage as Parsed
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

MOST_SHOWN = 500


@dataclass(frozen=True)
class Received:
    """A letter in the mailbox; ``name`` is that of its file, without the ending."""

    name: str
    to: str
    subject: str
    at: datetime
    text: str


class MailboxBackend(BaseEmailBackend):
    """Writes each mail in a file of its own; a second copy of one replaces the first."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Lay the letters in the mailbox; without a folder they go nowhere at all."""
        if not settings.MAILBOX:
            return 0
        folder = Path(settings.MAILBOX)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for one in email_messages:
            mail = one.message()
            name = hashlib.sha256(str(mail["Message-ID"]).encode()).hexdigest()[:32]
            begun = folder / f"{name}.begun"
            begun.write_bytes(mail.as_bytes())
            begun.rename(folder / f"{name}.eml")
        return len(email_messages)


def letters() -> list[Received]:
    """Return what is in the mailbox, newest first."""
    if not settings.MAILBOX:
        return []
    files = sorted(Path(settings.MAILBOX).glob("*.eml"), key=_age, reverse=True)
    return [_read(one) for one in files[:MOST_SHOWN]]


def letter(name: str) -> Received | None:
    """Return the letter with this name, or ``None`` when there is none."""
    return next((one for one in letters() if one.name == name), None)


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _read(path: Path) -> Received:
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, Parsed)
    body = mail.get_body(("plain",))
    return Received(
        name=path.stem,
        to=str(mail["To"]),
        subject=str(mail["Subject"]),
        at=_moment(str(mail["Date"])),
        text=body.get_content() if body else "",
    )


def _moment(written: str) -> datetime:
    """Return when a mail was made; one that names no zone is in universal time."""
    found = parsedate_to_datetime(written)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
