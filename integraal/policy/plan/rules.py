"""When a plan and a block of it are right, in sentences. Pure."""

from collections.abc import Mapping
from datetime import date

from integraal.policy.plan.kinds import Field, Kind, field_named

LONGEST_TERM = 4
"""Years: art. 38b of the Politiewet 2012 asks the council at least once in four years."""
LONGEST_TITLE = 300
LONGEST_TEXT = 40_000
LONGEST_DETAIL = 2_000


def term_problem(first_year: int, last_year: int, this_year: int) -> str | None:
    """Return why a plan cannot be of these years, or ``None`` when it can."""
    if not this_year - 8 <= first_year <= this_year + 4:
        return f"Kies als eerste jaar een jaar tussen {this_year - 8} en {this_year + 4}."
    if last_year < first_year:
        return "Het laatste jaar ligt vóór het eerste. Draai ze om."
    if last_year >= first_year + LONGEST_TERM:
        return (
            f"Een plan geldt ten hoogste vier jaar (artikel 38b Politiewet 2012). "
            f"Kies als laatste jaar {first_year + LONGEST_TERM - 1} of eerder."
        )
    return None


def block_problem(kind: Kind, title: str, text: str, details: Mapping[str, str]) -> str | None:
    """Return why a block cannot be saved, or ``None`` when it can."""
    if not (title or text or any(details.values())):
        return "Vul ten minste één veld in."
    if len(title) > LONGEST_TITLE:
        return f"Dit is {len(title) - LONGEST_TITLE} tekens te lang: “{title[:40]}…”. Kort het in."
    if len(text) > LONGEST_TEXT:
        return f"De tekst is {len(text) - LONGEST_TEXT} tekens te lang. Kort hem in."
    for code, value in details.items():
        field = field_named(kind, code)
        if field is None:
            return f"Een {kind.name} heeft geen veld “{code}”."
        if problem := detail_problem(field, value):
            return problem
    return None


def detail_problem(field: Field, value: str) -> str | None:
    """Return why a detail cannot be saved as it is, or ``None`` when it can."""
    if not value:
        return None
    if len(value) > LONGEST_DETAIL:
        return f"{field.name}: dit is {len(value) - LONGEST_DETAIL} tekens te lang."
    if field.form == "choice" and value not in dict(field.choices):
        return f"{field.name}: kies uit {', '.join(name for _, name in field.choices)}."
    if field.form == "number" and not _is_number(value):
        return f"{field.name}: “{value[:40]}” is geen getal. Schrijf het zoals 12 of 3,5."
    if field.form == "date" and not _is_day(value):
        return f"{field.name}: “{value[:40]}” is geen dag. Kies een datum."
    if field.form == "link" and not value.startswith(("https://", "http://")):
        return f"{field.name}: begin het adres met https://."
    return None


def _is_number(value: str) -> bool:
    plain = value.removeprefix("-").replace(",", "", 1)
    return plain.isascii() and plain.isdecimal() and not value.endswith(",") and len(plain) <= 15


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
