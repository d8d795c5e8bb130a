from django.apps import AppConfig

from integraal.foundation.audit import verbs


class PictureConfig(AppConfig):
    name = "integraal.policy.picture"
    label = "picture"

    def ready(self) -> None:
        verbs.register(
            {
                "picture.started": "begon {subject}",
                "picture.text_written": "schreef aan een thema van {subject}",
                "picture.figures_renewed": "liet de cijfers van {subject} opnieuw berekenen",
                "picture.changes_seen": "zag herziene cijfers in {subject}",
                "picture.proposed": "stelde {subject} voor ter vaststelling",
                "picture.sent_back": "stuurde {subject} terug naar de schrijver",
                "picture.adopted": "stelde {subject} vast",
                "picture.next_version": "begon een nieuwe versie van {subject}",
            }
        )
