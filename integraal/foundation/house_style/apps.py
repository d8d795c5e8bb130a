from django.apps import AppConfig

from integraal.foundation.audit import verbs


class HouseStyleConfig(AppConfig):
    name = "integraal.foundation.house_style"
    label = "house_style"

    def ready(self) -> None:
        verbs.register({"house_style.changed": "veranderde de huisstijl"})
