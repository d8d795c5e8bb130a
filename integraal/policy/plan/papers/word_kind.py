"""The Word document of a plan, as the room of documents knows it."""

from pathlib import Path

from integraal.foundation.documents.word.kinds import WordKind
from integraal.policy.plan.papers.word_fields import FIELDS

WORD = WordKind(
    code="veiligheidsplan",
    name="Veiligheidsplan",
    fields=FIELDS,
    default=Path(__file__).parent / "word_template" / "plan.docx",
)
