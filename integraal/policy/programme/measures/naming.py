"""The names a programme knows things by, for measures in words."""

from integraal.knowledge.figures.definitions import indicators
from integraal.policy.programme.measures.in_words import Names
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.outline import outline_of


def names_of(programme: Programme) -> Names:
    """Return how the themes, goals, measures and figures of a programme are called."""
    outline = outline_of(programme)
    titles = Measure.objects.filter(programme__lineage=programme.lineage)
    return Names(
        themes=outline.themes,
        goals={str(key): goal.title for key, goal in outline.goals.items()},
        measures={
            str(key): title
            for key, title in titles.order_by("programme__version").values_list("key", "title")
        },
        indicators={code: one.name for code, one in indicators().items()},
    )
