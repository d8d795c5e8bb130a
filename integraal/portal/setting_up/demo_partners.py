"""Enter the demo's partners, covenants and visible team, through the deeds of the adviser."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from integraal.foundation.areas.queries import areas_on
from integraal.foundation.audit.actors import Actor
from integraal.foundation.partners.contacts.actions import (
    Reach,
    add_contact,
    change_contact,
    kept_reach,
)
from integraal.foundation.partners.contacts.queries import people_at
from integraal.foundation.partners.covenants.actions import Agreed, add_covenant
from integraal.foundation.partners.covenants.queries import covenants
from integraal.foundation.partners.organisations.actions import (
    Partner,
    add_partner,
    change_partner,
)
from integraal.foundation.partners.organisations.queries import partners, profile_of
from integraal.foundation.partners.team.actions import Card, add_card, show_card
from integraal.foundation.people.models import Organisation
from integraal.portal.setting_up.demo_people import somebody

Row = dict[str, Any]
Known = dict[str, Organisation]


def load_partners(content: Row) -> str:
    """Enter partners, covenants and cards, unless there is a covenant already.

    Returns:
        A Dutch sentence.
    """
    adviser = somebody("adviser")
    if adviser is None or covenants().exists():
        return "de partners en convenanten laten we zoals ze zijn."
    known = {one.name: one for one in partners()}
    for row in content["organisations"]:
        known[row["name"]] = _partner(adviser, row, known.get(row["name"]))
    for row in content["covenants"]:
        add_covenant(by=adviser, agreed=_agreed(row, known))
    for row in content["team"]:
        _card(adviser, row, known)
    return (
        f"partners: {len(content['organisations'])}, convenanten: {len(content['covenants'])}, "
        f"kaarten van het zichtbare team: {len(content['team'])}."
    )


def _partner(by: Actor, row: Row, known: Organisation | None) -> Organisation:
    given = Partner(row["name"], row["kind"], row.get("role", ""), row.get("website", ""))
    if known is None:
        known = add_partner(by=by, partner=given)
    else:
        change_partner(
            by=by, organisation=known, partner=given, base_revision=profile_of(known).revision
        )
    there = {one.name: one for one in people_at(known, timezone.localdate())}
    for one in row.get("contacts", []):
        reach = Reach(**one)
        if reach.name in there:
            member = there[reach.name]
            change_contact(
                by=by, member=member, reach=reach, base_revision=kept_reach(member).revision
            )
        else:
            add_contact(by=by, organisation=known, reach=reach)
    return known


def _agreed(row: Row, known: Known) -> Agreed:
    plain = {name: value for name, value in row.items() if name not in ("parties", "ends_in_days")}
    if "ends_in_days" in row:
        plain["ends_on"] = _days_from_now(row["ends_in_days"])
    return Agreed(parties=[known[name] for name in row["parties"]], **plain)


def _card(by: Actor, row: Row, known: Known) -> None:
    places = {one.name: one for one in areas_on(timezone.localdate())}
    special = ("organisation", "area", "shown")
    plain = {name: value for name, value in row.items() if name not in special}
    card = Card(
        organisation=known.get(row.get("organisation", "")),
        area=places[row["area"]] if row.get("area") else None,
        **plain,
    )
    kept = add_card(by=by, card=card)
    if row.get("shown", True):
        show_card(by=by, row=kept)


def _days_from_now(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
