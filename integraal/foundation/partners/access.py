"""Who may do what with partners, covenants and the visible team."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_write_partners(by: Actor) -> None:
    require_role(
        by, roles.ADVISER, roles.ADMINISTRATOR,
        deed="partners, convenanten en het zichtbare team bijhouden",
    )  # fmt: skip


def check_read_contacts(by: Actor) -> None:
    """Only who works with partners for the municipality sees how to reach their people."""
    require_role(
        by, roles.ADVISER, roles.ADMINISTRATOR, roles.MAYOR, roles.COLLEGE, roles.COORDINATOR,
        roles.CASE_DIRECTOR, roles.LAWYER, roles.BOA,
        deed="contactgegevens van partners lezen",
    )  # fmt: skip


def may_write_partners(by: Actor) -> bool:
    return allowed(check_write_partners, by)


def may_read_contacts(by: Actor) -> bool:
    return allowed(check_read_contacts, by)
