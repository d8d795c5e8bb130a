"""Who does a deed: a person in a role, or the product itself."""

import uuid
from dataclasses import dataclass
from enum import StrEnum


class Through(StrEnum):
    """The way by which a deed came in."""

    SCREEN = "screen"
    API = "api"
    COMMAND = "command"
    JOB = "job"
    LINK = "link"


@dataclass(frozen=True)
class Actor:
    """Somebody at work for one tenant.

    Attributes:
        tenant_id: the tenant the deed is for.
        member_id: the person's row in that tenant; ``None`` for the product itself.
        roles: codes of the roles held there today.
        through: the way in.
        name: as shown on screen; never stored with the deed.
    """

    tenant_id: int
    member_id: uuid.UUID | None = None
    roles: frozenset[str] = frozenset()
    through: Through = Through.SCREEN
    name: str = ""

    def has(self, *roles: str) -> bool:
        """Return whether the actor holds at least one of ``roles``."""
        return not self.roles.isdisjoint(roles)


def the_product(tenant_id: int, through: Through = Through.COMMAND) -> Actor:
    """Return the actor for what the product does of itself, such as setting up a tenant."""
    return Actor(tenant_id=tenant_id, through=through, name="Integraal")
