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
                "programme.measure_put_back": "zette een maatregel terug in {subject}",
                "programme.measure_brought_back": "haalde een maatregel terug in {subject}",
                "programme.capacity_set": "legde de uren en het ritme van {subject} vast",
                "programme.proposed": "stelde {subject} voor",
                "programme.sent_back": "stuurde {subject} terug",
                "programme.adopted": "legde vast dat {subject} is vastgesteld",
                "programme.council_told": "legde vast dat de raad is verteld over {subject}",
                "programme.change_noted": "begon een wijziging van {subject}",
                "programme.change_written": "schreef aan een wijziging van {subject}",
                "programme.change_decided": "legde een besluit over een wijziging vast: {subject}",
                "programme.change_version": "begon een versie voor een wijziging: {subject}",
                "programme.change_told": "vertelde de raad over een wijziging van {subject}",
            }
        )
