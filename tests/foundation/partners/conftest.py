"""Partners to work with, a covenant, and cards of the visible team."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from integraal.foundation.partners.contacts.actions import add_contact
from integraal.foundation.partners.contacts.reach import Reach
from integraal.foundation.partners.covenants.actions import Agreed, add_covenant
from integraal.foundation.partners.organisations.actions import Partner, add_partner
from integraal.foundation.partners.team.actions import Card, add_card, show_card


@pytest.fixture
def police(adviser):
    given = Partner("Politie Wilgenwaard", "police", "Handhaaft.", "https://politie.example")
    return add_partner(by=adviser, partner=given)


@pytest.fixture
def housing(adviser):
    return add_partner(by=adviser, partner=Partner("De Wiek", "housing"))


@pytest.fixture
def contact(adviser, police):
    reach = Reach("Astrid Moleman", "Teamchef", "astrid@politie.example", "0000 555 01", "inzet")
    return add_contact(by=adviser, organisation=police, reach=reach)


@pytest.fixture
def covenant(adviser, police):
    """Ends in 100 days, so that it is time to warn."""
    return add_covenant(
        by=adviser,
        agreed=Agreed(
            "Convenant woonoverlast",
            [police],
            purpose="Snel optreden",
            starts_on=date(2022, 1, 1),
            ends_on=timezone.localdate() + timedelta(days=100),
        ),
    )


@pytest.fixture
def shown(adviser, police, areas):
    card = Card(
        "Wouter Zichtbaar", "Wijkagent", police, areas["Zandwijk"], "0000 555 02",
        reachable="Dinsdag in het dorpshuis", agreed_on=date(2026, 1, 5),
    )  # fmt: skip
    return show_card(by=adviser, row=add_card(by=adviser, card=card))


@pytest.fixture
def hidden(adviser, housing, areas):
    card = Card(
        "Mirjam Verborgen", "Wijkbeheerder", housing, areas["Centrum"], "0000 555 03",
        "mirjam@dewiek.example", "Nooit", date(2026, 1, 5),
    )  # fmt: skip
    return add_card(by=adviser, card=card)


@pytest.fixture
def words():
    """What somebody reads of an answer: its text without tags."""
    return lambda answer: " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
