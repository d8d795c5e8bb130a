"""Read definitions as they hold for the tenant that the transaction works for."""

from typing import Any

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.models import OwnVersion

Current = dict[str, dict[str, Any]]


def current(kind_code: str) -> Current:
    """Return all definitions of a kind: the municipality's version laid over the shipped one.

    What the municipality made itself has no shipped one below it.
    """
    return current_of(kind_code)[kind_code]


def current_of(*kind_codes: str) -> dict[str, Current]:
    """Return the definitions of several kinds, by kind; one query."""
    contents = {code: kinds.kind(code).shipped() for code in kind_codes}
    versions = OwnVersion.objects.filter(kind__in=kind_codes).order_by("kind", "code", "-number")
    for one in versions.distinct("kind", "code"):
        if one.changes:
            of_kind = contents[one.kind]
            of_kind[one.code] = kinds.merged(of_kind.get(one.code, {}), one.changes)
    return contents


def own_changes(kind_code: str) -> dict[str, dict[str, Any]]:
    """Return what the municipality changed now, by code; one query and no shipped definitions."""
    versions = latest_versions(kind_code)
    return {code: version.changes for code, version in versions.items() if version.changes}


def latest_versions(kind_code: str) -> dict[str, OwnVersion]:
    """Return the municipality's latest version of each definition it ever changed."""
    versions = (
        OwnVersion.objects.filter(kind=kind_code).order_by("code", "-number").distinct("code")
    )
    return {version.code: version for version in versions}


def history(kind_code: str, code: str) -> list[OwnVersion]:
    """Return the municipality's versions of one definition, newest first, with their makers."""
    return list(
        OwnVersion.objects.filter(kind=kind_code, code=code)
        .select_related("made_by")
        .order_by("-number")
    )
