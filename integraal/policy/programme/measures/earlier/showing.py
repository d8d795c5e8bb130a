"""The history of a measure: what each save changed, and what can be put back."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from integraal.policy.programme.content import Json, measure_json
from integraal.policy.programme.measures.earlier.queries import earlier_measures
from integraal.policy.programme.measures.in_words import Fact, Names, facts_of
from integraal.policy.programme.models import Measure


@dataclass(frozen=True)
class Changed:
    """One field as it was before a save and after it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Save:
    """One save: who went on with the stand of ``revision``, when, and what it changed."""

    revision: int
    by: str
    at: datetime
    changed: list[Changed]


def history_of(measure: Measure, names: Names) -> list[Save]:
    """Return the saves of a measure, newest first; the stand before each can be put back."""
    earlier = earlier_measures(measure.programme, measure.key)
    stands: list[tuple[Json, object, datetime]] = [
        (measure_json(measure), measure.written_by, measure.written_at),
        *((one.content, one.written_by, one.written_at) for one in earlier),
    ]
    facts = [facts_of(content, names) for content, _, _ in stands]
    return [
        Save(
            revision=before.revision,
            by=str(writer or ""),
            at=at,
            changed=_changed(older, newer),
        )
        for before, (_, writer, at), (newer, older) in zip(
            earlier, stands, pairwise(facts), strict=False
        )
    ]


def _changed(before: list[Fact], after: list[Fact]) -> list[Changed]:
    return [
        Changed(new.label, old.words, new.words)
        for old, new in zip(before, after, strict=True)
        if old.words != new.words
    ]
