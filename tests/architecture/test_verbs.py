"""What is recorded has words, and what has words is recorded."""

from __future__ import annotations

from integraal.foundation.audit.verbs import all_verbs
from integraal.portal.reference.source_code import parse, recorded_verbs
from integraal.portal.reference.verbs import recorded
from tests.architecture.tree import keep


def test_every_recorded_verb_is_registered() -> None:
    keep(
        sorted(recorded().keys() - {verb.code for verb in all_verbs()}),
        "Register these in the apps.py of their room, each with its sentence:",
    )


def test_every_registered_verb_is_recorded() -> None:
    keep(
        sorted({verb.code for verb in all_verbs()} - recorded().keys()),
        "Nothing records these any more; events of before keep needing the words, so say so here:",
    )


def test_verbs_are_found_wherever_they_are_written() -> None:
    text = """
def change():
    verb = "thing.changed" if changes else "thing.reset"
    record(verb, by=by)
    record("thing.seen", by=by)
    lifecycle.adopt(document, by=by, verb="thing.adopted")
"""
    found = recorded_verbs(parse("x.py", text))
    assert set(found) == {"thing.changed", "thing.reset", "thing.seen", "thing.adopted"}
