from django.apps import AppConfig

from integraal.foundation.audit import verbs


class PlanConfig(AppConfig):
    name = "integraal.policy.plan"
    label = "plan"

    def ready(self) -> None:
        from integraal.policy.plan.checks import own_means

        own_means.register()
        verbs.register(
            {
                "plan.started": "begon {subject}",
                "plan.next_version": "begon een nieuwe versie van {subject}",
                "plan.block_added": "voegde iets toe aan {subject}",
                "plan.block_written": "schreef aan {subject}",
                "plan.block_moved": "verplaatste iets in {subject}",
                "plan.block_removed": "haalde iets uit {subject}",
                "plan.edition_kept": "legde een {subject} vast",
            }
        )
