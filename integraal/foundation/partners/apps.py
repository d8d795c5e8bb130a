from django.apps import AppConfig

from integraal.foundation.audit import verbs


class PartnersConfig(AppConfig):
    name = "integraal.foundation.partners"
    label = "partners"

    def ready(self) -> None:
        from integraal.foundation.links import public
        from integraal.foundation.outbox import letters
        from integraal.foundation.partners import own_terms
        from integraal.foundation.partners.mail_addresses import contact_address
        from integraal.foundation.partners.public import queries

        letters.register_address(contact_address)
        own_terms.register()
        public.register_page(queries.LABEL, queries.public_address)
        verbs.register(
            {
                "partner.added": "voegde de partner {subject} toe",
                "partner.changed": "veranderde de gegevens van de partner {subject}",
                "partner.ended": "beëindigde de samenwerking met {subject}",
                "partner.resumed": "hervatte de samenwerking met {subject}",
                "partner.list_exported": "haalde de lijst van partners op als Excel",
                "contact.added": "voegde een contactpersoon toe bij {subject}",
                "contact.changed": "veranderde een contactpersoon van {subject}",
                "contact.ended": "haalde een contactpersoon weg bij {subject}",
                "contact.read": "las de contactgegevens van {subject}",
                "covenant.added": "voegde het convenant {subject} toe",
                "covenant.changed": "veranderde het convenant {subject}",
                "covenant.evaluated": "legde de evaluatie vast van {subject}",
                "covenant.ended": "beëindigde het convenant {subject}",
                "covenant.list_exported": "haalde de lijst van convenanten op als Excel",
                "team.card_added": "voegde een kaart toe aan het zichtbare team: {subject}",
                "team.card_changed": "veranderde een kaart van het zichtbare team: {subject}",
                "team.card_moved": "verplaatste een kaart van het zichtbare team: {subject}",
                "team.card_shown": "liet een kaart van het zichtbare team zien: {subject}",
                "team.card_hidden": "verborg een kaart van het zichtbare team: {subject}",
                "team.card_removed": "verwijderde een kaart van het zichtbare team",
            }
        )
