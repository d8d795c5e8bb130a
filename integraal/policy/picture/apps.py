from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.documents.word.kinds import register


class PictureConfig(AppConfig):
    name = "integraal.policy.picture"
    label = "picture"

    def ready(self) -> None:
        from integraal.knowledge.figures import uses
        from integraal.policy.picture.checks import own_words
        from integraal.policy.picture.papers.word_kind import WORD
        from integraal.policy.picture.trace.uses import uses_in_pictures

        uses.register(uses_in_pictures)
        own_words.register()
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
                "picture.contribution_added": "legde inbreng vast bij {subject}",
                "picture.contribution_changed": "veranderde inbreng bij {subject}",
                "picture.contribution_removed": "haalde inbreng weg bij {subject}",
                "picture.matter_referred": "verwees iets door vanuit {subject}",
                "picture.referral_changed": "veranderde een verwijzing vanuit {subject}",
                "picture.referral_removed": "haalde een verwijzing weg bij {subject}",
                "picture.referral_answered": "legde een antwoord vast op een verwijzing "
                "vanuit {subject}",
                "picture.promise_added": "voegde een belofte toe aan de terugblik van {subject}",
                "picture.promises_imported": "nam beloften over in de terugblik van {subject}",
                "picture.promise_changed": "veranderde een belofte in de terugblik van {subject}",
                "picture.promise_moved": "verplaatste een belofte in de terugblik van {subject}",
                "picture.promise_removed": "haalde een belofte uit de terugblik van {subject}",
                "picture.remark_made": "maakte een opmerking bij {subject}",
                "picture.remark_closed": "handelde een opmerking af bij {subject}",
                "picture.suggestion_accepted": "nam een voorstel over in {subject}",
                "picture.suggestion_declined": "wees een voorstel af bij {subject}",
                "picture.remark_withdrawn": "trok een opmerking in bij {subject}",
                "picture.link_made": "maakte een {subject}",
                "picture.link_revoked": "trok een {subject} in",
                "picture.link_opened": "opende een {subject}",
            }
        )
