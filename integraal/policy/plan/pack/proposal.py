"""The proposal to the council (raadsvoorstel), made from the plan and its decision path. Pure.

It says what is in the plan and what is lacking, in the order in which councils read; the college
changes the words in Word when it wants them otherwise.
"""

from typing import Any

from integraal.foundation.ui.dutch import listed, number
from integraal.policy.plan.checks.checking import Check
from integraal.policy.plan.checks.numbers import as_number
from integraal.policy.plan.document_parts.chapters import euros, following, is_priority
from integraal.policy.plan.document_parts.goals import GoalRow, goal_rows

Json = dict[str, Any]
LAW = (
    "Artikel 38b van de Politiewet 2012 vraagt de raad ten minste eens in de vier jaar de doelen "
    "vast te stellen die de gemeente op het gebied van veiligheid nastreeft."
)

_FOR_THE_WRITER = ("container_words_are_few",)
_FOLLOWING = (
    "De gemeente doet {rhythm} verslag{to}.",
    "De tussenevaluatie is op {day}.",
    "De eindevaluatie is op {day}.",
)


def proposal_of(
    content: Json, checks: list[Check], moments: list[Json], heard: list[Json]
) -> list[Json]:
    """Return the sections of the proposal in order, each with sentences and points.

    Args:
        content: of the plan.
        checks: what the rules of the plan found, for what the council should mind.
        moments: the decision path, as ``register.moments_of`` makes it.
        heard: the consultations, as ``register.heard_of`` makes them.
    """
    found = [
        _section("Voorstel", ["De raad besluit:"], _decisions(content)),
        _section("Aanleiding", [LAW, *_replaces(content)]),
        _section("Wat de gemeente wil bereiken", [_goals_words(content)], _goals(content)),
        _section("Waarom deze prioriteiten", _no_priorities(content), _reasons(content)),
        _section("Kanttekeningen", _remarks_lead(checks), _remarks(checks)),
        _section("Wat anderen ervan vonden", _heard_words(heard)),
        _section("Wat het kost", _costs(content)),
        _section("Uitvoering en verantwoording", following(content, *_FOLLOWING)),
        _section("Besluitvorming", _path_lead(moments), [one["words"] for one in moments]),
    ]
    return [one for one in found if one["sentences"] or one["points"]]


def _section(title: str, sentences: list[str], points: list[str] | None = None) -> Json:
    return {"title": title, "sentences": sentences, "points": points or []}


def _term(content: Json) -> str:
    return f"{content['first_year']} tot en met {content['last_year']}"


def _decisions(content: Json) -> list[str]:
    names = [one["name"] for one in content["themes"] if is_priority(one)]
    found = [f"“{content['title']}” vast te stellen voor de jaren {_term(content)}"]
    if names:
        found.append(f"daarin prioriteit te geven aan {listed(names)}")
    many = len(goal_rows(content))
    if many:
        found.append(f"de {many} doelen in het plan vast te stellen" if many > 1
                     else "het doel in het plan vast te stellen")  # fmt: skip
    return found


def _replaces(content: Json) -> list[str]:
    if content["version"] > 1:
        return [f"Dit is versie {content['version']} van het plan. Zij vervangt de vorige versie."]
    return []


def _goals_words(content: Json) -> str:
    rows = goal_rows(content)
    measured = sum(bool(row.figure and row.target) for row in rows)
    if not rows:
        return "Het plan heeft nog geen doelen."
    many = "1 doel" if len(rows) == 1 else f"{len(rows)} doelen"
    return (
        f"Het plan heeft {many}. Van {measured} daarvan staat vast aan welk cijfer het te zien is, "
        "en naar welk streefcijfer."
    )


def _goals(content: Json) -> list[str]:
    return [f"{row.what} ({_who_when(row)})" for row in goal_rows(content)]


def _who_when(row: GoalRow) -> str:
    return ", ".join(part for part in (row.owner, row.by_date) if part) or "nog niet ingevuld"


def _reasons(content: Json) -> list[str]:
    return [
        f"{one['name']}: {one['details'].get('reason') or 'de reden staat nog niet in het plan.'}"
        for one in content["themes"]
        if is_priority(one)
    ]


def _no_priorities(content: Json) -> list[str]:
    if any(is_priority(one) for one in content["themes"]):
        return []
    return ["Het plan noemt geen prioriteiten."]


def _remarks_lead(checks: list[Check]) -> list[str]:
    if _remarkable(checks):
        return ["Dit is nog niet geregeld, of verdient de aandacht van de raad:"]
    return []


def _remarks(checks: list[Check]) -> list[str]:
    return [_remark(one) for one in _remarkable(checks)]


def _remarkable(checks: list[Check]) -> list[Check]:
    """Return what the council should mind; how a sentence is worded is for its writer."""
    return [
        one
        for one in checks
        if one.lacking and one.rule.weight == "warn" and one.rule.code not in _FOR_THE_WRITER
    ]


def _remark(check: Check) -> str:
    more = len(check.lacking) - 1
    also = {0: "", 1: " Dit geldt ook voor 1 ander onderdeel."}
    return check.lacking[0].say + also.get(more, f" Dit geldt ook voor {more} andere onderdelen.")


def _heard_words(heard: list[Json]) -> list[str]:
    if not heard:
        return ["Over het plan is niet geconsulteerd."]
    return [one["words"] for one in heard]


def _costs(content: Json) -> list[str]:
    rows = [one["details"] for one in content["blocks"] if one["kind"] == "resource"]
    amounts = [found for one in rows if (found := as_number(one.get("amount"))) is not None]
    hours = [found for one in rows if (found := as_number(one.get("hours"))) is not None]
    if not amounts and not hours:
        return ["Het plan noemt geen bedragen of uren."]
    said = []
    if amounts:
        said.append(f"{euros(str(sum(amounts)))} per jaar")
    if hours:
        said.append(f"{number(float(sum(hours)), 0)} uur per jaar")
    return [f"Het plan vraagt {listed(said)}. De dekking staat in het plan."]


def _path_lead(moments: list[Json]) -> list[str]:
    return ["Het plan gaat langs deze organen:"] if moments else []
