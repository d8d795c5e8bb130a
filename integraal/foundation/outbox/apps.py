from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "integraal.foundation.outbox"
    label = "outbox"
