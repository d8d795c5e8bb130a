"""Ask where a number, an indicator or a file is used."""

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.explorer.origin import FigureOrigin
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.uses import Question, Use, uses_of


def of_number(by: Actor, origin: FigureOrigin) -> tuple[Use, ...]:
    """Return where a stored number of our own is used: what rests on its file, and its year."""
    if origin.snapshot is None or not isinstance(origin.number, Figure):
        return ()
    return uses_of(
        by,
        Question(
            indicators=frozenset(one.code for one in origin.used_by),
            year=origin.period.year,
            area=origin.number.area_id,
            snapshot=origin.snapshot,
            sha256=origin.sha256,
        ),
    )


def of_indicator(by: Actor, code: str) -> tuple[Use, ...]:
    """Return where an indicator is used, whatever the year."""
    return uses_of(by, Question(indicators=frozenset({code})))


def of_file(by: Actor, snapshot: Snapshot) -> tuple[Use, ...]:
    """Return where the figures of a file are used."""
    rows = Figure.objects.filter(snapshot=snapshot).order_by()
    measures = set(rows.values_list("measure", flat=True).distinct())
    counting = (one.code for one in indicators().values() if measures & set(one.measures))
    return uses_of(by, Question(frozenset(counting), snapshot=snapshot.pk, sha256=snapshot.sha256))
