"""Where a covenant stands today, in words."""

from dataclasses import dataclass
from datetime import date

from integraal.foundation.partners.models import Covenant
from integraal.foundation.partners.rules import Standing, standing
from integraal.foundation.ui.components import Verdict
from integraal.foundation.ui.dutch import day

_SHORT = {
    "running": "Loopt",
    "coming": "Begint nog",
    "ended": "Afgelopen",
    "ending": "Loopt bijna af",
    "evaluate": "Bijna evaluatie",
    "late": "Evaluatie is te laat",
}


@dataclass(frozen=True)
class Shown:
    """A standing as it is shown: a few words, a badge when somebody has to act, and a sentence."""

    standing: Standing
    short: str
    say: str
    badge: Verdict | None

    @property
    def cell(self) -> Verdict | str:
        return self.badge or self.short


def shown_standing(covenant: Covenant, today: date, warn_months: int) -> Shown:
    """Return where a covenant stands.

    Args:
        covenant: the covenant.
        today: the day at hand.
        warn_months: so many months before a day we warn.
    """
    found = standing(
        starts_on=covenant.starts_on,
        ends_on=covenant.ends_on,
        evaluate_on=covenant.evaluate_on,
        today=today,
        warn_months=warn_months,
    )
    short = _SHORT[found.kind]
    kind = "alarm" if found.kind == "late" else "watch"
    badge = Verdict(kind, short) if found.asks else None  # type: ignore[arg-type]
    return Shown(found, short, _say(covenant, found), badge)


def _say(covenant: Covenant, found: Standing) -> str:
    ends, evaluate = day(covenant.ends_on), day(covenant.evaluate_on)
    sentences = {
        "ending": f"Eindigt op {ends}, {_far(found.days)}. Bespreek met de partners het vervolg.",
        "evaluate": f"De evaluatie is op {evaluate}, {_far(found.days)}. Plan die met de partners.",
        "late": f"De evaluatie was op {evaluate}, en is nog niet vastgelegd.",
        "ended": f"Is afgelopen op {ends}. Het bindt niemand meer.",
        "coming": f"Begint op {day(covenant.starts_on)}.",
        "running": f"Loopt tot en met {ends}." if covenant.ends_on else "Loopt zonder einddatum.",
    }
    return sentences[found.kind]


def _far(days: int) -> str:
    if days == 0:
        return "dat is vandaag"
    return "dat is morgen" if days == 1 else f"over {days} dagen"
