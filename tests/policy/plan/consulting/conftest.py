from __future__ import annotations

import pytest
from django.urls import reverse

from integraal.policy.plan.consulting.actions import Invitee, invite, open_consultation


@pytest.fixture
def consultation(adviser, plan, goal):
    return open_consultation(by=adviser, plan=plan, title="Partners", question="Klopt het?")


@pytest.fixture
def invited(adviser, consultation):
    """An invitation for the whole plan, with its secret."""
    invitee = Invitee("Teamchef", "Politie Noord")
    return invite(by=adviser, consultation=consultation, invitee=invitee)


@pytest.fixture
def opened(client):
    """Open a personal link as somebody who never signed in."""
    return lambda secret, name="plan-comment": client.get(reverse(name, args=[secret]))


@pytest.fixture
def sent(client):
    """Send something from the page of a personal link."""
    return lambda secret, **given: client.post(reverse("plan-comment", args=[secret]), given)
