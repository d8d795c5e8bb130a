from django.apps import AppConfig

from integraal.foundation.audit import verbs


class DocumentsConfig(AppConfig):
    name = "integraal.foundation.documents"
    label = "documents"

    def ready(self) -> None:
        verbs.register({"document.made": "maakte de pdf {subject}"})
