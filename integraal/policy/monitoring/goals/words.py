"""Badges and words that the pages of the goals share."""

from collections.abc import Sequence
from decimal import Decimal

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.beside_others.comparison import verdict_json
from integraal.knowledge.figures.verdicts import Verdict
from integraal.policy.monitoring.goals.course import Beside
from integraal.policy.monitoring.goals.evaluating import Said
from integraal.policy.monitoring.goals.queries import Done
from integraal.policy.picture.presenters.figures import badge


def verdict_badge(verdict: Verdict | None, none: str = "Niet te zeggen") -> ui.Verdict:
    """Return the badge of a verdict of the closed list."""
    return badge(verdict_json(verdict)) if verdict else ui.Verdict("few", none)


def path_badge(beside: Beside | None) -> ui.Verdict:
    """Return the badge of where a year lies beside the path."""
    if beside is None:
        return ui.Verdict("few", "Geen pad")
    kind: dict[str, ui.VerdictKind] = {"ahead": "good", "behind": "bad"}
    return ui.Verdict(kind.get(beside.stand, "few"), beside.label, beside.direction)


def said_badge(said: Said, direction: str) -> ui.Verdict:
    """Return the badge of one way of looking at before and after."""
    if said.kind in ("few", "none"):
        return ui.Verdict("few" if said.kind == "few" else "flat", said.label)
    if direction not in ("down", "up"):
        return ui.Verdict("flat", said.label, said.kind)  # type: ignore[arg-type]
    kind: ui.VerdictKind = "good" if said.kind == direction else "bad"
    return ui.Verdict(kind, said.label, said.kind)  # type: ignore[arg-type]


def measures_words(done: Sequence[Done]) -> str:
    """Return how the measures of a goal stand: how many there are, run, and stand still."""
    if not done:
        return "geen maatregelen"
    count = dict.fromkeys(("running", "done", "stopped"), 0)
    for one in done:
        if one.progress and one.progress.status in count:
            count[one.progress.status] += 1
    parts = [
        (count["running"], "loopt", "lopen"),
        (count["done"], "afgerond", "afgerond"),
        (count["stopped"], "gestopt", "gestopt"),
        (len(done) - sum(count.values()), "nog niet begonnen", "nog niet begonnen"),
    ]
    said = [f"{many} {one if many == 1 else more}" for many, one, more in parts if many]
    stuck = sum(bool(one.standstill) for one in done)
    if stuck:
        said.append(f"{stuck} {'vraagt' if stuck == 1 else 'vragen'} aandacht")
    return ", ".join(said)


def euros(amount: Decimal | None) -> str:
    """Return an amount in whole euros."""
    return "niet ingevuld" if amount is None else f"€\u00a0{number(amount, 0)}"
