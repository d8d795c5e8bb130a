"""When a decision about a programme is right, in sentences. Pure."""

from datetime import date

LONGEST_BODY, LONGEST_NUMBER = 60, 60


def adoption_problem(body: str, number: str, on: date | None, today: date) -> str | None:
    """Return why a decision cannot be recorded so, or ``None`` when it can."""
    if not body:
        return "Vul in wie heeft besloten, zoals: college."
    if len(body) > LONGEST_BODY or len(number) > LONGEST_NUMBER:
        return f"Gebruik hoogstens {LONGEST_BODY} tekens voor wie besloot en voor het nummer."
    if on is None:
        return "Vul in op welke dag is besloten."
    if on > today:
        return "De dag van het besluit ligt in de toekomst. Leg het vast als het besluit er is."
    return None


def told_problem(on: date, adopted_on: date | None, today: date) -> str | None:
    """Return why the council cannot have been told that day, or ``None`` when it can."""
    if on > today:
        return "Deze dag ligt in de toekomst. Leg het vast als de raad is verteld."
    if adopted_on and on < adopted_on:
        return "Deze dag ligt vóór het besluit van het college. Kijk de dag na."
    return None
