"""The pages that explain are open to everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from integraal.foundation.audit.actors import Actor

PAGES = {
    "accessibility": "WCAG 2.2",
    "privacy": "functionaris gegevensbescherming",
    "sources-and-method": "47013NED",
}


@pytest.mark.parametrize(("name", "words"), PAGES.items())
@pytest.mark.usefixtures("db")
def test_anybody_may_read_them(client: Client, name: str, words: str) -> None:
    assert words in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_whoever_is_signed_in_keeps_the_navigation(
    client: Client, adviser: Actor, sign_in: Callable[[Client, Actor], Client], name: str
) -> None:
    text = sign_in(client, adviser).get(reverse(name)).content.decode()
    assert "Stappen van het veiligheidsbeleid" in text
