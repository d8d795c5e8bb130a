from django.apps import AppConfig

from integraal.foundation.audit import verbs


class AuditConfig(AppConfig):
    name = "integraal.foundation.audit"
    label = "audit"

    def ready(self) -> None:
        verbs.register(
            {"trail.month_destroyed": "vernietigde op termijn een maand uit het logboek"}
        )
