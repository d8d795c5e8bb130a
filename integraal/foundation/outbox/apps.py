from django.apps import AppConfig

from integraal.foundation.audit import verbs


class OutboxConfig(AppConfig):
    name = "integraal.foundation.outbox"
    label = "outbox"

    def ready(self) -> None:
        verbs.register(
            {
                "mail.asked": "zette een mail klaar",
                "mail.sent": "verstuurde een mail",
                "mail.given_up": "kon een mail niet versturen",
                "mail.cancelled": "trok een mail in",
                "mail.tried_again": "liet een mail opnieuw versturen",
                "mail.removed": "ruimde verstuurde mail op",
            }
        )
