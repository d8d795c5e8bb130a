"""Who somebody at the table says to be, and whether they are there already."""

from dataclasses import dataclass

from integraal.policy.priorities.models import Participant, Session

LONGEST = 120


@dataclass(frozen=True)
class Who:
    """Function or name, group and organisation, as filled in."""

    name: str
    group: str
    organisation: str = ""


def tidy(name: str, group: str, organisation: str) -> Who:
    """Return what was filled in without stray blanks and characters that cannot be kept."""
    words = (" ".join(one.replace("\x00", "").split()) for one in (name, group, organisation))
    return Who(*words)


def who_problem(who: Who) -> str | None:
    """Return why somebody cannot take part like this; None when they can."""
    if not who.name:
        return "Vul uw functie of uw naam in."
    if len(who.name) > LONGEST or len(who.organisation) > LONGEST:
        return f"Gebruik hoogstens {LONGEST} tekens."
    if who.group not in Participant.Group.values:
        return "Kies bij welke groep u hoort."
    return None


def twin_of(session: Session, who: Who) -> Participant | None:
    """Return who takes part already with the same name and organisation, however it is written."""
    found = Participant.objects.filter(session=session, left_at__isnull=True)
    return found.filter(name__iexact=who.name, organisation__iexact=who.organisation).first()
