"""What a column of a partner's table may hold, and reading its numbers."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from integraal.knowledge.sources.grids import Cell, Percentage, shown
from integraal.knowledge.sources.partner.refusals import Refused, quoted

DecimalSign = Literal["comma", "point"]
MeasureKind = Literal["count", "measured"]

LARGEST_COUNT = 20_000_000
"""More than there are people in the Netherlands."""
LARGEST_MEASURED = Decimal(10) ** 11
"""A figure is kept with eleven digits and three decimals."""
_STEP = Decimal("0.001")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")
_NUMBER: dict[DecimalSign, re.Pattern[str]] = {
    "comma": re.compile(r"-?(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:,\d+)?", re.ASCII),
    "point": re.compile(r"-?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?", re.ASCII),
}
_SIGNS: dict[DecimalSign, tuple[str, str]] = {"comma": (",", "."), "point": (".", ",")}
_EITHER_WAY = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_LONGEST = 40


@dataclass(frozen=True)
class KnownMeasure:
    """Something that can be counted or measured, as "<list>:<class>", and the names it goes by."""

    code: str
    name: str
    kind: MeasureKind
    other_names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything a partner may call it."""
        return (self.name, *self.other_names, self.code)


def read_number(cell: Cell, decimal: DecimalSign, kind: MeasureKind) -> Decimal:
    """Read a cell as a figure.

    Args:
        cell: a number, a percentage or a text.
        decimal: which sign stands before the decimals in text.
        kind: a count is whole, not negative and has no percent sign.

    Returns:
        The figure; a measured one is rounded to three decimals, as figures are kept.

    Raises:
        Refused: it is no number, can be read in two ways, or cannot be a figure of this kind.
    """
    text = shown(cell)
    percent = isinstance(cell, Percentage) or text.endswith("%")
    if isinstance(cell, Percentage):
        value = cell.value
    elif isinstance(cell, Decimal):
        value = cell
    elif isinstance(cell, str):
        value = _of_text(cell.removesuffix("%").strip(), decimal, kind)
    else:
        raise Refused(f"{quoted(text)} is geen getal", "Vul een getal in.")
    _refuse_impossible(value, kind, quoted(text), percent=percent)
    if kind == "count":
        return Decimal(int(value))
    rounded = value.quantize(_STEP, ROUND_HALF_UP)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def _of_text(text: str, decimal: DecimalSign, kind: MeasureKind) -> Decimal:
    plain = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    sign, thousands = _SIGNS[decimal]
    if len(text) > _LONGEST or not _NUMBER[decimal].fullmatch(plain):
        other = _SIGNS["point" if decimal == "comma" else "comma"]
        swapped = _NUMBER["point" if decimal == "comma" else "comma"].fullmatch(plain)
        hint = f" Of kies '{other[0]}' als teken voor decimalen." if swapped else ""
        raise Refused(
            f"{quoted(text)} is geen getal",
            f"Vul een getal in, met '{sign}' voor decimalen, of zeg bij de kolommen dat dit "
            f"'ontbreekt' of 'geheim' betekent.{hint}",
        )
    if sign in plain and _EITHER_WAY.fullmatch(plain) and (decimal == "point" or kind == "count"):
        digits = plain.replace(sign, "")
        raise Refused(
            f"{quoted(text)} is op twee manieren te lezen: als {digits} en als "
            f"{plain.replace(sign, ',')}",
            f"Kies '{thousands}' als teken voor decimalen als u {digits} bedoelt, of haal in het "
            "bestand de scheidingstekens weg.",
        )
    return Decimal(plain.replace(thousands, "").translate(_SPACES).replace(sign, "."))


def _refuse_impossible(value: Decimal, kind: MeasureKind, text: str, *, percent: bool) -> None:
    if value < 0:
        raise Refused(f"{text} is negatief", "Een aantal of meting is nul of meer. Verbeter dit.")
    if kind == "measured":
        if percent and value > 100:
            raise Refused(f"{text} is meer dan 100%", "Verbeter het percentage.")
        if value >= LARGEST_MEASURED:
            raise Refused(f"{text} is te groot", "Kijk of het getal klopt.")
        return
    if percent:
        raise Refused(
            f"{text} is een percentage, maar hier hoort een aantal",
            "Kies bij deze kolom een gemeten cijfer, of vul aantallen in.",
        )
    if value != value.to_integral_value():
        raise Refused(
            f"{text} is geen heel getal, maar hier hoort een aantal",
            "Vul een heel getal in, of kies bij deze kolom een gemeten cijfer.",
        )
    if value > LARGEST_COUNT:
        raise Refused(
            f"{text} is meer dan er mensen in Nederland zijn", "Kijk of het aantal klopt."
        )
