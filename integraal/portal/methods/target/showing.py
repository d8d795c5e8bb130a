"""The answer about a target as sentences, a table and a chart."""

from integraal.foundation.ui.charts.course import Course, Point
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import number, percentage
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.method import Answer
from integraal.portal.methods.target.content import CHANGES, COUNTS, TERMS, TargetAnswer


def shown(found: TargetAnswer) -> Answer:
    """Return the answer as sentences, a table and a chart."""
    return Answer(
        found.statement.sentence,
        badge(found.statement),
        more=(found.statement.detail, found.smallest_words),
        table=_grid(found),
        figure=_curve(found),
    )


def _grid(found: TargetAnswer) -> Table:
    falls = found.question.direction < 0
    return Table(
        caption=f"Kans dat {'een daling' if falls else 'een stijging'} zichtbaar wordt",
        columns=(
            Column("Daling" if falls else "Stijging"),
            *(
                Column(f"{n} jaar tegen {n} jaar", numeric=True, short=f"{n} tegen {n} jaar")
                for n in TERMS
            ),
        ),
        rows=tuple(
            (percentage(change), *(percentage(power) for power in row))
            for change, row in zip(CHANGES, found.grid, strict=True)
        ),
    )


def _curve(found: TargetAnswer) -> Figure:
    question = found.question
    terms = f"{question.years_before} jaar tegen {question.years_after} jaar"
    asked = percentage(abs(question.change))
    what = f"een {'daling' if question.direction < 0 else 'stijging'} van {asked}"
    pairs = list(zip(COUNTS, found.curve, strict=True))
    say = f"Hoe meer gevallen per jaar, hoe groter de kans dat {what} zichtbaar wordt"
    return Figure(
        uid="kans",
        title=f"{say}.",
        subtitle=f"Kans in procenten, {terms}. Vanaf 80 % is een streefcijfer goed te volgen.",
        chart=Course(
            title=f"Kans dat {what} zichtbaar wordt",
            description=(
                f"{say}: van {percentage(pairs[0][1])} bij {pairs[0][0]} per jaar tot "
                f"{percentage(pairs[-1][1])} bij {number(pairs[-1][0])} per jaar."
            ),
            points=tuple(Point(number(count), round(100 * power)) for count, power in pairs),
            unit="kans in procenten",
            every="aantal gevallen",
        ),
        twin=Table(
            caption=f"Kans dat {what} zichtbaar wordt",
            columns=(Column("Aantal per jaar"), Column("Kans", numeric=True)),
            rows=tuple((number(count), percentage(power)) for count, power in pairs),
        ),
        source=("Bron: berekend met twee aantallen en de toets van ‘Twee aantallen vergelijken’."),
    )
