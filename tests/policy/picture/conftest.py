from __future__ import annotations

import pytest

from integraal.policy.picture.actions import start_picture
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.actions import write_text


@pytest.fixture
def picture(adviser, loaded) -> Picture:
    """The draft of 2025, with figures and one text."""
    draft = start_picture(by=adviser, year=2025)
    write_text(
        by=adviser, picture=draft, theme="woonomgeving", text="In het centrum is meer overlast.",
        base_revision=0,
    )  # fmt: skip
    return draft
