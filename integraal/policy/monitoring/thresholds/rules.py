"""When a threshold is right, and when it is crossed. Pure."""

from decimal import Decimal

from integraal.foundation.ui.dutch import number
from integraal.policy.monitoring.goals.course import Reached


def threshold_problem(rule: str, value: Decimal | None, direction: str) -> str | None:
    """Return why a threshold cannot be set so, or ``None``.

    Args:
        direction: of the goal: "down", "up", "hold" or empty.
    """
    if rule not in ("above", "below", "worse"):
        return "Kies wanneer de drempel is overschreden."
    if rule == "worse":
        if value is not None:
            return "Bij “aantoonbaar slechter” hoort geen getal. Maak het leeg."
        if direction not in ("down", "up"):
            return (
                "Bij dit doel staat niet of het omlaag of omhoog moet. Kies een drempel met een "
                "getal."
            )
        return None
    if value is None:
        return "Vul het getal in waarboven of waaronder het doel aandacht vraagt."
    if (rule, direction) in (("above", "up"), ("below", "down")):
        way = "omhoog" if direction == "up" else "omlaag"
        return f"Dit doel moet {way}. Kies een drempel aan de andere kant."
    return None


def is_crossed(rule: str, value: Decimal | None, reached: Reached, *, is_worse: bool) -> bool:
    """Return whether a year crosses a threshold; an unfinished or unknown year never does."""
    if reached.value is None or not reached.complete:
        return False
    if rule == "worse":
        return is_worse
    limit = float(value or 0)
    return reached.value > limit if rule == "above" else reached.value < limit


def crossed_words(rule: str, value: Decimal | None, reached: Reached, verdict: str) -> str:
    """Return what was seen, with the margin of the figure."""
    said = f"In {reached.year} was het cijfer {reached.shown}{margin_words(reached)}."
    if rule == "worse":
        return f"{said} {verdict}".strip()
    way = "hoger" if rule == "above" else "lager"
    limit = number(value)
    words = f"{said} De drempel is {limit}; het cijfer is {way}."
    if reached.low is None or reached.high is None or value is None:
        return f"{words} Bij dit cijfer staat geen marge."
    if reached.low <= float(value) <= reached.high:
        return f"{words} De drempel ligt wel binnen de marge: het kan toeval zijn."
    return words


def margin_words(reached: Reached) -> str:
    """Return the margin between brackets; empty when the source gives none."""
    if reached.low is None or reached.high is None:
        return ""
    decimals = 0 if float(reached.value or 0).is_integer() else 1
    low, high = number(reached.low, decimals), number(reached.high, decimals)
    return f" (marge {low} tot {high})"


def opened_words(many: int) -> str:
    """Return what a check brought, in a sentence.

    Args:
        many: how many deviations it opened.
    """
    if not many:
        return "Nagekeken: er is geen drempel nieuw overschreden."
    return f"Nagekeken: {many} {'afwijking' if many == 1 else 'afwijkingen'} geopend."
