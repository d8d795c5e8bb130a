"""The kinds of long work there are: each room registers its own, the worker finds them here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from integraal.foundation.audit.actors import Actor
from integraal.foundation.jobs.access import check_ask_job
from integraal.foundation.people.access import NotAllowed, allowed


class Progress(Protocol):
    """Tells how far the work is; costs nothing, so call it as often as you like."""

    def __call__(self, done: int, total: int | None = None, note: str = "") -> None:
        """Tell it.

        Args:
            done: steps done, zero or more.
            total: of how many; None when that is not known.
            note: what happens now, in a short sentence with counts, never about a person.
        """


Work = Callable[[Actor, Progress], list[str]]


class JobRefused(Exception):
    """A task cannot be asked for or done; the message is a sentence for the screen."""


@dataclass(frozen=True)
class Kind:
    """One kind of long work.

    Attributes:
        code: as stored with the task.
        title: Dutch, as shown.
        work: does it, in one transaction, and returns a report in sentences.
        check: raises NotAllowed for who may not ask for it.
        known: problems whose sentences are for the screen; all others are logged instead.
        explanation: Dutch, what it does, for who may start it on the page of tasks; empty: it is
            only started elsewhere.
    """

    code: str
    title: str
    work: Work
    check: Callable[[Actor], None]
    known: tuple[type[Exception], ...]
    explanation: str = ""


_kinds: dict[str, Kind] = {}


def register(
    kind: str,
    title: str,
    function: Work,
    *,
    check: Callable[[Actor], None] = check_ask_job,
    known: tuple[type[Exception], ...] = (),
    explanation: str = "",
) -> None:
    """Make a kind of long work known; from the ``apps.py`` of its room.

    Args:
        kind: its code, at most 40 characters.
        title: Dutch, at most 120 characters; never holds a name or a text of somebody.
        function: ``function(by, progress)`` does the work, inside one transaction, and returns
            sentences on what it did.
        check: who may ask for it.
        known: exceptions that are told as they are; one with ``shown`` gives several sentences.
        explanation: what it does, when it may be started on the page of tasks.

    Raises:
        ValueError: the code is taken by another function.
    """
    if kind in _kinds and _kinds[kind].work is not function:
        raise ValueError(f"The job {kind} is registered twice.")
    _kinds[kind] = Kind(kind, title, function, check, (NotAllowed, JobRefused, *known), explanation)


def kind_of(code: str) -> Kind | None:
    """Return the kind ``code``; None when no room registered it (any more)."""
    return _kinds.get(code)


def offered(by: Actor) -> list[Kind]:
    """Return the kinds that ``by`` may start on the page of tasks."""
    return [kind for kind in _kinds.values() if kind.explanation and allowed(kind.check, by)]
