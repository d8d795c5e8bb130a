"""Where a reader is: the report and the village that were chosen, kept in every link."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Here:
    """The address of the overview, and what was chosen.

    Attributes:
        base: empty in a preview, where nothing can be chosen yet.
        period: code of the report; empty for the newest.
        village: its name; empty for the whole municipality.
    """

    base: str = ""
    period: str = ""
    village: str = ""

    def url(self, under: str = "", village: str | None = None) -> str:
        """Return an address below the overview that keeps what was chosen.

        Args:
            under: what comes after the address of the overview.
            village: another choice; ``None`` keeps the one that was made.
        """
        if not self.base:
            return ""
        chosen = self.village if village is None else village
        asked = {"jaar": self.period, "dorp": chosen}
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.base}{under}{'?' if query else ''}{query}"
