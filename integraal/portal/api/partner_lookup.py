"""What partners, covenants and team share in the API: keys, and the rows that are asked for."""

import uuid
from collections.abc import Iterable

from django.shortcuts import get_object_or_404
from ninja import Schema

from integraal.foundation.partners.organisations.queries import partners
from integraal.foundation.partners.refusals import PartnersRefused
from integraal.foundation.partners.uses import Use
from integraal.foundation.people.models import Organisation
from integraal.portal.api.keys import with_scope
from integraal.portal.api.schemas import Invalid, Problem

READ = with_scope("partners:read")
WRITE = with_scope("partners:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


class HangingOut(Schema):
    """Something that hangs on a partner or a covenant; ``url`` is the page in the product."""

    what: str
    label: str
    url: str
    running: bool
    say: str


def uses_out(uses: Iterable[Use]) -> list[HangingOut]:
    return [
        HangingOut(what=one.what, label=one.label, url=one.url, running=one.running, say=one.say)
        for one in uses
    ]


def partner_of(pk: uuid.UUID) -> Organisation:
    return get_object_or_404(partners(), pk=pk)


def partners_of(wanted: list[uuid.UUID]) -> list[Organisation]:
    """Return the partners with these ids.

    Raises:
        PartnersRefused: one of them is not there.
    """
    found = list(partners().filter(pk__in=wanted))
    if len(found) != len(set(wanted)):
        raise PartnersRefused("Een van deze partners bestaat niet. Kies uit de lijst van partners.")
    return found
