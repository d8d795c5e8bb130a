from django.apps import AppConfig


class DatabaseConfig(AppConfig):
    name = "integraal.foundation.database"
    label = "database"
