"""How the file of a paper of a report is called."""

from integraal.policy.accountability.models import Report


def file_name(report: Report, ending: str) -> str:
    """Return the name of a paper; that of a draft says so."""
    draft = "" if report.is_frozen else "-concept"
    kind = report.get_kind_display()
    days = f"{report.first_day:%Y-%m-%d}-{report.last_day:%Y-%m-%d}"
    return f"{kind}-{days}-versie-{report.version}{draft}.{ending}"
