from django.apps import AppConfig

from integraal.foundation.audit import verbs


class AccountabilityConfig(AppConfig):
    name = "integraal.policy.accountability"
    label = "accountability"

    def ready(self) -> None:
        verbs.register({})
