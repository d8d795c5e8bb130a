"""Years, quarters and months as Statistics Netherlands (CBS) codes and names them."""

import re
from dataclasses import dataclass
from typing import Literal, Self

PeriodKind = Literal["year", "quarter", "month"]

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_LETTERS: dict[PeriodKind, str] = {"year": "JJ", "quarter": "KW", "month": "MM"}
_LENGTHS: dict[PeriodKind, int] = {"year": 0, "quarter": 4, "month": 12}
_CODE = re.compile(r"(\d{4})(JJ|KW|MM)(\d{2})", re.ASCII)
_YEAR_LABEL = re.compile(r"(\d{4})", re.ASCII)
_QUARTER_LABEL = re.compile(r"(\d{4}) ([1-4])e kwartaal", re.ASCII)
_MONTH_LABEL = re.compile(rf"(\d{{4}}) ({'|'.join(MONTHS)})", re.ASCII)


@dataclass(frozen=True, order=True)
class Period:
    """A calendar year (number 0), a quarter (1 to 4) or a month (1 to 12) of a year."""

    year: int
    number: int
    kind: PeriodKind

    def __post_init__(self) -> None:
        length = _LENGTHS[self.kind]
        in_range = self.number == 0 if length == 0 else 1 <= self.number <= length
        if not (1000 <= self.year <= 9999 and in_range):
            raise ValueError(f"There is no {self.kind} {self.number} in {self.year}.")

    @classmethod
    def of_year(cls, year: int) -> Self:
        """The calendar year."""
        return cls(year, 0, "year")

    @classmethod
    def from_code(cls, code: str) -> Self:
        """Read a CBS period code: 2024JJ00, 2025KW01 or 2025MM12; else ValueError."""
        match = _CODE.fullmatch(code.strip())
        if match is None:
            raise ValueError(f"Not a period code: {code!r}.")
        kind = next(kind for kind, letters in _LETTERS.items() if letters == match[2])
        return cls(int(match[1]), int(match[3]), kind)

    @classmethod
    def from_label(cls, label: str) -> Self:
        """Read a StatLine heading: "2024", "2025 1e kwartaal", "2025 juli"; else ValueError.

        The stars of a provisional period ("2025*") are left aside here.
        """
        text = label.strip().rstrip("*").strip().lower()
        if match := _YEAR_LABEL.fullmatch(text):
            return cls.of_year(int(match[1]))
        if match := _QUARTER_LABEL.fullmatch(text):
            return cls(int(match[1]), int(match[2]), "quarter")
        if match := _MONTH_LABEL.fullmatch(text):
            return cls(int(match[1]), MONTHS.index(match[2]) + 1, "month")
        raise ValueError(f"Not a period: {label!r}.")

    @property
    def code(self) -> str:
        """The CBS code, such as 2024JJ00."""
        return f"{self.year:04d}{_LETTERS[self.kind]}{self.number:02d}"

    @property
    def label(self) -> str:
        """The Dutch name, such as "2024", "1e kwartaal 2025" or "december 2025"."""
        if self.kind == "year":
            return str(self.year)
        if self.kind == "quarter":
            return f"{self.number}e kwartaal {self.year}"
        return f"{MONTHS[self.number - 1]} {self.year}"

    @property
    def months(self) -> range:
        """The months of the period, each numbered 12 x year + (month - 1)."""
        length = 12 // (_LENGTHS[self.kind] or 1)
        start = 12 * self.year + max(self.number - 1, 0) * length
        return range(start, start + length)
