"""Keep what was made of frozen content, so that it is made once; keep templates."""

import hashlib
from collections.abc import Callable

from django.db import connection, transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.documents.access import check_change_templates
from integraal.foundation.documents.models import Rendition, WordTemplate
from integraal.foundation.documents.word.filling import try_out
from integraal.foundation.documents.word.kinds import WordKind


@transaction.atomic
def kept_rendition(
    *, by: Actor, source_sha256: str, file_name: str, make: Callable[[], bytes]
) -> Rendition:
    """Return the document of the content with this fingerprint, made now when it never was.

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


@transaction.atomic
def change_template(*, by: Actor, kind: WordKind, file_name: str, content: bytes) -> WordTemplate:
    """Give the municipality its own template; it is tried out on an example first.

    Raises:
        NotAllowed: ``by`` may not.
        TemplateRefused: the file is no safe Word document, or a field in it cannot be filled.
    """
    check_change_templates(by)
    try_out(content, kind.fields)
    template = _kept(by, kind, file_name, content)
    record("word_template.changed", by=by, subject=template, number=template.number)
    return template


@transaction.atomic
def restore_template(*, by: Actor, kind: WordKind) -> WordTemplate:
    """Put the shipped template back.

    Raises:
        NotAllowed: ``by`` may not.
    """
    check_change_templates(by)
    template = _kept(by, kind, "", b"")
    record("word_template.restored", by=by, subject=template, number=template.number)
    return template


def _kept(by: Actor, kind: WordKind, file_name: str, content: bytes) -> WordTemplate:
    # There may be no row yet to lock, so the tenant's turn is taken instead.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [0x7E3D, by.tenant_id])
    template = WordTemplate.objects.filter(kind=kind.code).first()
    template = template or WordTemplate(tenant_id=by.tenant_id, kind=kind.code)
    template.file_name = file_name
    template.content = content
    template.sha256 = hashlib.sha256(content).hexdigest() if content else ""
    template.number += 1
    template.changed_by_id = by.member_id
    template.changed_at = timezone.now()
    template.save()
    return template
