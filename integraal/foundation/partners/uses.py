"""What hangs on a partner or a covenant: later steps tell it themselves, when they register."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.partners.models import Covenant
from integraal.foundation.people.models import Organisation

Subject = Organisation | Covenant


@dataclass(frozen=True)
class Use:
    """Something that hangs on a partner or a covenant.

    Attributes:
        what: Dutch, plural, as the heading over its like: "Maatregelen".
        label: how it is called.
        url: where it is; empty when it has no page.
        running: whether it still goes on, so that a partner cannot just leave.
        say: more about it in a few words, such as the role of the partner.
    """

    what: str
    label: str
    url: str = ""
    running: bool = True
    say: str = ""


Provider = Callable[[Actor, Subject], Iterable[Use]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Let a step tell what hangs on a subject; the same provider twice counts once.

    Args:
        provider: takes who asks and an organisation or a covenant; gives only what they may read.
    """
    if provider not in _providers:
        _providers.append(provider)


def uses_of(by: Actor, subject: Subject) -> list[Use]:
    """Return all that hangs on an organisation or a covenant and that the asker may read."""
    return [use for provider in _providers for use in provider(by, subject)]
