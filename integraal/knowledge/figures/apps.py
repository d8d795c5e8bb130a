from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.audit.actors import Actor
from integraal.foundation.jobs import registry


class FiguresConfig(AppConfig):
    name = "integraal.knowledge.figures"
    label = "figures"

    def ready(self) -> None:
        from integraal.knowledge.figures.access import check_load_figures
        from integraal.knowledge.figures.catalogue import own_definitions

        verbs.register(
            {
                "figures.loaded": "las cijfers in uit het bestand {subject}",
                "figures.mapping_kept": "bewaarde hoe de tabel {subject} gelezen wordt",
                "figures.taken_back": "nam de cijfers uit het bestand {subject} terug",
                "figures.published": "maakte een bestand met open data",
                "figures.hiding_kept": "gaf aanleiding om kleine aantallen opnieuw af te schermen",
                "figures.round_made": "maakte de maandronde {subject}",
            }
        )
        own_definitions.register()
        registry.register(
            "month-round",
            "Maandronde maken",
            _make_round,
            check=check_load_figures,
            explanation=(
                "Legt de nieuwste maanden van elk cijfer naast de jaren ervoor en zegt wat "
                "opvalt. Zonder nieuwe cijfers verandert er niets."
            ),
        )


def _make_round(by: Actor, progress: registry.Progress) -> list[str]:
    from integraal.knowledge.figures.rounds.actions import make_round
    from integraal.knowledge.figures.rounds.telling import told_of_round

    return [told_of_round(make_round(by=by))]
