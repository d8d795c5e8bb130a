"""Kinds of meeting, each with its own secrecy, as they hold for the municipality."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from integraal.foundation.definitions import kinds as definition_kinds
from integraal.foundation.definitions import queries as definitions
from integraal.foundation.meetings.rules import LONGEST_FUNCTION
from integraal.foundation.people import roles

KIND = "meeting-kinds"
YES, NO = "ja", "nee"
LONGEST_NAME, LONGEST_SECRECY = 60, 300
_SHOWS = ((YES, "ja, het besluit"), (NO, "nee, alleen dat het besloten is besproken"))
_FIELDS = (
    definition_kinds.Field("name", "Naam", "line", "Zoals: Integraal veiligheidsoverleg."),
    definition_kinds.Field(
        "readers", "Welke rollen lezen mee?", "codes",
        "Eén code op een regel. Wie geen van deze rollen heeft, ziet niets van dit overleg.",
        options=lambda _: _role_choices(),
    ),
    definition_kinds.Field(
        "writers", "Welke rollen schrijven?", "codes",
        "Eén code op een regel. Zij maken agenda en verslag, en lezen zelf ook mee.",
    ),
    definition_kinds.Field("chair", "Wie zit voor?", "line", "De functie, geen naam."),
    definition_kinds.Field("secrecy", "Wat wordt gezegd over de beslotenheid?", "text"),
    definition_kinds.Field(
        "shows_decision", "Ziet wie niet meeleest het besluit bij een afwijking?", "choice",
        options=lambda _: _SHOWS,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class MeetingKind:
    """A kind of meeting: who reads it, who writes it, and what others may know."""

    code: str
    name: str
    readers: frozenset[str]
    writers: frozenset[str]
    chair: str
    secrecy: str
    shows_decision: bool


def register(uses: Callable[[str], list[str]]) -> None:
    """Make the kinds known as definitions that a municipality may change or add to.

    Args:
        uses: returns in sentences what still uses a kind, by code.
    """
    file = Path(settings.DEFINITIONS) / "meeting_kinds.yaml"
    definition_kinds.register(
        definition_kinds.Kind(
            code=KIND,
            name="Soorten overleg",
            fields=_FIELDS,
            shipped=lambda: definition_kinds.read_list(file, "meeting_kinds"),
            problems=kind_problems,
            maker=definition_kinds.Maker("soort overleg", _blank, lambda _: "", lambda: (), uses),
        )
    )


def kind_problems(content: definition_kinds.Content) -> list[str]:
    """Return what is wrong with a kind of meeting, in Dutch sentences; empty when right."""
    readers, writers = content.get("readers") or [], content.get("writers") or []
    found = []
    if unknown := {*readers, *writers} - roles.BY_CODE.keys():
        found.append(f"Deze rol bestaat niet: {', '.join(sorted(unknown))}.")
    if not readers or not writers:
        found.append("Kies ten minste één rol die leest en één die schrijft.")
    if set(writers) - set(readers):
        found.append("Wie schrijft, moet ook mogen lezen. Zet die rol ook bij wie meelezen.")
    if len(str(content.get("name") or "")) > LONGEST_NAME:
        found.append(f"Naam: gebruik hoogstens {LONGEST_NAME} tekens.")
    if len(str(content.get("chair") or "")) > LONGEST_FUNCTION:
        found.append(f"Voorzitter: gebruik hoogstens {LONGEST_FUNCTION} tekens.")
    if len(str(content.get("secrecy") or "")) > LONGEST_SECRECY:
        found.append(f"Beslotenheid: gebruik hoogstens {LONGEST_SECRECY} tekens.")
    if content.get("shows_decision") not in dict(_SHOWS):
        found.append("Kies of wie niet meeleest het besluit ziet.")
    return found


def meeting_kinds() -> list[MeetingKind]:
    """Return the kinds of the municipality of this transaction, by name; one query."""
    found = [_made(code, one) for code, one in definitions.current(KIND).items()]
    return sorted(found, key=lambda one: one.name)


def _made(code: str, content: definition_kinds.Content) -> MeetingKind:
    return MeetingKind(
        code=code,
        name=str(content["name"]),
        readers=frozenset(content["readers"]),
        writers=frozenset(content["writers"]),
        chair=str(content["chair"]),
        secrecy=str(content["secrecy"]),
        shows_decision=content["shows_decision"] == YES,
    )


def _blank(code: str, number: int, _: str) -> dict[str, Any]:
    return {
        "code": code,
        "version": number,
        "readers": [roles.ADVISER.code],
        "writers": [roles.ADVISER.code],
        "shows_decision": NO,
        "status": "adopted",
        "provenance": {
            "source": "Door de gemeente zelf gemaakt",
            "date": timezone.localdate().isoformat(),
        },
    }


def _role_choices() -> list[tuple[str, str]]:
    return [(role.code, role.name) for role in roles.ROLES]
