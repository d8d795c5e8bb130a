"""When a remark is right, and when an assignment is late, in sentences. Pure."""

import uuid
from dataclasses import dataclass, replace
from datetime import date

from integraal.policy.picture.parts import WHOLE, part_named
from integraal.policy.picture.words import length_problem, plain

COMMENT, SUGGESTION, ASSIGNMENT = "comment", "suggestion", "assignment"
OPEN, DONE, ACCEPTED, DECLINED = "open", "done", "accepted", "declined"
KINDS = (COMMENT, SUGGESTION, ASSIGNMENT)
LONGEST_TEXT = 40_000
FURTHEST_YEARS = 2


@dataclass(frozen=True)
class Note:
    """What somebody says: words, for a suggestion what replaces what, for a task who and when."""

    kind: str
    text: str = ""
    quote: str = ""
    replacement: str = ""
    assigned_to: uuid.UUID | None = None
    due_on: date | None = None

    def cleaned(self) -> "Note":
        return replace(
            self,
            text=plain(self.text),
            quote=_kept(self.quote),
            replacement=_kept(self.replacement),
        )


def place_problem(theme: str, part: str, themes: set[str]) -> str | None:
    """Return why a remark cannot stand there, or ``None``; ``themes`` are the picture's codes."""
    is_there = theme == WHOLE or theme in themes
    if not is_there or (part and part_named(theme, part) is None):
        return "Dit deel van het beeld bestaat niet. Ververs de pagina en probeer opnieuw."
    return None


def note_problem(note: Note, today: date) -> str | None:
    """Return why a remark cannot be, or ``None``; whether the quote is there is not looked at."""
    if note.kind not in KINDS:
        return "Kies een opmerking, een voorstel of een opdracht."
    if note.kind == SUGGESTION:
        if not note.quote.strip() or note.quote == note.replacement:
            return "U veranderde nog niets. Verander de tekst zoals u hem wilt."
        long = length_problem(note.quote, LONGEST_TEXT) or length_problem(
            note.replacement, LONGEST_TEXT
        )
        return long or length_problem(note.text)
    if not note.text:
        return "Schrijf op wat u wilt zeggen."
    if note.kind == ASSIGNMENT:
        return length_problem(note.text) or _task_problem(note, today)
    return length_problem(note.text)


def due_problem(day: date, today: date) -> str | None:
    """Return why nothing can be due that day, or ``None``."""
    if day < today:
        return "Deze datum is al voorbij. Kies vandaag of een latere dag."
    if day.year > today.year + FURTHEST_YEARS:
        return "Deze datum ligt te ver weg. Kijk of het jaartal goed is."
    return None


def late_words(due_on: date, today: date) -> str:
    """Return how late something is, as a sentence; empty when it is in time."""
    days = (today - due_on).days
    if days <= 0:
        return ""
    return f"{days} {'dag' if days == 1 else 'dagen'} te laat."


def _task_problem(note: Note, today: date) -> str | None:
    if note.assigned_to is None:
        return "Kies voor wie de opdracht is."
    if note.due_on is None:
        return "Vul in wanneer de opdracht klaar moet zijn."
    return due_problem(note.due_on, today)


def _kept(text: str) -> str:
    """Return a piece of a text with its blanks: they are part of what is replaced."""
    return text.replace("\x00", "").replace("\r\n", "\n")
