"""When what is written about a meeting is right. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

LONGEST_TITLE, LONGEST_FUNCTION, LONGEST_TEXT = 160, 80, 20_000
LONGEST_WHAT, LONGEST_PLACE = 300, 120
INFORMED, DISCUSS, DECIDE = "informed", "discuss", "decide"
ASKED: dict[str, str] = {
    INFORMED: "ter kennisname",
    DISCUSS: "bespreken",
    DECIDE: "besluiten",
}


@dataclass(frozen=True)
class Handled:
    """An item of the agenda as far as the minutes depend on it."""

    place: int
    outcome: str
    decision: str


def planned_problem(title: str, chair: str, day: date | None) -> str | None:
    """Return why a meeting cannot be planned so, or ``None``."""
    if day is None:
        return "Vul in op welke dag het overleg is."
    if not title or len(title) > LONGEST_TITLE:
        return f"Geef het overleg een naam van hoogstens {LONGEST_TITLE} tekens."
    if not chair or len(chair) > LONGEST_FUNCTION:
        return f"Vul de functie van de voorzitter in, in hoogstens {LONGEST_FUNCTION} tekens."
    return None


def item_problem(title: str, asked: str, explanation: str) -> str | None:
    """Return why an item cannot stand on the agenda so, or ``None``."""
    if not title:
        return "Schrijf op waar dit punt over gaat."
    if len(title) > LONGEST_TITLE:
        return f"Gebruik hoogstens {LONGEST_TITLE} tekens voor het agendapunt."
    if asked not in ASKED:
        return "Kies wat u van het overleg vraagt: kennisnemen, bespreken of besluiten."
    return too_long(explanation)


def point_problem(what: str, who: str, due: date | None, since: date) -> str | None:
    """Return why an action cannot be agreed on so, or ``None``.

    Args:
        who: function or name, empty when nobody was chosen.
        since: the day of the meeting that agreed on it.
    """
    if not what:
        return "Schrijf op wat er moet gebeuren, of laat de hele actie leeg."
    if len(what) > LONGEST_WHAT:
        return f"Gebruik hoogstens {LONGEST_WHAT} tekens voor de actie."
    if not who:
        return "Kies wie deze actie doet, of schrijf de functie op."
    if len(who) > LONGEST_FUNCTION:
        return f"Gebruik hoogstens {LONGEST_FUNCTION} tekens voor de functie."
    if due is None:
        return "Vul in wanneer deze actie klaar moet zijn."
    if due < since:
        return "De actie moet klaar zijn vóór de dag van het overleg. Kies een latere dag."
    return None


def minutes_problem(*, day: date, today: date, chair: str, present: str, text: str) -> str | None:
    """Return why the minutes cannot be written so, or ``None``."""
    if day > today:
        return (
            "De dag van dit overleg ligt in de toekomst. Verander de dag, of wacht met het verslag."
        )
    if not chair or len(chair) > LONGEST_FUNCTION:
        return f"Vul de functie van de voorzitter in, in hoogstens {LONGEST_FUNCTION} tekens."
    if not present:
        return "Schrijf op wie er waren: functies en organisaties, één op een regel."
    return too_long(present) or too_long(text)


def adoption_problem(
    *, items: Sequence[Handled], day: date, next_day: date | None, today: date
) -> str | None:
    """Return why the minutes of a meeting that was held cannot be adopted, or ``None``.

    Args:
        day: of the meeting itself.
        next_day: of the meeting in which they are adopted, ``None`` when none was chosen.
    """
    if next_day is None:
        return "Kies in welk overleg het verslag is vastgesteld. Is er geen, plan dat dan eerst."
    if next_day < day:
        return "Dat overleg was eerder dan dit. Een verslag wordt in een later overleg vastgesteld."
    if next_day > today:
        return "Dat overleg is nog niet gehouden. Stel het verslag vast op de dag zelf."
    if not items:
        return "Dit overleg heeft geen agendapunten. Er is niets vast te stellen."
    for one in items:
        if not one.outcome and not one.decision:
            return f"Punt {one.place} heeft nog geen uitkomst. Vul die eerst in."
    return None


def moved(order: Sequence[str], which: str, to: int) -> list[str]:
    """Return the order after one went to place ``to`` (from 1; beyond the last is the last)."""
    others = [one for one in order if one != which]
    others.insert(max(to, 1) - 1, which)
    return others


def doubled(wanted: Collection[str], there: Collection[str]) -> str | None:
    """Return why something cannot stand on an agenda twice, or ``None``."""
    if set(wanted) & set(there):
        return "Dit staat al op de agenda van dit overleg."
    return None


def too_long(text: str) -> str | None:
    over = len(text) - LONGEST_TEXT
    return f"Een tekst is {over} tekens te lang. Kort in." if over > 0 else None
