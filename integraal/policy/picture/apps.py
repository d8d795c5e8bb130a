from django.apps import AppConfig

from integraal.foundation.audit import verbs


class PictureConfig(AppConfig):
    name = "integraal.policy.picture"
    label = "picture"

    def ready(self) -> None:
        from integraal.knowledge.figures import uses
        from integraal.policy.picture.checks import own_words
        from integraal.policy.picture.trace.uses import uses_in_pictures

        own_words.register()
        uses.register(uses_in_pictures)
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
                "picture.link_made": "maakte een {subject}",
                "picture.link_revoked": "trok een {subject} in",
                "picture.link_opened": "opende een {subject}",
            }
        )
