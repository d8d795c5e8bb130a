"""When what is written about a deviation is right. Pure."""

from collections.abc import Collection, Sequence
from datetime import date

from integraal.policy.monitoring.deviations.states import FEWEST_OPTIONS

LONGEST_TITLE, LONGEST_BODY, LONGEST_TEXT = 160, 80, 20_000
MOST_OPTIONS = 6
Option = tuple[str, str]


def opened_problem(title: str, cause: str, causes: Collection[str], what: str) -> str | None:
    """Return why a deviation cannot be opened so, or ``None``."""
    if not title:
        return "Geef de afwijking een naam, zoals: meer overlast dan gedacht."
    if len(title) > LONGEST_TITLE:
        return f"Gebruik hoogstens {LONGEST_TITLE} tekens voor de naam."
    if cause not in causes:
        return "Kies de aanleiding: een cijfer, een maatregel, een incident of een partner."
    if not what:
        return "Schrijf op wat u ziet."
    return too_long(what)


def options_problem(options: Sequence[Option]) -> str | None:
    """Return why these options cannot be kept, or ``None``; each is a text with a consequence."""
    if len(options) < FEWEST_OPTIONS:
        return "Schrijf ten minste twee keuzes op. Niets doen is ook een keuze."
    if len(options) > MOST_OPTIONS:
        return f"Schrijf hoogstens {MOST_OPTIONS} keuzes op."
    for text, consequence in options:
        if not text:
            return "Bij een gevolg staat geen keuze. Vul die in."
        if not consequence:
            return f"Schrijf het gevolg op van: “{text[:60]}”."
        if problem := too_long(f"{text}{consequence}"):
            return problem
    return None


def decided_problem(
    decision: str, body: str, on: date | None, opened: date, today: date
) -> str | None:
    """Return why a decision cannot be recorded so, or ``None``."""
    if not decision:
        return "Schrijf op wat is besloten en waarom."
    if not body or len(body) > LONGEST_BODY:
        return f"Vul in wie heeft besloten, in hoogstens {LONGEST_BODY} tekens. Zoals: driehoek."
    if on is None:
        return "Vul in op welke dag is besloten."
    if on > today:
        return "De dag van het besluit ligt in de toekomst. Kijk de dag na."
    if on < opened:
        return "De dag van het besluit ligt vóór de dag waarop de afwijking is geopend."
    return too_long(decision)


def too_long(text: str) -> str | None:
    over = len(text) - LONGEST_TEXT
    return f"Een tekst is {over} tekens te lang. Kort in." if over > 0 else None
