"""Partners and their contact persons by API."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.foundation.partners.access import may_read_contacts
from integraal.foundation.partners.contacts import actions as contacts
from integraal.foundation.partners.contacts.presenters import contact_rows
from integraal.foundation.partners.contacts.queries import person_at
from integraal.foundation.partners.contacts.reach import Reach
from integraal.foundation.partners.organisations import actions
from integraal.foundation.partners.organisations.actions import Partner
from integraal.foundation.partners.organisations.queries import found_partners, profile_of
from integraal.foundation.partners.uses import uses_of
from integraal.foundation.people.models import Member, Organisation
from integraal.portal.api.keys import actor
from integraal.portal.api.partner_lookup import (
    READ,
    REFUSALS,
    WRITE,
    HangingOut,
    partner_of,
    uses_out,
)

router = Router(tags=["Partners"])
ONE = "/{uuid:pk}"
CONTACT = ONE + "/contacts/{uuid:member_id}"


class PartnerIn(Schema):
    """A partner: name, kind, role in safety, and website."""

    name: str = Field(max_length=120)
    kind: str = Field(max_length=20)
    role: str = Field("", max_length=2_000)
    website: str = Field("", max_length=200)


class PartnerChange(PartnerIn):
    """The same, and the revision this builds on."""

    base_revision: int


class PartnerEnd(Schema):
    """Since when we work with a partner no more; ``anyway`` also when something hangs on it."""

    ended_on: date | None = None
    anyway: bool = False


class PartnerOut(Schema):
    """A partner."""

    id: uuid.UUID
    name: str
    kind: str
    role: str
    website: str
    ended_on: date | None
    revision: int


class ContactIn(Schema):
    """A contact person; name and function of somebody with an account stay as they are."""

    name: str = Field(max_length=120)
    function: str = Field(max_length=120)
    mail: str = Field("", max_length=254)
    phone: str = Field("", max_length=30)
    subject: str = Field("", max_length=120)


class ContactChange(ContactIn):
    """The same, and the revision this builds on; 0 when nothing was kept yet."""

    base_revision: int


class ContactOut(Schema):
    """A contact person; name, mail and phone are empty for who may not read them."""

    id: uuid.UUID
    function: str
    subject: str
    name: str
    mail: str
    phone: str
    revision: int


@router.get("", response={200: list[PartnerOut], **REFUSALS}, auth=READ,
            operation_id="listPartners")  # fmt: skip
def list_partners(request: HttpRequest, words: str = "", kind: str = "", who: str = "") -> Any:
    """The partners by name; ``who`` is "nu" for those we work with, "weg" for the others."""
    today = timezone.localdate()
    found = found_partners(words=words, kind=kind, who=who, today=today)
    return [_told(one) for one in found]


@router.post("", response={201: PartnerOut, **REFUSALS}, auth=WRITE, operation_id="addPartner")
def add(request: HttpRequest, given: PartnerIn) -> Any:
    """Add a partner."""
    row = actions.add_partner(by=actor(request), partner=Partner(**given.dict()))
    return Status(201, _told(partner_of(row.pk)))


@router.get(ONE, response={200: PartnerOut, **REFUSALS}, auth=READ, operation_id="readPartner")
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One partner."""
    return _told(partner_of(pk))


@router.post(ONE, response={200: PartnerOut, **REFUSALS}, auth=WRITE, operation_id="changePartner")
def change(request: HttpRequest, pk: uuid.UUID, given: PartnerChange) -> Any:
    """Change a partner."""
    fields = given.dict()
    base = fields.pop("base_revision")
    actions.change_partner(
        by=actor(request), organisation=partner_of(pk), partner=Partner(**fields),
        base_revision=base,
    )  # fmt: skip
    return _told(partner_of(pk))


@router.post(ONE + "/end", response={200: PartnerOut, **REFUSALS}, auth=WRITE,
             operation_id="endPartner")  # fmt: skip
