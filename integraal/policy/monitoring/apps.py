from django.apps import AppConfig

from integraal.foundation.audit import verbs


class MonitoringConfig(AppConfig):
    name = "integraal.policy.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        from integraal.foundation.meetings import kinds
        from integraal.policy.monitoring.meetings.uses import uses_of_kind

        kinds.register(uses_of_kind)
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
                "monitoring.meeting_planned": "plande {subject}",
                "monitoring.meeting_changed": "veranderde {subject}",
                "monitoring.meeting_called_off": "zegde {subject} af",
                "monitoring.meeting_agenda": "werkte aan de agenda van {subject}",
                "monitoring.meeting_item_recorded": "legde een uitkomst vast van {subject}",
                "monitoring.meeting_minutes": "schreef aan het verslag van {subject}",
                "monitoring.meeting_adopted": "stelde het verslag vast van {subject}",
                "monitoring.action_agreed": "legde een actie vast van {subject}",
                "monitoring.action_changed": "veranderde een actie van {subject}",
                "monitoring.action_done": "vinkte een actie af van {subject}",
                "monitoring.action_reopened": "zette een actie weer open van {subject}",
            }
        )
