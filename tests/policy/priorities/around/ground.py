"""Two rounds of a session, counted from sheets of paper."""

from integraal.foundation.audit.actors import Actor
from integraal.policy.priorities.joining.actions import add_on_paper
from integraal.policy.priorities.joining.people import Who
from integraal.policy.priorities.leading.rounds.actions import close_round, open_round
from integraal.policy.priorities.leading.sheets.actions import enter_sheet
from integraal.policy.priorities.models import Participant, Session
from integraal.policy.priorities.scoring.actions import Changes
from integraal.policy.priorities.scoring.form import asked_of

GROUPS = ["council"] * 6 + ["partner"] * 6 + ["resident"] * 2


def hold_rounds(adviser: Actor, session: Session, rounds: int = 1) -> None:
    """Let fourteen people score on paper: the council likes the first theme, partners the last."""
    asked = asked_of(session)
    themes = list(asked.themes)
    people = [
        (seat(adviser, session, f"Lid {nth}", group), group) for nth, group in enumerate(GROUPS)
    ]
    for number in range(rounds):
        opened = open_round(by=adviser, session=session)
        for participant, group in people:
            liked = themes[0] if group == "council" else themes[-1]
            marks = {
                theme: dict.fromkeys(asked.criteria, 5 if theme == liked else 2 + number)
                for theme in themes
            }
            enter_sheet(by=adviser, participant=participant, asked=asked, sheet=Changes(marks))
        close_round(by=adviser, round_=opened)


def seat(adviser: Actor, session: Session, name: str, group: str = "resident") -> Participant:
    """Let somebody take part on paper."""
    return add_on_paper(by=adviser, session=session, who=Who(name, group))
