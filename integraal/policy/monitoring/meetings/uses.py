"""What still uses a kind of meeting, so that it is not taken away from under its meetings."""

from integraal.foundation.ui.dutch import counted
from integraal.policy.monitoring.models import Meeting


def uses_of_kind(code: str) -> list[str]:
    """Return in sentences what uses the kind with a code; empty when nothing does."""
    many = Meeting.objects.filter(kind=code).count()
    if not many:
        return []
    return [f"Er is nog {counted(many, 'overleg', 'overleggen')} van deze soort. Die soort blijft."]
