"""When a contribution and a referral are right, in sentences. Pure: the day of today is given."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from integraal.policy.picture.words import LINE, length_problem, one_line, plain

SIDES = ("partner", "residents", "entrepreneurs", "staff")
CHANNELS = ("Flitspeiling", "Inloopavond", "Gesprek met bewoners", "Vragenlijst ondernemers")
SUBJECT, LINK = 200, 200
EARLIEST = date(2000, 1, 1)
LONG_OPEN = 30
"""Days after which a referral without an answer is long open."""

_ORGANISATIONS = {
    "politie", "gemeente", "stichting", "vereniging", "wijkagent", "school", "halt", "jongerenwerk",
    "woningcorporatie", "brandweer", "college", "raad", "bureau", "buurt", "dorp", "flitspeiling",
    "inloopavond", "gesprek", "vragenlijst", "enquete", "boa", "club", "werkgroep", "platform",
}  # fmt: skip
_WEB_ADDRESS = re.compile(r"https?://[\w.-]*\w(:\d{1,5})?([/?#]\S*)?", re.IGNORECASE)
_TITLE = re.compile(r"^(dhr|mevr|mw|de heer|mevrouw|meneer|dr|drs|mr|ing|ir)\b\.?\s", re.I)
_INITIALS = re.compile(r"^([A-Z]\.\s?)+\s*((van|de|der|den|ter|ten|te|in|'t|el)\s+)*[A-Z]\w+$")
_BETWEEN = re.compile(r"^[A-Z][\w-]+ ((van|de|der|den|ter|ten|te|in|'t|el) )+[A-Z][\w-]+$")
_FIRST_NAMES = {
    "jan", "piet", "kees", "klaas", "henk", "willem", "johan", "peter", "hans", "gerard", "erik",
    "mark", "bas", "tom", "tim", "daan", "sem", "lucas", "anna", "maria", "johanna", "els", "ans",
    "ria", "ingrid", "linda", "sandra", "monique", "petra", "esther", "sanne", "lisa", "emma",
    "julia", "sophie", "eva", "fatima", "mohamed", "ahmed", "ali", "karin", "marieke", "annemarie",
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What somebody said: by which side and source, in which function, and when."""

    side: str
    source: str
    said_on: date
    text: str
    function: str = ""

    def cleaned(self) -> "Said":
        return replace(
            self,
            source=one_line(self.source),
            function=one_line(self.function),
            text=plain(self.text),
        )


@dataclass(frozen=True)
class Matter:
    """What is referred: subject, words, to whom and when, with a document and a link."""

    subject: str
    text: str
    went_to: str
    referred_on: date
    document: str = ""
    link: str = ""

    def cleaned(self) -> "Matter":
        return Matter(
            subject=one_line(self.subject),
            text=plain(self.text),
            went_to=one_line(self.went_to),
            referred_on=self.referred_on,
            document=one_line(self.document),
            link=self.link.strip(),
        )


@dataclass(frozen=True)
class Answer:
    """What came back on a referral: words, day, and the department (never a person)."""

    answer: str
    answered_on: date
    answered_by: str

    def cleaned(self) -> "Answer":
        return Answer(plain(self.answer), self.answered_on, one_line(self.answered_by))


def said_problem(said: Said, today: date) -> str | None:
    """Return why a contribution cannot be, or ``None`` when it can."""
    if said.side not in SIDES:
        return "Kies van wie het komt: partner, inwoners, ondernemers of medewerkers."
    return (
        _missing(said.source, "Vul in van welke organisatie of langs welke weg dit komt.")
        or _missing(said.text, "Schrijf op wat er gezegd is.")
        or length_problem(said.source, LINE, "De bron")
        or length_problem(said.function, LINE, "De functie")
        or length_problem(said.text)
        or day_problem(said.said_on, today)
    )


def matter_problem(matter: Matter, today: date) -> str | None:
    """Return why a matter cannot be referred, or ``None`` when it can."""
    return (
        _missing(matter.subject, "Geef het onderwerp een naam.")
        or _missing(matter.text, "Schrijf op wat er speelt, zodat de ander ermee verder kan.")
        or _missing(matter.went_to, "Vul in naar welke afdeling of welk beleid dit gaat.")
        or length_problem(matter.subject, SUBJECT, "Het onderwerp")
        or length_problem(matter.text)
        or length_problem(matter.went_to, LINE, "De bestemming")
        or length_problem(matter.document, SUBJECT, "De naam van het document")
        or link_problem(matter.link)
        or day_problem(matter.referred_on, today)
    )


def answer_problem(answer: Answer, referred_on: date, today: date) -> str | None:
    """Return why this cannot be the answer on what was referred that day, or ``None``."""
    return (
        _missing(answer.answer, "Schrijf op wat het antwoord is.")
        or _missing(answer.answered_by, "Vul in welke afdeling antwoordde.")
        or length_problem(answer.answer)
        or length_problem(answer.answered_by, LINE, "De afdeling")
        or answer_day_problem(answer.answered_on, referred_on, today)
    )


def day_problem(day: date, today: date) -> str | None:
    """Return why something cannot have been said or done that day, or ``None``."""
    if day > today:
        return "Deze datum ligt in de toekomst. Kies vandaag of een eerdere dag."
    if day < EARLIEST:
        return "Deze datum ligt voor het jaar 2000. Kijk of het jaartal goed is."
    return None


def answer_day_problem(day: date, referred_on: date, today: date) -> str | None:
    """Return why the answer cannot have come that day, or ``None``."""
    if day < referred_on:
        return "Het antwoord is van vóór de dag van de verwijzing. Kies een latere dag."
    return day_problem(day, today)


def link_problem(link: str) -> str | None:
    """Return why a link cannot be followed safely, or ``None``; empty is no link."""
    if not link:
        return None
    wrong = "Begin de link met https:// of http://, zoals https://www.gemeente.nl/verkeersplan."
    if not _WEB_ADDRESS.fullmatch(link) or not link.isprintable():
        return wrong
    return length_problem(link, LINK, "De link")


def looks_like_a_person(source: str, known: Iterable[str] = ()) -> bool:
    """Return whether a source looks like somebody's name; a known organisation never does."""
    words = source.split()
    plain_words = {word.strip(".,").casefold() for word in words}
    if source.casefold() in {one.casefold() for one in known} or plain_words & _ORGANISATIONS:
        return False
    if any(pattern.search(source) for pattern in (_TITLE, _INITIALS, _BETWEEN)):
        return True
    is_first_name = bool(words) and words[0].casefold() in _FIRST_NAMES
    return is_first_name and len(words) <= 4


def days_open(referred_on: date, answered_on: date | None, today: date) -> int | None:
    """Return how many days a referral waits for an answer; ``None`` when it was answered."""
    return None if answered_on else (today - referred_on).days


def open_words(days: int) -> str:
    """Return in words how long a referral is open."""
    if days == 0:
        return "Open sinds vandaag"
    long_words = ", dat is lang" if days > LONG_OPEN else ""
    return f"Open, {days} {'dag' if days == 1 else 'dagen'}{long_words}"


def _missing(text: str, sentence: str) -> str | None:
    return None if text else sentence
