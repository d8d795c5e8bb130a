"""The decision path as it holds for the municipality; it may lay its own over the shipped one."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions

KIND = "decision-path"
TERMS = "consultation-term"
YES, NO, SKIPPED = "ja", "nee", "vervalt"
DECIDES, TOLD, NO_PART = "besluit", "verteld", "geen"
LONGEST_NAME = 60
SHORTEST_TERM, LONGEST_TERM = 7, 182
_REQUIRED = ((YES, "ja"), (NO, "nee, mag worden overgeslagen"), (SKIPPED, "doet niet mee"))
_URGENT = ((DECIDES, "besluit"), (TOLD, "wordt daarna verteld"), (NO_PART, "geen rol"))
BODY_FIELDS = (
    kinds.Field("name", "Naam van het orgaan", "line", "Zonder lidwoord, zoals: gemeenteraad."),
    kinds.Field("place", "De hoeveelste in de besluitvorming", "number", "Van 1 tot en met 9."),
    kinds.Field("required", "Moet dit orgaan besluiten?", "choice", options=lambda _: _REQUIRED),
    kinds.Field(
        "urgent", "Wat doet dit orgaan bij een spoedwijziging?", "choice",
        "Wie besluit, doet dat in plaats van de raad; de raad wordt daarna verteld.",
        options=lambda _: _URGENT,
    ),
)  # fmt: skip
TERM_FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field("days", "Hoeveel dagen", "number", "Zes weken is 42 dagen."),
)


@dataclass(frozen=True)
class Stop:
    """A body on the path: its code, its name, whether it must decide, whether it adopts."""

    code: str
    name: str
    is_required: bool
    adopts: bool


def register() -> None:
    """Make the path and the term known as definitions that a municipality may change."""
    file = Path(settings.DEFINITIONS) / "decision_path.yaml"
    kinds.register(
        kinds.Kind(
            code=KIND,
            name="Besluitvorming over het plan",
            fields=BODY_FIELDS,
            shipped=lambda: kinds.read_list(file, "bodies"),
            problems=body_problems,
        )
    )
    kinds.register(
        kinds.Kind(
            code=TERMS,
            name="Termijn van een consultatie",
            fields=TERM_FIELDS,
            shipped=lambda: kinds.read_list(file, "terms"),
            problems=term_problems,
        )
    )


def body_problems(content: kinds.Content) -> list[str]:
    """Return what is wrong with a body of the path, in Dutch sentences; empty when right."""
    found = []
    if len(str(content.get("name") or "")) > LONGEST_NAME:
        found.append(f"Naam: gebruik hoogstens {LONGEST_NAME} tekens.")
    if not _is_between(content.get("place"), 1, 9):
        found.append("Plaats: vul een getal in van 1 tot en met 9.")
    if content.get("required") not in dict(_REQUIRED):
        found.append("Moet dit orgaan besluiten: kies ja, nee of doet niet mee.")
    elif content.get("adopts") == YES and content["required"] != YES:
        found.append("De gemeenteraad stelt het plan vast en moet dus altijd besluiten.")
    if content.get("urgent") not in dict(_URGENT):
        found.append("Spoedwijziging: kies wat dit orgaan doet.")
    return found


def term_problems(content: kinds.Content) -> list[str]:
    """Return what is wrong with a term, in Dutch sentences; empty when right."""
    if _is_between(content.get("days"), SHORTEST_TERM, LONGEST_TERM):
        return []
    return [f"Vul een aantal dagen in van {SHORTEST_TERM} tot en met {LONGEST_TERM}."]


def path() -> list[Stop]:
    """Return the bodies in order; the one that adopts is the last."""
    bodies = [one for one in _bodies() if one["required"] != SKIPPED]
    stops = [
        Stop(one["code"], one["name"], one["required"] == YES, one["adopts"] == YES)
        for one in bodies
    ]
    return sorted(stops, key=lambda one: one.adopts)


def urgent_path() -> list[Stop]:
    """Return the bodies that decide about an urgent change; the last of them adopts.

    Without any, an urgent change takes the usual path.
    """
    deciding = [one for one in _bodies() if one["urgent"] == DECIDES]
    last = len(deciding) - 1
    found = [
        Stop(one["code"], one["name"], is_required=True, adopts=place == last)
        for place, one in enumerate(deciding)
    ]
    return found or path()


def told_bodies() -> list[str]:
    """Return the names of who is told of an urgent change after it was decided."""
    return [one["name"] for one in _bodies() if one["urgent"] == TOLD]


def consultation_days() -> int:
    """Return how many days a consultation is open when nobody says otherwise."""
    return int(definitions.current(TERMS)["consultatie"]["days"])


def _bodies() -> list[kinds.Content]:
    return sorted(definitions.current(KIND).values(), key=lambda one: one["place"])


def _is_between(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
