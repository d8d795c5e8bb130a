"""Hand a letter to the mail server, and tell what went wrong as a code."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from integraal.foundation.outbox.letters import Letter

FOOTER = "Dit bericht is verstuurd door Integraal, namens {}. U kunt er niet op antwoorden."


class PostProblem(Exception):
    """A letter did not go.

    Attributes:
        code: which of ``rules.PROBLEMS``.
        is_server: it is the mail server, so that there is no use in trying another letter now.
    """

    def __init__(self, code: str, *, is_server: bool = False) -> None:
        super().__init__(code)
        self.code, self.is_server = code, is_server


class Post:
    """One connection with the mail server for several letters."""

    def __init__(self) -> None:
        self._connection: BaseEmailBackend = get_connection()

    def send(self, letter: Letter, *, to: str, message_id: str, sender: str) -> None:
        """Send one letter.

        Args:
            letter: what to send.
            to: mail address.
            message_id: the same at every try.
            sender: name of the municipality.

        Raises:
            PostProblem: it did not go.
        """
        mail = EmailMessage(
            subject=" ".join(letter.subject.split()),
            body=text_of(letter, sender),
            to=[to],
            connection=self._connection,
            headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
        )
        try:
            mail.send()
        except (smtplib.SMTPException, OSError) as problem:
            self.close()
            raise _as_problem(problem) from problem
        except ValueError as problem:  # a line end in a header
            raise PostProblem("words") from problem

    def close(self) -> None:
        """End the connection; the next letter opens it again."""
        try:
            self._connection.close()
        except (smtplib.SMTPException, OSError):
            self._connection = get_connection()


def text_of(letter: Letter, sender: str) -> str:
    """Return a letter as plain text, its link with the address of this installation."""
    link = (f"{settings.ADDRESS}{letter.link}",) if letter.link else ()
    return "\n\n".join([*letter.lines, *link, FOOTER.format(sender)]) + "\n"


def _as_problem(problem: Exception) -> PostProblem:
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in problem.recipients.values()]
        return PostProblem("refused" if codes and min(codes) >= 500 else "later")
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return PostProblem("login", is_server=True)
    if isinstance(problem, smtplib.SMTPResponseException):
        return PostProblem("later")
    return PostProblem("unreachable", is_server=True)
