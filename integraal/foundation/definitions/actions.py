"""Lay the municipality's version over a definition, or take it off."""

from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.access import check_change_definitions
from integraal.foundation.definitions.models import OwnVersion


class DefinitionRefused(Exception):
    """The definition is not right; ``sentences`` says everything that is wrong."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@transaction.atomic
def change_definition(
    *,
    by: Actor,
    kind: kinds.Kind,
    code: str,
    values: Mapping[str, Any],
    reason: str,
    based_on: int,
) -> OwnVersion | None:
    """Give a definition the municipality's own values.

    Args:
        values: value for each field of the kind; what equals the shipped value is not kept.
        reason: why, for whoever reads the history.
        based_on: number of the version the change was made from (0: none).

    Returns:
        the new version, or ``None`` when nothing differs from what already held.

    Raises:
        DefinitionRefused: something is wrong with the values, the reason is missing, or somebody
            else changed the definition meanwhile.
    """
    check_change_definitions(by)
    shipped = kinds.kind(kind.code).shipped()[code]
    changes = {
        field.name: values[field.name]
        for field in kind.fields
        if field.name in values and values[field.name] != kinds.value_of(shipped, field.name)
    }
    latest = _latest_locked(by, kind.code, code)
    if (latest.changes if latest else {}) == changes:
        return None
    sentences = kind.problems(kinds.merged(shipped, changes))
    if not reason.strip():
        sentences.append("Schrijf op waarom u dit verandert. Dat leest wie later de cijfers ziet.")
    if (latest.number if latest else 0) != based_on:
        sentences.append(
            "Iemand anders heeft deze definitie intussen veranderd. "
            "Uw invoer staat hieronder nog; vergelijk die met de geschiedenis en bewaar opnieuw."
        )
    if sentences:
        raise DefinitionRefused(sentences)
    version = OwnVersion.objects.create(
        tenant_id=by.tenant_id,
        kind=kind.code,
        code=code,
        number=(latest.number if latest else 0) + 1,
        changes=changes,
        reason=reason.strip(),
        made_by_id=by.member_id,
        made_at=timezone.now(),
    )
    verb = "definition.changed" if changes else "definition.reset"
    record(verb, by=by, subject=version, kind=kind.code, code=code, number=version.number)
    return version


def _latest_locked(by: Actor, kind_code: str, code: str) -> OwnVersion | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [by.tenant_id, f"{kind_code}/{code}"]
        )
    return OwnVersion.objects.filter(kind=kind_code, code=code).order_by("-number").first()
