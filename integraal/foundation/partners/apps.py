from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "integraal.foundation.partners"
    label = "partners"

    def ready(self) -> None:
        from integraal.foundation.outbox import letters
        from integraal.foundation.partners.mail_addresses import contact_address

        letters.register_address(contact_address)
