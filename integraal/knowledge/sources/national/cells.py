"""What a cell may say: classes, regions, periods and figures, from text to code."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.national.forms import TableForm

COUNTRY = "NL00"
MOST = 1_000_000_000
_OTHER_COUNTRY_CODES = ("NL01",)
_REGION = re.compile(
    r"NL\d\d|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}|(?!NL|GM|WK|BU)[A-Z]{2}\d{2,6}", re.ASCII
)
_LIKE_A_CODE = re.compile(r"[A-Z]{2}\d", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-01", re.ASCII)
_SHOWN = 40


@dataclass(frozen=True)
class Meanings:
    """What the texts of one column mean; `problems` says of each other text what is wrong."""

    codes: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def classes(texts: Iterable[str], form: TableForm) -> Meanings:
    """The measure that each text of the class column stands for."""
    found = Meanings()
    for text in texts:
        code = form.labels.get(text.strip().casefold())
        if code is None:
            found.problems[text] = (
                f"{shown(text)} staat niet in de indeling '{form.list_code}'. Download het bestand "
                "opnieuw, of vraag de beheerder of de indeling is veranderd"
            )
        else:
            found.codes[text] = form.measure(code)
    return found


def periods(texts: Iterable[str], *, months: bool) -> Meanings:
    """The CBS code of each text of the period column; a star stays with the text.

    Args:
        texts: codes (2024JJ00), labels ("2010", "2025 juli") or the first day as yyyy-mm-dd.
        months: whether such a day stands for its month; else it must be the first of a year.
    """
    found = Meanings()
    for text in texts:
        try:
            found.codes[text] = _period(text.strip(), months=months).code
        except ValueError:
            found.problems[text] = (
                f"{shown(text)} is geen periode. Een periode is bijvoorbeeld 2024JJ00, 2024 of "
                "2024MM07"
            )
    return found


def regions(texts: Iterable[str]) -> tuple[Meanings, bool]:
    """The code of each text of the region column, or its name; and whether they are names.

    A column holds codes or names. With a single code in it, all others must be codes too.
    """
    trimmed = {text: text.strip(" ") for text in texts}
    by_name = not any(_LIKE_A_CODE.match(text) for text in trimmed.values())
    found = Meanings()
    for text, region in trimmed.items():
        if by_name and region.isprintable() and region:
            found.codes[text] = region
        elif _REGION.fullmatch(region):
            found.codes[text] = COUNTRY if region in _OTHER_COUNTRY_CODES else region
        else:
            found.problems[text] = (
                f"{shown(text)} is geen code van een gebied, zoals GM0432 of BU04320101"
            )
    return found, by_name


def region_sql(column: str) -> str:
    """The SQL that does what `regions` does to a text that is no problem."""
    codes = ", ".join(f"'{code}'" for code in _OTHER_COUNTRY_CODES)
    return f"CASE WHEN trim({column}) IN ({codes}) THEN '{COUNTRY}' ELSE trim({column}) END"


def starred(text: str) -> bool:
    """Whether a period is marked as provisional."""
    return text.rstrip().endswith("*")


def figure_problem(text: str) -> str:
    """What is wrong with a text that is no figure."""
    number = text.rstrip("*").strip()
    try:
        value = float(number) if number.isascii() and "_" not in number else None
    except ValueError:
        value = None
    if value is not None and value < 0:
        return f"{shown(text)} is kleiner dan nul. Een aantal is dat nooit"
    if value is not None and value > MOST:
        return f"{shown(text)} is meer dan een miljard. Dat kan niet"
    return (
        f"{shown(text)} is geen getal zoals in deze tabellen (445 of 445.0, ten hoogste drie "
        "decimalen). Download het bestand opnieuw en bewerk het niet"
    )


# A figure, a point or an x, each with stars behind it; or nothing at all.
FIGURE = r"|(\.|x|[0-9]{1,11}(\.[0-9]{1,3})?) ?\**"


def shown(text: str) -> str:
    """A text as a sentence quotes it: short and on one line."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in text.strip())
    return f"'{plain[:_SHOWN]}'"


def _period(text: str, *, months: bool) -> Period:
    plain = text.rstrip("*").strip()
    if day := _DATE.fullmatch(plain):
        year, month = int(day[1]), int(day[2])
        if months:
            return Period(year, month, "month")
        if month == 1:
            return Period.of_year(year)
        raise ValueError(f"Not the first day of a year: {text!r}.")
    try:
        return Period.from_code(plain)
    except ValueError:
        return Period.from_label(plain)
