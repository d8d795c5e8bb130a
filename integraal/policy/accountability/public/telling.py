"""What of an account residents read: no words of owners, no functions, nothing undecided. Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from integraal.foundation.ui.dutch import counted, listed
from integraal.policy.accountability.outline import Account, MeasureAccount, Outcome, Sentence
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
_ARE = (
    ("done", "is er 1 afgerond", "zijn er {} afgerond"),
    ("running", "loopt er 1", "lopen er {}"),
    ("stopped", "is er 1 gestopt", "zijn er {} gestopt"),
    ("planned", "is er 1 nog niet begonnen", "zijn er {} nog niet begonnen"),
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
    "unclear": "niet te zeggen",
    "unknown": "zonder oordeel",
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
    found = list(outcomes)
    return [
        Mark(*_OUTCOMES[one], f"{counted(found.count(one), 'doel', 'doelen')} {_COUNTED[one]}")
        for one in _OUTCOMES
        if one in found
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
    if not measures:
        return "Hier zijn geen maatregelen beloofd."
    found = [one.status for one in measures]
    silent = found.count("")
    of_all = counted(len(found), "maatregel", "maatregelen")
    if silent == len(found):
        return f"Over de {of_all} is niets gemeld."
    parts = [
        one if found.count(status) == 1 else more.format(found.count(status))
        for status, one, more in _ARE
        if status in found
    ]
    rest = f" Over {silent} is niets gemeld." if silent else ""
    return f"Van de {of_all} {listed(parts)}.{rest}"


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
