"""How a programme stands, in one paragraph and four counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.policy.programme.overview.lines import Line
from integraal.policy.programme.standing import Stand, counted

_SMALL = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


@dataclass(frozen=True)
class Count:
    """One of the four counts above the table; ``query`` is the filter that shows them."""

    many: int
    name: str
    say: str
    icon: str
    query: str


def counts_of(lines: Sequence[Line], *, running: bool) -> list[Count]:
    """Return the four counts: how measures stand, or of a first draft how far it is written."""
    if not running:
        return _of_draft(lines)
    found = counted(one.stand for one in lines)
    bare = sum(not one.has_owner for one in lines)
    never = sum(one.said.on is None for one in lines)
    names: tuple[tuple[Stand, str, str, str], ...] = (
        ("good", "op schema", "kwaliteit, tijd en geld", "ok"),
        ("attention", "vragen aandacht", "een van de drie loopt niet vanzelf", "attention"),
        ("stuck", "knelpunt", "hier is een besluit nodig", "blocked"),
        ("none", "zonder gegevens", f"{bare} zonder eigenaar, {never} nooit bijgewerkt", "none"),
    )
    return [
        Count(found[stand], name, say, icon, f"stand={stand}") for stand, name, say, icon in names
    ]


def summary_of(lines: Sequence[Line], *, running: bool) -> str:
    """Return in a paragraph how many are on schedule, without owner and silent."""
    if not lines:
        return ""
    total = len(lines)
    bare = sum(not one.has_owner for one in lines)
    if not running:
        first = "Er staat 1 maatregel in." if total == 1 else f"Er staan {total} maatregelen in."
        return f"{first} {_bare(bare)}".strip()
    good = counted(one.stand for one in lines)["good"]
    are = "ligt" if good == 1 else "liggen"
    first = f"{good} van de {total} maatregelen {are} op schema."
    silent = sum(one.is_silent for one in lines)
    parts = [_bare(bare)]
    if silent:
        parts.append(f"{_many(silent)} te lang niet bijgewerkt.")
    return " ".join([first, *(part for part in parts if part)])


def _bare(bare: int) -> str:
    if not bare:
        return "Elke maatregel heeft een eigenaar."
    words = "maatregel heeft" if bare == 1 else "maatregelen hebben"
    return f"{_word(bare).capitalize()} {words} geen eigenaar."


def _many(many: int) -> str:
    return f"{_word(many).capitalize()} {'is' if many == 1 else 'zijn'}"


def _word(many: int) -> str:
    return _SMALL[many] if many < len(_SMALL) else str(many)


def _of_draft(lines: Sequence[Line]) -> list[Count]:
    whole = sum(one.has_owner and bool(one.ends_on) and bool(one.goal) for one in lines)
    bare = sum(not one.has_owner for one in lines)
    undated = sum(one.ends_on is None for one in lines)
    without_goal = sum(one.goal is None for one in lines)
    return [
        Count(whole, "compleet", "met eigenaar, einddatum en doel", "ok", ""),
        Count(bare, "zonder eigenaar", "wie is ervan?", "none", "eigenaar=geen"),
        Count(undated, "zonder einddatum", "wanneer is het klaar?", "none", ""),
        Count(without_goal, "zonder doel", "waarvoor doet u het?", "none", ""),
    ]
