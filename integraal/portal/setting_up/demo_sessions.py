"""Prepare, hold, decide and sign the demo's sessions, each by whose work it is."""

from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures
from integraal.policy.priorities.actions import start_session
from integraal.policy.priorities.deciding.actions import (
    add_other,
    decide_theme,
    write_conversation,
)
from integraal.policy.priorities.deciding.rules import Choice, Elsewhere
from integraal.policy.priorities.joining.actions import add_on_paper
from integraal.policy.priorities.joining.people import Who
from integraal.policy.priorities.leading.rounds.actions import close_round, open_round
from integraal.policy.priorities.leading.sheets.actions import enter_sheet
from integraal.policy.priorities.minutes.actions import propose_minutes, sign_minutes
from integraal.policy.priorities.models import Candidate, Participant, Session
from integraal.policy.priorities.preparing.actions import add_candidate
from integraal.policy.priorities.queries import sessions
from integraal.policy.priorities.scoring.actions import Changes
from integraal.policy.priorities.scoring.form import Asked, asked_of
from integraal.portal.setting_up.demo_files import DemoSession
from integraal.portal.setting_up.demo_people import somebody

Row = dict[str, Any]


def load_session(session: DemoSession) -> str:
    """Make one session, unless there is one; returns a Dutch sentence."""
    adviser, mayor = somebody("adviser"), somebody("mayor")
    if adviser is None or mayor is None or sessions(adviser).exists():
        return "de prioriteringssessie laten we zoals zij is."
    picture = pictures(adviser).filter(year=session.year, state=State.ADOPTED).first()
    if picture is None:
        return "zonder vastgesteld veiligheidsbeeld is er geen sessie."
    held = _hold(adviser, picture, session.content)
    _decide(adviser, held, session.content)
    propose_minutes(by=adviser, session=held)
    sign_minutes(by=mayor, session=held, on=timezone.localdate(), number=session.content["number"])
    return "een prioriteringssessie gehouden en het verslag afgetekend."


def _hold(adviser: Actor, picture: Picture, content: Row) -> Session:
    held = start_session(
        by=adviser,
        picture=picture,
        held_on=timezone.localdate(),
        place=content["place"],
        chair=content["chair"],
    )
    add_candidate(by=adviser, session=held, **content["own_theme"])
    asked = asked_of(held)
    people = [(_seat(adviser, held, row), row) for row in content["people"]]
    for sheet in ("first", "second"):
        opened = open_round(by=adviser, session=held)
        for participant, row in people:
            marks = _marks(asked, row.get(sheet, row["first"]))
            enter_sheet(by=adviser, participant=participant, asked=asked, sheet=Changes(marks))
        close_round(by=adviser, round_=opened)
    return held


def _seat(adviser: Actor, held: Session, row: Row) -> Participant:
    who = Who(row["name"], row["group"], row.get("organisation", ""))
    return add_on_paper(by=adviser, session=held, who=who)


def _marks(asked: Asked, sheet: str) -> dict[str, dict[str, int | None]]:
    """Return the marks of a sheet such as "433 222": a group of digits for each theme."""
    return {
        theme: {criterion: int(mark) for criterion, mark in zip(asked.criteria, row, strict=True)}
        for theme, row in zip(asked.themes, sheet.split(), strict=True)
    }


def _decide(adviser: Actor, held: Session, content: Row) -> None:
    held.refresh_from_db()
    write_conversation(
        by=adviser, session=held, text=content["conversation"], base_revision=held.revision
    )
    themes = {one.code: one for one in Candidate.objects.filter(session=held)}
    for row in content["decisions"]:
        theme = themes[row.pop("theme")]
        decide_theme(by=adviser, candidate=theme, choice=Choice(**row), base_revision=0)
    for row in content["others"]:
        matched = themes.get(row.pop("theme", ""))
        add_other(by=adviser, session=held, other=Elsewhere(**row), candidate=matched)
