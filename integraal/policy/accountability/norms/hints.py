"""What the product can see itself beside a norm, as a sentence from the report. Pure."""

from collections.abc import Callable, Iterator

from integraal.policy.accountability.outline import Account, GoalAccount, MeasureAccount

_NO_GOALS = "In dit rapport staan geen doelen."
_NO_MEASURES = "In dit rapport staan geen maatregelen."


def hint(fact: str, account: Account) -> str:
    """Return what there is to see of a fact, or an empty text when nothing is.

    Args:
        fact: one of ``FACTS``; another one, such as "geen", shows nothing.
        account: the report.
    """
    tell = _TELLERS.get(fact)
    return tell(account) if tell else ""


def _with_figure(account: Account) -> str:
    goals = list(_goals(account))
    known = sum(one.outcome != "unknown" for one in goals)
    have = "heeft" if known == 1 else "hebben"
    return f"{known} van de {len(goals)} doelen {have} een cijfer." if goals else _NO_GOALS


def _with_measures(account: Account) -> str:
    goals = list(_goals(account))
    if not goals:
        return _NO_GOALS
    worked_on = sum(bool(one.measures) for one in goals)
    loose = sum(len(theme.measures) for theme in account.themes)
    said = f"Bij {worked_on} van de {len(goals)} doelen staan maatregelen."
    return f"{said} {_measures(loose)} bij geen doel." if loose else said


def _updated(account: Account) -> str:
    every = list(_all(account))
    if not every:
        return _NO_MEASURES
    said = sum(one.new_in_period for one in every)
    return f"Van {said} van de {len(every)} maatregelen is in deze periode gezegd hoe het gaat."


def _partners(account: Account) -> str:
    every = list(_all(account))
    if not every:
        return _NO_MEASURES
    joined = sum(bool(one.partners) for one in every)
    owned = sum(bool(one.who) for one in every)
    return (
        f"Van {owned} van de {len(every)} maatregelen staat vast wie ervan is; "
        f"bij {joined} staat een partner."
    )


def _spending(account: Account) -> str:
    every = list(_all(account))
    budgeted = [one for one in every if one.budget]
    if not budgeted:
        return "Bij geen maatregel staat een bedrag." if every else _NO_MEASURES
    spent = sum(bool(one.spent) for one in budgeted)
    measures = "maatregel" if len(budgeted) == 1 else "maatregelen"
    return (
        f"Van {spent} van de {len(budgeted)} {measures} met een budget is bekend wat is uitgegeven."
    )


def _questions(account: Account) -> str:
    asked = len(account.questions)
    if not asked:
        return "De raad stelde in deze periode geen vragen."
    answered = sum(one.answered_on is not None for one in account.questions)
    asked_words = "1 vraag" if asked == 1 else f"{asked} vragen"
    are = "is" if answered == 1 else "zijn"
    return f"De raad stelde {asked_words}; daarvan {are} er {answered} beantwoord."


def _goals(account: Account) -> Iterator[GoalAccount]:
    return (goal for theme in account.themes for goal in theme.goals)


def _all(account: Account) -> Iterator[MeasureAccount]:
    return (one for theme in account.themes for one in theme.all_measures)


def _measures(many: int) -> str:
    return "1 maatregel hoort" if many == 1 else f"{many} maatregelen horen"


_TELLERS: dict[str, Callable[[Account], str]] = {
    "doelen-met-cijfer": _with_figure,
    "doelen-met-maatregel": _with_measures,
    "bijgewerkt": _updated,
    "partners": _partners,
    "uitgaven": _spending,
    "raadsvragen": _questions,
}
FACTS = {
    "geen": "niets",
    "doelen-met-cijfer": "hoeveel doelen een cijfer hebben",
    "doelen-met-maatregel": "bij hoeveel doelen maatregelen staan",
    "bijgewerkt": "van hoeveel maatregelen is gezegd hoe het gaat",
    "partners": "bij hoeveel maatregelen een eigenaar en een partner staan",
    "uitgaven": "van hoeveel maatregelen bekend is wat is uitgegeven",
    "raadsvragen": "hoeveel vragen van de raad zijn beantwoord",
}
"""What may be counted beside a norm: code to Dutch."""
