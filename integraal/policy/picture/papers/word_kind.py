"""The Word document of a picture, as the room of documents knows it."""

from pathlib import Path

from integraal.foundation.documents.word.kinds import WordKind
from integraal.policy.picture.papers.word_fields import FIELDS

WORD = WordKind(
    code="veiligheidsbeeld",
    name="Veiligheidsbeeld",
    fields=FIELDS,
    default=Path(__file__).parent / "word_template" / "picture.docx",
)
