"""Write, propose and adopt the demo's pictures, each by whose work it is."""

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.actions import (
    adopt_picture,
    propose_picture,
    start_next_version,
    start_picture,
)
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.writing.actions import write_text
from integraal.portal.setting_up.demo_files import DemoPicture
from integraal.portal.setting_up.demo_people import somebody


def load_picture(picture: DemoPicture) -> str:
    """Make one picture, unless there is one of that year; returns a Dutch sentence."""
    adviser, mayor = somebody("adviser"), somebody("mayor")
    if adviser is None or mayor is None or pictures(adviser).filter(year=picture.year).exists():
        return f"het veiligheidsbeeld {picture.year} laten we zoals het is."
    started = start_picture(by=adviser, year=picture.year, first_year=picture.first_year)
    _write(adviser, started, picture)
    if not picture.decision_number:
        return f"het veiligheidsbeeld {picture.year} begonnen, als concept."
    propose_picture(by=adviser, picture=started)
    adopted = adopt_picture(
        by=mayor, picture=started, on=timezone.localdate(), number=picture.decision_number
    )
    if picture.has_next:
        start_next_version(by=adviser, picture=adopted)
    return f"het veiligheidsbeeld {picture.year} geschreven en vastgesteld."


def _write(adviser: Actor, started: Picture, picture: DemoPicture) -> None:
    for (theme, part), text in picture.texts.items():
        write_text(by=adviser, picture=started, theme=theme, part=part, text=text, base_revision=0)
