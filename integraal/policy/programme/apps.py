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
                "programme.capacity_set": "legde de uren en het ritme van {subject} vast",
            }
        )
