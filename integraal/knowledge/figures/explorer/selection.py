"""What somebody wants to see in the figure explorer, as it stands in the address of the page.

Pure. An address that was made here reads back as the same selection, so a link can be kept.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args
from urllib.parse import urlencode
from uuid import UUID

from integraal.knowledge.figures.beside_others.likeness import Like

Frequency = Literal["jaren", "maanden"]
Form = Literal["tabel", "lijn", "kaart", "trechter"]
Per = Literal["aantal", "inwoners"]

LEVELS = ("gemeente", "gebieden", "wijken", "buurten")
GROUPS = ("grootteklasse", "stedelijkheid", "provincie")
COUNTRY = "NL00"
MOST_AREAS = 100
MOST_COMPARED = 12
FIRST_YEAR, LAST_YEAR = 1950, 2100

_INDICATOR = re.compile(r"[a-z0-9][a-z0-9-]{0,59}", re.ASCII)
_MUNICIPALITY = re.compile(r"GM\d{4}", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class Selection:
    """Which figure, of which areas and periods, beside what, and in which form.

    Attributes:
        indicator: its code; empty when nothing was chosen.
        areas: words of ``LEVELS`` and ids of areas; empty stands for the municipality.
        frequency: years or months.
        first, last: "2019", and for months also "2019-07"; empty for no limit. Both included.
        compared: "NL00", codes of municipalities, and words of ``GROUPS``.
        form: table, line or map.
        per: counts, or counts per so many inhabitants, homes and so on.
        year: only this year, in the table and on the map; None for all, or the newest.
        division: year of the areas of ``wijken`` and ``buurten``; None for the newest with figures.
        like: what makes municipalities similar in the funnel.
        without_corona: whether means leave out the periods that the list of classes names.
    """

    indicator: str = ""
    areas: tuple[str, ...] = ()
    frequency: Frequency = "jaren"
    first: str = ""
    last: str = ""
    compared: tuple[str, ...] = ()
    form: Form = "tabel"
    per: Per = "aantal"
    year: int | None = None
    division: int | None = None
    without_corona: bool = True
    like: Like = "grootte"

    def __post_init__(self) -> None:
        object.__setattr__(self, "areas", _in_order(self.areas, LEVELS))
        object.__setattr__(self, "compared", _in_order(self.compared, (COUNTRY, *GROUPS)))

    @property
    def query(self) -> str:
        """The address after the question mark, always in the same order; empty for the default."""
        plain = Selection()
        pairs: list[tuple[str, object]] = [("cijfer", self.indicator)] if self.indicator else []
        pairs += [("gebied", area) for area in self.areas]
        pairs += [("vergelijk", code) for code in self.compared]
        pairs += [
            (name, value)
            for name, value, usual in (
                ("periode", self.frequency, plain.frequency),
                ("van", self.first, ""),
                ("tot", self.last, ""),
                ("jaar", self.year, None),
                ("indeling", self.division, None),
                ("vorm", self.form, plain.form),
                ("per", self.per, plain.per),
                ("klasse", self.like, plain.like),
            )
            if value != usual
        ]
        if not self.without_corona:
            pairs.append(("zonder_corona", "0"))
        return urlencode(pairs)

    @property
    def first_code(self) -> str:
        """The CBS code of the first period; empty for no limit."""
        return _period_code(self.first, self.frequency, "01")

    @property
    def last_code(self) -> str:
        """The CBS code of the last period; empty for no limit."""
        return _period_code(self.last, self.frequency, "12")


@dataclass(frozen=True)
class Asked:
    """What an address asks: the part that is right, and a sentence for each part that is not."""

    selection: Selection
    problems: tuple[str, ...]


def read_selection(given: Mapping[str, Sequence[str]]) -> Asked:
    """Read the parameters of an address.

    Args:
        given: name to all its values, as in a query string; unknown names are left aside.
    """
    problems: list[str] = []
    frequency = _one_of(given, "periode", get_args(Frequency), problems)
    first = _moment(given, "van", frequency, problems)
    last = _moment(given, "tot", frequency, problems)
    if (
        first
        and last
        and _period_code(first, "maanden", "01") > _period_code(last, "maanden", "12")
    ):
        problems.append("‘Van’ ligt na ‘tot en met’. Draai ze om.")
        first = last = ""
    selection = Selection(
        indicator=_indicator(given, problems),
        areas=_areas(given, problems),
        frequency=cast(Frequency, frequency),
        first=first,
        last=last,
        compared=_compared(given, problems),
        form=cast(Form, _one_of(given, "vorm", get_args(Form), problems)),
        per=cast(Per, _one_of(given, "per", get_args(Per), problems)),
        year=_year(given, "jaar", problems),
        division=_year(given, "indeling", problems),
        like=cast(Like, _one_of(given, "klasse", get_args(Like), problems)),
        without_corona=_one_of(given, "zonder_corona", ("1", "0"), problems) == "1",
    )
    return Asked(selection, tuple(problems))


def _in_order(given: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """Return each once: the known words in their own order, then the rest in that of the code."""
    place = {word: number for number, word in enumerate(words)}
    return tuple(sorted(set(given), key=lambda one: (place.get(one, len(words)), one)))


def _last_given(given: Mapping[str, Sequence[str]], name: str) -> str:
    values = [value.strip() for value in given.get(name, ()) if value.strip()]
    return values[-1] if values else ""


def _one_of(
    given: Mapping[str, Sequence[str]], name: str, known: Sequence[str], problems: list[str]
) -> str:
    value = _last_given(given, name)
    if value and value not in known:
        problems.append(f"‘{_short(value)}’ kan niet bij ‘{name}’. Kies uit: {', '.join(known)}.")
    return value if value in known else known[0]


def _indicator(given: Mapping[str, Sequence[str]], problems: list[str]) -> str:
    value = _last_given(given, "cijfer")
    if value and not _INDICATOR.fullmatch(value):
        problems.append(f"‘{_short(value)}’ is geen code van een cijfer. Kies een cijfer.")
        return ""
    return value


def _areas(given: Mapping[str, Sequence[str]], problems: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for value in _each(given, "gebied"):
        if value in LEVELS:
            found.append(value)
        elif (area := _uuid(value)) is not None:
            found.append(area)
        else:
            problems.append(
                f"Het gebied ‘{_short(value)}’ kennen we niet. Kies een gebied uit de lijst."
            )
    return _at_most(found, MOST_AREAS, "gebieden", problems)


def _compared(given: Mapping[str, Sequence[str]], problems: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for value in _each(given, "vergelijk"):
        if value == COUNTRY or value in GROUPS or _MUNICIPALITY.fullmatch(value):
            found.append(value)
        else:
            problems.append(
                f"Met ‘{_short(value)}’ kan niet worden vergeleken. Kies Nederland, een groep "
                "gemeenten of een gemeente."
            )
    return _at_most(found, MOST_COMPARED, "vergelijkingen", problems)


def _each(given: Mapping[str, Sequence[str]], name: str) -> list[str]:
    values = (value.strip() for value in given.get(name, ()))
    return list(dict.fromkeys(value for value in values if value))


def _at_most(found: list[str], most: int, what: str, problems: list[str]) -> tuple[str, ...]:
    if len(found) > most:
        problems.append(f"Kies hooguit {most} {what} tegelijk. De eerste {most} worden getoond.")
    return tuple(found[:most])


def _uuid(value: str) -> str | None:
    try:
        return str(UUID(value)) if len(value) == 36 else None
    except ValueError:
        return None


def _year(given: Mapping[str, Sequence[str]], name: str, problems: list[str]) -> int | None:
    value = _last_given(given, name)
    if not value:
        return None
    if _YEAR.fullmatch(value) and FIRST_YEAR <= int(value) <= LAST_YEAR:
        return int(value)
    problems.append(f"‘{_short(value)}’ is geen jaar. Schrijf {name} als 2024.")
    return None


def _moment(
    given: Mapping[str, Sequence[str]], name: str, frequency: str, problems: list[str]
) -> str:
    value = _last_given(given, name)
    month = _MONTH.fullmatch(value)
    year = value if _YEAR.fullmatch(value) else (month[1] if month else "")
    if not value or (year and FIRST_YEAR <= int(year) <= LAST_YEAR):
        # Months say nothing about whole years; who goes back to years keeps the year.
        return year if frequency == "jaren" else value
    words = "2019" if frequency == "jaren" else "2019 of 2019-07"
    problems.append(f"‘{_short(value)}’ is geen periode. Schrijf ‘{name}’ als {words}.")
    return ""


def _period_code(moment: str, frequency: str, month: str) -> str:
    if not moment:
        return ""
    if frequency == "jaren":
        return f"{moment[:4]}JJ00"
    return f"{moment[:4]}MM{moment[5:] or month}"


def _short(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:40]}..."
