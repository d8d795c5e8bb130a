"""The seven steps of the policy cycle, in the order of every page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A step of the cycle (stap van de beleidscyclus).

    Attributes:
        number: 1 to 7.
        code: address of its page.
        name: as in the navigation.
        purpose: Dutch, one sentence, what the step is for.
        address: name of the address of its first page; empty when this version of the product
            does not hold the step.
    """

    number: int
    code: str
    name: str
    purpose: str
    address: str = ""

    @property
    def is_built(self) -> bool:
        return bool(self.address)


STEPS = (
    Step(1, "beeld", "Beeld", "Wat de cijfers zeggen, en het verhaal erachter.", "pictures"),
    Step(
        2,
        "prioriteiten",
        "Prioriteiten",
        "Samen kiezen wat de komende vier jaar voorgaat.",
        "sessions",
    ),
    Step(3, "plan", "Plan", "Doelen met een beginstand, een streefcijfer en een datum.", "plans"),
    Step(
        4,
        "programma",
        "Programma",
        "Maatregelen voor twee jaar: wie doet wat, en wanneer.",
        "programmes",
    ),
    Step(5, "aanpakken", "Aanpakken", "Werkwijzen die over langere tijd met partners lopen."),
    Step(
        6,
        "monitoring",
        "Monitoring",
        "Bijhouden wat bereikt is en bijsturen waar dat nodig is.",
        "monitoring",
    ),
    Step(
        7,
        "verantwoording",
        "Verantwoording",
        "Aan de raad vertellen wat beloofd en bereikt is.",
        "accountability",
    ),
)
BY_CODE = {step.code: step for step in STEPS}
