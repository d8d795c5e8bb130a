"""The design layer: styles, components and charts. It knows no step of the policy cycle."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "integraal.foundation.ui"
    label = "ui"
    verbose_name = "Huisstijl en onderdelen"
