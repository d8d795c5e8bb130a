from django.apps import AppConfig

from integraal.foundation.audit import verbs


class FiguresConfig(AppConfig):
    name = "integraal.knowledge.figures"
    label = "figures"

    def ready(self) -> None:
        from integraal.knowledge.figures.catalogue import own_definitions

        verbs.register(
            {
                "figures.loaded": "las cijfers in uit het bestand {subject}",
                "figures.mapping_kept": "bewaarde hoe de tabel {subject} gelezen wordt",
                "figures.taken_back": "nam de cijfers uit het bestand {subject} terug",
                "figures.published": "maakte een bestand met open data",
            }
        )
        own_definitions.register()
