"""Money and hours of a report; what nobody filled in is not zero. Pure."""

from collections.abc import Sequence
from decimal import Decimal

from integraal.policy.accountability.outline import MoneyLine, Sentence
from integraal.policy.accountability.reports.telling.together import (
    WHOLE,
    money_key,
    money_parts,
    of_theme,
)
from integraal.policy.accountability.reports.telling.words import (
    Json,
    amount,
    hours,
    many,
    sentence,
    total,
)


def money_lines(facts: Json) -> tuple[MoneyLine, ...]:
    """Return one line per theme that has measures."""
    found = ((one, of_theme(facts["measures"], one["code"])) for one in facts["themes"])
    return tuple(_line(theme["name"], measures) for theme, measures in found if measures)


def money_said(facts: Json) -> tuple[Sentence, ...]:
    """Return what may be said of the money: what is known, of how many, and what went over."""
    measures = facts["measures"]
    if not measures:
        return ()
    return (
        Sentence("money-total", money_words(measures), (money_key(WHOLE),)),
        *(
            [Sentence("money-hours", told, (money_key(WHOLE),))]
            if (told := _hours(measures))
            else []
        ),
        *_over(measures),
    )


def money_words(measures: Sequence[Json]) -> str:
    """Return in sentences of how many measures the money is known, and how much that is."""
    budget = [one["budget"] for one in measures if one["budget"]]
    spent = [one["spent"]["amount"] for one in measures if one["spent"]["amount"]]
    of_all = f"van de {many(len(measures), 'maatregel', 'maatregelen')}"
    first = (
        f"Bij {len(budget)} {of_all} is een bedrag begroot: samen {amount(total(budget))} euro."
        if budget
        else f"Bij geen {of_all} is een bedrag begroot."
    )
    second = (
        f"Bij {len(spent)} is gemeld wat is uitgegeven: samen {amount(total(spent))} euro."
        if spent
        else "Wat is uitgegeven, is bij geen maatregel gemeld. Dat is niet nul, maar onbekend."
    )
    return f"{first} {second}{_both(measures, budget, spent)}"


def _both(measures: Sequence[Json], budget: Sequence[str], spent: Sequence[str]) -> str:
    """Return the two beside each other where both are known, when that is not all of them."""
    both = [one for one in measures if one["budget"] and one["spent"]["amount"]]
    if not both or len(both) == len(budget) == len(spent):
        return ""
    told = amount(total(one["spent"]["amount"] for one in both))
    planned = amount(total(one["budget"] for one in both))
    return f" Van {len(both)} is beide bekend: daar is {told} van {planned} euro uitgegeven."


def is_over(one: Json) -> bool:
    """Return whether more was spent than was budgeted; unknown is not over."""
    told, planned = one["spent"]["amount"], one["budget"]
    return bool(told and planned) and Decimal(told) > Decimal(planned)


def _line(name: str, measures: Sequence[Json]) -> MoneyLine:
    over = [one for one in measures if is_over(one) and one["more_than_budget_because"]]
    return MoneyLine(
        theme=name,
        budget=amount(total(one["budget"] for one in measures)),
        spent=amount(total(one["spent"]["amount"] for one in measures)),
        hours_planned=hours(total(one["hours"] for one in measures)),
        hours_spent=hours(total(one["hours_spent"]["amount"] for one in measures)),
        note=" ".join(sentence(one["more_than_budget_because"]) for one in over),
    )


def _hours(measures: Sequence[Json]) -> str:
    planned = [one["hours"] for one in measures if one["hours"]]
    told = [one["hours_spent"]["amount"] for one in measures if one["hours_spent"]["amount"]]
    parts = []
    if planned:
        of = many(len(planned), "maatregel", "maatregelen")
        parts.append(f"Bij {of} zijn tot nu toe {hours(total(planned))} uren gepland.")
    if told:
        of = many(len(told), "maatregel", "maatregelen")
        parts.append(f"Bij {of} zijn {hours(total(told))} uren gemeld.")
    return " ".join(parts)


def _over(measures: Sequence[Json]) -> list[Sentence]:
    return [
        Sentence(
            f"money-over-{one['key']}",
            f"{one['title']}: {amount(one['spent']['amount'])} euro uitgegeven, "
            f"{amount(one['budget'])} euro begroot. {_why(one)}",
            tuple(money_parts(one)),
        )
        for one in measures
        if is_over(one)
    ]


def _why(one: Json) -> str:
    return sentence(one["more_than_budget_because"]) or "Waarom het meer is, is niet gezegd."
