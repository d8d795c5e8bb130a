"""The list of means-words as it holds for the municipality; it may lay its own over ours."""

from integraal.foundation.definitions import queries as definitions
from integraal.policy.picture.checks.own_words import register_list

KIND = "goal-means"
CODE = "middelen"


def register() -> None:
    """Make the list known as a definition that a municipality may change."""
    register_list(
        KIND,
        "Woorden van een middel",
        "goal_means.yaml",
        "Eén woord of woordgroep per regel. De controle van een plan toont de doelen waarin ze "
        "staan; ze houden niets tegen. “camera” vindt ook “cameratoezicht”.",
    )


def means_list() -> tuple[str, ...]:
    """Return the words of a means for the municipality of this transaction."""
    return tuple(definitions.current(KIND)[CODE].get("words") or ())
