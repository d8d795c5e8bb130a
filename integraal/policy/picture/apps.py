from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.documents.word.kinds import register


class PictureConfig(AppConfig):
    name = "integraal.policy.picture"
    label = "picture"

    def ready(self) -> None:
        from integraal.policy.picture.papers.word_kind import WORD

        register(WORD)
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
