"""The board: a column per status, with a light for quality, time and money on every card."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.templatetags.ig_small import COMPONENTS, triad
from integraal.policy.programme.models import Light, Programme, Status
from integraal.policy.programme.showing.lines import Line
from integraal.policy.programme.showing.page import View, address, measure_address

IN_A_COLUMN = 40
WHOLE = "kolom"
_LIGHTS = {Light.GOOD: "ok", Light.ATTENTION: "attention", Light.STUCK: "blocked"}
_URGENT = (Light.STUCK, Light.ATTENTION, "", Light.GOOD)
_ANY = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Card:
    """One measure on the board."""

    title: str
    url: str
    move_url: str
    theme: str
    who: str
    has_owner: bool
    said: str
    lights: SafeString


@dataclass(frozen=True)
class Column:
    """The measures with one status; what asks most stands on top."""

    code: str
    name: str
    count: int
    cards: list[Card]
    more_url: str

    @property
    def left(self) -> int:
        """How many are not shown."""
        return self.count - len(self.cards)


@dataclass(frozen=True)
class Board:
    """What ``programme/board.html`` shows."""

    view: View
    columns: list[Column]
    sentence: str
    crumb: str = "Per stand"


def board_page(view: View, given: Mapping[str, str]) -> Board:
    """Return the board of the measures of a view; ``given`` may ask for one column as a whole."""
    whole = given.get(WHOLE, "")
    return Board(
        view=view,
        columns=[_column(view, code, label, whole) for code, label in Status.choices],
        sentence=_sentence(view.lines),
    )


def _column(view: View, status: str, name: str, whole: str) -> Column:
    found = [line for line in view.lines if line.stand.status == status]
    found.sort(key=lambda line: _URGENT.index(line.worst))
    shown = found if whole == status else found[:IN_A_COLUMN]
    url, move = measure_address(view.programme), move_address(view.programme)
    more = "&".join(part for part in (view.asked.address, f"{WHOLE}={status}") if part)
    return Column(
        code=status,
        name=name.capitalize(),
        count=len(found),
        cards=[_card(line, view.themes, url, move) for line in shown],
        more_url=f"?{more}",
    )


def _card(line: Line, themes: Mapping[str, str], url: str, move: str) -> Card:
    said = line.stand.updated_on
    return Card(
        title=line.title,
        url=url.format(line.key),
        move_url=move.format(line.key),
        theme=themes.get(line.theme, line.theme),
        who=line.owner or "Geen eigenaar",
        has_owner=bool(line.owner),
        said=f"bijgewerkt op {day(said)}" if said else "nooit bijgewerkt",
        lights=lights_of(line.stand.lights),
    )


def move_address(programme: Programme) -> str:
    """Return the address where a measure is updated, with a place for its key."""
    return address("measure-update", programme.pk, _ANY).replace(_ANY, "{}")


@cache
def lights_of(lights: tuple[str, str, str]) -> SafeString:
    """Return the three lights; there are only 64 of them, so each is drawn once."""
    names = [_LIGHTS.get(Light(one), "none") if one else "none" for one in lights]
    return render_to_string(f"{COMPONENTS}triad.html", triad(*names))


def _sentence(found: list[Line]) -> str:
    if not found:
        return "Er zijn geen maatregelen om te tonen."
    stuck = sum(line.worst == Light.STUCK for line in found)
    silent = sum(line.stand.updated_on is None for line in found)
    parts = []
    if stuck:
        parts.append(f"{stuck} met een knelpunt")
    if silent:
        parts.append(f"{silent} waarvan niemand ooit zei hoe het gaat")
    total = f"{len(found)} maatregelen" if len(found) > 1 else "1 maatregel"
    return f"{total}{': ' if parts else ', '}{' en '.join(parts) or 'zonder knelpunten'}."
