from django.apps import AppConfig

from integraal.foundation.audit import verbs


class PeopleConfig(AppConfig):
    name = "integraal.foundation.people"
    label = "people"

    def ready(self) -> None:
        verbs.register(
            {
                "organisation.added": "voegde de organisatie {subject} toe",
                "member.added": "gaf {subject} toegang",
                "member.roles_changed": "veranderde de rollen van {subject}",
                "member.corrected": "verbeterde de gegevens van {subject}",
                "member.list_exported": "haalde de lijst van mensen op als Excel",
                "member.ended": "beëindigde de toegang van {subject}",
                "member.signed_in": "meldde zich aan",
                "member.switched_tenant": "wisselde van gemeente",
                "token.made": "maakte de API-sleutel {subject}",
                "token.revoked": "trok de API-sleutel {subject} in",
            }
        )
