"""Why one cell cannot be used; the reading adds the line and the column."""


class Refused(ValueError):
    """A cell is refused: `wrong` says why, without a full stop; `what_to_do` is a sentence."""

    def __init__(self, wrong: str, what_to_do: str) -> None:
        self.wrong = wrong
        self.what_to_do = what_to_do
        super().__init__(f"{wrong}. {what_to_do}")


def quoted(text: str) -> str:
    """A value of the file between quotation marks, shortened so that a sentence stays one."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text[:41])
    return f"'{plain[:40]}...'" if len(text) > 40 else f"'{plain}'"
