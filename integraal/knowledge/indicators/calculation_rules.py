"""The limits behind every verdict (rekenregels), as the municipality set them."""

from dataclasses import dataclass
from pathlib import Path

from integraal.knowledge.indicators.provenance import (
    Provenance,
    Status,
    read_code,
    read_provenance,
    read_status,
    subject,
)
from integraal.knowledge.indicators.reading import FieldReader
from integraal.knowledge.indicators.yaml_files import load_list
from integraal.statistics.wording import Limits

CODE = "rekenregels"
# Beyond these a rule would no longer do what its page says. Above 5 % a verdict could say "more"
# where its own 95 % margin holds "no change".
BOUNDS = {
    "chance_findings": (1, 5),
    "fewest_together": (2, 50),
    "fewest_for_percentage": (10, 1000),
    "map_certainty": (75, 99),
    "map_fewest_inhabitants": (10, 1000),
    "years_back": (3, 10),
    "incomplete_months": (0, 12),
    "months_judged": (1, 60),
}


@dataclass(frozen=True)
class CalculationRules:
    """When a figure says something; percentages and counts, all whole numbers."""

    code: str
    name: str
    chance_findings: int
    fewest_together: int
    fewest_for_percentage: int
    map_certainty: int
    map_fewest_inhabitants: int
    years_back: int
    incomplete_months: int
    months_judged: int
    status: Status
    provenance: Provenance

    def as_json(self) -> dict[str, str]:
        """The rules as text, for what freezes them."""
        return {name: str(getattr(self, name)) for name in BOUNDS}

    @property
    def limits(self) -> Limits:
        """The limits of statements about change."""
        return Limits(
            demonstrable=self.chance_findings / 100,
            fewest=self.fewest_together,
            fewest_for_percentage=self.fewest_for_percentage,
        )


def parse_calculation_rules(data: object) -> CalculationRules:
    """Read the rules, as they stand in definitions/calculation_rules.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence.
    """
    reader = FieldReader(data, subject("Rekenregels", data))
    rules = CalculationRules(
        code=read_code(reader),
        name=reader.text("name"),
        status=read_status(reader),
        provenance=read_provenance(reader),
        **{name: _within(reader, name, *ends) for name, ends in BOUNDS.items()},
    )
    reader.finish()
    return rules


def load_calculation_rules(file: Path) -> CalculationRules:
    """Return the shipped rules; raises DefinitionProblem with every problem."""
    return load_list(file, "rules", parse_calculation_rules)[CODE]


def _within(reader: FieldReader, name: str, least: int, most: int) -> int:
    value = reader.whole_number_from_zero(name)
    if not least <= value <= most:
        reader.note(f"kies bij '{name}' een getal van {least} tot en met {most}.")
    return value
