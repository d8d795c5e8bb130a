from django.apps import AppConfig

from integraal.foundation.audit import verbs
from integraal.foundation.audit.actors import Actor
from integraal.foundation.jobs import registry
from integraal.knowledge.figures.access import check_load_figures
from integraal.knowledge.sources.problems import FileProblem


class PortalConfig(AppConfig):
    name = "integraal.portal"
    label = "portal"

    def ready(self) -> None:
        verbs.register({"trail.read": "las het logboek"})
        registry.register(
            "own-figures",
            "Cijfers van de gemeente bijwerken uit de landelijke tabellen",
            _update_own_figures,
            check=check_load_figures,
            known=(FileProblem,),
            explanation=(
                "Neemt over wat de landelijke tabellen van het CBS en de politie over uw gemeente, "
                "wijken en buurten zeggen. Wat er al is, blijft zoals het is."
            ),
        )
        _register_home_lines()


def _update_own_figures(by: Actor, progress: registry.Progress) -> list[str]:
    # Imported here: DuckDB comes with it, and that stays out of the web server.
    from integraal.portal.setting_up.ready.job import update_own_figures

    return update_own_figures(by, progress)


def _register_home_lines() -> None:
    """Let each step tell the home page where it stands; a new step adds its own line here."""
    # Imported here: these read models, which are there only when all apps are loaded.
    from integraal.portal.home import lines
    from integraal.portal.home.account_lines import account_line
    from integraal.portal.home.monitoring_lines import monitoring_line
    from integraal.portal.home.picture_lines import picture_line
    from integraal.portal.home.plan_lines import plan_line
    from integraal.portal.home.programme_lines import programme_line
    from integraal.portal.home.session_lines import session_line

    lines.register("beeld", picture_line)
    lines.register("prioriteiten", session_line)
    lines.register("plan", plan_line)
    lines.register("programma", programme_line)
    lines.register("monitoring", monitoring_line)
    lines.register("verantwoording", account_line)