def end(request: HttpRequest, pk: uuid.UUID, given: PartnerEnd) -> Any:
    """End the cooperation; refused while something hangs on it, unless ``anyway``."""
    actions.end_partner(by=actor(request), organisation=partner_of(pk), **given.dict())
    return _told(partner_of(pk))


@router.post(ONE + "/resume", response={200: PartnerOut, **REFUSALS}, auth=WRITE,
             operation_id="resumePartner")  # fmt: skip
def resume(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Work with a partner again."""
    actions.resume_partner(by=actor(request), organisation=partner_of(pk))
    return _told(partner_of(pk))


@router.get(ONE + "/uses", response={200: list[HangingOut], **REFUSALS}, auth=READ,
            operation_id="listPartnerUses")  # fmt: skip
def list_uses(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What hangs on a partner besides its covenants, as far as the key's owner may read it."""
    return uses_out(uses_of(actor(request), partner_of(pk)))


@router.get(ONE + "/contacts", response={200: list[ContactOut], **REFUSALS}, auth=READ,
            operation_id="listContacts")  # fmt: skip
def list_contacts(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Who to ask at a partner; reading how to reach them is recorded."""
    by, organisation = actor(request), partner_of(pk)
    found = _contacts(organisation, sees_reach=may_read_contacts(by))
    if found and may_read_contacts(by):
        contacts.note_contacts_read(by=by, organisation=organisation)
    return found


@router.post(ONE + "/contacts", response={201: ContactOut, **REFUSALS}, auth=WRITE,
             operation_id="addContact")  # fmt: skip
def add_contact(request: HttpRequest, pk: uuid.UUID, given: ContactIn) -> Any:
    """Add a contact person without an account."""
    organisation = partner_of(pk)
    member = contacts.add_contact(
        by=actor(request), organisation=organisation, reach=Reach(**given.dict())
    )
    return Status(201, _contact(organisation, member.pk))


@router.post(CONTACT, response={200: ContactOut, **REFUSALS}, auth=WRITE,
             operation_id="changeContact")  # fmt: skip
def change_contact(
    request: HttpRequest, pk: uuid.UUID, member_id: uuid.UUID, given: ContactChange
) -> Any:
    """Change a contact person."""
    organisation, member = _member(pk, member_id)
    fields = given.dict()
    base = fields.pop("base_revision")
    contacts.change_contact(
        by=actor(request), member=member, reach=Reach(**fields), base_revision=base
    )
    return _contact(organisation, member.pk)


@router.delete(CONTACT, response={204: None, **REFUSALS}, auth=WRITE, operation_id="endContact")
def end_contact(request: HttpRequest, pk: uuid.UUID, member_id: uuid.UUID) -> Any:
    """Take a contact person away; how to reach them is forgotten."""
    _, member = _member(pk, member_id)
    contacts.end_contact(by=actor(request), member=member)
    return Status(204, None)


def _told(one: Organisation) -> dict[str, Any]:
    profile = profile_of(one)
    return {
        "id": one.pk,
        "name": one.name,
        "kind": one.kind,
        "role": profile.role,
        "website": profile.website,
        "ended_on": profile.ended_on,
        "revision": profile.revision,
    }


def _member(pk: uuid.UUID, member_id: uuid.UUID) -> tuple[Organisation, Member]:
    organisation = partner_of(pk)
    member = person_at(organisation, member_id, timezone.localdate())
    if member is None:
        raise Http404
    return organisation, member


def _contacts(organisation: Organisation, *, sees_reach: bool) -> list[dict[str, Any]]:
    names = [name for name in ContactOut.model_fields if name != "id"]
    rows = contact_rows(organisation, timezone.localdate(), sees_reach=sees_reach)
    return [{"id": one.pk} | {name: getattr(one, name) for name in names} for one in rows]


def _contact(organisation: Organisation, pk: uuid.UUID) -> dict[str, Any]:
    return next(one for one in _contacts(organisation, sees_reach=True) if one["id"] == pk)
