from django.apps import AppConfig

from integraal.foundation.audit import verbs


class DefinitionsConfig(AppConfig):
    name = "integraal.foundation.definitions"
    label = "definitions"

    def ready(self) -> None:
        verbs.register(
            {
                "definition.changed": "veranderde de definitie {subject}",
                "definition.reset": "zette de definitie {subject} terug op de meegeleverde tekst",
                "definition.added": "voegde de eigen definitie {subject} toe",
                "definition.removed": "haalde de eigen definitie {subject} weg",
            }
        )
