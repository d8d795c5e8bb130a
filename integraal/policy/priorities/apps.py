from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.policy.priorities.leading.verbs import HELD


class PrioritiesConfig(AppConfig):
    name = "integraal.policy.priorities"
    label = "priorities"

    def ready(self) -> None:
        from integraal.knowledge.figures import uses
        from integraal.policy.priorities.fact_sheets.uses import uses_in_sessions
        from integraal.policy.priorities.preparing import criteria

        uses.register(uses_in_sessions)
        criteria.register()
        verbs.register(HELD)
        verbs.register(
            {
                "session.started": "begon {subject}",
                "session.next_version": "begon een nieuwe versie van {subject}",
                "session.settings_changed": "veranderde de instellingen van {subject}",
                "session.criteria_changed": "veranderde de criteria van {subject}",
                "session.themes_changed": "veranderde de thema’s van {subject}",
                "session.theme_decided": "legde een besluit over een thema vast in {subject}",
                "session.conversation_written": "schreef het gesprek op van {subject}",
                "session.other_added": "legde een prioriteit van een ander vast bij {subject}",
                "session.other_changed": "veranderde een prioriteit van een ander bij {subject}",
                "session.other_removed": "haalde een prioriteit van een ander weg bij {subject}",
                "session.proposed": "stelde het verslag van {subject} voor",
                "session.sent_back": "stuurde het verslag van {subject} terug",
                "session.signed": "tekende het verslag van {subject} af",
            }
        )
