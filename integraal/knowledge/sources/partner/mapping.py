"""What the columns of a partner's table mean: chosen once, and remembered by its headings."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from integraal.knowledge.indicators.periods import Period, PeriodKind
from integraal.knowledge.sources.grids import MAXIMUM_COLUMNS, MAXIMUM_TEXT
from integraal.knowledge.sources.partner.areas import AreaBook, NamedBy
from integraal.knowledge.sources.partner.measures import DecimalSign, KnownMeasure
from integraal.knowledge.sources.partner.table import PartnerTable
from integraal.knowledge.sources.problems import FileProblem

Shape = Literal["long", "wide"]
MISSING = ("", "-", "n.b.", ".")
WITHHELD = ("x", "<5", "geheim")
_MOST_CLASSES = 1_000
_DAMAGED = "De bewaarde kolomkeuze is beschadigd. Kies de kolommen opnieuw."


@dataclass(frozen=True)
class ValueColumn:
    """A column with figures.

    column: its place, A is 0. measure: what it holds, "" when the class column says so.
    period: the CBS code for a column of one period, "" when the period stands elsewhere.
    """

    column: int
    measure: str = ""
    period: str = ""


@dataclass(frozen=True)
class Mapping:
    """How a table is to be read. Columns are places from A = 0; None is "no such column".

    shape: "long" has one column with figures; "wide" one per period or per measure.
    fixed_area: the key of the area all figures are about, when no column says so.
    area_year: the year of the division the table was made for. area_level: only areas of this
    kind. area_name_column: where codes name the areas, the column that also gives their names:
    those must agree. fixed_period: a CBS code. period_kind: what every period must be, and what a
    date stands for; "" takes any, and months for dates. class_measures: which measure each value
    of the class column is, "" to leave that class out. missing, withheld: texts that mean so.
    """

    shape: Shape
    values: tuple[ValueColumn, ...]
    area_year: int
    area_column: int | None = None
    fixed_area: str = ""
    named_by: NamedBy = "name"
    area_level: str = ""
    area_name_column: int | None = None
    period_column: int | None = None
    fixed_period: str = ""
    period_kind: PeriodKind | Literal[""] = ""
    class_column: int | None = None
    class_measures: AnyMapping[str, str] = field(default_factory=dict)
    decimal: DecimalSign = "comma"
    missing: tuple[str, ...] = MISSING
    withheld: tuple[str, ...] = WITHHELD

    def as_plain(self) -> dict[str, Any]:
        """The mapping as plain JSON data, for `from_plain`."""
        plain = asdict(self)
        plain["values"] = [asdict(value) for value in self.values]
        plain["class_measures"] = dict(self.class_measures)
        return plain | {"missing": list(self.missing), "withheld": list(self.withheld)}

    @classmethod
    def from_plain(cls, data: object) -> "Mapping":
        """A mapping from JSON data.

        Raises:
            FileProblem: the data is not what `as_plain` gives.
        """
        if not isinstance(data, dict) or set(data) != set(cls.__dataclass_fields__):
            raise FileProblem(_DAMAGED)
        fields = dict(data)
        places = ("area_column", "area_name_column", "period_column", "class_column")
        sound = (
            all(fields[name] is None or _is_place(fields[name]) for name in places)
            and all(_is_text(fields[n]) for n in ("fixed_area", "area_level", "fixed_period"))
            and fields["shape"] in get_args(Shape)
            and fields["named_by"] in get_args(NamedBy)
            and fields["decimal"] in get_args(DecimalSign)
            and fields["period_kind"] in ("", *get_args(PeriodKind))
            and type(fields["area_year"]) is int
            and _are_texts(fields["missing"])
            and _are_texts(fields["withheld"])
            and _is_table_of_texts(fields["class_measures"])
            and _are_values(fields["values"])
        )
        if not sound:
            raise FileProblem(_DAMAGED)
        fields["values"] = tuple(ValueColumn(**value) for value in fields["values"])
        fields["missing"] = tuple(fields["missing"])
        fields["withheld"] = tuple(fields["withheld"])
        fields["class_measures"] = dict(fields["class_measures"])
        return cls(**fields)

    @property
    def used_columns(self) -> tuple[int, ...]:
        """The places of all columns that are read."""
        single = (self.area_column, self.area_name_column, self.period_column, self.class_column)
        return (*(p for p in single if p is not None), *(v.column for v in self.values))


def check(
    mapping: Mapping, table: PartnerTable, areas: AreaBook, measures: Iterable[KnownMeasure]
) -> list[str]:
    """Every reason, as a Dutch sentence, why a table cannot be read this way; empty when it can."""
    return [
        *_about_columns(mapping, table),
        *_about_areas(mapping, areas),
        *_about_periods(mapping),
        *_about_measures(mapping, {measure.code for measure in measures}),
        *_about_signs(mapping),
    ]


def _about_columns(mapping: Mapping, table: PartnerTable) -> Iterable[str]:
    known = {column.index for column in table.columns}
    if any(place not in known for place in mapping.used_columns):
        yield "Een gekozen kolom staat niet in deze tabel. Kies de kolommen opnieuw."
    if any(count > 1 for count in Counter(mapping.used_columns).values()):
        yield "Een kolom is voor twee dingen gekozen. Kies elke kolom een keer."
    if not mapping.values:
        yield "Er is geen kolom met cijfers gekozen. Kies er minstens een."
    if mapping.shape == "long" and len(mapping.values) > 1:
        yield "Een lange tabel heeft een kolom met cijfers. Kies er een, of kies een brede tabel."


def _about_areas(mapping: Mapping, areas: AreaBook) -> Iterable[str]:
    if (mapping.area_column is None) == (not mapping.fixed_area):
        yield "Kies de kolom met het gebied, of een gebied voor de hele tabel; niet beide."
    if mapping.area_year not in areas.years:
        years = ", ".join(map(str, areas.years)) or "geen"
        yield (f"De gebiedsindeling van {mapping.area_year} is niet bekend. Kies een van: {years}.")
    elif mapping.fixed_area and not areas.with_key(mapping.fixed_area, mapping.area_year):
        yield f"Het gekozen gebied staat niet in de indeling {mapping.area_year}. Kies een ander."


def _about_periods(mapping: Mapping) -> Iterable[str]:
    own = [value.period for value in mapping.values if value.period]
    ways = (mapping.period_column is not None, bool(mapping.fixed_period), bool(own))
    if sum(ways) != 1 or (own and len(own) < len(mapping.values)):
        yield (
            "Kies waar de periode staat: in een kolom, boven elke kolom met cijfers, of een "
            "periode voor de hele tabel."
        )
    for code in filter(None, [mapping.fixed_period, *own]):
        try:
            Period.from_code(code)
        except ValueError:
            yield f"'{code[:20]}' is geen periode. Kies een jaar, kwartaal of maand."
    if mapping.shape == "long" and own:
        yield "In een lange tabel staat de periode in een kolom. Kies een brede tabel."


def _about_measures(mapping: Mapping, known: set[str]) -> Iterable[str]:
    by_class = mapping.class_column is not None
    named = [value.measure for value in mapping.values]
    if by_class and any(named):
        yield "De kolom met het onderwerp zegt wat de cijfers zijn. Kies dat niet ook per kolom."
    if not by_class and not all(named):
        yield "Kies bij elke kolom met cijfers wat die kolom telt of meet."
    chosen = list(mapping.class_measures.values()) if by_class else named
    if by_class and not any(chosen):
        yield "Kies bij de onderwerpen in de tabel wat ze tellen of meten."
    for measure in dict.fromkeys(filter(None, chosen)):
        if measure not in known:
            yield f"'{measure[:40]}' is geen bekend cijfer. Kies een cijfer uit de lijst."


def _about_signs(mapping: Mapping) -> Iterable[str]:
    both = {plain_sign(text) for text in mapping.missing} & set(map(plain_sign, mapping.withheld))
    for text in sorted(both):
        yield f"'{text}' staat bij 'ontbreekt' en bij 'geheim'. Kies een van beide."
    if any(sign.isdigit() for sign in map(plain_sign, (*mapping.missing, *mapping.withheld))):
        yield "Een gewoon getal kan niet 'ontbreekt' of 'geheim' betekenen. Haal het getal weg."


def plain_sign(text: str) -> str:
    """A sign for "missing" or "withheld" without regard to case and spaces."""
    return "".join(text.casefold().split())


def _is_place(value: object) -> bool:
    return type(value) is int and 0 <= value < MAXIMUM_COLUMNS


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MAXIMUM_TEXT


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and len(value) <= MAXIMUM_COLUMNS and all(map(_is_text, value))


def _is_table_of_texts(value: object) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= _MOST_CLASSES
        and all(_is_text(name) and _is_text(each) for name, each in value.items())
    )


def _are_values(values: object) -> bool:
    return isinstance(values, list) and all(
        isinstance(value, dict)
        and set(value) == set(ValueColumn.__dataclass_fields__)
        and _is_place(value["column"])
        and _is_text(value["measure"])
        and _is_text(value["period"])
        for value in values
    )
