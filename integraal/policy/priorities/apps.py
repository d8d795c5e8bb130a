from django.apps import AppConfig


class PrioritiesConfig(AppConfig):
    name = "integraal.policy.priorities"
    label = "priorities"
