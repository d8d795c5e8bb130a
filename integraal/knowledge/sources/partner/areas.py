"""Find the area that a partner names or codes, in one year's division and never in another.

CBS redraws and reuses its codes every year: BU04320101 was Aartswoud until 2022 and is Opmeer West
in 2024. So a code or a name is looked up in the division the table was made for, and where it
exists only in another one the sentence names that year.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from integraal.knowledge.sources.partner.refusals import Refused, quoted

NamedBy = Literal["name", "code"]
_DIGITS = re.compile(r"\d{1,8}", re.ASCII)
_PREFIXES = ((4, "GM"), (6, "WK"), (8, "BU"))


@dataclass(frozen=True)
class KnownArea:
    """An area of one year's division.

    key: what the caller knows it by; it comes back in the rows. code: "" when there is none.
    level: any code for the kind of area, such as "district"; level_name: its Dutch name.
    """

    key: str
    name: str
    code: str
    year: int
    level: str = ""
    level_name: str = "gebied"


class AreaBook:
    """All areas a table may be about, in every division year that is known."""

    def __init__(self, areas: Iterable[KnownArea]) -> None:
        self.areas = tuple(areas)
        self._by: dict[NamedBy, dict[str, list[KnownArea]]] = {
            "name": defaultdict(list),
            "code": defaultdict(list),
        }
        self._by_key: dict[tuple[str, int], KnownArea] = {}
        for area in self.areas:
            self._by["name"][plain_name(area.name)].append(area)
            if area.code:
                self._by["code"][plain_code(area.code)].append(area)
            self._by_key[(area.key, area.year)] = area

    @property
    def years(self) -> tuple[int, ...]:
        """The division years, oldest first."""
        return tuple(sorted({area.year for area in self.areas}))

    def with_key(self, key: str, year: int) -> KnownArea | None:
        """The area of that key in that division."""
        return self._by_key.get((key, year))

    def anywhere(self, text: str, named_by: NamedBy) -> tuple[KnownArea, ...]:
        """Every area of that name or code, of all years."""
        plain = plain_name(text) if named_by == "name" else plain_code(text)
        return tuple(self._by[named_by].get(plain, ()))

    def find(self, text: str, named_by: NamedBy, year: int, level: str = "") -> KnownArea:
        """The one area of that name or code.

        Args:
            text: as the table gives it.
            named_by: whether it is a name or a code.
            year: the division the table was made for.
            level: only areas of this kind; "" takes every kind.

        Raises:
            Refused: unknown, of another year, or the name of more areas than one.
        """
        known = self.anywhere(text, named_by)
        right = [area for area in known if area.year == year and level in ("", area.level)]
        if len(right) == 1:
            return right[0]
        if right:
            kinds = ", ".join(sorted({area.level_name for area in right}))
            raise Refused(
                f"{quoted(text)} is in de indeling {year} de naam van meer gebieden ({kinds})",
                "Kies het soort gebied, of zet codes in de tabel.",
            )
        raise self._not_in_year(text, named_by, year, known)

    def refuse_other_name(self, area: KnownArea, name: str) -> None:
        """Raise Refused when the table itself gives an area that was found by code another name."""
        if plain_name(name) == plain_name(area.name):
            return
        before = [
            other
            for other in self.anywhere(area.code, "code")
            if plain_name(other.name) == plain_name(name)
        ]
        then = f"; die code heette zo in {_years(before)}" if before else ""
        raise Refused(
            f"{area.code} is in de indeling {area.year} {area.name}, maar de tabel noemt het "
            f"{quoted(name)}{then}",
            "Kies de indeling waarvoor de tabel is gemaakt, of verbeter de code of de naam.",
        )

    def _not_in_year(
        self, text: str, named_by: NamedBy, year: int, known: tuple[KnownArea, ...]
    ) -> Refused:
        others = [area for area in known if area.year != year]
        if not others:
            what = "naam van een gebied" if named_by == "name" else "code van een gebied"
            return Refused(
                f"{quoted(text)} is geen bekende {what} in de indeling {year}",
                "Kijk of het goed gespeld is, of haal de regel uit de tabel.",
            )
        latest = max(others, key=lambda area: area.year)
        if named_by == "code":
            wrong = (
                f"{latest.code} heette in {latest.year} {latest.name}; deze tabel is van de "
                f"indeling {year} en daarin bestaat die code niet"
            )
        else:
            wrong = (
                f"{quoted(text)} bestaat in de indeling {_years(others)}, niet in die van {year}"
            )
        return Refused(
            wrong,
            f"Kies de indeling {latest.year} als de tabel daarvoor is gemaakt. Anders: vraag om "
            f"cijfers voor de gebieden van {year}.",
        )


def plain_name(text: str) -> str:
    """A name without regard to case and spaces."""
    return " ".join(text.casefold().split())


def plain_code(text: str) -> str:
    """A code in capitals; one without letters gets back the letters and zeros it lost."""
    code = "".join(text.upper().split())
    if _DIGITS.fullmatch(code):
        length, letters = next(pair for pair in _PREFIXES if len(code) <= pair[0])
        return letters + code.zfill(length)
    return code


def _years(areas: Iterable[KnownArea]) -> str:
    return ", ".join(str(year) for year in sorted({area.year for area in areas}))
