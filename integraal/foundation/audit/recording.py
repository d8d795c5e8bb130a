"""Record a deed, in the transaction of the deed itself."""

import re
import uuid
from typing import Any

from django.db import connection, models
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event
from integraal.foundation.audit.verbs import verb

# A code or an identifier; a name or a sentence does not fit, so none can slip in.
_CODE = re.compile(r"[A-Za-z0-9_.:\-]{0,64}")


def record(
    code: str, /, *, by: Actor, subject: models.Model | None = None, **details: Any
) -> Event:
    """Add the event that ``by`` did ``code`` to ``subject``.

    Args:
        code: a registered verb.
        by: who did it; its tenant is the event's.
        subject: the row the deed is about.
        details: identifiers, codes and whole numbers only.

    Raises:
        RuntimeError: outside a transaction, where deed and record could part.
        KeyError: the verb is not registered.
        ValueError: a detail is something else than an identifier, a code or a number.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A deed is recorded inside its own transaction.")
    verb(code)
    now = timezone.now()
    return Event.objects.create(
        tenant_id=by.tenant_id,
        verb=code,
        actor_id=by.member_id,
        through=by.through,
        subject_kind=subject._meta.label if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        details={name: _plain(name, value) for name, value in details.items()},
        day=timezone.localdate(now),
        at=now,
    )


def _plain(name: str, value: Any) -> str | int | None:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, str) and _CODE.fullmatch(value):
        return value
    raise ValueError(f"The detail {name} is not an identifier, a code or a whole number.")
