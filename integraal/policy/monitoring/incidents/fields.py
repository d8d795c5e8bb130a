"""What somebody fills in about an incident or a task, as one thing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from integraal.foundation.areas.models import Area
from integraal.foundation.ui.cleaning import cleaned

LONGEST_TITLE, LONGEST_TEXT = 160, 20_000
MOST_HOURS = Decimal(1_000_000)


@dataclass(frozen=True)
class Account:
    """What happened, when and where, what it cost and what came after; no persons."""

    kind: str
    title: str
    happened_on: date
    what: str = ""
    theme: str = ""
    area: Area | None = None
    hours: Decimal | None = None
    shifted: str = ""
    aftercare: str = ""
    evaluation: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that somebody typed."""
        return self.title, self.what, self.shifted, self.aftercare, self.evaluation

    def values(self) -> dict[str, object]:
        """Return the fields of the row, words without stray blanks."""
        return {
            "kind": self.kind,
            "title": " ".join(cleaned(self.title).split()),
            "happened_on": self.happened_on,
            "what": cleaned(self.what),
            "theme": self.theme,
            "area": self.area,
            "hours": self.hours,
            "shifted": cleaned(self.shifted),
            "aftercare": cleaned(self.aftercare),
            "evaluation": cleaned(self.evaluation),
        }


def account_problem(account: Account, kinds: list[str], today: date) -> str | None:
    """Return why this cannot be kept so, or ``None``."""
    title = " ".join(cleaned(account.title).split())
    if account.kind not in kinds:
        return "Kies of het een incident is of een wettelijke taak."
    if not title or len(title) > LONGEST_TITLE:
        return f"Geef het een naam van hoogstens {LONGEST_TITLE} tekens."
    if account.happened_on > today:
        return "Deze dag ligt in de toekomst. Kijk de dag na."
    if account.hours is not None and not 0 <= account.hours < MOST_HOURS:
        return "Vul bij de uren een getal in van nul tot een miljoen."
    if max(len(one) for one in account.texts) > LONGEST_TEXT:
        return f"Een tekst is langer dan {LONGEST_TEXT} tekens. Kort in."
    return None
