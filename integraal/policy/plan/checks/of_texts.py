"""Rules of what is written: figures that exist, words that mean something, its own name. Pure."""

import re
from collections.abc import Iterator

from integraal.policy.picture.checks.container_words import container_words
from integraal.policy.picture.writing.rendering import problems_in
from integraal.policy.plan.checks.checking import (
    OWN,
    PRIORITIES,
    Json,
    Lacking,
    Rule,
    Subject,
    at,
    name_of,
    rule,
)

LONGEST_QUOTE = 160
_MUNICIPALITY = re.compile(r"\b[Gg]emeente\s+(?P<name>[A-ZÀ-Ý][\w’'-]+)")
_TERM = re.compile(
    r"\b(?:[Vv]eiligheidsplan|IVP|[Pp]lanperiode|[Bb]eleidsperiode|"
    r"(?:[Dd]it|[Oo]ns|[Hh]et) plan)\s+"
    r"(?:\S+\s+){0,4}?(?P<first>20\d\d)\s*(?:[-–/]|tot en met|t/m|tot)\s*(?P<last>20\d\d)\b"
)
_ANOTHER_PLAN = re.compile(
    r"\b(?:vorige?|oude|eerdere?|regiona\w+|meerjaren\w*|politie|evalua\w+|geëvalueerd)\b", re.I
)


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


@rule(
    "warn",
    why="Wie tekst uit een ander plan overneemt, laat snel de naam van een andere gemeente staan. "
    "Bedoelt u een buurgemeente? Noem die dan bij de partners.",
    source=OWN,
)
def own_municipality_is_named(plan: Subject) -> Iterator[Lacking]:
    """De teksten noemen de eigen gemeente, of een die partner is."""
    partners = " ".join(one["title"] for one in plan.of_kind("partner"))
    known = f"{plan.content['municipality']} {partners}".casefold()
    for block, words in _written(plan):
        for name in {found["name"]: None for found in _MUNICIPALITY.finditer(words)}:
            if name.casefold() not in known:
                yield at(block, f"“gemeente {name}” bij {_place(plan, block)}.")


@rule(
    "warn",
    why="Een looptijd uit een ouder plan brengt de lezer in de war over wat nu geldt.",
    source=OWN,
)
def own_term_is_named(plan: Subject) -> Iterator[Lacking]:
    """De teksten noemen de looptijd van dit plan."""
    own = (plan.content["first_year"], plan.content["last_year"])
    for block, words in _written(plan):
        for found in _TERM.finditer(words):
            named = (int(found["first"]), int(found["last"]))
            if named != own and not _ANOTHER_PLAN.search(words[: found.end()]):
                yield at(
                    block,
                    f"“{found[0]}” bij {_place(plan, block)}, terwijl dit plan loopt van {own[0]} "
                    f"tot en met {own[1]}.",
                )


def _written(plan: Subject) -> Iterator[tuple[Json, str]]:
    """Yield every title and every line of the texts, with its block."""
    yield from ((block, block["title"]) for block in plan.blocks)
    yield from ((block, line.words) for block, line in plan.lines)


def _place(plan: Subject, block: Json) -> str:
    return f"{name_of(block)} in {plan.theme_name(block['theme'])}"


RULES: tuple[Rule, ...] = (
    figures_exist,
    container_words_are_few,
    own_municipality_is_named,
    own_term_is_named,
)
