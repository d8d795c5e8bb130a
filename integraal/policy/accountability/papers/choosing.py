"""Which papers there are of a report, and how each is made; screen and API ask here."""

from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import PDF_TYPE, Made, Paper
from integraal.foundation.documents.word.filling import CONTENT_TYPE as WORD_TYPE
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE as EXCEL_TYPE
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.papers.pdf import report_pdf
from integraal.policy.accountability.papers.word import report_word
from integraal.policy.accountability.papers.workbook import report_workbook
from integraal.policy.accountability.reports.account import account_of


@dataclass(frozen=True)
class ReportPaper(Paper):
    """A paper that the page of documents lists.

    Attributes:
        url: name of its address.
        name: Dutch, what it is called.
        about: what is in it.
        whom: whom it is for.
    """

    url: str
    name: str
    about: str
    whom: str


PAPERS = {
    one.code: one
    for one in (
        ReportPaper("pdf", PDF_TYPE, True, report_pdf, "report-pdf", "Het rapport als pdf",
                    "Het hele rapport, om te lezen, te printen en bij de raadsstukken te voegen. "
                    "Toegankelijk volgens PDF/UA.", "Raad, college en inwoners"),
        ReportPaper("word", WORD_TYPE, False, report_word, "report-word", "Het rapport in Word",
                    "Hetzelfde rapport in het sjabloon van uw gemeente, om verder in te werken.",
                    "Adviseur en communicatie"),
        ReportPaper("excel", EXCEL_TYPE, False, report_workbook, "report-excel",
                    "De cijfers in Excel",
                    "Maatregelen, doelen, geld en uren, en elke zin met haar bronnen.",
                    "Controller, rekenkamer en accountant"),
    )
}  # fmt: skip


def made(paper: Paper, by: Actor, report: Report, tenant: Tenant) -> Made:
    """Return a paper of a report that the actor may read.

    Raises:
        DocumentProblem, TemplateRefused: it cannot be made; the text is a sentence.
    """
    return paper.make(by=by, report=report, account=account_of(report), tenant=tenant)
