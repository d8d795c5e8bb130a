"""Rules of the goals: what, who, when, and by which figure one sees it. Pure."""

import re
from collections.abc import Iterator

from integraal.policy.plan.checks.checking import (
    ANALYSIS,
    AUDITORS,
    GOALS,
    OWN,
    Json,
    Lacking,
    Rule,
    Subject,
    at,
    name_of,
    rule,
)
from integraal.policy.plan.checks.numbers import as_number


@rule(
    "block",
    why="De raad stelt doelen vast. Een doel zonder woorden kan niemand vaststellen.",
    source=GOALS,
)
def goal_says_what(plan: Subject) -> Iterator[Lacking]:
    """Elk doel zegt wat u wilt bereiken."""
    for goal in plan.goals:
        if not goal["title"]:
            where = plan.theme_name(goal["theme"])
            yield at(goal, f"Bij {where} staat een doel dat niet zegt wat u wilt bereiken.")


@rule(
    "block",
    why="Wat van iedereen is, doet niemand. Noem een functie of organisatie, geen persoon.",
    source=f"{OWN}: een doel is klaar met wat, wie, wanneer en waarom",
)
def goal_has_owner(plan: Subject) -> Iterator[Lacking]:
    """Elk doel is van een functie of organisatie."""
    for goal in plan.goals:
        if not goal["details"].get("owner"):
            yield at(goal, f"Het doel {name_of(goal)} is van niemand. Vul in wie ervan is.")


@rule(
    "block",
    why="Zonder datum is een doel nooit te laat, en dus ook nooit bereikt.",
    source=f"{GOALS}: het voorbeeld noemt een termijn van twee jaar",
)
def goal_has_date(plan: Subject) -> Iterator[Lacking]:
    """Elk doel heeft een datum waarop het bereikt is."""
    for goal in plan.goals:
        if not goal["details"].get("by_date"):
            yield at(
                goal, f"Het doel {name_of(goal)} heeft geen datum. Vul in wanneer het is bereikt."
            )


@rule(
    "block",
    why="Wie minder wil en een hoger getal opschrijft, rekent zichzelf later op het verkeerde af.",
    source=OWN,
)
def target_goes_the_right_way(plan: Subject) -> Iterator[Lacking]:
    """Het streefcijfer ligt aan de goede kant van de beginstand."""
    for goal in plan.goals:
        if say := _wrong_way(goal):
            yield at(goal, f"{name_of(goal)}: {say}")


@rule(
    "warn",
    why="Een waarom helpt de raad kiezen en de uitvoering volhouden.",
    source=f"{OWN}: een doel is klaar met wat, wie, wanneer en waarom",
)
def goal_has_reason(plan: Subject) -> Iterator[Lacking]:
    """Elk doel zegt waarom het een doel is."""
    for goal in plan.goals:
        if not goal["text"]:
            yield at(goal, f"Het doel {name_of(goal)} zegt niet waarom.")


@rule(
    "warn",
    why="Een doel na afloop van het plan kan dit plan niet verantwoorden.",
    source=OWN,
)
def goal_date_is_in_the_term(plan: Subject) -> Iterator[Lacking]:
    """De datum van elk doel valt in de looptijd van het plan."""
    first, last = plan.content["first_year"], plan.content["last_year"]
    for goal in plan.goals:
        day = goal["details"].get("by_date", "")
        if day and not first <= int(day[:4]) <= last:
            yield at(
                goal,
                f"Het doel {name_of(goal)} heeft een datum in {day[:4]}. "
                f"Het plan loopt van {first} tot en met {last}.",
            )


@rule(
    "warn",
    why="Een buurtpreventieteam is een middel; minder inbraken is een doel. Wie een middel tot "
    "doel maakt, weet na vier jaar niet of het heeft geholpen.",
    source=GOALS,
)
def goal_is_no_means(plan: Subject) -> Iterator[Lacking]:
    """Elk doel noemt wat er verandert, niet wat de gemeente daarvoor doet."""
    pattern = _pattern(plan.means)
    for goal in plan.goals:
        found = pattern.search(goal["title"]) if pattern else None
        if found:
            yield at(
                goal,
                f"Het doel {name_of(goal)} lijkt een middel: er staat “{found.group()}”. Zet het "
                "middel bij de aanpak, en schrijf hier wat er verandert.",
            )


