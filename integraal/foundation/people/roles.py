"""Roles (rollen): what somebody may do, as a class with a description people can read.

A person may hold several: in a small municipality the adviser is often also the coordinator of
the reporting point and the functional administrator. Which deed a role allows stands with the
deed, in the ``access.py`` of its room.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """One role.

    Attributes:
        code: as stored and as used in ``access.py``.
        name: Dutch, as shown.
        description: Dutch, one sentence, what the role is for.
    """

    code: str
    name: str
    description: str


ADVISER = Role(
    "adviser",
    "Adviseur veiligheid",
    "Maakt het beeld, het plan en het programma, en stelt ze voor ter vaststelling.",
)
MAYOR = Role(
    "mayor",
    "Burgemeester",
    "Stelt het veiligheidsbeeld vast en besluit over openbare orde.",
)
COLLEGE = Role(
    "college",
    "College",
    "Stelt het uitvoeringsprogramma vast en legt verantwoording af aan de raad.",
)
COUNCILLOR = Role(
    "councillor", "Raadslid", "Leest wat is vastgesteld en wat aan de raad is voorgelegd."
)
CLERK = Role("clerk", "Griffier", "Zet stukken klaar voor de raad en legt raadsbesluiten vast.")
COORDINATOR = Role(
    "coordinator",
    "Coördinator meldpunt",
    "Ontvangt meldingen, weegt ze en brengt ze bij wie ze kan oppakken.",
)
CASE_DIRECTOR = Role(
    "case_director", "Casusregisseur", "Voert de regie over een casus en de afspraken erin."
)
LAWYER = Role("lawyer", "Jurist", "Bereidt besluiten van de burgemeester voor.")
BOA = Role("boa", "Boa", "Houdt toezicht, controleert en meldt wat opvalt.")
PARTNER = Role(
    "partner",
    "Partner",
    "Werkt mee vanuit een andere organisatie, zoals politie of woningcorporatie.",
)
PRIVACY_OFFICER = Role(
    "privacy_officer",
    "Privacy officer",
    "Let op dagelijkse naleving van de privacyregels en beheert bewaartermijnen.",
)
DATA_PROTECTION_OFFICER = Role(
    "data_protection_officer",
    "Functionaris gegevensbescherming",
    "Houdt onafhankelijk toezicht: leest wie wat deed, en beslist nergens over.",
)
ARCHIVIST = Role("archivist", "Archivaris", "Bewaakt wat bewaard en wat vernietigd wordt.")
ADMINISTRATOR = Role(
    "administrator",
    "Functioneel beheerder",
    "Beheert mensen, rollen, begrippen en de huisstijl.",
)

ROLES: tuple[Role, ...] = (
    ADVISER,
    MAYOR,
    COLLEGE,
    COUNCILLOR,
    CLERK,
    COORDINATOR,
    CASE_DIRECTOR,
    LAWYER,
    BOA,
    PARTNER,
    PRIVACY_OFFICER,
    DATA_PROTECTION_OFFICER,
    ARCHIVIST,
    ADMINISTRATOR,
)
BY_CODE: dict[str, Role] = {role.code: role for role in ROLES}


def combination_problem(codes: set[str]) -> str | None:
    """Return why one person may not hold these roles together, or ``None`` when they may."""
    if not codes:
        return "Kies ten minste één rol."
    if unknown := codes - BY_CODE.keys():
        return f"Deze rol bestaat niet: {', '.join(sorted(unknown))}."
    if DATA_PROTECTION_OFFICER.code in codes and len(codes) > 1:
        return (
            "De functionaris gegevensbescherming is onafhankelijk "
            "en kan geen andere rol hebben. Kies één van beide."
        )
    return None
