from django.apps import AppConfig

from integraal.foundation.audit import verbs


class PlanConfig(AppConfig):
    name = "integraal.policy.plan"
    label = "plan"

    def ready(self) -> None:
        from integraal.knowledge.figures import uses
        from integraal.policy.plan.overview import own_terms
        from integraal.policy.plan.trace.uses import uses_in_plans

        uses.register(uses_in_plans)
        own_terms.register()
        verbs.register(
            {
                "plan.started": "begon {subject}",
                "plan.next_version": "begon een nieuwe versie van {subject}",
                "plan.block_added": "voegde iets toe aan {subject}",
                "plan.block_written": "schreef aan {subject}",
                "plan.block_moved": "verplaatste iets in {subject}",
                "plan.block_removed": "haalde iets uit {subject}",
                "plan.edition_kept": "legde een {subject} vast",
                "plan.import_read": "las een bestaand plan in: {subject}",
                "plan.import_judged": "beoordeelde voorstellen uit {subject}",
                "plan.import_finished": "nam voorstellen over uit {subject}",
                "plan.import_stopped": "stopte met het inlezen van een plan",
            }
        )
