"""A report of real size: twelve themes, thirty goals, a hundred and twenty measures; invented."""

from dataclasses import replace
from datetime import date

from integraal.policy.accountability.outline import (
    Account,
    GoalAccount,
    MeasureAccount,
    MoneyLine,
    Outcome,
    Sentence,
    Source,
    ThemeAccount,
)
from tests.policy.accountability.sample import an_account

THEMES, GOALS, MEASURES = 12, 30, 120
_OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("reached", "Bereikt"), ("ahead", "Ligt voor"), ("behind", "Ligt achter"),
    ("unclear", "Niet te zeggen"), ("unknown", "Geen cijfer"),
)  # fmt: skip
_STATUS = (
    ("planned", "nog niet begonnen"), ("running", "loopt"), ("done", "afgerond"),
    ("stopped", "gestopt"), ("", ""),
)  # fmt: skip
_SAID = (
    "We hielden zes avonden in de dorpen, met samen tweehonderd bewoners. De opkomst in de kleine "
    "kernen bleef achter, omdat de bus in de avond niet rijdt."
)
_TEXT = "Het jaar begon rustig. In de zomer was er meer te doen dan verwacht. " * 14


def a_large_account() -> Account:
    """Return the report."""
    themes = tuple(_theme(number) for number in range(1, THEMES + 1))
    updates = {f"update:{number}": _update(number) for number in range(1, MEASURES + 1)}
    figures = {f"figure:{number}": _figure(number) for number in range(1, GOALS + 1)}
    return replace(
        an_account(),
        intro=_TEXT,
        summary=(
            Sentence("s-1", "Van de 120 maatregelen zijn er 24 afgerond.", tuple(updates)),
            Sentence("s-2", "Van de 30 doelen zijn er 6 bereikt.", tuple(figures)),
        ),
        themes=themes,
        money=tuple(
            MoneyLine(theme.name, "16.000", "7.200,50", "120", "80", "") for theme in themes
        ),
        lessons=_TEXT,
        sources={**an_account().sources, **updates, **figures},
    )


def _theme(number: int) -> ThemeAccount:
    goals = tuple(_goal(one) for one in range(1, GOALS + 1) if one % THEMES == number % THEMES)
    used = {one.key for goal in goals for one in goal.measures}
    loose = (one for one in range(1, MEASURES + 1) if one % THEMES == number % THEMES)
    return ThemeAccount(
        code=f"thema-{number}",
        name=f"Thema {number}",
        text=f"{_TEXT}\n\n{_TEXT}",
        done=(Sentence(f"done-{number}", "Er zijn 6 avonden van de 8.", (f"update:{number}",)),),
        goals=goals,
        measures=tuple(_measure(one) for one in loose if str(one) not in used),
        changed=(
            Sentence(f"changed-{number}", "In juni kwam er een maatregel bij.", ("update:1",)),
        ),
        cannot_say=(Sentence(f"unsaid-{number}", "Per dorp zijn de aantallen te klein."),),
    )


def _goal(number: int) -> GoalAccount:
    outcome, label = _OUTCOMES[number % len(_OUTCOMES)]
    measures = range(number, MEASURES + 1, THEMES * 3)
    return GoalAccount(
        key=str(number),
        title=f"Doel {number}: minder overlast in de avond",
        promised=Sentence(f"p-{number}", "Van 2,4 naar 1,5 in 2028.", (f"figure:{number}",)),
        reached=Sentence(
            f"r-{number}",
            "In 2025 waren het er 1,9 per 1.000 inwoners (1,2 tot 2,9).",
            (f"figure:{number}",),
        ),
        outcome=outcome,
        outcome_label=label,
        measures=tuple(_measure(one) for one in measures),
    )


def _measure(number: int) -> MeasureAccount:
    status, label = _STATUS[number % len(_STATUS)]
    return MeasureAccount(
        key=str(number),
        title=f"Maatregel {number}: preventieavonden in de dorpen",
        who="" if number % 17 == 0 else "Wijkagent, Politie",
        when="1 januari 2025 tot en met 31 december 2026",
        area="Zandwijk" if number % 3 == 0 else "",
        status=status,
        status_label=label,
        quality="good",
        time="attention",
        money="stuck" if number % 9 == 0 else "",
        said=_SAID if status else "",
        said_on=date(2025, 12, 15) if status else None,
        output="6 van 8 avonden",
        budget="16.000",
        spent="17.200" if number % 9 == 0 else "7.200,50",
        over_budget_reason="De raad vroeg om meer inzet." if number % 9 == 0 else "",
        partners=("Politie", "Jongerenwerk"),
        new_in_period=bool(status),
        source=f"update:{number}",
    )


def _update(number: int) -> Source:
    return Source(
        f"update:{number}", "update", f"Bijwerking {number} van 15 december 2025",
        (("Wat is gezegd", _SAID), ("Door", "Wijkagent, Politie")),
    )  # fmt: skip


def _figure(number: int) -> Source:
    return Source(
        key=f"figure:{number}",
        kind="figure",
        label=f"Cijfer {number}, Voorbeeldstad, 2025",
        facts=(
            ("Waarde", "1,9"),
            ("Bestand", "misdrijven-2025.csv"),
            ("SHA-256 van het bestand", f"{number:064d}"),
            ("Opgehaald op", "3 februari 2026"),
        ),
        is_open=True,
    )
