"""The national standard list of safety fields that themes and indicators are tied to."""

from dataclasses import dataclass
from pathlib import Path

from integraal.knowledge.indicators.provenance import (
    Provenance,
    Status,
    read_provenance,
    read_status,
    subject,
)
from integraal.knowledge.indicators.reading import DefinitionProblem, FieldReader
from integraal.knowledge.indicators.yaml_files import load_list


@dataclass(frozen=True)
class StandardField:
    """A field ("1") or a sub-field ("1.3", within "1") of the standard list."""

    code: str
    name: str
    aspects: tuple[str, ...]
    within: str | None
    status: Status
    provenance: Provenance

    @property
    def label(self) -> str:
        """Code and name: "1.3 Objectieve veiligheid"."""
        return f"{self.code} {self.name}"


def parse_standard_field(data: object) -> StandardField:
    """Read one field, as it stands in definitions/standard_fields.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence.
    """
    reader = FieldReader(data, subject("Veiligheidsveld", data))
    code = reader.text("code")
    field = StandardField(
        code=code,
        name=reader.text("name"),
        aspects=reader.texts("aspects"),
        within=code.partition(".")[0] if "." in code else None,
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    if code and not is_field_code(code):
        reader.note(f"schrijf de code '{code}' als '1' of '1.3'.")
    reader.finish()
    return field


def is_field_code(text: str) -> bool:
    """Whether a text is written as the code of a field or sub-field: "1" or "1.3"."""
    parts = text.split(".")
    return len(parts) <= 2 and all(part.isascii() and part.isdigit() for part in parts)


def load_standard_fields(file: Path) -> dict[str, StandardField]:
    """The fields and sub-fields of one file, by code, in its order.

    Raises:
        DefinitionProblem: every problem; also when a sub-field has no field above it.
    """
    fields = load_list(file, "fields", parse_standard_field)
    lost = [each.code for each in fields.values() if each.within not in (None, *fields)]
    if lost:
        raise DefinitionProblem(
            [
                f"{file.name}: bij veld {code} hoort een hoofdveld, en dat ontbreekt."
                for code in lost
            ]
        )
    return fields
