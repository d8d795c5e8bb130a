"""The names a programme knows things by, for measures in words."""

from integraal.knowledge.figures.definitions import indicators
from integraal.policy.programme.measures.form_fields import Choices
from integraal.policy.programme.measures.in_words import Names
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.outline import Outline, outline_of


def names_of(programme: Programme) -> Names:
    """Return how the themes, goals, measures and figures of a programme are called.

    Measures of every version are among them, under their newest title.
    """
    found = Measure.objects.filter(programme__lineage=programme.lineage)
    titles = found.order_by("programme__version").values_list("key", "title")
    return _names(
        outline_of(programme),
        {str(key): title for key, title in titles},
        {code: one.name for code, one in indicators().items()},
    )


def names_for(choices: Choices) -> Names:
    """Return the same from what a form reads."""
    titles = {key: title for key, (title, _) in choices.waits.items()}
    return _names(choices.outline, titles, choices.figures)


def _names(outline: Outline, measures: dict[str, str], figures: dict[str, str]) -> Names:
    goals = {str(key): goal.title for key, goal in outline.goals.items()}
    return Names(outline.themes, goals, measures, figures)
