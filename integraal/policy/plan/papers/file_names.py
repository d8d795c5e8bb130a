"""How the file of a paper of a plan is called."""

from integraal.policy.plan.models import Plan


def file_name(plan: Plan, ending: str, kind: str = "veiligheidsplan") -> str:
    """Return the name of a paper; that of a draft says so."""
    draft = "" if plan.is_frozen else "-concept"
    return f"{kind}-{plan.first_year}-{plan.last_year}-versie-{plan.version}{draft}.{ending}"
