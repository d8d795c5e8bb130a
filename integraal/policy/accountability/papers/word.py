"""The report as a Word document, from the template that holds for the municipality."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, word_paper
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.papers.file_names import file_name
from integraal.policy.accountability.papers.report_data import report_data
from integraal.policy.accountability.papers.word_kind import WORD
from integraal.policy.accountability.papers.word_values import word_values


def report_word(*, by: Actor, report: Report, account: Account, tenant: Tenant) -> Made:
    """Return file name and bytes of the report in Word.

    Raises:
        TemplateRefused: the template cannot be filled; the text is a sentence for the reader.
    """
    data, name = report_data(report, account, tenant), file_name(report, "docx")
    return word_paper(WORD, data, word_values(data), by=by, is_frozen=report.is_frozen, name=name)
