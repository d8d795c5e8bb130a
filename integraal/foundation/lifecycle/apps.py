from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    name = "integraal.foundation.lifecycle"
    label = "lifecycle"
