"""The Word document of a report, as the room of documents knows it."""

from pathlib import Path

from integraal.foundation.documents.word.kinds import WordKind
from integraal.policy.accountability.papers.word_fields import FIELDS

WORD = WordKind(
    code="verantwoording",
    name="Rapport aan de raad",
    fields=FIELDS,
    default=Path(__file__).parent / "word_template" / "report.docx",
)
