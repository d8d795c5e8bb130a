from django.apps import AppConfig

from integraal.foundation.audit import verbs


class AccountabilityConfig(AppConfig):
    name = "integraal.policy.accountability"
    label = "accountability"

    def ready(self) -> None:
        from integraal.foundation.links import public
        from integraal.policy.accountability.public import queries

        public.register_page(queries.LABEL, queries.public_address)
        verbs.register(
            {
                "accountability.published": "maakte {subject} openbaar voor inwoners",
                "accountability.withdrawn": "haalde {subject} weg voor inwoners",
            }
        )
