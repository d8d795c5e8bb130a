from django.apps import AppConfig

from integraal.foundation.audit import verbs


class ProgrammeConfig(AppConfig):
    name = "integraal.policy.programme"
    label = "programme"

    def ready(self) -> None:
        from integraal.foundation.outbox import letters
        from integraal.foundation.partners import uses
        from integraal.policy.programme import partner_uses
        from integraal.policy.programme.updating import mails

        uses.register(partner_uses.uses)
        letters.register(mails.ASKED, "Vraag hoe maatregelen lopen", mails.asked_letter)
        letters.register(mails.REMINDER, "Herinnering aan maatregelen", mails.reminder_letter)
        verbs.register(
            {
                "programme.started": "begon {subject}",
                "programme.next_version": "begon een nieuwe versie van {subject}",
                "programme.measure_added": "voegde een maatregel toe aan {subject}",
                "programme.measure_changed": "veranderde een maatregel van {subject}",
                "programme.updates_asked": "vroeg hoe de maatregelen van {subject} lopen",
                "programme.reminded": "herinnerde iemand aan zijn maatregelen",
                "programme.link_opened": "opende een link om maatregelen bij te werken",
                "programme.link_revoked": "trok een link om maatregelen bij te werken in",
                "programme.link_extended": "verlengde een link om maatregelen bij te werken",
                "programme.rhythm_set": "veranderde hoe vaak {subject} wordt bijgewerkt",
                "programme.update_said": "zei hoe een maatregel van {subject} loopt",
                "programme.measure_removed": "haalde een maatregel uit {subject}",
                "programme.measure_put_back": "zette een maatregel terug in {subject}",
                "programme.measure_brought_back": "haalde een maatregel terug in {subject}",
                "programme.proposed": "stelde {subject} voor",
                "programme.sent_back": "stuurde {subject} terug",
                "programme.adopted": "legde vast dat {subject} is vastgesteld",
                "programme.council_told": "legde vast dat de raad is verteld over {subject}",
                "programme.change_noted": "begon een wijziging van {subject}",
                "programme.change_written": "schreef aan een wijziging van {subject}",
                "programme.change_decided": "legde een besluit over een wijziging vast: {subject}",
                "programme.change_version": "begon een versie voor een wijziging: {subject}",
                "programme.change_told": "vertelde de raad over een wijziging van {subject}",
                "programme.view_saved": "bewaarde een eigen weergave",
                "programme.view_renamed": "gaf een eigen weergave een andere naam",
                "programme.view_removed": "haalde een eigen weergave weg",
                "programme.calendar_made": "maakte een eigen agenda-adres",
                "programme.calendar_revoked": "trok een eigen agenda-adres in",
                "programme.workbook_made": "maakte een Excelbestand van {subject}",
                "programme.workbook_taken_over": "las een Excelbestand in bij {subject}",
                "programme.capacity_set": "vulde in hoeveel uren er zijn voor {subject}",
            }
        )
