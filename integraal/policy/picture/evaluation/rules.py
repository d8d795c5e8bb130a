"""When a promise is right, and how the promises of a plan count up, in sentences. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.words import length_problem, one_line, plain

REACHED = ("yes", "partly", "no", "unknown")
UNKNOWN = "unknown"
PROMISED = 2_000
MOST_AT_ONCE = 100
_BULLET = re.compile(r"^\s*(?:[-*•–·]|\d{1,3}[.)])(?:\s+|$)")
_CREDIT = re.compile(r"\bdankzij\s+(ons|het|dit|de)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Pledge:
    """What was promised, whether it was reached, what came of it and what was learnt."""

    promised: str
    reached: str = UNKNOWN
    outcome: str = ""
    learnt: str = ""
    theme: str = ""

    def cleaned(self) -> "Pledge":
        return replace(
            self,
            promised=plain(self.promised),
            outcome=plain(self.outcome),
            learnt=plain(self.learnt),
        )


@dataclass(frozen=True)
class ReadLine:
    """One line of what was pasted; ``problem`` says why it is not taken over."""

    text: str
    problem: str = ""


def pledge_problem(pledge: Pledge, themes: Collection[str]) -> str | None:
    """Return why a promise cannot be, or ``None`` when it can; ``themes`` are known codes."""
    if not pledge.promised:
        return "Schrijf op wat er was beloofd."
    if pledge.reached not in REACHED:
        return "Kies of het is bereikt: ja, deels, nee of niet te zeggen."
    if pledge.theme and pledge.theme not in themes:
        return "Dit thema staat niet in het beeld. Kies een ander thema, of geen."
    return (
        length_problem(pledge.promised, PROMISED, "De belofte")
        or length_problem(pledge.outcome)
        or length_problem(pledge.learnt)
    )


def takes_credit(text: str) -> bool:
    """Return whether a text says that policy brought something about."""
    return bool(_CREDIT.search(text))


def read_lines(text: str, present: Iterable[str]) -> list[ReadLine]:
    """Return the promises in what was pasted, one a line, bullets and numbers left out.

    Args:
        text: what was pasted.
        present: what was promised according to the rows that are there already.
    """
    known = {same_words(one) for one in present}
    found: list[ReadLine] = []
    for line in plain(text).split("\n"):
        words = one_line(_BULLET.sub("", line))
        if not words:
            continue
        found.append(ReadLine(words, _line_problem(words, known, len(found))))
        known.add(same_words(words))
    return found


def lines_problem(lines: list[ReadLine]) -> str | None:
    """Return why nothing can be taken over, or ``None`` when something can."""
    if not lines:
        return "Plak ten minste één belofte, elke belofte op een eigen regel."
    if all(line.problem for line in lines):
        return "Geen van deze regels kan erbij. Bij elke regel staat waarom."
    return None


def _line_problem(words: str, known: set[str], position: int) -> str:
    if same_words(words) in known:
        return "Deze belofte staat er al."
    if position >= MOST_AT_ONCE:
        return f"Neem hoogstens {MOST_AT_ONCE} regels tegelijk over."
    return length_problem(words, PROMISED, "Deze regel") or ""


def same_words(words: str) -> str:
    """Return a promise so that two that only differ in spaces, capitals or full stop are equal."""
    return one_line(words).casefold().rstrip(".")


def count_words(reached: Iterable[str]) -> str:
    """Return how many promises were reached, as a sentence: "Van 12 beloften zijn er 5 ...".

    Args:
        reached: one of ``REACHED`` for each promise.
    """
    all_of_them = list(reached)
    if not all_of_them:
        return "Er zijn nog geen beloften ingevuld."
    number = {code: all_of_them.count(code) for code in REACHED}
    if len(all_of_them) == 1:
        return _ONE_WORD[all_of_them[0]]
    partly = "deels" if number["yes"] else "deels bereikt"
    parts = [
        f"{number[code]} {words}"
        for code, words in (("yes", "bereikt"), ("partly", partly), ("no", "niet bereikt"))
        if number[code]
    ]
    unknown = number[UNKNOWN]
    total = len(all_of_them)
    if not parts:
        return f"Van {total} beloften is nog van geen enkele te zeggen of zij is bereikt."
    verb = "is" if parts[0].startswith("1 ") else "zijn"
    open_words = f"; van {unknown} is het niet te zeggen" if unknown else ""
    return f"Van {total} beloften {verb} er {listed(parts)}{open_words}."


_ONE_WORD = {
    "yes": "Er is één belofte, en die is bereikt.",
    "partly": "Er is één belofte, en die is deels bereikt.",
    "no": "Er is één belofte, en die is niet bereikt.",
    UNKNOWN: "Er is één belofte; of die is bereikt, is niet te zeggen.",
}
