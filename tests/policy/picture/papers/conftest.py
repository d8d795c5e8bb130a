from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from integraal.policy.picture.actions import adopt_picture, propose_picture
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from tests.policy.picture.papers.real_size import real_size


@pytest.fixture
def adopted(picture, adviser, mayor) -> Picture:
    propose_picture(by=adviser, picture=picture)
    return adopt_picture(by=mayor, picture=picture, on=timezone.localdate(), number="B-12")


@pytest.fixture
def large(picture) -> dict[str, Any]:
    """A content of real size: five themes, 65 figures, every kind of text."""
    return real_size(content_of(picture))
