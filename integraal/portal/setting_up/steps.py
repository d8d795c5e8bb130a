"""The steps by which a municipality is set up, each through the actions of its room."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from integraal.foundation.areas.actions import AreaRefused, NewArea, add_area
from integraal.foundation.areas.models import AreaKind
from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.people.actions import add_member
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.queries import everybody
from integraal.knowledge.figures.actions import Loaded, load_figures
from integraal.knowledge.figures.reading import read_file
from integraal.knowledge.sources.problems import FileProblem
from integraal.portal.setting_up.area_file import DrawnArea
from integraal.portal.setting_up.problems import SettingUpProblem

# The police tables begin in 2012 and give every year in today's areas, so areas count from then.
FIRST_DAY = date(2012, 1, 1)
Report = Callable[[str], None]


def read_bytes(path: Path) -> bytes:
    """Return the content of a file.

    Raises:
        SettingUpProblem: it is not there or cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SettingUpProblem(f"Het bestand {path} is er niet. Kijk de naam na.") from None
    except OSError as error:
        raise SettingUpProblem(
            f"Het bestand {path} is niet te lezen ({error.strerror}). Kijk de rechten na."
        ) from error


def add_areas(*, by: Actor, tenant: Tenant, year: int | None, drawn: Iterable[DrawnArea]) -> int:
    """Add the municipality and its parts; return how many parts.

    Args:
        by: who sets up.
        tenant: whose areas they are; its code and name are the municipality's.
        year: year of the division the municipality's code belongs to, when it has one.
        drawn: the parts, and the municipality's own outline where that is known.

    Raises:
        SettingUpProblem: an area is refused.
    """
    areas = list(drawn)
    own = next((area for area in areas if area.kind == AreaKind.MUNICIPALITY), None)
    parts = [area for area in areas if area.kind != AreaKind.MUNICIPALITY]
    try:
        whole = add_area(
            by=by,
            area=NewArea(
                kind=str(AreaKind.MUNICIPALITY),
                name=tenant.name,
                valid_from=FIRST_DAY,
                code=tenant.code,
                code_year=year if tenant.code else None,
                geometry=own.geometry if own else None,
            ),
        )
        for part in parts:
            add_area(by=by, area=NewArea(valid_from=FIRST_DAY, **vars(part)), within=whole)
    except AreaRefused as refused:
        raise SettingUpProblem(str(refused)) from refused
    return len(parts)


def add_surroundings(*, by: Actor, region: str, neighbours: Iterable[str]) -> None:
    """Add the region and the municipalities in it, to compare with."""
    around = add_area(
        by=by, area=NewArea(kind=str(AreaKind.REGION), name=region, valid_from=FIRST_DAY)
    )
    for name in neighbours:
        neighbour = NewArea(kind=str(AreaKind.MUNICIPALITY), name=name, valid_from=FIRST_DAY)
        add_area(by=by, area=neighbour, within=around)


def add_person(
    *, by: Actor, name: str, email: str, role: str, organisation: Organisation, function: str
) -> Member | None:
    """Give a person their place; ``None`` when they have, or ever had, one already."""
    if everybody().filter(user__email=email.strip().lower()).exists():
        return None
    return add_member(
        by=by,
        name=name,
        email=email,
        role_codes=[role],
        organisation=organisation,
        function=function,
    )


def load_file(*, by: Actor, path: Path, accessed_on: date) -> Loaded:
    """Read a file of figures and store them.

    Raises:
        SettingUpProblem: it is not there, is of no known figure, or has no row with the name of
            the municipality itself.
    """
    content = read_bytes(path)
    try:
        reading = read_file(content, path.name, accessed_on)
    except FileProblem as problem:
        raise SettingUpProblem([f"{path.name}: {text}" for text in problem.shown]) from problem
    whole = municipality_on(accessed_on)
    # A district may bear the name of another municipality, so "some area fits" is not enough.
    if whole is None or not any(row.area.pk == whole.pk for row in reading.rows):
        raise SettingUpProblem(
            f"{path.name}: er is geen regel voor {whole.name if whole else 'de gemeente'}. "
            "Kijk na of de naam van de gemeente precies zo in het bestand staat."
        )
    return load_figures(by=by, reading=reading)
