"""The list of means-words as it holds for the municipality; it may lay its own over ours."""

from pathlib import Path

from django.conf import settings

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions
from integraal.policy.picture.checks.container_words import problems_of

KIND = "goal-means"
CODE = "middelen"
FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field(
        "words",
        "Woorden",
        "lines",
        "Eén woord of woordgroep per regel. De controle van een plan toont de doelen waarin ze "
        "staan; ze houden niets tegen. “camera” vindt ook “cameratoezicht”.",
        is_required=False,
    ),
)


def register() -> None:
    """Make the list known as a definition that a municipality may change."""
    kinds.register(
        kinds.Kind(
            code=KIND,
            name="Woorden van een middel",
            fields=FIELDS,
            shipped=lambda: kinds.read_list(
                Path(settings.DEFINITIONS) / "goal_means.yaml", "lists"
            ),
            problems=problems_of,
        )
    )


def means_list() -> tuple[str, ...]:
    """Return the words of a means for the municipality of this transaction."""
    return tuple(definitions.current(KIND)[CODE].get("words") or ())
