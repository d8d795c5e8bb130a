from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "integraal.foundation.partners"
    label = "partners"
