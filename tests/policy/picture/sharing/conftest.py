from __future__ import annotations

import pytest
from django.urls import reverse

from integraal.policy.picture.sharing.actions import make_link


@pytest.fixture
def shared(adviser, picture):
    """A link to the draft with its secret."""
    return make_link(by=adviser, picture=picture, recipient="Wijkagent Noord")


@pytest.fixture
def opened(client):
    """Open what is shared under a secret, as somebody who never signed in."""
    return lambda secret, name="shared-picture": client.get(reverse(name, args=[secret]))
