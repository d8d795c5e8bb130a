"""The list of container words as it holds for the municipality; it may lay its own over ours."""

from pathlib import Path

from django.conf import settings

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions
from integraal.policy.picture.checks.container_words import CODE, problems_of

KIND = "container-words"


def register() -> None:
    """Make the list known as a definition that a municipality may change."""
    register_list(
        KIND,
        "Containerwoorden",
        "container_words.yaml",
        "Eén woord of woordgroep per regel. De controles van een beeld tonen de zinnen waarin ze "
        "staan; ze houden niets tegen.",
    )


def register_list(code: str, name: str, file: str, hint: str) -> None:
    """Make a list of words known; ``file`` holds the shipped one, ``hint`` says what it does."""
    words = kinds.Field("words", "Woorden", "lines", hint, is_required=False)
    kinds.register(
        kinds.Kind(
            code=code,
            name=name,
            fields=(kinds.Field("name", "Naam", "line"), words),
            shipped=lambda: kinds.read_list(Path(settings.DEFINITIONS) / file, "lists"),
            problems=problems_of,
        )
    )


def container_list(own: definitions.Current | None = None) -> tuple[str, ...]:
    """Return the container words of the municipality of this transaction.

    Args:
        own: its definitions of this kind, by who has read them already.
    """
    return tuple((own or definitions.current(KIND))[CODE].get("words") or ())
