"""What it cost, for residents: a chart with its table, and what may be said. Pure."""

from dataclasses import dataclass

from integraal.foundation.ui.charts.spending import Account as SpendingRow
from integraal.foundation.ui.charts.spending import Spending
from integraal.foundation.ui.components import Figure
from integraal.policy.accountability.outline import Account
from integraal.policy.plan.public.prose import Prose, PublicBlock


@dataclass(frozen=True)
class MoneyShown:
    """``figure`` is None when nobody filled in any amount."""

    figure: Figure | None
    said: list[str]
    text: tuple[PublicBlock, ...]


def money_shown(account: Account, prose: Prose) -> MoneyShown:
    """Return what it cost; the summary already told the sum."""
    said = [one.text for one in account.money_said if one.code == "money-hours"]
    return MoneyShown(_figure(account), said, prose.section(account.money_text))


def in_euros(written: str) -> float | None:
    """Return an amount of a report ("16.000" or "12,50") as a number; unknown is not zero."""
    return float(written.replace(".", "").replace(",", ".")) if written else None


def _figure(account: Account) -> Figure | None:
    rows = tuple(
        SpendingRow(one.theme, in_euros(one.budget), in_euros(one.spent))
        for one in account.money
        if one.budget or one.spent
    )
    if not rows:
        return None
    heading = "Uitgegeven naast begroot, in euro"
    return Figure(
        uid="geld",
        title="Wat het kostte",
        subtitle=f"{heading}, stand aan het eind van de periode",
        chart=Spending(
            title="Wat het kostte",
            description="Per onderwerp hoeveel er is uitgegeven van wat begroot was.",
            heading="Onderwerp",
            rows=rows,
        ),
        source=f"{account.title}. Alleen van maatregelen waarvan een bedrag bekend is.",
    )
