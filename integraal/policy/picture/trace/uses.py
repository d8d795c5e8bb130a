"""Which pictures, and which sentences in them, rest on a figure: told to the room of figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.models import Figure
from integraal.knowledge.figures.uses import Question, Spot, Use
from integraal.knowledge.indicators.periods import Period
from integraal.policy.picture.draft_figures.queries import whole_content
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.reading.page import reading_address
from integraal.policy.picture.trace.mentions import mentions_in
from integraal.policy.picture.writing.tokens import Token, figures_in


@dataclass(frozen=True)
class Asked:
    """A question, with what the area in it is to a picture.

    Attributes:
        is_part: whether it is less than the whole municipality; then a picture has one year of it.
        number: of that part on the map.
    """

    question: Question
    is_part: bool = False
    number: int | None = None

    def is_in(self, token: Token, of_picture: int) -> bool:
        """Return whether a figure in a text of the picture of a year is asked after."""
        question = self.question
        if token.indicator not in question.indicators:
            return False
        if question.area is not None and token.area != self.number:
            return False
        return question.year is None or (token.year or of_picture) == question.year


def uses_in_pictures(by: Actor, question: Question) -> Iterator[Use]:
    """Yield the pictures the asker may read that rest on the figures, newest first."""
    asked = _asked(question)
    found = [*_frozen(by, asked), *_drafts(by, asked)]
    found.sort(key=lambda one: (-one.year, -one.version))
    written = _with_a_sentence(found, asked)
    for picture in found:
        yield Use(
            document=picture.pk,
            title=picture.title,
            version=picture.version,
            state=picture.state,
            state_label=picture.state_label,
            url=reading_address(picture),
            spots=_spots(by, picture, asked) if picture.pk in written else (),
        )


def _asked(question: Question) -> Asked:
    if question.area is None:
        return Asked(question)
    area = Area.objects.defer("geometry").filter(pk=question.area).first()
    own = municipality_on(timezone.localdate())
    if area is None or (own and area.pk == own.pk):
        return Asked(question)
    # Another municipality is no place on the map, and so in no text.
    return Asked(question, is_part=True, number=area.number or 0)


def _frozen(by: Actor, asked: Asked) -> list[Picture]:
    """Return adopted pictures whose frozen content has the indicator and, when asked, the file."""
    question = asked.question
    of_indicator = Q()
    for code in question.indicators:
        of_indicator |= Q(frozen__themes__contains=[{"indicators": [{"code": code}]}])
    found = pictures(by).filter(of_indicator, frozen__isnull=False)
    if question.sha256:
        found = found.filter(frozen__sources__contains=[{"sha256": question.sha256}])
    return list(_in_period(found, asked).defer("frozen"))


def _drafts(by: Actor, asked: Asked) -> list[Picture]:
    """Return the pictures in hand that show these figures as they are now."""
    question = asked.question
    found = list(_in_period(pictures(by).filter(frozen__isnull=True), asked))
    years = _current_years(question) if found else set()
    return [
        one
        for one in found
        if any(one.first_year <= year <= one.year for year in years)
        and (question.year is None or question.year in years)
    ]


def _in_period(found: QuerySet[Picture], asked: Asked) -> QuerySet[Picture]:
    year = asked.question.year
    if year is None:
        return found
    if asked.is_part:
        return found.filter(year=year)
    return found.filter(first_year__lte=year, year__gte=year)


def _current_years(question: Question) -> set[int]:
    """Return the years of which a figure of the question counts now and belongs to a theme."""
    known = (indicators().get(code) for code in question.indicators)
    measures = {measure for one in known if one and one.theme for measure in one.measures}
    rows = Figure.objects.filter(measure__in=measures, is_current=True)
    if question.area:
        rows = rows.filter(area_id=question.area)
    if question.snapshot:
        rows = rows.filter(snapshot_id=question.snapshot)
    return {
        Period.from_code(code).year for code in rows.values_list("period", flat=True).distinct()
    }


def _with_a_sentence(found: list[Picture], asked: Asked) -> set[object]:
    """Return which pictures have a text with such a figure; one query over all texts."""
    years = {one.pk: one.year for one in found}
    texts = Passage.objects.filter(picture__in=found, text__contains="[[")
    return {
        picture
        for picture, text in texts.values_list("picture_id", "text")
        if any(asked.is_in(token, years[picture]) for token in figures_in(text))
    }


def _spots(by: Actor, picture: Picture, asked: Asked) -> tuple[Spot, ...]:
    found = mentions_in(whole_content(by, picture), lambda token: asked.is_in(token, picture.year))
    return tuple(
        Spot(one.where, one.before, one.figure, one.after, reading_address(picture, one.place))
        for one in found
    )
