"""Which stands of a plan can be laid beside each other, and their content."""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.dutch import day
from integraal.policy.plan.access import reads_drafts
from integraal.policy.plan.content import Json, content_of
from integraal.policy.plan.models import Edition, Plan
from integraal.policy.plan.queries import versions


@dataclass(frozen=True)
class Side:
    """One stand of a plan.

    Attributes:
        code: as in an address: "versie-2", or "uitgave-2-1" of a version.
        name: Dutch, what it is and of when.
    """

    code: str
    name: str
    version: int
    number: int | None = None


class NoSuchStand(Exception):
    """There is no such stand of this plan, or the actor may not read it."""


def sides_of(by: Actor, plan: Plan) -> list[Side]:
    """Return every stand of a plan that the actor may read, newest first."""
    found = versions(by, plan)
    numbers = {one.pk: one.version for one in found}
    kept: dict[int, list[Side]] = {}
    if reads_drafts(by):
        for edition in Edition.objects.filter(plan__in=numbers).defer("content"):
            version = numbers[edition.plan_id]
            kept.setdefault(version, []).append(_edition_side(edition, version))
    sides: list[Side] = []
    for one in found:
        sides += [_version_side(one), *kept.get(one.version, [])]
    return sides


def side_named(sides: Sequence[Side], code: str) -> Side:
    """Return the stand with a code.

    Raises:
        NoSuchStand: it is not among them.
    """
    found = next((one for one in sides if one.code == code), None)
    if found is None:
        raise NoSuchStand(code)
    return found


def content_at(by: Actor, plan: Plan, side: Side) -> Json:
    """Return the content of a stand.

    Raises:
        NoSuchStand: it is there no more.
    """
    found = plan if plan.version == side.version else _version(by, plan, side.version)
    if side.number is None:
        return content_of(found)
    edition = Edition.objects.filter(plan=found, number=side.number).first()
    if edition is None:
        raise NoSuchStand(side.code)
    return dict(edition.content)


def _version(by: Actor, plan: Plan, version: int) -> Plan:
    found = next((one for one in versions(by, plan) if one.version == version), None)
    if found is None:
        raise NoSuchStand(str(version))
    return found


def _version_side(plan: Plan) -> Side:
    if plan.is_frozen:
        name = f"Versie {plan.version}, vastgesteld op {day(plan.adopted_on)}"
    else:
        name = f"Versie {plan.version} zoals die nu is ({plan.state_label.lower()})"
    return Side(f"versie-{plan.version}", name, plan.version)


def _edition_side(edition: Edition, version: int) -> Side:
    name = (
        f"Versie {version}, uitgave {edition.number} {edition.get_purpose_display()} "
        f"van {day(edition.made_at.date())}"
    )
    return Side(f"uitgave-{version}-{edition.number}", name, version, edition.number)
