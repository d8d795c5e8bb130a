"""The page that leads from a number to the row it stands in."""

from dataclasses import dataclass

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import day, number
from integraal.knowledge.figures.explorer.origin import FigureOrigin
from integraal.knowledge.figures.explorer.rows import (
    SAID_IMPOSSIBLE,
    SAID_MISSING,
    SAID_WITHHELD,
)
from integraal.knowledge.figures.models import Figure, ReferenceFigure, Status
from integraal.knowledge.figures.tabs import tabs

_SAID = {
    Status.MISSING: ("onbekend", SAID_MISSING),
    Status.WITHHELD: ("niet vrijgegeven", SAID_WITHHELD),
    Status.IMPOSSIBLE: ("komt niet voor", SAID_IMPOSSIBLE),
}
HIDDEN = "niet getoond"


@dataclass(frozen=True)
class EarlierValue:
    """A value that the same source gave before."""

    shown: str
    file_name: str
    loaded_on: str
    is_current: bool


@dataclass(frozen=True)
class OriginPage:
    """What ``figures/origin.html`` shows."""

    tabs: list[Chip]
    origin: FigureOrigin
    title: str
    shown: str
    say: str
    marks: tuple[str, ...]
    place: str
    earlier: tuple[EarlierValue, ...]


def origin_page(by: Actor, origin: FigureOrigin) -> OriginPage:
    """Return the page of one number."""
    kind = dict(AreaKind.choices).get(origin.level, "")
    division = f", indeling van {origin.division_year}" if origin.division_year else ""
    return OriginPage(
        tabs=tabs(by, "explorer"),
        origin=origin,
        title=f"Waar dit cijfer vandaan komt: {origin.area}, {origin.period.label}",
        shown=HIDDEN if origin.is_hidden else shown_value(origin.number),
        say=_say(origin),
        marks=() if origin.is_hidden else _marks(origin.number),
        place=f"{origin.area} ({kind}{division})",
        earlier=tuple(
            EarlierValue(
                shown_value(one.number),
                one.file_name,
                day(one.loaded_at.date()),
                one.number.is_current,
            )
            for one in origin.earlier
        ),
    )


def shown_value(figure: Figure | ReferenceFigure) -> str:
    """Return the value, or the word for why there is none."""
    if figure.value is not None:
        return number(figure.value)
    return _SAID[Status(figure.status)][0]


def _say(origin: FigureOrigin) -> str:
    if origin.is_hidden:
        return (
            "Dit is een deel van de gemeente. Het aantal zelf staat in de verkenner, en is daar "
            "afgeschermd als het klein is. De regel uit het bestand ziet de adviseur veiligheid."
        )
    if origin.withheld_reason:
        return origin.withheld_reason
    if origin.number.value is None:
        return _SAID[Status(origin.number.status)][1]
    return ""


def _marks(figure: Figure | ReferenceFigure) -> tuple[str, ...]:
    marks = []
    if figure.rounded_to > 1:
        marks.append(f"afgerond op {figure.rounded_to}")
    if figure.provisional:
        marks.append("voorlopig")
    if figure.incomplete:
        marks.append("nog niet compleet")
    return tuple(marks)
