"""Which measures a view shows, as asked in the address, and how they are grouped. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from integraal.policy.programme.showing.lines import Line

NOBODY = "geen"
"""What the address says for without owner, partner, area or kind."""
MOST_LETTERS = 100


@dataclass(frozen=True)
class Asked:
    """What a reader asks; empty asks for everything."""

    zoek: str = ""
    thema: str = ""
    eigenaar: str = ""
    stand: str = ""
    gebied: str = ""
    partner: str = ""
    soort: str = ""

    @property
    def address(self) -> str:
        """The same as the query of an address, without what was not asked."""
        return urlencode({one.name: value for one in fields(self) if (value := self.of(one.name))})

    def of(self, name: str) -> str:
        """Return what was asked of one field."""
        return str(getattr(self, name))

    def __bool__(self) -> bool:
        return bool(self.address)


def asked_in(given: Mapping[str, str]) -> Asked:
    """Read the query of an address; what is not known is left out."""
    names = [one.name for one in fields(Asked)]
    return Asked(**{name: str(given.get(name, "")).strip()[:MOST_LETTERS] for name in names})


def chosen(found: Iterable[Line], asked: Asked) -> list[Line]:
    """Return the measures that are asked for, in their order."""
    tests = [test for name, test in _TESTS.items() if asked.of(name)]
    return [line for line in found if all(test(line, asked) for test in tests)]


def _has_words(line: Line, asked: Asked) -> bool:
    return asked.zoek.casefold() in f"{line.title} {line.owner} {line.area}".casefold()


def _is_of(line: Line, asked: Asked) -> bool:
    if asked.eigenaar == NOBODY:
        return line.owner_id is None
    return asked.eigenaar in (str(line.owner_id), str(line.deputy_id))


def _in_area(line: Line, asked: Asked) -> bool:
    return asked.gebied == (str(line.area_id) if line.area_id else NOBODY)


def _with_partner(line: Line, asked: Asked) -> bool:
    if asked.partner == NOBODY:
        return not line.partners
    return any(str(one.pk) == asked.partner for one in line.partners)


_TESTS: dict[str, Callable[[Line, Asked], bool]] = {
    "zoek": _has_words,
    "thema": lambda line, asked: line.theme == asked.thema,
    "eigenaar": _is_of,
    "stand": lambda line, asked: asked.stand in (line.stand.status, line.worst),
    "gebied": _in_area,
    "partner": _with_partner,
    "soort": lambda line, asked: (line.kind or NOBODY) == asked.soort,
}


@dataclass(frozen=True)
class Group:
    """Measures under one heading."""

    code: str
    name: str
    lines: list[Line]


THEME, OWNER, PARTNER, AREA = "thema", "eigenaar", "partner", "gebied"
GROUPINGS = {THEME: "Thema", OWNER: "Eigenaar", PARTNER: "Partner", AREA: "Gebied"}
_WITHOUT = {OWNER: "Zonder eigenaar", PARTNER: "Zonder partner", AREA: "Hele gemeente"}


def grouped(found: Sequence[Line], by: str, themes: Mapping[str, str]) -> list[Group]:
    """Return measures in groups; one with two partners stands with both.

    Args:
        found: the measures.
        by: one of ``GROUPINGS``.
        themes: code to name, in the order in which they stand.
    """
    groups: dict[str, Group] = {}
    for line in found:
        for code, name in _places(line, by, themes):
            groups.setdefault(code, Group(code, name, [])).lines.append(line)
    if by == THEME:
        order = {code: place for place, code in enumerate(themes)}
        return sorted(groups.values(), key=lambda one: order.get(one.code, len(order)))
    # Without an owner comes first: that is what has to be mended.
    return sorted(groups.values(), key=lambda one: (one.code != NOBODY, one.name.casefold()))


def _places(line: Line, by: str, themes: Mapping[str, str]) -> list[tuple[str, str]]:
    if by == THEME:
        return [(line.theme, themes.get(line.theme, line.theme))]
    if by == PARTNER:
        places = [(str(one.pk), one.name) for one in line.partners]
    elif by == OWNER:
        places = [(str(line.owner_id), line.owner)] if line.owner_id else []
    else:
        places = [(str(line.area_id), line.area)] if line.area_id else []
    return places or [(NOBODY, _WITHOUT[by])]
