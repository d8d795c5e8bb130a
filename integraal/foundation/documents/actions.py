"""Keep what was made of frozen content, so that it is made once."""

from collections.abc import Callable

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.documents.models import Rendition


@transaction.atomic
def kept_rendition(
    *, by: Actor, source_sha256: str, file_name: str, make: Callable[[], bytes]
) -> Rendition:
    """Return the PDF of the content with this fingerprint, made now when it never was.

    Args:
        source_sha256: fingerprint of everything the document is made of.
        make: typesets it; only called when there is none.
    """
    kept = Rendition.objects.filter(source_sha256=source_sha256).first()
    if kept:
        return kept
    rendition, is_new = Rendition.objects.get_or_create(
        tenant_id=by.tenant_id,
        source_sha256=source_sha256,
        defaults={"file_name": file_name, "content": make()},
    )
    if is_new:
        record("document.made", by=by, subject=rendition)
    return rendition
