"""Carry the rows of a workbook from its report to the confirmation, in the form itself.

The file is kept nowhere. What goes along is sealed with a key outside the database, for one
programme, one person and one day, so that nobody confirms other rows than those that were shown.
"""

from dataclasses import asdict

from django.core import signing

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.sources.problems import FileProblem
from integraal.policy.programme.excel.reading import SheetRead, SheetRow
from integraal.policy.programme.models import Programme
from integraal.policy.programme.refusals import ProgrammeRefused

_SALT = "integraal.programme.workbook"
_A_DAY = 24 * 60 * 60
MOST_LETTERS = 4 * 1024 * 1024
OUTDATED = "Het overzicht is verlopen. Lees het bestand opnieuw in; er is niets veranderd."
_TOO_MUCH = "Er staat te veel tekst in dit werkblad. Lees het in delen in."


def sealed(by: Actor, programme: Programme, sheet: SheetRead) -> str:
    """Return the rows as one sealed text.

    Raises:
        FileProblem: there is more text than a form can carry.
    """
    text = signing.dumps(asdict(sheet), salt=_salt(by, programme), compress=True)
    if len(text) > MOST_LETTERS:
        raise FileProblem(_TOO_MUCH)
    return text


def opened(by: Actor, programme: Programme, text: str) -> SheetRead:
    """Return the rows that were sealed.

    Raises:
        ProgrammeRefused: it was not sealed here, for this programme and person, within a day.
    """
    try:
        given = signing.loads(text, salt=_salt(by, programme), max_age=_A_DAY)
    except signing.BadSignature as problem:
        raise ProgrammeRefused(OUTDATED) from problem
    rows = tuple(
        SheetRow(one["number"], one["cells"], tuple(one["formulas"])) for one in given["rows"]
    )
    return SheetRead(rows, tuple(given["codes"]), tuple(given["unknown"]))


def _salt(by: Actor, programme: Programme) -> str:
    return f"{_SALT}:{programme.pk}:{by.member_id}"
