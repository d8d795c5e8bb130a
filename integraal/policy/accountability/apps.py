from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.documents.word.kinds import register


class AccountabilityConfig(AppConfig):
    name = "integraal.policy.accountability"
    label = "accountability"

    def ready(self) -> None:
        from integraal.foundation.links import public
        from integraal.knowledge.figures import uses
        from integraal.policy.accountability.norms import own_norms
        from integraal.policy.accountability.papers.word_kind import WORD
        from integraal.policy.accountability.planning import own_dates
        from integraal.policy.accountability.public import queries
        from integraal.policy.accountability.questions import own_terms
        from integraal.policy.accountability.reports.uses import uses_in_reports

        public.register_page(queries.LABEL, queries.public_address)
        register(WORD)
        uses.register(uses_in_reports)
        own_norms.register()
        own_dates.register()
        own_terms.register()
        verbs.register(
            {
                "accountability.theme_followed": "begon een thema te volgen",
                "accountability.theme_left": "stopte met het volgen van een thema",
                "accountability.norm_answered": "beantwoordde een norm bij {subject}",
                "accountability.norm_emptied": "haalde het antwoord op een norm bij {subject} weg",
                "accountability.question_kept": "legde een vraag van de raad vast",
                "accountability.question_changed": "veranderde een vraag van de raad",
                "accountability.answer_written": "schreef aan het antwoord op een raadsvraag",
                "accountability.question_answered": "beantwoordde een vraag van de raad",
                "accountability.question_removed": "haalde een vraag van de raad weg",
                "accountability.started": "begon {subject}",
                "accountability.gathered": "verzamelde de feiten van {subject} opnieuw",
                "accountability.text_written": "schreef aan {subject}",
                "accountability.next_version": "begon een nieuwe versie van {subject}",
                "accountability.proposed": "stelde {subject} voor",
                "accountability.sent_back": "stuurde {subject} terug",
                "accountability.adopted": "legde vast dat {subject} is vastgesteld",
                "accountability.council_told": "legde vast dat de raad is verteld over {subject}",
                "accountability.sent_to_picture": "zette beloften uit {subject} in een beeld",
                "accountability.published": "maakte {subject} openbaar voor inwoners",
                "accountability.withdrawn": "haalde {subject} weg voor inwoners",
            }
        )
