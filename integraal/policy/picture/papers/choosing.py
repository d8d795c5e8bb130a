"""Which papers there are of a picture, and how each is made; screen and API ask here."""

from collections.abc import Callable
from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.word.filling import CONTENT_TYPE as WORD_TYPE
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE as EXCEL_TYPE
from integraal.policy.picture.documents import picture_pdf
from integraal.policy.picture.models import Picture
from integraal.policy.picture.papers.infographic import picture_infographic
from integraal.policy.picture.papers.word import picture_word
from integraal.policy.picture.papers.workbook import picture_workbook

Made = tuple[str, bytes]
PDF_TYPE = "application/pdf"


@dataclass(frozen=True)
class Paper:
    """One kind of paper.

    Attributes:
        code: as used in addresses.
        content_type: of the file.
        is_shown: whether a browser shows it; else it is saved.
        make: from who asks, the picture and whose it is, to file name and bytes.
    """

    code: str
    content_type: str
    is_shown: bool
    make: Callable[[Actor, Picture, Tenant], Made]


PAPERS = {
    one.code: one
    for one in (
        Paper("pdf", PDF_TYPE, True, lambda by, picture, tenant: picture_pdf(
            by=by, picture=picture, tenant=tenant)),
        Paper("word", WORD_TYPE, False, lambda by, picture, tenant: picture_word(
            by=by, picture=picture, tenant=tenant)),
        Paper("excel", EXCEL_TYPE, False, lambda by, picture, tenant: picture_workbook(
            by=by, picture=picture)),
        Paper("infographic", PDF_TYPE, True, lambda by, picture, tenant: picture_infographic(
            by=by, picture=picture, tenant=tenant)),
    )
}  # fmt: skip


def paper_of(code: str, *, by: Actor, picture: Picture, tenant: Tenant) -> tuple[Paper, str, bytes]:
    """Return a paper of a picture with its file name and bytes.

    Raises:
        KeyError: there is no such paper.
        DocumentProblem, TemplateRefused: it cannot be made; the text is a sentence.
    """
    paper = PAPERS[code]
    name, content = paper.make(by, picture, tenant)
    return paper, name, content
