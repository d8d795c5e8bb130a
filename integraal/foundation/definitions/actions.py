"""Lay the municipality's version over a definition, take it off, or add one of its own."""

from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.access import check_change_definitions
from integraal.foundation.definitions.models import OwnVersion

RESERVED = ("nieuw",)  # the address of the page that adds one
_RENEWED = ("version", "status", "provenance")
NO_REASON = "Schrijf op waarom u dit verandert. Dat leest wie later de cijfers ziet."
CHANGED_MEANWHILE = (
    "Iemand anders heeft deze definitie intussen veranderd. "
    "Uw invoer staat hieronder nog; vergelijk die met de geschiedenis en bewaar opnieuw."
)


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
    """Give a definition, shipped or the municipality's own, other values.

    Args:
        values: value for each field of the kind; what equals the shipped value is not kept.
        reason: why, for whoever reads the history.
        based_on: number of the version the change was made from (0: none).

    Returns:
        the new version, or ``None`` when nothing differs from what already held.

    Raises:
        DefinitionRefused: something is wrong with the values, the reason is missing, or somebody
            else changed the definition meanwhile.
        KeyError: there is no such definition.
    """
    check_change_definitions(by)
    latest = _latest_locked(by, kind.code, code)
    shipped = kinds.kind(kind.code).shipped().get(code)
    if shipped is None:
        changes = _own_content(kind, code, latest, values)
        content: kinds.Content = changes
        is_same = bool(latest and _same_fields(kind, latest.changes, changes))
    else:
        changes = {
            field.name: values[field.name]
            for field in kind.fields_of(is_own=False)
            if field.name in values and values[field.name] != kinds.value_of(shipped, field.name)
        }
        content = kinds.merged(shipped, changes)
        is_same = (latest.changes if latest else {}) == changes
    if is_same:
        return None
    sentences = kind.problems(content) + _unfit(latest, reason, based_on)
    if sentences:
        raise DefinitionRefused(sentences)
    version = _new_version(by, kind, code, latest, changes, reason)
    verb = "definition.changed" if changes else "definition.reset"
    record(verb, by=by, subject=version, kind=kind.code, code=code, number=version.number)
    return version


@transaction.atomic
def add_definition(
    *,
    by: Actor,
    kind: kinds.Kind,
    code: str,
    values: Mapping[str, Any],
    reason: str,
    variant: str = "",
) -> OwnVersion:
    """Add a definition of the municipality's own.

    Args:
        kind: one with a ``maker``.
        code: new; small letters, digits and hyphens.
        values: value for each field of the kind.
        reason: why, for whoever reads the history.
        variant: what it is made of, where the kind has variants.

    Raises:
        DefinitionRefused: the code is taken or none, something is wrong with the values, or the
            reason is missing.
    """
    check_change_definitions(by)
    if kind.maker is None:
        raise DefinitionRefused([f"Bij {kind.name} kunt u zelf niets toevoegen."])
    latest = _latest_locked(by, kind.code, code) if kinds.is_code(code) else None
    sentences = _code_problems(kind, code, latest)
    if variant not in [name for name, _ in kind.maker.variants()] and kind.maker.variants():
        sentences.append("Kies eerst waar het uit bestaat.")
    number = (latest.number if latest else 0) + 1
    content = kinds.with_values(kind.maker.blank(code, number, variant), values)
    sentences += [] if sentences else kind.problems(content)
    if not reason.strip():
        sentences.append(NO_REASON)
    if sentences:
        raise DefinitionRefused(sentences)
    version = _new_version(by, kind, code, latest, content, reason)
    record(
        "definition.added", by=by, subject=version,
        kind=kind.code, code=code, number=version.number,
    )  # fmt: skip
    return version


@transaction.atomic
def remove_definition(
    *, by: Actor, kind: kinds.Kind, code: str, reason: str, based_on: int
) -> OwnVersion:
    """Take a definition of the municipality's own off; its history stays.

    Raises:
        DefinitionRefused: it was shipped, it is gone already, something still uses it, or
            somebody else changed it meanwhile.
    """
    check_change_definitions(by)
    latest = _latest_locked(by, kind.code, code)
    sentences = []
    if kind.maker is None or code in kind.shipped():
        sentences = ["Wat is meegeleverd, kunt u niet weghalen. Laat het thema vervallen."]
    elif latest is None or not latest.changes:
        sentences = ["Deze definitie is al weggehaald."]
    else:
        sentences = [*kind.maker.uses(code), *_unfit(latest, reason, based_on)]
    if sentences:
        raise DefinitionRefused(sentences)
    version = _new_version(by, kind, code, latest, {}, reason)
    record(
        "definition.removed", by=by, subject=version,
        kind=kind.code, code=code, number=version.number,
    )  # fmt: skip
    return version


def _own_content(
    kind: kinds.Kind, code: str, latest: OwnVersion | None, values: Mapping[str, Any]
) -> dict[str, Any]:
    if kind.maker is None or latest is None or not latest.changes:
        raise KeyError(code)
    blank = kind.maker.blank(code, latest.number + 1, kind.maker.variant_of(latest.changes))
    # Who made it and which version it is are renewed; what no field shows stays as it was.
    renewed = {name: blank[name] for name in _RENEWED if name in blank}
    return kinds.with_values({**latest.changes, **renewed}, values)


def _same_fields(kind: kinds.Kind, one: kinds.Content, other: kinds.Content) -> bool:
    return all(
        kinds.value_of(one, field.name) == kinds.value_of(other, field.name)
        for field in kind.fields
    )


def _code_problems(kind: kinds.Kind, code: str, latest: OwnVersion | None) -> list[str]:
    if not kinds.is_code(code):
        return [
            "Schrijf de code met kleine letters, cijfers en streepjes, zoals eigen-cijfer, "
            f"en hooguit {kinds.LONGEST_CODE} tekens."
        ]
    if code in RESERVED or code in kind.shipped() or (latest and latest.changes):
        return [f"De code {code} bestaat al. Kies een andere."]
    return []


def _unfit(latest: OwnVersion | None, reason: str, based_on: int) -> list[str]:
    return [
        *([] if reason.strip() else [NO_REASON]),
        *([] if (latest.number if latest else 0) == based_on else [CHANGED_MEANWHILE]),
    ]


def _new_version(
    by: Actor,
    kind: kinds.Kind,
    code: str,
    latest: OwnVersion | None,
    changes: Mapping[str, Any],
    reason: str,
) -> OwnVersion:
    return OwnVersion.objects.create(
        tenant_id=by.tenant_id,
        kind=kind.code,
        code=code,
        number=(latest.number if latest else 0) + 1,
        changes=dict(changes),
        reason=reason.strip(),
        made_by_id=by.member_id,
        made_at=timezone.now(),
    )


def _latest_locked(by: Actor, kind_code: str, code: str) -> OwnVersion | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [by.tenant_id, f"{kind_code}/{code}"]
        )
    return OwnVersion.objects.filter(kind=kind_code, code=code).order_by("-number").first()