@rule(
    "warn",
    why="Van een doel zonder cijfer kan niemand later zeggen of het is gehaald. De raad kan dan "
    "niet controleren.",
    source=f"{AUDITORS}; {GOALS}",
)
def goal_is_measurable(plan: Subject) -> Iterator[Lacking]:
    """Elk doel is te meten: met een cijfer en een streefcijfer."""
    for goal in plan.goals:
        details = goal["details"]
        lacks = []
        if not _is_measured(goal):
            lacks.append("aan welk cijfer u het ziet")
        if not details.get("target"):
            lacks.append("het streefcijfer")
        if lacks:
            yield at(goal, f"Het doel {name_of(goal)} mist {' en '.join(lacks)}.")


@rule(
    "warn",
    why="Zonder beginstand is later niet te zien of er iets is veranderd.",
    source=f"{GOALS}: het voorbeeld noemt een basisjaar",
)
def goal_has_baseline(plan: Subject) -> Iterator[Lacking]:
    """Elk doel heeft een beginstand."""
    for goal in plan.goals:
        if not goal["details"].get("baseline"):
            yield at(goal, f"Het doel {name_of(goal)} heeft geen beginstand.")


@rule(
    "warn",
    why="Een getal zonder periode en bron kan niemand later opnieuw opzoeken.",
    source=f"{ANALYSIS}: noem de bronnen",
)
def baseline_has_period_and_source(plan: Subject) -> Iterator[Lacking]:
    """Elke beginstand heeft een periode en een bron."""
    for goal in plan.goals:
        details = goal["details"]
        parts = (("baseline_period", "een periode"), ("baseline_source", "een bron"))
        lacks = [name for code, name in parts if not details.get(code)]
        if details.get("baseline") and lacks:
            yield at(goal, f"De beginstand bij {name_of(goal)} mist {' en '.join(lacks)}.")


@rule(
    "warn",
    why="Een cijfer dat niet in het veiligheidsbeeld staat, wordt niet bijgehouden in dit product.",
    source=OWN,
)
def figure_of_goal_exists(plan: Subject) -> Iterator[Lacking]:
    """Het cijfer van elk doel staat in het veiligheidsbeeld."""
    for goal in plan.goals:
        code = goal["details"].get("indicator", "")
        if code and code not in plan.indicators:
            yield at(
                goal,
                f"Het doel {name_of(goal)} noemt het cijfer “{code}”, maar dat staat niet in het "
                "veiligheidsbeeld bij dit plan.",
            )


def _is_measured(goal: Json) -> bool:
    return bool(goal["details"].get("indicator") or goal["details"].get("measure"))


def _wrong_way(goal: Json) -> str:
    details = goal["details"]
    begin, target = as_number(details.get("baseline")), as_number(details.get("target"))
    if begin is None or target is None:
        return ""
    said = f"de beginstand is {details['baseline']} en het streefcijfer {details['target']}"
    wrong = {
        "down": (target >= begin, "het moet omlaag"),
        "up": (target <= begin, "het moet omhoog"),
        "hold": (target != begin, "het moet gelijk blijven"),
    }
    is_wrong, words = wrong.get(details.get("direction", ""), (False, ""))
    return f"{words}, maar {said}." if is_wrong else ""


def _pattern(means: tuple[str, ...]) -> re.Pattern[str] | None:
    wanted = sorted((re.escape(word.strip()) for word in means if word.strip()), key=len)
    if not wanted:
        return None
    # A word of the list may be the beginning of a longer one: camera, camera's, cameratoezicht.
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(wanted))})[\w’']*", re.IGNORECASE)


RULES: tuple[Rule, ...] = (
    goal_says_what,
    goal_has_owner,
    goal_has_date,
    target_goes_the_right_way,
    goal_is_no_means,
    goal_is_measurable,
    goal_has_baseline,
    baseline_has_period_and_source,
    figure_of_goal_exists,
    goal_has_reason,
    goal_date_is_in_the_term,
)
