"""The round was closed before something was saved."""

from integraal.policy.priorities.refusals import SessionRefused


class RoundClosed(SessionRefused):
    """What was filled in came after the round was closed, and is not counted."""

    def __init__(self) -> None:
        super().__init__("De ronde is gesloten. Dit telt niet meer mee.")
