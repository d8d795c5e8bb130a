from django.apps import AppConfig

from integraal.foundation.audit import verbs


class PortalConfig(AppConfig):
    name = "integraal.portal"
    label = "portal"

    def ready(self) -> None:
        verbs.register({"trail.read": "las het logboek"})
