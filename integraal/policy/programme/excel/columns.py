"""The columns of the workbook of measures: their headings, what they hold, their lists. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from integraal.policy.programme.quarters import in_words, quarters

KEY, REVISION, NUMBER, NEEDS = "key", "revision", "number", "needs"
HOURS, OUTPUT, OUTCOME = "hours", "output_target", "outcome_target"
PARTNERS, MILESTONES = "partners", "milestones"
DAYS = ("starts_on", "ends_on")
PEOPLE = ("owner", "deputy")


@dataclass(frozen=True)
class Column:
    """One column.

    code: name of the field of a measure, with a colon and the part for a quarter or a year.
    heading: what stands above it, by which it is found again. say: explains it. choices: name of
    the list its cells are chosen from. is_hidden: there, but not shown.
    """

    code: str
    heading: str
    say: str
    choices: str = ""
    is_hidden: bool = False

    @property
    def field(self) -> str:
        """The field of a measure it is of."""
        return self.code.partition(":")[0]

    @property
    def part(self) -> str:
        """The quarter or year of that field, if any."""
        return self.code.partition(":")[2]


_PERSON = "Kies uit de lijst, of typ de naam als die maar één keer voorkomt."
_NUMBERS = "Een getal. Leeg is niet ingevuld, en dus niet nul."
_BEFORE = (
    Column(KEY, "Kenmerk", "Zo herkent het systeem de maatregel. Niet veranderen. Bij een nieuwe "
           "maatregel blijft dit leeg.", is_hidden=True),
    Column(REVISION, "Stand van", "De stand waarop uw bestand verder bouwt. Niet veranderen.",
           is_hidden=True),
    Column(NUMBER, "Nr", "Nummer van de regel, om naar te verwijzen in “Wacht op”. Geef een nieuwe "
           "maatregel een eigen nummer als een andere erop wacht."),
    Column("theme", "Thema", "Verplicht. Kies uit de lijst.", "themes"),
    Column("goal", "Doel", "Het doel uit het plan. Kies uit de lijst.", "goals"),
    Column("title", "Maatregel", "Verplicht. Wat u gaat doen, hoogstens 200 tekens."),
    Column("owner", "Eigenaar", _PERSON, "people"),
    Column("deputy", "Vervanger", f"{_PERSON} Een ander dan de eigenaar.", "people"),
    Column("starts_on", "Begin", "Een datum, zoals 31-12-2027."),
    Column("ends_on", "Einde", "Een datum, zoals 31-12-2027."),
    Column("text", "Toelichting", "Vrije tekst."),
    Column("item", "Actiepunt", "Hoogstens 200 tekens."),
    Column("kind", "Soort", "Preventie, handhaving of nazorg.", "kinds"),
    Column("area", "Gebied", "Leeg is de hele gemeente. Kies uit de lijst.", "areas"),
    Column(PARTNERS, "Partners", "Elke partner op een eigen regel in de cel (Alt en Enter): de "
           "naam uit de lijst, een dubbele punt en de rol. Bijvoorbeeld “Politie: surveilleert”."),
    Column(MILESTONES, "Mijlpalen", "Elke mijlpaal op een eigen regel in de cel (Alt en Enter): "
           "de datum en wat er dan klaar is. Bijvoorbeeld “31-12-2027 Eerste avond gehouden”."),
    Column("budget", "Budget (euro)", _NUMBERS),
    Column("money_source", "Bron van het geld", "Hoogstens 120 tekens."),
)  # fmt: skip
_AFTER = (
    Column("risk", "Risico", "Vrije tekst."),
    Column("decision", "Besluit", "Hoogstens 300 tekens."),
    Column(NEEDS, "Wacht op", "Nummers (kolom Nr) van maatregelen die eerst klaar moeten zijn, "
           "met komma’s ertussen."),
)  # fmt: skip


def columns_of(
    first_year: int, last_year: int, other_years: Iterable[int] = ()
) -> tuple[Column, ...]:
    """Return the columns of a programme in order.

    Args:
        first_year, last_year: its years, which give a column per quarter and per year.
        other_years: for which there is a target too, though they lie outside the programme.
    """
    years = sorted({*range(first_year, last_year + 1), *other_years})
    hours = [
        Column(f"{HOURS}:{one}", f"Uren {in_words(one)}", f"Geplande uren. {_NUMBERS}")
        for one in quarters(first_year, last_year)
    ]
    outputs = [
        Column(f"{OUTPUT}:{year}", f"Prestatie: streefgetal {year}", _NUMBERS) for year in years
    ]
    outcomes = [
        Column(f"{OUTCOME}:{year}", f"Effect: streefgetal {year}", _NUMBERS) for year in years
    ]
    return (
        *_BEFORE,
        *hours,
        Column("output", "Prestatie-indicator", "Wat u telt. Hoogstens 200 tekens."),
        *outputs,
        Column("outcome", "Effectindicator", "Code van het cijfer waaraan u het effect afleest."),
        *outcomes,
        *_AFTER,
    )
