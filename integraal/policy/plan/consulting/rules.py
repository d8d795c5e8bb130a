"""When a consultation, an invitation and a comment are right, in sentences. Pure."""

from collections.abc import Collection
from datetime import date

from integraal.foundation.links import terms

LONGEST_TEXT = 10_000
LONGEST_LINE = 120
MOST = 300
"""So many comments fit on one link."""
FULL = f"Met één link past niet meer dan {MOST} reacties. Voeg reacties samen."
NOTHING_SAID = "Schrijf op wat u wilt zeggen."
DONE = (
    "U gaf aan dat u klaar bent, dus er kan niets bij. Kies eerst “Toch nog iets veranderen”. "
    "Wat u schreef staat hieronder; er is niets verloren."
)
ANSWERED = (
    "De gemeente heeft op deze reactie al geantwoord, dus zij verandert niet meer. "
    "Maak een nieuwe reactie. Wat u schreef staat hieronder; er is niets verloren."
)


def term_problem(ends_on: date, today: date) -> str | None:
    """Return why somebody cannot comment until and including ``ends_on``; ``None`` when it can."""
    return terms.term_problem(ends_on, today, "Een consultatie duurt")


def comment_problem(text: str) -> str | None:
    """Return why a text cannot be a comment, or ``None`` when it can."""
    if not text:
        return NOTHING_SAID
    over = len(text) - LONGEST_TEXT
    if over > 0:
        return (
            f"Uw reactie is {over} tekens te lang. Kort in, of splits haar; er is niets verloren."
        )
    return None


def response_problem(weighing: str, response: str, weighings: Collection[str]) -> str | None:
    """Return why a comment cannot be weighed so, or ``None`` when it can."""
    if weighing not in weighings:
        return "Kies wat u met de reactie doet."
    if len(response) > LONGEST_TEXT:
        return f"Het antwoord is {len(response) - LONGEST_TEXT} tekens te lang. Kort het in."
    if weighing in ("partly", "not") and not response:
        return "Schrijf op waarom u de reactie niet of maar deels overneemt. De partner leest dat."
    return None
