from django.apps import AppConfig

from integraal.foundation.audit import verbs


class JobsConfig(AppConfig):
    name = "integraal.foundation.jobs"
    label = "jobs"

    def ready(self) -> None:
        verbs.register(
            {
                "job.asked": "vroeg om de taak {subject}",
                "job.begun": "begon aan de taak {subject}",
                "job.finished": "rondde de taak {subject} af",
                "job.failed": "kon de taak {subject} niet afmaken",
            }
        )
