"""Who does what: per partner its measures and role, per owner the same; without owner first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from integraal.foundation.ui.components import Chip
from integraal.policy.programme.models import Status
from integraal.policy.programme.showing.filtering import NOBODY, OWNER, PARTNER, grouped
from integraal.policy.programme.showing.lines import Line
from integraal.policy.programme.showing.page import View, address, measure_address

WHO = "wie"
"""What the address asks: per partner or per owner."""
OWNER_ROLE, DEPUTY_ROLE = "eigenaar", "vervanger"


@dataclass(frozen=True)
class Part:
    """A measure somebody takes part in, and as what."""

    title: str
    url: str
    role: str
    theme: str
    status: str


@dataclass(frozen=True)
class Party:
    """A partner or an owner with their measures. anchor: to lead to from the list on top."""

    name: str
    say: str
    url: str
    anchor: str
    is_missing: bool
    parts: list[Part]


@dataclass(frozen=True)
class Partners:
    """What ``programme/partners.html`` shows."""

    view: View
    choices: list[Chip]
    by_owner: bool
    parties: list[Party]
    sentence: str
    crumb: str = "Per partner"


def partners_page(view: View, given: Mapping[str, str]) -> Partners:
    """Return the measures of a view per partner, or per owner when that is asked."""
    by_owner = given.get(WHO) == OWNER
    parties = owner_parties(view) if by_owner else partner_parties(view)
    return Partners(
        view=view,
        choices=[
            Chip("Per partner", _with(view, PARTNER), not by_owner),
            Chip("Per eigenaar", _with(view, OWNER), by_owner),
        ],
        by_owner=by_owner,
        parties=parties,
        sentence=_sentence(view.lines, by_owner, parties),
    )


def partner_parties(view: View) -> list[Party]:
    """Return every partner with its measures; those without partner come first."""
    url = measure_address(view.programme)
    found = []
    for group in grouped(view.lines, PARTNER, view.themes):
        role_of = {
            line.key: next((one.role for one in line.partners if str(one.pk) == group.code), "")
            for line in group.lines
        }
        parts = [_part(view, line, role_of[line.key], url) for line in group.lines]
        own = address("partner", group.code) if group.code != NOBODY else ""
        found.append(_party(group.code, group.name, parts, own))
    return found


def owner_parties(view: View) -> list[Party]:
    """Return every owner and deputy with their measures; those without owner come first."""
    url = measure_address(view.programme)
    names: dict[str, str] = {}
    parts: dict[str, list[Part]] = defaultdict(list)
    for line in view.lines:
        code = str(line.owner_id) if line.owner_id else NOBODY
        names[code] = f"{line.owner}, {line.owner_function}" if line.owner_id else "Zonder eigenaar"
        parts[code].append(_part(view, line, OWNER_ROLE if line.owner_id else "", url))
        if line.deputy_id:
            names.setdefault(str(line.deputy_id), line.deputy)
            parts[str(line.deputy_id)].append(_part(view, line, DEPUTY_ROLE, url))
    order = sorted(parts, key=lambda code: (code != NOBODY, names[code].casefold()))
    return [_party(code, names[code], parts[code], "") for code in order]


def _part(view: View, line: Line, role: str, url: str) -> Part:
    return Part(
        title=line.title,
        url=url.format(line.key),
        role=role,
        theme=view.themes.get(line.theme, line.theme),
        status=Status(line.stand.status).label,
    )


def _party(code: str, name: str, parts: list[Part], url: str) -> Party:
    roles = _counted(part.role for part in parts)
    total = "1 maatregel" if len(parts) == 1 else f"{len(parts)} maatregelen"
    say = f"{total} ({roles})" if roles else total
    return Party(name, say, url, f"wie-{code}", code == NOBODY, parts)


def _counted(roles: Iterable[str]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for role in roles:
        if role in (OWNER_ROLE, DEPUTY_ROLE):
            counts[role] += 1
    return ", ".join(f"{count} als {role}" for role, count in counts.items())


def _sentence(found: list[Line], by_owner: bool, parties: list[Party]) -> str:
    if not found:
        return "Er zijn geen maatregelen om te tonen."
    missing = sum(len(one.parts) for one in parties if one.is_missing)
    named = sum(not one.is_missing for one in parties)
    what = "eigenaar" if by_owner else "partner"
    who = _people(named) if by_owner else f"{named} partner{'s' if named != 1 else ''}"
    rest = (
        f"{missing} {'heeft' if missing == 1 else 'hebben'} geen {what}"
        if missing
        else (f"elke maatregel heeft een {what}")
    )
    doing = "werkt" if named == 1 else "werken"
    return f"Aan {len(found)} maatregelen {doing} {who}; {rest}."


def _people(count: int) -> str:
    return "1 persoon" if count == 1 else f"{count} personen"


def _with(view: View, who: str) -> str:
    return f"?{'&'.join(part for part in (view.asked.address, f'{WHO}={who}') if part)}"
