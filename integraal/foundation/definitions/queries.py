"""Read definitions as they hold for the tenant that the transaction works for."""

from typing import Any

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.models import OwnVersion


def current(kind_code: str) -> dict[str, dict[str, Any]]:
    """Return all definitions of a kind: the municipality's version laid over the shipped one.

    What the municipality made itself has no shipped one below it.
    """
    contents = kinds.kind(kind_code).shipped()
    for code, changes in own_changes(kind_code).items():
        contents[code] = kinds.merged(contents.get(code, {}), changes)
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
