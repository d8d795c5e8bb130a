"""When an interim change is right, and what the council is told of it. Pure."""

from collections.abc import Collection
from datetime import date

LONGEST_TITLE, LONGEST_BODY = 120, 80
LONGEST_TEXT = 20_000


def change_problem(title: str, cause: str, causes: Collection[str], *texts: str) -> str | None:
    """Return why a change cannot be kept so, or ``None`` when it can."""
    if not title:
        return "Geef de wijziging een naam, zoals: explosies bij woningen."
    if len(title) > LONGEST_TITLE:
        return f"Gebruik hoogstens {LONGEST_TITLE} tekens voor de naam."
    if cause not in causes:
        return "Kies de aanleiding: een cijfer, een incident, een partner, of ander beleid."
    over = max(len(text) for text in (*texts, "")) - LONGEST_TEXT
    return f"Een van de teksten is {over} tekens te lang. Kort in." if over > 0 else None


def decided_problem(decision: str, body: str, on: date | None, today: date) -> str | None:
    """Return why a decision about a change cannot be recorded so, or ``None`` when it can."""
    if not decision:
        return "Schrijf op wat er is besloten."
    if not body:
        return "Vul in wie heeft besloten, zoals: college."
    if len(body) > LONGEST_BODY:
        return f"Gebruik hoogstens {LONGEST_BODY} tekens voor wie heeft besloten."
    if on is None:
        return "Vul in op welke dag is besloten."
    return "De dag van het besluit ligt in de toekomst. Kijk de dag na." if on > today else None


def told_problem(on: date, began: date, today: date) -> str | None:
    """Return why the council cannot have been told that day, or ``None``."""
    if on > today:
        return "Deze dag ligt in de toekomst. Leg het vast als de raad is verteld."
    if on < began:
        return "Deze dag ligt vóór de wijziging zelf. Kijk de dag na."
    return None


def council_note(
    *,
    plan: str,
    title: str,
    cause: str,
    is_urgent: bool,
    analysis: str,
    decision: str,
    decided: str,
    version: str,
) -> str:
    """Return a note to the council in plain Dutch; what is not known yet stands between brackets.

    Args:
        plan: title of the plan.
        title: of the change.
        cause: in words, such as "een incident".
        is_urgent: whether the urgent path was taken.
        analysis: what is the matter.
        decision: what was decided.
        decided: by whom and when, such as "het college op 3 maart 2027"; empty when not yet.
        version: the version that comes of it in words; empty when none does.
    """
    lines = [
        "Aan de gemeenteraad",
        f"Onderwerp: tussentijdse wijziging van het {plan}: {title}",
        f"De aanleiding is {cause}."
        + (" Er is haast bij, daarom is de kortere weg genomen." if is_urgent else ""),
        f"Wat er aan de hand is\n{analysis or '[vul in wat er aan de hand is]'}",
        f"Wat er is besloten\n{decision or '[vul in wat er is besloten]'}",
        f"Besloten door {decided}." if decided else "Er is nog niet besloten.",
    ]
    if version:
        lines.append(f"Dit staat in {version} van het plan.")
    lines.append("De raad kan de burgemeester hierover vragen stellen.")
    return "\n\n".join(lines)
