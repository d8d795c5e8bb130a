"""The page about roles: what each may do, found by asking the very checks the screens ask."""

import importlib
import inspect
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from django.conf import settings

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.roles import ROLES, Role
from integraal.portal.reference.markdown import code, first_line, sections, table
from integraal.portal.reference.source_code import modules


@dataclass(frozen=True)
class Deed:
    """Something that is allowed to some roles.

    Attributes:
        name: dotted name of the check, without ``integraal.``.
        words: Dutch words of the deed, or the first line of the check's explanation.
        roles: who may.
    """

    name: str
    words: str
    roles: tuple[Role, ...]


def deeds() -> list[Deed]:
    """Return every deed that an ``access.py`` guards, with the roles its check lets through."""
    return [
        Deed(
            f"{module.__name__.removeprefix('integraal.')}.{name}",
            _words(check),
            tuple(role for role in ROLES if _lets(check, _somebody(role.code))),
        )
        for module in _access_modules()
        for name, check in _checks(module)
    ]


def page() -> str:
    """Return the page."""
    found = deeds()
    return sections(
        "# Roles",
        "A person may hold several roles; the data protection officer holds no other. What a "
        "role may do was found by calling each check in the `access.py` files as somebody with "
        "that role alone. A check may ask more than a role, such as that the document is still "
        "a draft. What is not in this list needs no role: everybody who works for the "
        "municipality may read what is adopted and where figures come from.",
        "## Who they are",
        table(
            ["role", "on screen (Dutch)", "what it is for (Dutch)"],
            [(code(role.code), role.name, role.description) for role in ROLES],
        ),
        "## What they may do",
        table(
            ["deed (Dutch)", "roles", "check"],
            [
                (deed.words, ", ".join(r.name for r in deed.roles), code(deed.name))
                for deed in found
            ],
        ),
        "## Roles without a deed of their own yet",
        _idle(found),
    )


def _idle(found: list[Deed]) -> str:
    busy = {role for deed in found for role in deed.roles}
    idle = [role.name for role in ROLES if role not in busy]
    return "Their work is in steps that are not built yet: " + ", ".join(idle) + "."


def _access_modules() -> Iterator[ModuleType]:
    for module in modules(Path(settings.REPOSITORY), "integraal"):
        if module.path.endswith("/access.py"):
            yield importlib.import_module(module.dotted)


def _checks(module: ModuleType) -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield the checks of a module; ``may_...`` is the twin of a check and tells the same."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ != module.__name__ or name.startswith(("_", "may_")):
            continue
        asked = inspect.signature(function).parameters.values()
        needed = [one.name for one in asked if one.default is inspect.Parameter.empty]
        if needed == ["by"]:
            yield name, function


def _lets(check: Callable[..., object], by: Actor) -> bool:
    try:
        return check(by) is not False
    except NotAllowed:
        return False


def _somebody(*role_codes: str) -> Actor:
    return Actor(tenant_id=0, member_id=uuid.UUID(int=0), roles=frozenset(role_codes))


def _words(check: Callable[..., object]) -> str:
    """Return what somebody without any role is told they may not do."""
    try:
        check(_somebody())
    except NotAllowed as refusal:
        return str(refusal).partition(": ")[2].partition(". ")[0]
    return first_line(check.__doc__).removeprefix("Return whether the actor ").rstrip(".")
