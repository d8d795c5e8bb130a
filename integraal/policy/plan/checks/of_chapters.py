"""Rules of the chapters: what a complete plan holds, after the list of the CCV. Pure."""

import re
from collections.abc import Iterator

from integraal.policy.plan.checks.checking import (
    ANALYSIS,
    EVALUATION,
    LAW,
    OWN,
    SCOPE,
    Lacking,
    Rule,
    Subject,
    at,
    rule,
)

_LOOKS_BACK = re.compile(r"\b(?:vorige plan|vorig plan|evaluatie|terugblik|geëvalueerd)\b", re.I)
_AFTER_CCV = f"{OWN}, naar de hoofdstukken van het CCV"


@rule(
    "block",
    why="De wet vraagt de raad de doelen vast te stellen. Zonder doel valt er niets vast te "
    "stellen.",
    source=LAW,
)
def plan_has_goals(plan: Subject) -> Iterator[Lacking]:
    """Het plan heeft ten minste één doel."""
    if not plan.goals:
        theme = plan.themes[0]["code"] if plan.themes else ""
        yield Lacking(
            "Er staat nog geen enkel doel in het plan. Voeg bij een thema een doel toe.",
            theme=theme,
            chapter="themes",
        )


@rule(
    "warn",
    why="De lezer moet weten waarover het plan gaat, voor wie het is en wat erbuiten valt.",
    source=SCOPE,
)
def scope_is_named(plan: Subject) -> Iterator[Lacking]:
    """De aanleiding en de afbakening staan erin."""
    if not any(one["text"] for one in plan.of_kind("introduction")):
        yield Lacking("“Aanleiding en afbakening” is nog leeg.", chapter="frame")


@rule(
    "warn",
    why="Een plan volgt uit een keten: evaluatie, analyse, prioriteiten, doelen, aanpak, geld. "
    "Zonder terugblik begint die in het midden.",
    source=SCOPE,
)
def plan_looks_back(plan: Subject) -> Iterator[Lacking]:
    """Er staat wat het vorige plan heeft opgeleverd."""
    texts = [
        one["text"]
        for kind in ("introduction", "picture", "choosing")
        for one in plan.of_kind(kind)
    ]
    if not any(_LOOKS_BACK.search(text) for text in texts):
        yield Lacking(
            "Nergens staat wat de evaluatie van het vorige plan heeft opgeleverd. Schrijf dat bij "
            "“Het veiligheidsbeeld in het kort”.",
            chapter="picture",
        )


@rule(
    "warn",
    why="Inwoners lezen geen zestig bladzijden. De samenvatting komt ook op de pagina voor "
    "inwoners.",
    source=OWN,
)
def residents_have_a_summary(plan: Subject) -> Iterator[Lacking]:
    """Er is een samenvatting voor inwoners."""
    if not any(one["text"] for one in plan.of_kind("summary")):
        yield Lacking("De samenvatting voor inwoners is nog leeg.", chapter="opening")


@rule(
    "warn",
    why="Alleen met bronnen kan iemand nagaan of de keuzes kloppen.",
    source=ANALYSIS,
)
def sources_are_named(plan: Subject) -> Iterator[Lacking]:
    """Het plan rust op een veiligheidsbeeld met bronnen."""
    if plan.content["picture"] is None and not any(one["text"] for one in plan.of_kind("picture")):
        yield Lacking(
            "Het plan rust op geen vastgesteld veiligheidsbeeld, en “Het veiligheidsbeeld in het "
            "kort” is leeg.",
            chapter="picture",
        )


@rule(
    "warn",
    why="Politiecijfers tellen wat is gemeld. Hoe veilig mensen zich voelen, staat er niet in.",
    source=ANALYSIS,
)
def figures_of_both_sides(plan: Subject) -> Iterator[Lacking]:
    """Geregistreerde cijfers en cijfers over beleving staan er allebei in."""
    sides = {one.get("side", "objective") for one in plan.indicators.values()}
    lacks = {
        "subjective": "Het plan noemt geen cijfer over beleving.",
        "objective": "Het plan noemt geen geregistreerd cijfer.",
    }
    for side, say in lacks.items():
        if side not in sides:
            yield Lacking(f"{say} Noem er een in de tekst of bij een doel.", chapter="picture")


@rule(
    "warn",
    why="Wie van tevoren vastlegt wanneer hij terugkijkt, kijkt ook terug.",
    source=EVALUATION,
)
def evaluation_has_dates(plan: Subject) -> Iterator[Lacking]:
    """De tussenevaluatie en de eindevaluatie hebben een datum."""
    found = plan.of_kind("evaluation")
    names = {"interim": "tussenevaluatie", "final": "eindevaluatie"}
    given = found[0]["details"] if found else {}
    lacks = [name for code, name in names.items() if not given.get(code)]
    if lacks:
        say = f"Er is nog geen datum voor de {' en de '.join(lacks)}."
        yield at(found[0], say) if found else Lacking(say, chapter="following")


@rule(
    "warn",
    why="Een verslag zonder ontvanger wordt niet gelezen. Denk aan partners, wie het geld "
    "beheert, het college en de raad.",
    source=EVALUATION,
)
def reports_have_rhythm_and_receivers(plan: Subject) -> Iterator[Lacking]:
    """Er staat hoe vaak de gemeente verslag doet, en aan wie."""
    found = plan.of_kind("monitoring")
    given = found[0]["details"] if found else {}
    names = {"rhythm": "hoe vaak de gemeente verslag doet", "receivers": "wie het verslag krijgen"}
    lacks = [name for code, name in names.items() if not given.get(code)]
    if lacks:
        say = f"Bij “Volgen” staat niet {' en '.join(lacks)}."
        yield at(found[0], say) if found else Lacking(say, chapter="following")


@rule(
    "suggest",
    why="Een begrippenlijst houdt het plan leesbaar voor wie niet in het vak zit.",
    source=SCOPE,
)
def terms_are_explained(plan: Subject) -> Iterator[Lacking]:
    """Er is een lijst met begrippen."""
    if not plan.of_kind("term"):
        yield Lacking("Er staan nog geen begrippen in het plan.", chapter="closing")


@rule("suggest", why="Een visie zegt wat voor gemeente u wilt zijn.", source=_AFTER_CCV)
def vision_is_written(plan: Subject) -> Iterator[Lacking]:
    """Er is een visie."""
    if not any(one["text"] for one in plan.of_kind("vision")):
        yield Lacking("De visie is nog leeg.", chapter="frame")


@rule(
    "suggest",
    why="Een plan zonder geld of uren is een wens.",
    source=_AFTER_CCV,
)
def resources_are_named(plan: Subject) -> Iterator[Lacking]:
    """Er staat wat het plan kost in geld of uren."""
    if not plan.of_kind("resource"):
        yield Lacking("Bij “Geld en capaciteit” staat nog niets.", chapter="organisation")


RULES: tuple[Rule, ...] = (
    plan_has_goals,
    scope_is_named,
    plan_looks_back,
    residents_have_a_summary,
    sources_are_named,
    figures_of_both_sides,
    evaluation_has_dates,
    reports_have_rhythm_and_receivers,
    terms_are_explained,
    vision_is_written,
    resources_are_named,
)
