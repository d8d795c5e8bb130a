"""``integraal send-mail``: send what waits in the outbox, and say what came of it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from integraal.foundation.audit.actors import Through
from integraal.foundation.outbox.sending import SENDING_TAKES, send_due

HOW_TO = "docs/how-to/run-without-demo.md"


class Command(BaseCommand):
    help = "Send the mail that waits in the outbox; the worker does the same every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MAIL_LACKS:
            names = ", ".join(settings.MAIL_LACKS)
            raise CommandError(
                f"Er gaat geen mail uit: {names} is niet ingesteld. De mail blijft wachten. "
                f"Zie {HOW_TO}."
            )
        done = send_due(Through.COMMAND, SENDING_TAKES * 20)
        self.stdout.write(
            f"Verstuurd: {done['sent']}. Niet meer nodig: {done['cancelled']}. "
            f"Opgegeven: {done['given_up']}. Later opnieuw: {done['waiting']}."
        )
        if done["stop"]:
            raise CommandError("De mailserver is nu niet te gebruiken. De rest van de mail wacht.")
