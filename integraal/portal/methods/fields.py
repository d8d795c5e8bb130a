"""What can be filled in at an example: plain text, read as Dutch numbers, refused in a sentence.

Nothing here is a browser's number field: who types "veertien" must read why that does not do, and
find it still there.
"""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from integraal.foundation.ui.dutch import number

LONGEST = 4_000
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_PLAIN = re.compile(r"\d{1,12}([.,]\d{1,6})?", re.ASCII)


class Refused(ValueError):
    """Values that do not go together; ``field`` is where to mend it, empty for all of them."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class ExampleForm(forms.Form):
    """The form of an example. Its state is the address, so a link gives the same answer again."""

    def __init__(self, given: dict[str, str]) -> None:
        super().__init__(given)
        self.label_suffix = ""

    @classmethod
    def first_values(cls) -> dict[str, str]:
        """Return what stands in the fields before anybody types."""
        return {name: str(field.initial) for name, field in cls.base_fields.items()}


def read_number(text: str) -> float | None:
    """Return a Dutch number: "1.234,5", "1234,5" and "1234.5" are the same; None for no number."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "").replace("−", "-")
    sign = -1 if plain.startswith("-") else 1
    plain = plain.lstrip("+-") if plain[:1] in "+-" and plain[1:2] not in ("+", "-") else plain
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "")
    return sign * float(plain.replace(",", ".")) if _PLAIN.fullmatch(plain) else None


class NumberField(forms.Field):
    """One number. ``whole``: without decimals; ``least``, ``most``: both allowed."""

    def __init__(
        self,
        label: str,
        initial: float,
        *,
        least: float = 0,
        most: float = 1_000_000,
        whole: bool = True,
        hint: str = "",
    ) -> None:
        keyboard = "numeric" if whole and least >= 0 else "text"
        widget = forms.TextInput({"inputmode": keyboard, "autocomplete": "off"})
        shown = number(initial).replace(".", "")
        super().__init__(label=label, initial=shown, widget=widget, help_text=hint)
        self.least, self.most, self.whole = least, most, whole

    def clean(self, value: Any) -> float | int:
        """Return the number.

        Raises:
            ValidationError: with a sentence that says what to fill in instead.
        """
        typed = str(value or "").replace("\x00", "").strip()
        kind = "een heel getal" if self.whole else "een getal"
        wanted = f"Vul {kind} in van {number(self.least)} tot en met {number(self.most)}."
        if not typed:
            raise ValidationError(f"{self.label} is leeg. {wanted}")
        found = read_number(typed)
        if found is None or not self.least <= found <= self.most or (self.whole and found % 1):
            raise ValidationError(f"{self.label}: ‘{_short(typed)}’ kan niet. {wanted}")
        return int(found) if self.whole else found


class NumbersField(forms.Field):
    """A row of whole numbers, such as one for each year; a dash is a gap, where ``gaps``."""

    def __init__(
        self,
        label: str,
        initial: str,
        *,
        fewest: int,
        longest: int,
        most: int = 100_000,
        hint: str = "",
        rows: int = 0,
        gaps: bool = False,
    ) -> None:
        attributes: dict[str, Any] = {"autocomplete": "off"}
        widget: forms.Widget = forms.TextInput(attributes)
        if rows:
            widget = forms.Textarea({**attributes, "rows": rows})
        super().__init__(label=label, initial=initial, widget=widget, help_text=hint)
        self.fewest, self.longest, self.most, self.gaps = fewest, longest, most, gaps

    def clean(self, value: Any) -> tuple[int | None, ...]:
        """Return the numbers; None for a dash, where gaps are allowed.

        Raises:
            ValidationError: as for one number.
        """
        words = re.split(r"[\s;]+", str(value or "").replace("\x00", "").strip())
        words = [word.rstrip(",") for word in words if word.strip(",")]
        wanted = (
            f"Vul {self.fewest} tot {self.longest} hele getallen in met een spatie ertussen, "
            f"elk van 0 tot en met {number(self.most)}."
        )
        if not self.fewest <= len(words) <= self.longest:
            many = {0: "is leeg", 1: "heeft één getal"}.get(
                len(words), f"heeft {number(len(words))} getallen"
            )
            raise ValidationError(f"{self.label} {many}. {wanted}")
        return tuple(
            None if self.gaps and word == "-" else self._whole(word, wanted) for word in words
        )

    def _whole(self, word: str, wanted: str) -> int:
        found = read_number(word)
        if found is None or found % 1 or not 0 <= found <= self.most:
            raise ValidationError(f"{self.label}: ‘{_short(word)}’ kan niet. {wanted}")
        return int(found)


