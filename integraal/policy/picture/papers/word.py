"""The picture as a Word document, from the template that holds for the municipality."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, word_paper
from integraal.policy.picture.documents import document_data
from integraal.policy.picture.models import Picture
from integraal.policy.picture.papers.file_names import file_name
from integraal.policy.picture.papers.word_kind import WORD
from integraal.policy.picture.papers.word_values import word_values


def picture_word(*, by: Actor, picture: Picture, tenant: Tenant) -> Made:
    """Return file name and bytes of the picture in Word.

    Raises:
        TemplateRefused: the template cannot be filled; the text is a sentence for the reader.
    """
    data, name = document_data(picture, tenant), file_name(picture, "docx")
    return word_paper(WORD, data, word_values(data), by=by, is_frozen=picture.is_frozen, name=name)
