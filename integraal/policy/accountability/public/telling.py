"""What of an account residents read: no words of owners, no functions, nothing undecided. Pure."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from integraal.foundation.ui.dutch import counted
from integraal.policy.accountability.outline import Account, MeasureAccount, Outcome, Sentence
from integraal.policy.accountability.reports.telling.measures import standing_of
from integraal.policy.plan.document_parts.words import Term

TERMS = (
    Term("Doel", "Wat de gemeente wil bereiken, met een cijfer en een datum erbij."),
    Term(
        "Maatregel", "Iets wat de gemeente of een partner doet om een doel dichterbij te brengen."
    ),
    Term(
        "Marge",
        "Een cijfer kan door toeval hoger of lager uitvallen. Binnen de marge kunnen we niet "
        "zeggen dat er echt iets is veranderd.",
    ),
    Term("Knelpunt", "Iets waardoor een maatregel niet verder komt."),
    Term("Begroot", "Hoeveel geld de gemeente vooraf voor iets heeft bedoeld."),
    Term(
        "Uitvoeringsprogramma",
        "De lijst van maatregelen voor twee jaar, met wie het doet en wanneer.",
    ),
)


@dataclass(frozen=True)
class Mark:
    """How something stands: a word with a sign, so that colour says nothing on its own."""

    kind: str
    icon: str
    text: str


_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "reached": ("good", "check"),
    "ahead": ("good", "go"),
    "behind": ("bad", "alert"),
    "unclear": ("flat", "wave"),
    "unknown": ("few", "dots"),
}
_COUNTED: dict[Outcome, str] = {
    "reached": "bereikt",
    "ahead": "voor op schema",
    "behind": "achter op schema",
    "unknown": "nog niet te zeggen",
}
_STATUSES = {
    "done": ("good", "check"),
    "running": ("flat", "go"),
    "stopped": ("bad", "cross"),
    "planned": ("few", "circle"),
    "": ("few", "dots"),
}


def outcome_mark(outcome: Outcome, label: str) -> Mark:
    return Mark(*_OUTCOMES[outcome], label)


def outcome_marks(outcomes: Iterable[Outcome]) -> list[Mark]:
    """Return how many goals stand where, in a fixed order; none is left out silently."""
    found: Counter[Outcome] = Counter("unknown" if one == "unclear" else one for one in outcomes)
    return [
        Mark(*_OUTCOMES[one], f"{counted(found[one], 'doel', 'doelen')} {words}")
        for one, words in _COUNTED.items()
        if found[one]
    ]


def status_mark(measure: MeasureAccount) -> Mark:
    return Mark(*_STATUSES[measure.status], measure.status_label)


def organisation(who: str) -> str:
    """Return who does it without the function: of "Wijkagent, Politie" only "Politie"."""
    return who.partition(", ")[2]


def in_village(measures: Iterable[MeasureAccount], village: str) -> list[MeasureAccount]:
    """Return the measures of a village and those of the whole municipality; "" gives all."""
    return [one for one in measures if not village or one.area in ("", village)]


def standing(measures: list[MeasureAccount]) -> str:
    """Return in a sentence or two how many measures are where."""
    return standing_of([one.status for one in measures])


def decided(account: Account, sentences: Iterable[Sentence]) -> list[str]:
    """Return the sentences that residents may read: what is still being thought about is not."""
    return [one.text for one in sentences if not _is_undecided(account, one)]


def public_key(key: str) -> str:
    """Return the key of a goal or measure in open data: stable, and no identifier of ours."""
    return hashlib.sha256(f"openbaar:{key}".encode()).hexdigest()[:12]


def _is_undecided(account: Account, sentence: Sentence) -> bool:
    if sentence.code == "changed-deviations":
        return True
    found = (account.sources.get(key) for key in sentence.sources)
    return any(
        one is not None
        and (one.kind == "deviation" or one.key.startswith("change:"))
        and not dict(one.facts).get("Besloten op")
        for one in found
    )
