from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.documents.word.kinds import register

_VERBS = {
    "plan.started": "begon {subject}",
    "plan.next_version": "begon een nieuwe versie van {subject}",
    "plan.block_added": "voegde iets toe aan {subject}",
    "plan.block_written": "schreef aan {subject}",
    "plan.block_moved": "verplaatste iets in {subject}",
    "plan.block_removed": "haalde iets uit {subject}",
    "plan.edition_kept": "legde een {subject} vast",
    "plan.published": "maakte {subject} openbaar voor inwoners",
    "plan.withdrawn": "haalde {subject} weg voor inwoners",
    "plan.proposed": "stelde {subject} voor",
    "plan.moment_planned": "plande een besluit over {subject}",
    "plan.decided": "legde een besluit over {subject} vast",
    "plan.sent_back": "stuurde {subject} terug",
    "plan.adopted": "legde vast dat {subject} is vastgesteld",
    "plan.amendment_tabled": "legde een amendement op {subject} vast",
    "plan.amendment_changed": "veranderde een amendement op {subject}",
    "plan.amendment_decided": "legde vast wat er met een amendement op {subject} is",
    "plan.amendment_applied": "verwerkte een amendement in {subject}",
    "plan.consultation_opened": "vroeg partners over {subject}",
    "plan.consultation_changed": "veranderde een consultatie over {subject}",
    "plan.consultation_closed": "sloot een consultatie over {subject}",
    "plan.invited": "nodigde iemand uit om te reageren op {subject}",
    "plan.invitation_extended": "verlengde een {subject}",
    "plan.invitation_renewed": "maakte een nieuwe link bij een {subject}",
    "plan.invitation_revoked": "trok een {subject} in",
    "plan.invitation_reminded": "herinnerde aan een {subject}",
    "plan.invitation_opened": "opende een {subject}",
    "plan.invitation_finished": "was klaar met een {subject}",
    "plan.invitation_reopened": "ging verder met een {subject}",
    "plan.comment_made": "reageerde met een {subject}",
    "plan.comment_changed": "veranderde een reactie bij een {subject}",
    "plan.comment_withdrawn": "trok een reactie in bij een {subject}",
    "plan.comment_weighed": "beantwoordde een reactie op {subject}",
    "plan.change_noted": "begon een tussentijdse wijziging van {subject}",
    "plan.change_written": "schreef aan een tussentijdse wijziging van {subject}",
    "plan.change_decided": "legde een besluit vast over een wijziging van {subject}",
    "plan.change_version": "begon een versie voor een wijziging: {subject}",
    "plan.council_told": "legde vast dat de raad is verteld over {subject}",
    "plan.import_read": "las een bestaand plan in: {subject}",
    "plan.import_judged": "beoordeelde voorstellen uit {subject}",
    "plan.import_finished": "nam voorstellen over uit {subject}",
    "plan.import_stopped": "stopte met het inlezen van een plan",
}


class PlanConfig(AppConfig):
    name = "integraal.policy.plan"
    label = "plan"

    def ready(self) -> None:
        from integraal.foundation.links import public
        from integraal.knowledge.figures import uses
        from integraal.policy.plan.checks import own_means
        from integraal.policy.plan.deciding import path
        from integraal.policy.plan.overview import own_terms
        from integraal.policy.plan.papers.word_kind import WORD
        from integraal.policy.plan.public import queries
        from integraal.policy.plan.trace.uses import uses_in_plans

        uses.register(uses_in_plans)
        own_means.register()
        path.register()
        own_terms.register()
        register(WORD)
        public.register_page(queries.LABEL, queries.public_address)
        verbs.register(_VERBS)
