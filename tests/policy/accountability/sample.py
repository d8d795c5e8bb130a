"""A whole report to try readers on: two themes, three goals, six measures; all invented."""

from datetime import date
from typing import Literal

from integraal.policy.accountability.outline import (
    Account,
    GoalAccount,
    MeasureAccount,
    MoneyLine,
    NormLine,
    QuestionLine,
    Sentence,
    Source,
    ThemeAccount,
)

_FIGURE = Source(
    key="figure:bbv-diefstal-woning:2025",
    kind="figure",
    label="Diefstal uit woningen, Voorbeeldstad, 2025",
    facts=(
        ("Cijfer", "Diefstal uit woningen per 1.000 inwoners"),
        ("Gebied", "Voorbeeldstad"),
        ("Periode", "2025"),
        ("Waarde", "1,9"),
        ("Marge", "1,2 tot 2,9"),
        ("Bestand", "misdrijven-2025.csv"),
        ("SHA-256 van het bestand", "0" * 64),
        ("Opgehaald op", "3 februari 2026"),
    ),
    link="/cijfers/bbv-diefstal-woning/",
    is_open=True,
)
_GOAL = Source("goal:1", "goal", "Doel: Minder inbraken", (("Plan", "Plan 2025-2028"),), "/plan/")
_UPDATE = Source(
    "update:1", "update", "Bijwerking van 15 december 2025",
    (("Wat is gezegd", "Zes avonden gehouden."), ("Door", "Wijkagent, Politie")),
)  # fmt: skip


def an_account() -> Account:
    """Return the report."""
    return Account(
        title="Jaarrapportage 2025",
        kind="year",
        kind_label="jaarrapportage",
        period="1 januari tot en met 31 december 2025",
        first_day=date(2025, 1, 1),
        last_day=date(2025, 12, 31),
        municipality="Voorbeeldstad",
        programme="Uitvoeringsprogramma 2025-2026",
        facts_mark="a" * 64,
        intro="Dit was een jaar van bouwen.\n\nNiet alles lukte.",
        summary=(
            Sentence("summary-measures", "Van de 6 maatregelen zijn er 2 afgerond.", ("update:1",)),
        ),
        themes=(_homes(), _youth()),
        money=(
            MoneyLine("Woonomgeving", "16.000", "7.200", "120", "80"),
            MoneyLine("Jeugd", "42.000", "44.500", "210", "262", "De raad vroeg om meer inzet."),
        ),
        money_said=(
            Sentence("money-total", "Van 58.000 euro is 51.700 euro uitgegeven.", ("update:1",)),
        ),
        money_text="De uitgaven in de zomer waren hoger.",
        changed=(Sentence("changed-1", "In juni is één maatregel toegevoegd.", ("goal:1",)),),
        came_between=(Sentence("between-1", "Een grote brand kostte 40 uur.", ()),),
        joined=(Sentence("joined-1", "De gemeente doet mee aan één regionaal programma.", ()),),
        cannot_say=(
            Sentence("cannot-cause", "Of de maatregelen dit deden, kunnen we niet zeggen.", ()),
        ),
        lessons="Begin eerder met partners.",
        norms=(
            NormLine("goals", "Meetbare doelen", "Zijn de doelen meetbaar?", "deels", "Twee niet."),
        ),
        questions=(
            QuestionLine(
                "Camera’s", "schriftelijke vraag", "Fractie Voorbeeld", date(2025, 5, 1),
                "Helpen de camera’s?", "Dat is nog niet te zeggen.", date(2025, 5, 20),
            ),
        ),
        sources={one.key: one for one in (_FIGURE, _GOAL, _UPDATE)},
    )  # fmt: skip


def _homes() -> ThemeAccount:
    return ThemeAccount(
        code="woonomgeving",
        name="Woonomgeving",
        text="Bewoners deden veel zelf.",
        done=(Sentence("homes-done", "Er zijn 6 avonden van de 8.", ("update:1",)),),
        goals=(
            GoalAccount(
                key="1",
                title="Minder inbraken",
                promised=Sentence("goal-1-promised", "Van 2,4 naar 1,5 in 2028.", ("goal:1",)),
                reached=Sentence(
                    "goal-1-reached",
                    "In 2025 waren het er 1,9 per 1.000 inwoners (1,2 tot 2,9). Of het voor of "
                    "achter ligt, is niet te zeggen.",
                    (_FIGURE.key, "goal:1"),
                ),
                outcome="unclear",
                outcome_label="Niet te zeggen",
                measures=(_measure("1", "Preventieavonden", "running", "Zandwijk"),
                          _measure("2", "Keurmerk", "done")),
            ),
        ),
        measures=(_measure("3", "Buurtapp", "planned", who=""),),
        cannot_say=(Sentence("homes-few", "Per dorp zijn de aantallen te klein.", ()),),
    )  # fmt: skip


def _youth() -> ThemeAccount:
    goals = tuple(
        GoalAccount(
            key=key,
            title=title,
            promised=Sentence(f"goal-{key}-promised", promised, ("goal:1",)),
            reached=Sentence(f"goal-{key}-reached", "Er is nog geen cijfer.", ()),
            outcome="unknown",
            outcome_label="Geen cijfer",
            measures=(_measure(f"{key}1", f"Inzet bij {title.lower()}", "running"),),
        )
        for key, title, promised in (
            ("2", "Minder overlast", "Van 14 % naar 10 % in 2028."),
            ("3", "Elke school een afspraak", "Van 1 naar 3 scholen in 2026."),
        )
    )
    return ThemeAccount(
        "jeugd", "Jeugd", goals=goals, measures=(_measure("6", "Gesprek thuis", "stopped"),)
    )


def _measure(
    key: str,
    title: str,
    status: Literal["planned", "running", "done", "stopped"],
    area: str = "",
    who: str = "Wijkagent, Politie",
) -> MeasureAccount:
    labels = {
        "planned": "nog niet begonnen", "running": "loopt", "done": "afgerond",
        "stopped": "gestopt",
    }  # fmt: skip
    return MeasureAccount(
        key=key,
        title=title,
        who=who,
        when="1 januari 2025 tot en met 31 december 2026",
        area=area,
        status=status,
        status_label=labels[status],
        quality="good",
        time="attention",
        said="Zes avonden gehouden." if status == "running" else "",
        said_on=date(2025, 12, 15) if status == "running" else None,
        output="6 van 8 avonden" if status == "running" else "",
        budget="16.000",
        spent="7.200",
        partners=("Politie",),
        new_in_period=status == "running",
        source="update:1",
    )
