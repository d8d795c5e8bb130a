from django.apps import AppConfig

from integraal.foundation.audit import verbs


class MonitoringConfig(AppConfig):
    name = "integraal.policy.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        verbs.register(
            {
                "monitoring.reading_kept": "legde een stand van een doel vast",
                "monitoring.reading_removed": "haalde een stand van een doel weg",
                "monitoring.threshold_set": "stelde een drempel in",
                "monitoring.threshold_removed": "haalde een drempel weg",
                "monitoring.threshold_crossed": "zag dat een drempel is overschreden",
                "monitoring.threshold_passed": "zag dat een drempel niet meer is overschreden",
                "monitoring.deviation_opened": "opende {subject}",
                "monitoring.deviation_analysed": "schreef de analyse van {subject}",
                "monitoring.deviation_options": "schreef de keuzes bij {subject}",
                "monitoring.deviation_decided": "legde een besluit vast over {subject}",
                "monitoring.deviation_followed": "legde vast wat volgt op {subject}",
                "monitoring.deviation_closed": "sloot {subject}",
                "monitoring.incident_kept": "legde een incident of taak vast",
                "monitoring.incident_changed": "veranderde een incident of taak",
                "monitoring.lesson_kept": "legde een les vast",
                "monitoring.lesson_to_measure": "maakte van een les een maatregel",
                "monitoring.joined_kept": "legde vast dat de gemeente meedoet aan {subject}",
                "monitoring.joined_changed": "veranderde de deelname aan {subject}",
                "monitoring.joined_ended": "beëindigde de deelname aan {subject}",
            }
        )
