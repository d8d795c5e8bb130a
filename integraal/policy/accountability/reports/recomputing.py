"""Reckon a report again and lay it beside what it says: the same facts, the same sentences."""

from dataclasses import dataclass
from typing import Any

from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.reports.content import content_of
from integraal.policy.accountability.reports.differences import Difference, differences
from integraal.policy.accountability.reports.facts import gather
from integraal.policy.accountability.reports.sentences import account_from, texts_of

Json = dict[str, Any]


@dataclass(frozen=True)
class Recomputed:
    """What came of reckoning a report again; nothing is changed by it.

    Attributes:
        mark_then, mark_now: fingerprints of the facts.
        facts: what differs in the facts, in words.
        sentences: of every sentence that differs, its code, and how it read and reads now.
    """

    mark_then: str
    mark_now: str
    facts: tuple[Difference, ...]
    sentences: tuple[tuple[str, str, str], ...]

    @property
    def is_equal(self) -> bool:
        return self.mark_then == self.mark_now and not self.sentences

    @property
    def say(self) -> str:
        """The outcome as a sentence."""
        if self.is_equal:
            return "Gelijk: zelfde vingerafdruk en tekst."
        return (
            "Niet gelijk. Hieronder staat wat er nu anders is. Aan het rapport zelf is niets "
            "veranderd."
        )


def recompute(report: Report) -> Recomputed:
    """Gather the facts again, of the same days and the same files, and compare.

    Nothing is written: an adopted report stays as it was adopted.
    """
    content = content_of(report)
    then = content["facts"] or {}
    now = gather(report.programme, report.first_day, report.last_day, report.gathered_at)
    told = content.get("sentences") or (texts_of(account_from(content)) if then else {})
    again = texts_of(account_from({**content, "facts": now}))
    return Recomputed(
        mark_then=content["facts_mark"],
        mark_now=fingerprint(now),
        facts=tuple(differences(then, now)),
        sentences=tuple(
            (code, told.get(code, ""), again.get(code, ""))
            for code in dict.fromkeys([*told, *again])
            if told.get(code) != again.get(code)
        ),
    )


def as_known_words(report: Report) -> str:
    """Return as of which day figures are taken, for under the outcome."""
    return day(report.gathered_at.date()) if report.gathered_at else ""
