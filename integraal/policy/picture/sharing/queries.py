"""Find share links: those of a picture, and the one that a secret opens."""

from datetime import date

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.foundation.links.opening import opened_by
from integraal.foundation.links.terms import OPEN, state_of
from integraal.policy.picture.models import Picture, ShareLink


def links_of(picture: Picture) -> QuerySet[ShareLink]:
    """Return the links to one version, newest first, with who made them."""
    return ShareLink.objects.filter(picture=picture).select_related("made_by")


def link_opened_by(secret: str, today: date) -> ShareLink | None:
    """Return the link that a secret opens; see ``opened_by``."""
    links = ShareLink.objects.select_related("picture", "tenant")
    return opened_by(
        secret, links, lambda link: state_of(link.ends_on, link.revoked_on, today) == OPEN
    )


def reader_of(link: ShareLink) -> Actor:
    """Return who reads with a link: somebody without a role, who may do nothing else."""
    return Actor(tenant_id=link.tenant_id, through=Through.LINK, name="Lezer met een deellink")


def has_newer_version(picture: Picture) -> bool:
    """Return whether a later version was adopted; a draft is nobody's business."""
    later = Picture.objects.filter(lineage=picture.lineage, version__gt=picture.version)
    return later.filter(state__in=[State.ADOPTED, State.SUPERSEDED]).exists()
