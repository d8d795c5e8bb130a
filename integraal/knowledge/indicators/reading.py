"""Read a definition from plain data, and gather every problem before saying no."""

from collections.abc import Mapping
from typing import Any, cast


class DefinitionProblem(ValueError):
    """A definition is not right; `sentences` says in Dutch what, and what to do about it."""

    def __init__(self, sentences: list[str] | tuple[str, ...]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(self.sentences))


class FieldReader:
    """Takes fields out of one mapping; notes what is wrong instead of stopping at the first.

    Each `take` method returns a harmless stand-in when the field is wrong, so that reading can
    go on; `finish` then raises everything at once.
    """

    def __init__(self, data: object, subject: str) -> None:
        self.sentences: list[str] = []
        self._subject = subject
        self._data: Mapping[str, Any] = {}
        self._taken: set[str] = set()
        if isinstance(data, Mapping) and all(isinstance(name, str) for name in data):
            self._data = data
        else:
            self.note("dit is geen lijst van velden. Schrijf elk veld als 'naam: waarde'.")

    def note(self, sentence: str) -> None:
        """Write down a problem of this subject."""
        self.sentences.append(f"{self._subject}: {sentence}")

    def take(self, name: str) -> Any:
        """The raw value, or None when the field is absent."""
        self._taken.add(name)
        return self._data.get(name)

    def text(self, name: str) -> str:
        """A text that must be there."""
        value = self.take(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None and not isinstance(value, str | dict | list):
            self.note(f"zet de waarde van '{name}' tussen aanhalingstekens.")
        else:
            self.note(f"'{name}' ontbreekt of is leeg. Vul een tekst in.")
        return ""

    def optional_text(self, name: str) -> str | None:
        """A text, or None when the field is absent."""
        return None if self.take(name) is None else self.text(name)

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """A text from a closed list."""
        value = self.text(name)
        if value and value not in choices:
            self.note(f"'{name}' is '{value}'. Kies uit: {', '.join(choices)}.")
        return value if value in choices else choices[0]

    def whole_number(self, name: str) -> int:
        """A whole number above zero."""
        value = self.take(name)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self.note(f"'{name}' moet een heel getal boven nul zijn.")
        return 1

    def whole_number_from_zero(self, name: str) -> int:
        """A whole number of zero or more."""
        value = self.take(name)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.note(f"'{name}' moet een heel getal zijn van nul of meer.")
        return 0

    def optional_year(self, name: str) -> int | None:
        """A year, or None when the field is absent."""
        value = self.take(name)
        if value is None or _is_year(value):
            return cast(int | None, value)
        self.note(f"'{name}' moet een jaar zijn, zoals 2023.")
        return None

    def some_of(self, name: str, choices: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts from a closed list; absent means none."""
        values = self.texts(name)
        for value in values:
            if value not in choices:
                self.note(f"'{name}' noemt '{value}'. Kies uit: {', '.join(choices)}.")
        if len(set(values)) < len(values):
            self.note(f"'{name}' noemt iets twee keer. Verwijder er een.")
        return values

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """A mapping of texts to texts that may be empty; absent means none."""
        values = self.take(name) or {}
        if isinstance(values, Mapping) and all(
            isinstance(key, str) and key and isinstance(value, str) for key, value in values.items()
        ):
            return tuple(values.items())
        self.note(f"'{name}' moet een lijst zijn met op elke regel 'naam: waarde', beide tekst.")
        return ()

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; absent means none."""
        values = self.take(name) or []
        if isinstance(values, list) and all(isinstance(each, str) and each for each in values):
            return tuple(each.strip() for each in values)
        self.note(f"'{name}' moet een lijst van teksten zijn, elk op een regel met een streepje.")
        return ()

    def years(self, name: str) -> tuple[int, ...]:
        """A list of years; absent means none."""
        values = self.take(name) or []
        if isinstance(values, list) and all(_is_year(each) for each in values):
            return tuple(values)
        self.note(f"'{name}' moet een lijst van jaren zijn, zoals [2020, 2021].")
        return ()

    def parts(self, name: str) -> list["FieldReader"]:
        """A list of mappings, each with its own reader; absent means none."""
        values = self.take(name) or []
        if not isinstance(values, list):
            self.note(f"'{name}' moet een lijst zijn.")
            return []
        return [
            FieldReader(value, f"{self._subject}, {name} {place}")
            for place, value in enumerate(values, start=1)
        ]

    def part(self, name: str) -> "FieldReader":
        """One mapping inside this one."""
        return FieldReader(self.take(name), f"{self._subject}, {name}")

    def optional_part(self, name: str) -> "FieldReader | None":
        """One mapping inside this one, or None when the field is absent."""
        return None if self.take(name) is None else self.part(name)

    def absorb(self, *readers: "FieldReader") -> None:
        """Take over the problems of parts, unknown fields included."""
        for reader in readers:
            self.sentences += reader.sentences + reader.unknown_fields()

    def unknown_fields(self) -> list[str]:
        """A sentence for each field that nobody asked for: mostly a typing error."""
        unknown = sorted(set(self._data) - self._taken)
        return [
            f"{self._subject}: '{name}' is geen bekend veld. Verbeter of verwijder het."
            for name in unknown
        ]

    def finish(self) -> None:
        """Raise DefinitionProblem with everything that was noted, if anything was."""
        sentences = self.sentences + self.unknown_fields()
        if sentences:
            raise DefinitionProblem(sentences)


def _is_year(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2200
