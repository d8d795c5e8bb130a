"""The picture as a Word document, from the template that holds for the municipality."""

from datetime import datetime

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import handed_out
from integraal.foundation.documents.queries import current_template
from integraal.foundation.documents.word.filling import fill
from integraal.policy.picture.documents import document_data
from integraal.policy.picture.models import Picture
from integraal.policy.picture.papers.file_names import file_name
from integraal.policy.picture.papers.word_fields import FIELDS
from integraal.policy.picture.papers.word_kind import WORD
from integraal.policy.picture.papers.word_values import word_values


def picture_word(*, by: Actor, picture: Picture, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the picture in Word.

    Raises:
        TemplateRefused: the template cannot be filled; the text is a sentence for the reader.
    """
    template = current_template(WORD)
    data = document_data(picture, tenant)
    values = word_values(data)
    moment = datetime.fromisoformat(data["made_on"])
    return handed_out(
        by=by,
        is_frozen=picture.is_frozen,
        name=file_name(picture, "docx"),
        made_of={"values": values, "template": template.sha256},
        make=lambda: fill(template.content, values, FIELDS, title=data["title"], moment=moment),
    )
