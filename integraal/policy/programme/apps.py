from django.apps import AppConfig

from integraal.foundation.audit import verbs


class ProgrammeConfig(AppConfig):
    name = "integraal.policy.programme"
    label = "programme"

    def ready(self) -> None:
        verbs.register(
            {
                "programme.started": "begon {subject}",
                "programme.next_version": "begon een nieuwe versie van {subject}",
                "programme.measure_added": "voegde een maatregel toe aan {subject}",
                "programme.measure_changed": "veranderde een maatregel van {subject}",
                "programme.measure_removed": "haalde een maatregel uit {subject}",
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
