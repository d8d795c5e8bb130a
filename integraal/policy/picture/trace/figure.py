"""One figure of a picture with all that it rests on: the content of its page and of the API."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.foundation.areas.queries import municipality_on, parts_on
from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.access import may_read_rows
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.indicators.definitions import Indicator
from integraal.policy.picture.draft_figures.queries import whole_content
from integraal.policy.picture.models import Picture
from integraal.policy.picture.trace.mentions import Mention, all_mentions
from integraal.policy.picture.trace.rows import Row, rows_behind_all

Json = dict[str, Any]


class NoSuchFigure(Exception):
    """The picture has no such figure; the message is a sentence for the reader."""


@dataclass(frozen=True)
class TracedFigure:
    """A figure as the picture shows it, and what it rests on.

    Attributes:
        one: the indicator, as the content of the picture holds it.
        theme: code and name of its theme.
        given: the figure itself: the estimate, the year of the course, or the area.
        area: as the content holds it; ``None`` is the whole municipality.
        definition: as it is now; ``None`` when it was withdrawn.
        rows: of the files it was added up from.
        mentions: the sentences of the picture it stands in.
        stands_out: whether it is in the list of what stands out.
    """

    picture: Picture
    one: Json
    theme: tuple[str, str]
    year: int
    given: Json
    area: Json | None
    definition: Indicator | None
    rows: list[Row]
    mentions: list[Mention]
    stands_out: bool

    @property
    def is_of_the_year(self) -> bool:
        """Whether it is the figure that the picture judges."""
        return self.year == self.picture.year

    @property
    def is_revised(self) -> bool:
        """Whether a file that was read later says something else."""
        return any(row.is_revised for row in self.rows)

    @property
    def has_other_definition(self) -> bool:
        """Whether the definition was changed or withdrawn since the picture was frozen."""
        if not self.picture.is_frozen:
            return False
        now = self.definition
        if now is None:
            return True
        used = (self.one["estimate"] or {}).get("indicator_version")
        then = [self.one[name] for name in ("name", "short_name", "unit", "aim", "why")]
        today = [now.name, now.short_name, now.unit, now.aim, now.why_it_matters]
        return used != now.version or then != today


def traced_figure(
    by: Actor, picture: Picture, code: str, year: int | None = None, number: int | None = None
) -> TracedFigure:
    """Return a figure of a picture with everything behind it.

    Args:
        by: who asks; small counts of parts of the municipality stay hidden.
        picture: one that ``by`` may read.
        code: of the indicator.
        year: ``None`` is the year of the picture.
        number: of an area on the map; ``None`` is the whole municipality.

    Raises:
        NoSuchFigure: the picture does not hold it.
    """
    asked = Asked(code, picture.year if year is None else year, number)
    found = traced_figures(by, picture, [asked])[asked]
    if isinstance(found, NoSuchFigure):
        raise found
    return found


@dataclass(frozen=True)
class Asked:
    """Which figure is asked after: an indicator, a year, and the number of an area or ``None``."""

    code: str
    year: int
    number: int | None = None


def traced_figures(
    by: Actor, picture: Picture, asked: Collection[Asked]
) -> dict[Asked, TracedFigure | NoSuchFigure]:
    """Return several figures of a picture at once; one that it does not hold as the reason why.

    Args:
        by, picture: see ``traced_figure``.
        asked: the figures; their rows take one query per area.
    """
    content, known = whole_content(by, picture), indicators()
    rows = _rows(by, picture, asked, known)
    mentions = _by_figure(content, picture)
    found: dict[Asked, TracedFigure | NoSuchFigure] = {}
    for one in asked:
        try:
            found[one] = _traced(
                picture, content, one, known.get(one.code), rows.get(one, []), mentions[one]
            )
        except NoSuchFigure as missing:
            found[one] = missing
    return found


def _traced(
    picture: Picture,
    content: Json,
    asked: Asked,
    definition: Indicator | None,
    rows: list[Row],
    mentions: list[Mention],
) -> TracedFigure:
    theme, one = _indicator(content, asked.code)
    code, year, number = asked.code, asked.year, asked.number
    area = _area(one, number, year, picture.year) if number is not None else None
    return TracedFigure(
        picture=picture,
        one=one,
        theme=(theme["code"], theme["name"]),
        year=year,
        given=area or _of_year(one, year),
        area=area,
        definition=definition,
        rows=rows,
        mentions=mentions,
        stands_out=any(
            found["indicator"] == code and year == picture.year and area is None
            for found in content.get("findings", [])
        ),
    )


def _indicator(content: Json, code: str) -> tuple[Json, Json]:
    for theme in content["themes"]:
        for one in theme["indicators"]:
            if one["code"] == code:
                return theme, one
    raise NoSuchFigure("Dit cijfer staat niet in dit beeld.")


def _of_year(one: Json, year: int) -> Json:
    """Return the figure of a year: whole for the last two years, else as the course has it."""
    for estimate in (one["estimate"], one["before"]):
        if estimate and estimate["period"].startswith(f"{year}JJ"):
            return dict(estimate)
    found = next((part for part in one["years"] if part["year"] == year), None)
    if found is None:
        raise NoSuchFigure(f"Over {year} staat dit cijfer niet in dit beeld.")
    return dict(found)


def _area(one: Json, number: int, year: int, of_picture: int) -> Json:
    if year != of_picture:
        raise NoSuchFigure(f"Per gebied staan in dit beeld alleen cijfers van {of_picture}.")
    found = next((area for area in one["areas"] if area["number"] == number), None)
    if found is None:
        raise NoSuchFigure(f"Gebied {number} heeft in dit beeld geen cijfer.")
    return dict(found)


def _rows(
    by: Actor, picture: Picture, asked: Collection[Asked], known: Mapping[str, Indicator]
) -> dict[Asked, list[Row]]:
    day = date(picture.year, 12, 31)
    whole = municipality_on(day)
    numbers = {one.number for one in asked} - {None}
    areas = {part.number: part.pk for part in parts_on(day)} if numbers else {}
    found: dict[Asked, list[Row]] = {}
    for number in {one.number for one in asked}:
        area = areas.get(number) if number is not None else whole and whole.pk
        here = [one for one in asked if one.number == number and one.code in known]
        if area is None:
            continue
        rows = rows_behind_all(
            [(known[one.code], one.year) for one in here], area, at=picture.adopted_at,
            may_see=number is None or may_read_rows(by),
        )  # fmt: skip
        found |= {one: rows[one.code, one.year] for one in here}
    return found


def _by_figure(content: Json, picture: Picture) -> dict[Asked, list[Mention]]:
    """Return the sentences of a picture by the figure that stands in them; its texts read once."""
    found: dict[Asked, list[Mention]] = defaultdict(list)
    for token, mention in all_mentions(content):
        found[Asked(token.indicator, token.year or picture.year, token.area)].append(mention)
    return found
