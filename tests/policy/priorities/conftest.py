"""A session to work on, prepared from an adopted picture."""

import pytest
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.actions import adopt_picture, propose_picture, start_picture
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.actions import write_text
from integraal.policy.priorities.actions import start_session
from integraal.policy.priorities.models import Session


@pytest.fixture
def adopted(adviser: Actor, mayor: Actor, loaded: object) -> Picture:
    """The adopted picture of 2025, with figures and one text."""
    draft = start_picture(by=adviser, year=2025)
    write_text(
        by=adviser, picture=draft, theme="woonomgeving", text="In het centrum is meer overlast.",
        base_revision=0,
    )  # fmt: skip
    propose_picture(by=adviser, picture=draft)
    return adopt_picture(by=mayor, picture=draft, on=timezone.localdate())


@pytest.fixture
def session(adviser: Actor, adopted: Picture) -> Session:
    """A session in preparation."""
    return start_session(by=adviser, picture=adopted, chair="Burgemeester")
