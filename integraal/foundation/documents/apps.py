from django.apps import AppConfig

from integraal.foundation.audit import verbs


class DocumentsConfig(AppConfig):
    name = "integraal.foundation.documents"
    label = "documents"

    def ready(self) -> None:
        verbs.register(
            {
                "document.made": "maakte het document {subject}",
                "word_template.changed": "veranderde het Word-sjabloon {subject}",
                "word_template.restored": "zette het Word-sjabloon {subject} terug",
            }
        )
