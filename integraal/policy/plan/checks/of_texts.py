"""Rules of what is written: figures that exist, and words that mean something. Pure."""

from collections.abc import Iterator

from integraal.policy.picture.checks.container_words import container_words
from integraal.policy.picture.writing.rendering import problems_in
from integraal.policy.plan.checks.checking import (
    OWN,
    PRIORITIES,
    Lacking,
    Rule,
    Subject,
    at,
    rule,
)

LONGEST_QUOTE = 160


@rule(
    "block",
    why="Na de vaststelling verandert de tekst niet meer. Een cijfer dat er niet is, blijft dan "
    "een gat.",
    source=OWN,
)
def figures_exist(plan: Subject) -> Iterator[Lacking]:
    """Elk cijfer in de teksten bestaat."""
    for block in plan.blocks:
        for piece in problems_in(block["text"], plan.content["figures"]):
            where = plan.theme_name(block["theme"])
            yield at(block, f"Bij {where} klopt {piece.words} niet. {piece.problem}")


@rule(
    "warn",
    why="Woorden die van alles kunnen betekenen, zijn later niet na te gaan. Schrijf wat er "
    "gebeurt, waar en door wie.",
    source=PRIORITIES,
)
def container_words_are_few(plan: Subject) -> Iterator[Lacking]:
    """Er staan geen containerwoorden in."""
    for block, line in plan.lines:
        for word, sentence in container_words(line, plan.containers):
            where = plan.theme_name(block["theme"])
            cut = (
                sentence[:LONGEST_QUOTE].rstrip() + "…"
                if len(sentence) > LONGEST_QUOTE
                else sentence
            )
            yield at(block, f"“{word}” bij {where}, in: “{cut}”")


RULES: tuple[Rule, ...] = (figures_exist, container_words_are_few)
