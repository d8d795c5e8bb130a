"""The report as a PDF: typeset each time while it is a draft, once and for all when adopted."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, handed_out
from integraal.foundation.documents.typesetting import compile_pdf, template_fingerprint
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.papers.file_names import file_name
from integraal.policy.accountability.papers.report_body import TEMPLATE
from integraal.policy.accountability.papers.report_data import report_data


def report_pdf(*, by: Actor, report: Report, account: Account, tenant: Tenant) -> Made:
    """Return file name and bytes of the report's PDF.

    Raises:
        DocumentProblem: the document cannot be made; the text is a sentence for the reader.
    """
    data = report_data(report, account, tenant)
    return handed_out(
        by=by,
        is_frozen=report.is_frozen,
        name=file_name(report, "pdf"),
        made_of={"data": data, "template": template_fingerprint(TEMPLATE)},
        make=lambda: compile_pdf(TEMPLATE, data),
    )