@dataclass(frozen=True)
class Line:
    """One line of a small table: a name, and numbers."""

    name: str
    numbers: tuple[float, ...]


class LinesField(forms.Field):
    """A small table, a line each: a name and as many numbers as ``columns``.

    Args:
        columns: what the numbers are, such as ("aantal", "inwoners").
        fewest, longest: how many lines.
        most: the largest number allowed.
        whole: whether all numbers are whole.
    """

    def __init__(
        self,
        label: str,
        initial: str,
        *,
        columns: tuple[str, ...],
        fewest: int = 2,
        longest: int = 20,
        most: float = 1_000_000,
        whole: bool = True,
        hint: str = "",
    ) -> None:
        widget = forms.Textarea({"rows": min(initial.count("\n") + 2, 12), "autocomplete": "off"})
        shape = f"Per regel: naam, {', '.join(columns)}. Zet er een spatie tussen."
        super().__init__(
            label=label, initial=initial, widget=widget, help_text=f"{shape} {hint}".strip()
        )
        self.columns, self.whole, self.most = columns, whole, most
        self.fewest, self.longest = fewest, longest

    def clean(self, value: Any) -> tuple[Line, ...]:
        """Return the lines.

        Raises:
            ValidationError: names the first line that cannot be read, and what it should be.
        """
        typed = str(value or "").replace("\x00", "").strip()
        if len(typed) > LONGEST:
            raise ValidationError(f"{self.label}: dit is te lang. Maak er minder regels van.")
        lines = [line for line in typed.splitlines() if line.strip()]
        if not self.fewest <= len(lines) <= self.longest:
            many = {0: "is leeg", 1: "heeft één regel"}.get(
                len(lines), f"heeft {len(lines)} regels"
            )
            raise ValidationError(
                f"{self.label} {many}. Vul {self.fewest} tot {self.longest} regels in."
            )
        return tuple(self._line(place, line) for place, line in enumerate(lines, start=1))

    def _line(self, place: int, text: str) -> Line:
        words = [word.rstrip(",") for word in re.split(r"[\s;]+", text.strip())]
        count = len(self.columns)
        name, found = " ".join(words[:-count]), [read_number(word) for word in words[-count:]]
        numbers = [one for one in found if one is not None and 0 <= one <= self.most]
        is_right = len(numbers) == count and not (self.whole and any(one % 1 for one in numbers))
        if not name or not is_right:
            kind = "hele getallen" if self.whole else "getallen"
            raise ValidationError(
                f"{self.label}, regel {place}: ‘{_short(text)}’ kan niet. Schrijf een naam en dan "
                f"{', '.join(self.columns)} als {kind} van 0 tot en met {number(self.most)}."
            )
        return Line(name, tuple(numbers))


class ChoiceField(forms.ChoiceField):
    """One of a few; anything else is refused with the words of the choices."""

    def __init__(self, label: str, choices: tuple[tuple[str, str], ...], hint: str = "") -> None:
        words = ", ".join(f"‘{shown}’" for _, shown in choices)
        super().__init__(
            label=label,
            choices=choices,
            initial=choices[0][0],
            help_text=hint,
            error_messages={
                # Django fills in what was typed with %, and a choice may be "95 %".
                "invalid_choice": f"{label}: kies {words}.".replace("%", "%%"),
                "required": f"{label}: kies {words}.",
            },
        )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."
