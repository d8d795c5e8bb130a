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
        is_built: whether this version of the product holds it.
        address: name of the address of its page, of a step that is built.
    """

    number: int
    code: str
    name: str
    purpose: str
    is_built: bool = False
    address: str = ""


STEPS = (
    Step(
        1,
        "beeld",
        "Beeld",
        "Wat de cijfers zeggen, en het verhaal erachter.",
        is_built=True,
        address="pictures",
    ),
    Step(2, "prioriteiten", "Prioriteiten", "Samen kiezen wat de komende vier jaar voorgaat."),
    Step(
        3,
        "plan",
        "Plan",
        "Doelen met een beginstand, een streefcijfer en een datum.",
        is_built=True,
        address="plans",
    ),
    Step(4, "programma", "Programma", "Maatregelen voor twee jaar: wie doet wat, en wanneer."),
    Step(5, "aanpakken", "Aanpakken", "Werkwijzen die over langere tijd met partners lopen."),
    Step(6, "monitoring", "Monitoring", "Bijhouden wat bereikt is en bijsturen waar dat nodig is."),
    Step(7, "verantwoording", "Verantwoording", "Aan de raad vertellen wat beloofd en bereikt is."),
)
BY_CODE = {step.code: step for step in STEPS}
