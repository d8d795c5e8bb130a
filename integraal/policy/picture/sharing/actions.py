"""Make and revoke share links, and note that one was opened."""

from datetime import date
from typing import Literal

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.links.secret import digest, new_secret
from integraal.foundation.links.terms import term_problem, usual_end
from integraal.policy.picture.access import check_share
from integraal.policy.picture.models import Picture, ShareLink
from integraal.policy.picture.refusals import PictureRefused


@transaction.atomic
def make_link(
    *, by: Actor, picture: Picture, recipient: str, ends_on: date | None = None
) -> tuple[ShareLink, str]:
    """Make a link to one version; returns it with its secret, which is kept nowhere.

    Args:
        by: who makes it.
        picture: the version that may be read, draft or adopted.
        recipient: the organisation or function it is for; no person needed.
        ends_on: the last day it works; ``None`` takes four weeks.

    Raises:
        PictureRefused: nobody is named, or the term cannot be.
    """
    check_share(by)
    today = timezone.localdate()
    recipient = " ".join(recipient.split())
    if not recipient:
        raise PictureRefused("Vul in voor wie de link is: een organisatie of een functie.")
    ends_on = ends_on or usual_end(today)
    if problem := term_problem(ends_on, today):
        raise PictureRefused(problem)
    secret = new_secret(by.tenant_id)
    link = ShareLink.objects.create(
        tenant_id=by.tenant_id,
        picture=picture,
        recipient=recipient,
        digest=digest(secret),
        made_by_id=by.member_id,
        made_on=today,
        ends_on=ends_on,
    )
    record("picture.link_made", by=by, subject=link, picture=picture.pk, version=picture.version)
    return link, secret


@transaction.atomic
def revoke_link(*, by: Actor, link: ShareLink) -> ShareLink:
    """Make a link useless at once; a second time changes nothing."""
    check_share(by)
    link = ShareLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.revoked_on is None:
        link.revoked_on = timezone.localdate()
        link.save(update_fields=["revoked_on"])
        record("picture.link_revoked", by=by, subject=link, picture=link.picture_id)
    return link


@transaction.atomic
def note_opening(*, by: Actor, link: ShareLink, what: Literal["page", "pdf"]) -> None:
    """Count that a link was opened, to the day; ``what`` is the page or the PDF."""
    ShareLink.objects.filter(pk=link.pk).update(
        opened=F("opened") + 1, opened_on=timezone.localdate()
    )
    record("picture.link_opened", by=by, subject=link, picture=link.picture_id, what=what)
