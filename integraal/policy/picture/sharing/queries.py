"""Find share links: those of a picture, and the one that a secret opens."""

import hmac
from datetime import date

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.lifecycle.states import State
from integraal.policy.picture.models import Picture, ShareLink
from integraal.policy.picture.sharing import brake
from integraal.policy.picture.sharing.secret import digest, tenant_of

# As long as a digest, and no digest of anything.
_NO_DIGEST = "-" * 64


def links_of(picture: Picture) -> QuerySet[ShareLink]:
    """Return the links to one version, newest first, with who made them."""
    return ShareLink.objects.filter(picture=picture).select_related("made_by")


def link_opened_by(secret: str, today: date) -> ShareLink | None:
    """Return the link that a secret opens, and let the transaction work for its municipality.

    Whatever is wrong (no such link, another municipality's, ended, revoked), the same is done and
    the answer is ``None``: nobody learns which of these it was.
    """
    tenant_id = tenant_of(secret)
    if tenant_id is None or brake.is_on(tenant_id):
        return None
    set_tenant(tenant_id)
    wanted = digest(secret)
    found = ShareLink.objects.filter(digest=wanted).select_related("picture", "tenant").first()
    is_it = hmac.compare_digest(found.digest if found else _NO_DIGEST, wanted)
    if found and is_it and found.revoked_on is None and found.ends_on >= today:
        return found
    set_tenant(None)
    brake.note_wrong(tenant_id)
    return None


def reader_of(link: ShareLink) -> Actor:
    """Return who reads with a link: somebody without a role, who may do nothing else."""
    return Actor(tenant_id=link.tenant_id, through=Through.LINK, name="Lezer met een deellink")


def has_newer_version(picture: Picture) -> bool:
    """Return whether a later version was adopted; a draft is nobody's business."""
    later = Picture.objects.filter(lineage=picture.lineage, version__gt=picture.version)
    return later.filter(state__in=[State.ADOPTED, State.SUPERSEDED]).exists()
