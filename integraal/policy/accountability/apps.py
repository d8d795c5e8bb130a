from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.documents.word.kinds import register


class AccountabilityConfig(AppConfig):
    name = "integraal.policy.accountability"
    label = "accountability"

    def ready(self) -> None:
        from integraal.policy.accountability.papers.word_kind import WORD

        register(WORD)
        verbs.register(
            {
                "accountability.sent_to_picture": "zette beloften uit {subject} in een beeld",
            }
        )
