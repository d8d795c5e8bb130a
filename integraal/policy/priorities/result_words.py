"""What the result of a round says in words: spread, agreement, how firm, what to talk about."""

from collections.abc import Mapping

from integraal.foundation.ui.dutch import listed, number
from integraal.policy.priorities.round_result import Change, RoundResult, ThemeResult
from integraal.policy.priorities.rules import DOTS

GROUPS = {
    "council": "raad",
    "partner": "partners",
    "entrepreneur": "ondernemers",
    "resident": "inwoners",
    "staff": "medewerkers",
}
UNITED, DIVIDED = 0.7, 1.2  # standard deviation of the marks, on a scale of 1 to 5
APART = 1.0  # so far lie the means of two groups apart
LOW, HIGH = 2.5, 3.5
QUESTION = "Wat ziet de een dat de ander niet ziet?"
_FEW = 5


def spread_words(theme: ThemeResult) -> str:
    """Return in a few words how far the table agrees about a theme."""
    if theme.spread is None or theme.score is None:
        return "te weinig scores"
    if DOTS in theme.means:
        return f"{sum(1 for one in theme.marks if one.value > 0)} van {theme.n} gaven stippen"
    if gap_of(theme) >= APART:
        return "groepen verschillen"
    if theme.spread >= DIVIDED:
        return "verdeeld"
    if theme.spread > UNITED:
        return "redelijk eens"
    level = "hoog" if theme.score >= HIGH else "laag" if theme.score <= LOW else "midden"
    return f"eens: {level}"


def gap_of(theme: ThemeResult) -> float:
    """Return how far the highest and the lowest group lie apart; 0 when fewer than two show."""
    means = [one.mean for one in theme.groups.values()]
    return max(means) - min(means) if len(means) > 1 else 0.0


def agreement_say(result: RoundResult) -> str:
    """Return how far people put the themes in the same order, with Kendall's W and its number."""
    found = result.agreement
    if found.strength == "undefined":
        return "Er zijn te weinig volledige stembriefjes om te zeggen of men het eens is."
    words = {
        "weak": "Over de volgorde is men het weinig eens",
        "moderate": "Over de volgorde is men het redelijk eens",
        "strong": "Over de volgorde is men het in grote lijnen eens",
    }
    return (
        f"{words[found.strength]} (Kendalls W is {number(found.w, 2)}; 0 is niet en 1 is helemaal; "
        f"{ballots_say(found.raters)} waarop elk thema een score heeft)."
    )


def firmness_say(result: RoundResult, names: Mapping[str, str]) -> str:
    """Return how firm the top is, in words.

    Args:
        result: the closed round.
        names: short names by code.
    """
    if not result.ranked:
        return "Nog geen thema heeft een score."
    if len(result.ranked) <= result.top:
        return "Er zijn niet meer thema’s dan plaatsen; er valt niets te kiezen."
    warning = f" Het gaat om {ballots_say(result.n)}: dat is weinig." if result.n < _FEW else ""
    return _firmness(result, names) + warning


def _firmness(result: RoundResult, names: Mapping[str, str]) -> str:
    top = _top(result.top)
    are = "is" if result.top == 1 else "zijn"
    if len(result.leaders) > result.top:
        last = max(one.place or 0 for one in result.leaders)
        shared = [names[one.code] for one in result.leaders if one.place == last]
        return (
            f"{top} {are} niet vast: {listed(shared)} staan gelijk, en er is geen plaats voor alle."
        )
    if result.is_firm is None:
        return (
            f"Er is één telling, dus wegen verandert niets. Kijk hoe ver {top.lower()} en de "
            "volgende uit elkaar liggen."
        )
    if result.is_firm:
        least = min(int((one.in_top or 0) * 100) for one in result.leaders)
        often = "alle" if least == 100 else f"minstens {least} van de"
        return f"{top} {are} vast: dat blijft zo bij {often} 100 wegingen."
    weak = [one for one in result.leaders if not one.is_firmly_in_top]
    told = [f"{names[one.code]} bij {int((one.in_top or 0) * 100)}" for one in weak]
    depends = "die plek hangt" if len(weak) == 1 else "die plekken hangen"
    return (
        f"{top} {are} niet vast. Van de 100 wegingen staat {listed(told)} daarbij: "
        f"{depends} af van hoe u weegt."
    )


def talk_say(result: RoundResult, names: Mapping[str, str]) -> str:
    """Return what is worth talking about: where groups, or people, lie furthest apart."""
    marked = [one for one in result.ranked if one.spread is not None]
    if not marked:
        return "Er zijn te weinig scores om verschillen te zien."
    widest = max(marked, key=gap_of)
    if gap_of(widest) >= APART:
        return _between_groups(widest, names[widest.code])
    widest = max(marked, key=lambda one: one.spread or 0.0)
    low, high = widest.marks[0].value, widest.marks[-1].value
    if high - low < 1 or (widest.spread or 0.0) <= UNITED:
        return "De scores liggen overal dicht bij elkaar. Mist u een thema, of een kant ervan?"
    reach = f"van {number(round(low, 1))} tot {number(round(high, 1))}"
    return f"Over {names[widest.code]} lopen de scores het meest uiteen: {reach}. {QUESTION}"


def _between_groups(theme: ThemeResult, name: str) -> str:
    highest = max(theme.groups, key=lambda one: theme.groups[one].mean)
    lowest = min(theme.groups, key=lambda one: theme.groups[one].mean)
    return (
        f"{_told(theme, highest).capitalize()} gemiddeld {number(theme.groups[highest].mean, 1)} "
        f"aan {name}, {_told(theme, lowest, 'gaven')} "
        f"{number(theme.groups[lowest].mean, 1)}. {QUESTION}"
    )


def _told(theme: ThemeResult, group: str, verb: str = "gaven") -> str:
    name = "de raad" if group == "council" else GROUPS.get(group, group)
    verb = "gaf" if group == "council" else verb
    return f"{name} ({theme.groups[group].n}) {verb}"


def change_say(change: Change) -> str:
    """Return what the second round made of a theme: mean, place and spread, before and after."""
    if change.score is None or change.places is None:
        return "Niet in beide ronden gescoord."
    before, after = change.before, change.after
    moved = round(change.score, 1)
    words = (
        "gelijk" if moved == 0 else f"{number(abs(moved), 1)} {'hoger' if moved > 0 else 'lager'}"
    )
    place = (
        f"plaats {after.place}, net als eerst"
        if change.places == 0
        else f"van plaats {before.place} naar {after.place}"
    )
    return f"{number(before.score, 1)} werd {number(after.score, 1)} ({words}), {place}"


def is_dots(result: RoundResult) -> bool:
    """Return whether dots were divided instead of marks given."""
    return result.criteria == (DOTS,)


def _top(top: int) -> str:
    words = {1: "De eerste plaats", 2: "De eerste twee", 3: "De eerste drie", 4: "De eerste vier",
             5: "De eerste vijf"}  # fmt: skip
    return words.get(top, f"De eerste {top}")


def ballots_say(count: int) -> str:
    """Return a number of ballots in words."""
    return "1 stembriefje" if count == 1 else f"{number(count)} stembriefjes"
