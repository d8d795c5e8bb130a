"""Find the picture that an operation is about, as far as the owner of the key may read it."""

import uuid

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures
from integraal.portal.api.keys import actor


def picture_of(request: HttpRequest, pk: uuid.UUID) -> Picture:
    """Return the picture, or answer that it does not exist."""
    return get_object_or_404(pictures(actor(request)), pk=pk)
