"""Who may know of a kind of meeting, and who may write it.

Outside the circle there is nothing: a page, a list and the API say that it does not exist.
"""

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.meetings.kinds import MeetingKind, meeting_kinds
from integraal.foundation.people.access import NotAllowed


def readable_kinds(by: Actor) -> dict[str, MeetingKind]:
    """Return the kinds of which the actor is in the circle, by code; one query."""
    if by.through == Through.LINK or not by.roles:
        return {}
    return {one.code: one for one in meeting_kinds() if by.has(*one.readers)}


def writes(by: Actor, kind: MeetingKind) -> bool:
    """Return whether the actor writes agenda and minutes of a kind."""
    return by.through != Through.LINK and by.has(*kind.readers) and by.has(*kind.writers)


def check_write_kind(by: Actor, code: str) -> MeetingKind:
    """Return the kind that the actor is about to write in.

    Raises:
        NotAllowed: the actor is not in its circle, or reads it only.
    """
    kind = readable_kinds(by).get(code)
    if kind is None:
        raise NotAllowed("Dit overleg bestaat niet.")
    if not writes(by, kind):
        raise NotAllowed("U leest dit overleg, en schrijft er niet in.")
    return kind
