"""Read the country's yearly division and its changes from files: nothing is written here."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from integraal.foundation.areas.kinds import AreaKind

_KINDS = {
    "NL": AreaKind.COUNTRY,
    "GM": AreaKind.MUNICIPALITY,
    "WK": AreaKind.DISTRICT,
    "BU": AreaKind.NEIGHBOURHOOD,
}
_LENGTHS = {"NL": 4, "GM": 6, "WK": 8, "BU": 10}
MOST_SHOWN = 20


class DivisionProblem(Exception):
    """The file cannot be read as a division; the message has one sentence per line of it."""

    def __init__(self, sentences: list[str]) -> None:
        more = len(sentences) - MOST_SHOWN
        shown = sentences[:MOST_SHOWN] + ([f"En nog {more} regels."] if more > 0 else [])
        super().__init__("\n".join(shown))
        self.sentences = sentences


@dataclass(frozen=True)
class Coded:
    """One area of the division of a year."""

    code: str
    kind: AreaKind
    name: str
    within_code: str
    geometry: dict[str, Any] | None = None
    province: str = ""
    urbanity: int | None = None


@dataclass(frozen=True)
class Change:
    """A share of an area's inhabitants that went into another area between two years."""

    from_code: str
    from_year: int
    to_code: str
    to_year: int
    share: float


def read_division(content: bytes) -> list[Coded]:
    """Read CBS's list of districts and neighbourhoods (columns Key and Title; codes padded).

    Raises:
        DivisionProblem: every line that is not right, or the file is of another kind.
    """
    found: list[Coded] = []
    problems: list[str] = []
    seen: set[str] = set()
    for number, row in _rows(content, ("Key", "Title")):
        code, name = row["Key"].strip(), row["Title"].strip()
        kind = kind_of(code)
        if kind is None:
            problems.append(
                f"Regel {number}: {code!r} is geen code van een gemeente, wijk of buurt."
            )
        elif not name:
            problems.append(f"Regel {number}: bij {code} staat geen naam.")
        elif code in seen:
            problems.append(f"Regel {number}: {code} staat er al eerder.")
        else:
            seen.add(code)
            found.append(Coded(code, kind, name, within(code)))
    return _or_refuse(found, problems)


def read_changes(content: bytes) -> list[Change]:
    """Read changes of division (columns from_code, from_year, to_code, to_year, share).

    The shares of one area in one year add up to one.

    Raises:
        DivisionProblem: every line that is not right, or shares that do not add up.
    """
    columns = ("from_code", "from_year", "to_code", "to_year", "share")
    found: list[Change] = []
    problems: list[str] = []
    for number, row in _rows(content, columns):
        try:
            change = Change(
                row["from_code"].strip(),
                int(row["from_year"]),
                row["to_code"].strip(),
                int(row["to_year"]),
                float(row["share"].replace(",", ".")),
            )
        except ValueError:
            problems.append(f"Regel {number}: een jaar of een aandeel is geen getal.")
            continue
        if not 0 < change.share <= 1 or change.to_year <= change.from_year:
            problems.append(
                f"Regel {number}: het aandeel ligt tussen 0 en 1, en het jaar erna is later."
            )
        found.append(change)
    totals: dict[tuple[str, int], float] = {}
    for change in found:
        key = (change.from_code, change.from_year)
        totals[key] = totals.get(key, 0.0) + change.share
    problems += [
        f"De aandelen van {code} in {year} tellen op tot {total:.3f} en niet tot 1."
        for (code, year), total in totals.items()
        if abs(total - 1) > 0.001
    ]
    return _or_refuse(found, problems)


def kind_of(code: str) -> AreaKind | None:
    """Return the kind of area a CBS code is of; None for a code of another kind."""
    known = len(code) == _LENGTHS.get(code[:2], 0) and _is_code(code)
    return AreaKind(_KINDS[code[:2]]) if known else None


def within(code: str) -> str:
    """Return the code of the area that holds this one; empty for the country."""
    if code.startswith("BU"):
        return f"WK{code[2:8]}"
    return f"GM{code[2:6]}" if code.startswith("WK") else ("NL00" if code.startswith("GM") else "")


def _is_code(code: str) -> bool:
    """Four digits of the municipality, then digits or, as in Amsterdam, capital letters."""
    return code[2:6].isdecimal() and code.isascii() and code.isalnum() and code == code.upper()


def _rows(content: bytes, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DivisionProblem(["Het bestand is geen tekst in UTF-8."]) from error
    delimiter = ";" if text[:200].count(";") > text[:200].count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    missing = [column for column in columns if column not in (reader.fieldnames or [])]
    if missing:
        raise DivisionProblem([f"In de eerste regel ontbreekt: {', '.join(missing)}."])
    for number, row in enumerate(reader, start=2):
        yield number, {column: row[column] or "" for column in columns}


Item = TypeVar("Item")


def _or_refuse(found: list[Item], problems: list[str]) -> list[Item]:
    if problems:
        raise DivisionProblem(problems)
    if not found:
        raise DivisionProblem(["In het bestand staat geen enkel gebied."])
    return found
