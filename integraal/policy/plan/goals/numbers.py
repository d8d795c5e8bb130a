"""Numbers of a goal between the words people type and what can be reckoned with. Pure."""


def value_of(words: str) -> float | None:
    """Return a number as it is kept in a plan ("3,5"); ``None`` when it is none."""
    try:
        return float(words.replace(",", "."))
    except ValueError:
        return None


def as_typed(shown: str) -> str:
    """Return a number of the content of a picture ("31.0") as somebody types it in a goal."""
    return shown.replace(".", ",")
