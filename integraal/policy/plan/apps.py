from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.documents.word.kinds import register


class PlanConfig(AppConfig):
    name = "integraal.policy.plan"
    label = "plan"

    def ready(self) -> None:
        from integraal.policy.plan.checks import own_means
        from integraal.policy.plan.papers.word_kind import WORD

        own_means.register()
        register(WORD)
        verbs.register(
            {
                "plan.started": "begon {subject}",
                "plan.next_version": "begon een nieuwe versie van {subject}",
                "plan.block_added": "voegde iets toe aan {subject}",
                "plan.block_written": "schreef aan {subject}",
                "plan.block_moved": "verplaatste iets in {subject}",
                "plan.block_removed": "haalde iets uit {subject}",
                "plan.edition_kept": "legde een {subject} vast",
                "plan.published": "maakte {subject} openbaar voor inwoners",
                "plan.withdrawn": "haalde {subject} weg voor inwoners",
            }
        )
