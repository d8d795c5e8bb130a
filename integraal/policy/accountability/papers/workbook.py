"""The report as an Excel file: made each time while it is a draft, kept when it stands fast."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, handed_out
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.papers.file_names import file_name
from integraal.policy.accountability.papers.report_data import report_data
from integraal.policy.accountability.papers.sheets import RECIPE_NUMBER, workbook_of


def report_workbook(*, by: Actor, report: Report, account: Account, tenant: Tenant) -> Made:
    """Return file name and bytes of the report in Excel."""
    data = report_data(report, account, tenant)
    state = f"{report.state_label}, versie {report.version}"
    return handed_out(
        by=by,
        is_frozen=report.is_frozen,
        name=file_name(report, "xlsx"),
        made_of={"data": data, "state": state, "recipe": RECIPE_NUMBER},
        make=lambda: workbook_of(account, state, report.fingerprint),
    )
