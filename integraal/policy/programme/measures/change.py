"""What somebody changes of one measure."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.foundation.people.models import Organisation
from integraal.policy.programme.measures.fields import PRACTICAL
from integraal.policy.programme.models import Measure


@dataclass(frozen=True)
class MeasureChange:
    """What somebody changes of a measure.

    Attributes:
        base_revision: which revision they saw.
        fields: name to value; what is left out stays as it is.
        partners: all of them, with their role; ``None`` leaves them.
        milestones: all of them, as key (``None`` for a new one), title and day; ``None`` leaves
            them.
    """

    key: uuid.UUID
    base_revision: int
    fields: Mapping[str, Any]
    partners: Sequence[tuple[Organisation, str]] | None = None
    milestones: Sequence[tuple[uuid.UUID | None, str, date]] | None = None

    @property
    def is_promise(self) -> bool:
        """Whether it touches what was promised, and not only what is practical."""
        others = self.partners is not None or self.milestones is not None
        return others or not set(self.fields) <= set(PRACTICAL)

    def differs(self, measure: Measure, given: Mapping[str, Any]) -> bool:
        if self.partners is not None or self.milestones is not None:
            return True
        return any(getattr(measure, name) != value for name, value in given.items())
