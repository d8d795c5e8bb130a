"""A plan of real size, written by the deeds the screens use: five themes, twenty goals."""

from __future__ import annotations

from integraal.foundation.audit.actors import Actor
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.writing.actions import add_block, write_block

THEMES = 5
GOALS_OF_A_THEME = 4
FIGURE = (
    "In 2025 waren het er [[overlast-totaal aantal 2025]], en dat was [[overlast-totaal tegen]]."
)
WORDS = (
    "Wijkagent, jongerenwerk en toezicht lopen op vrijdag en zaterdag samen door het centrum. Wie "
    "overlast geeft, hoort eerst waarom het stoort. Wie doorgaat, krijgt een gesprek thuis."
)
WHOLE: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("foreword", "", f"Veiligheid maken we samen.\n\n{WORDS}", {}),
    ("summary", "", "De gemeente kiest voor **minder inbraken** en een rustig centrum.\n\n"
     "- U belt één nummer; een boa komt kijken.\n- U hoort binnen een week wat er met uw "
     "melding gebeurt.", {}),
    ("introduction", "Waarom dit plan", "Het vorige plan loopt af. De evaluatie liet zien wat "
     "werkte.", {}),
    ("vision", "", "Een gemeente waar mensen elkaar kennen en aanspreken.", {}),
    ("picture", "", f"{FIGURE} De evaluatie van het vorige plan staat in het beeld.", {}),
    ("choosing", "", "Dertig mensen gaven punten. Ook politie en regio kiezen hiervoor.", {}),
    ("organisation", "Regie", WORDS, {}),
    ("meeting", "Driehoek", "Prioriteiten en inzet.",
     {"who": "burgemeester, officier van justitie, politiechef", "rhythm": "elke maand"}),
    ("partner", "Politie", "Opsporing en noodhulp.", {"contact": "teamchef"}),
    ("partner", "Woningcorporatie", "Aanpak van woonoverlast.", {"contact": "manager wonen"}),
    ("resource", "Toezicht in het centrum", "Twee avonden per week.",
     {"amount": "42000", "hours": "800", "cover": "begroting, programma veiligheid"}),
    ("monitoring", "", "De gemeente volgt de cijfers.",
     {"rhythm": "elk kwartaal", "receivers": "college en raad"}),
    ("adjusting", "", "Als een cijfer aantoonbaar verandert, kijkt de gemeente opnieuw.", {}),
    ("evaluation", "", "De raad krijgt twee keer verslag.",
     {"interim": "2028-10-01", "final": "2030-06-30"}),
    ("dropped", "Verkeer", "Verkeer heeft een eigen plan.",
     {"document": "Mobiliteitsplan 2025", "link": "https://voorbeeld.example/mobiliteit"}),
    ("term", "driehoek", "Overleg van burgemeester, officier van justitie en politie.", {}),
    ("term", "BOA", "Iemand van de gemeente die mag bekeuren.", {}),
)  # fmt: skip


def write_plan(
    by: Actor, *, goals: int = GOALS_OF_A_THEME, words: int = 1, **begin: object
) -> Plan:
    """Begin a plan and fill it.

    Args:
        goals: in each theme.
        words: how many times as much is written.
        begin: goes to ``start_plan``.
    """
    plan = start_plan(by=by, first_year=2027, last_year=2030, **begin)  # type: ignore[arg-type]
    for kind, title, text, details in WHOLE:
        many = "\n\n".join([text, *[WORDS] * (words - 1)]) if kind in _LONGER else text
        add_block(by=by, plan=plan, kind=kind, title=title, text=many, details=details)
    themes = list(Block.objects.filter(plan=plan, kind="theme").order_by("order"))[:THEMES]
    for place, theme in enumerate(themes, start=1):
        _fill(by, plan, theme, place, goals, words)
    return plan


_LONGER = ("introduction", "picture", "organisation", "adjusting")


def _fill(by: Actor, plan: Plan, theme: Block, place: int, goals: int, words: int) -> None:
    details = {"focus": "Rust op straat en in huis.", "scope": "local"}
    if place <= 2:
        details |= {"priority": "yes", "reason": "Inwoners en partners noemen dit het eerst."}
    write_block(
        by=by, plan=plan, key=theme.key, base_revision=theme.revision, details=details,
        text="\n\n".join(["Wat er speelt, en wat inwoners ervan merken.", *[WORDS] * (words - 1)]),
    )  # fmt: skip
    add_block(by=by, plan=plan, kind="ambition", theme=theme.theme,
              text="Niemand hoeft een straat te mijden.")  # fmt: skip
    for number in range(1, goals + 1):
        _goal(by, plan, theme.theme, place, number)
    text = "\n\n".join([f"{FIGURE} {WORDS}", *[WORDS] * (words - 1)])
    add_block(
        by=by, plan=plan, kind="approach", theme=theme.theme, title="Samen optrekken", text=text
    )


def _goal(by: Actor, plan: Plan, theme: str, place: int, number: int) -> None:
    details = {
        "owner": "Teamchef politie" if number % 2 else "Coördinator toezicht",
        "by_date": f"20{27 + number % 4}-12-31",
        "direction": "down",
        "baseline": str(10 * place + number),
        "baseline_period": "2025",
        "baseline_source": "Politie",
        "target": str(8 * place),
    }
    seen = {"indicator": "overlast-totaal"} if number == 1 else {"measure": "Aantal hulpvragen"}
    add_block(
        by=by, plan=plan, kind="goal", theme=theme,
        title=f"Minder meldingen van overlast in gebied {place}.{number}",
        text="Overlast jaagt mensen weg van plekken waar zij graag komen.",
        details={**details, **seen},
    )  # fmt: skip
