"""The sheets of a report: measures, goals, money, sentences and sources, a row each. Pure."""

from collections.abc import Iterator

from integraal.foundation.ui.spreadsheets import Cell, Sheet, as_workbook_of
from integraal.policy.accountability.outline import Account, MeasureAccount
from integraal.policy.accountability.papers.amounts import as_amount
from integraal.policy.accountability.papers.sourcing import (
    Numbers,
    marks_of,
    numbers_of,
    source_lines,
)
from integraal.policy.accountability.papers.themes_on_paper import sides_of

Rows = Iterator[tuple[Cell, ...]]
RECIPE_NUMBER = 1
"""Goes up when the same content gives another file."""
MEASURE_HEADS = (
    "Thema", "Doel", "Maatregel", "Wie", "Wanneer", "Gebied", "Partners", "Stand", "Kwaliteit",
    "Tijd", "Geld", "Geteld", "Laatst gemeld", "Gemeld op", "In deze periode gemeld",
    "Begroot (€)", "Uitgegeven (€)", "Waarom meer uitgegeven", "Bron (nr)", "Kenmerk",
)  # fmt: skip
GOAL_HEADS = (
    "Thema", "Doel", "Beloofd", "Uitkomst", "Opgeleverd", "Bronnen van beloofd (nr)",
    "Bronnen van opgeleverd (nr)", "Maatregelen (aantal)", "Kenmerk",
)  # fmt: skip
MONEY_HEADS = (
    "Thema", "Begroot (€)", "Uitgegeven (€)", "Gepland (uren)", "Besteed (uren)", "Toelichting",
)  # fmt: skip
SENTENCE_HEADS = ("Kenmerk", "Zin", "Bronnen (nr)")
SOURCE_HEADS = ("Nr", "Bron", "Gegevens", "SHA-256 van het bestand", "Kenmerk")


def workbook_of(account: Account, state: str, fingerprint: str = "") -> bytes:
    """Return the workbook of an account; ``state`` says whether it is a draft."""
    numbers = numbers_of(account)
    return as_workbook_of(
        Sheet("Leeswijzer", ("Onderwerp", "Uitleg"), _guide(account, state, fingerprint)),
        Sheet("Maatregelen", MEASURE_HEADS, _measures(account, numbers)),
        Sheet("Doelen", GOAL_HEADS, _goals(account, numbers)),
        Sheet("Geld en uren", MONEY_HEADS, _money(account)),
        Sheet("Zinnen", SENTENCE_HEADS, _sentences(account, numbers)),
        Sheet("Bronnen", SOURCE_HEADS, _sources(account, numbers)),
    )


def _guide(account: Account, state: str, fingerprint: str) -> Rows:
    yield "Titel", account.title
    yield "Gemeente", account.municipality
    yield "Soort", account.kind_label
    yield "Periode", account.period
    yield "Programma", account.programme
    yield "Staat", state
    if fingerprint:
        yield "Vingerafdruk van de inhoud (SHA-256)", fingerprint
    yield "Vingerafdruk van de feiten (SHA-256)", account.facts_mark
    yield "Bronnen", "De nummers zijn die van het blad Bronnen, en die in de pdf."
    yield "Leeg", "Een lege cel is niet ingevuld; dat is niet nul."


def _measures(account: Account, numbers: Numbers) -> Rows:
    for theme in account.themes:
        for goal in theme.goals:
            for one in goal.measures:
                yield _measure(theme.name, goal.title, one, numbers)
        for one in theme.measures:
            yield _measure(theme.name, "", one, numbers)


def _measure(theme: str, goal: str, one: MeasureAccount, numbers: Numbers) -> tuple[Cell, ...]:
    sides = {side["name"]: side["label"] for side in sides_of(one)}
    return (
        theme, goal, one.title, one.who or "Van niemand", one.when, one.area,
        ", ".join(one.partners), one.status_label, *map(sides.get, ("Kwaliteit", "Tijd", "Geld")),
        one.output, one.said, one.said_on, "ja" if one.new_in_period else "nee",
        as_amount(one.budget), as_amount(one.spent), one.over_budget_reason,
        marks_of((one.source,), numbers), one.key,
    )  # fmt: skip


def _goals(account: Account, numbers: Numbers) -> Rows:
    for theme in account.themes:
        for goal in theme.goals:
            yield (
                theme.name, goal.title, goal.promised.text, goal.outcome_label, goal.reached.text,
                marks_of(goal.promised.sources, numbers), marks_of(goal.reached.sources, numbers),
                len(goal.measures), goal.key,
            )  # fmt: skip


def _money(account: Account) -> Rows:
    for one in account.money:
        amounts = (one.budget, one.spent, one.hours_planned, one.hours_spent)
        yield one.theme, *map(as_amount, amounts), one.note


def _sentences(account: Account, numbers: Numbers) -> Rows:
    for one in account.sentences():
        yield one.code, one.text, marks_of(one.sources, numbers)


def _sources(account: Account, numbers: Numbers) -> Rows:
    for one in source_lines(account, numbers):
        facts = "; ".join(f"{name}: {value}" for name, value in one["facts"])
        yield one["number"], one["label"], facts, one["sha256"], one["key"]
