from django.apps import AppConfig

from integraal.foundation.audit import verbs


class AccountabilityConfig(AppConfig):
    name = "integraal.policy.accountability"
    label = "accountability"

    def ready(self) -> None:
        from integraal.foundation.links import public
        from integraal.knowledge.figures import uses
        from integraal.policy.accountability.public import queries
        from integraal.policy.accountability.reports.uses import uses_in_reports

        uses.register(uses_in_reports)
        public.register_page(queries.LABEL, queries.public_address)
        verbs.register(
            {
                "accountability.started": "begon {subject}",
                "accountability.gathered": "verzamelde de feiten van {subject} opnieuw",
                "accountability.text_written": "schreef aan {subject}",
                "accountability.next_version": "begon een nieuwe versie van {subject}",
                "accountability.proposed": "stelde {subject} voor",
                "accountability.sent_back": "stuurde {subject} terug",
                "accountability.adopted": "legde vast dat {subject} is vastgesteld",
                "accountability.council_told": "legde vast dat de raad is verteld over {subject}",
                "accountability.published": "maakte {subject} openbaar voor inwoners",
                "accountability.withdrawn": "haalde {subject} weg voor inwoners",
            }
        )
