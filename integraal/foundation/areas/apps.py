from django.apps import AppConfig

from integraal.foundation.audit import verbs


class AreasConfig(AppConfig):
    name = "integraal.foundation.areas"
    label = "areas"

    def ready(self) -> None:
        verbs.register(
            {
                "area.added": "voegde het gebied {subject} toe",
                "area.ended": "sloot het gebied {subject} af",
            }
        )
