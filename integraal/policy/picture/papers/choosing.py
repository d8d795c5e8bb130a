"""Which papers there are of a picture, and how each is made; screen and API ask here."""

from integraal.foundation.documents.papers import PDF_TYPE, Paper
from integraal.foundation.documents.word.filling import CONTENT_TYPE as WORD_TYPE
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE as EXCEL_TYPE
from integraal.policy.picture.documents import picture_pdf
from integraal.policy.picture.papers.infographic import picture_infographic
from integraal.policy.picture.papers.word import picture_word
from integraal.policy.picture.papers.workbook import picture_workbook

PAPERS = {
    one.code: one
    for one in (
        Paper("pdf", PDF_TYPE, True, picture_pdf),
        Paper("word", WORD_TYPE, False, picture_word),
        Paper("excel", EXCEL_TYPE, False,
              lambda by, picture, **_: picture_workbook(by=by, picture=picture)),
        Paper("infographic", PDF_TYPE, True, picture_infographic),
    )
}  # fmt: skip
