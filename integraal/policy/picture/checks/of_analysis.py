"""Checks of what the picture rests on: figures, comparisons and who was heard. Pure."""

from collections.abc import Iterator
from typing import Any

from integraal.policy.picture.checks.checking import ANALYSIS, OWN, Lacking, Rule, Subject

Json = dict[str, Any]
_OTHERS = ("region", "similar", "country")
_RESIDENTS = ("residents", "entrepreneurs")
_PARTNERS = ("partner", "staff")
_CHANGED = ("up", "down")


def _without_figure(subject: Subject) -> Iterator[Lacking]:
    for theme in subject.themes:
        if not theme["indicators"]:
            yield Lacking(
                f"Bij {theme['short_name']} staat nog geen cijfer.", theme["code"], "figures"
            )


def _one_sided(subject: Subject) -> Iterator[Lacking]:
    names = {
        "objective": ("geen geregistreerde cijfers", "Lees die in."),
        "subjective": (
            "geen cijfers over beleving",
            "Lees een monitor of een eigen peiling in, of schrijf op waarom die er niet is.",
        ),
    }
    for theme in subject.themes:
        sides = {one.get("side", "objective") for one in theme["indicators"]}
        for side in set(names) - sides if sides else ():
            what, mend = names[side]
            yield Lacking(
                f"Bij {theme['short_name']} staan {what}. {mend}", theme["code"], "figures"
            )


def _not_compared(subject: Subject) -> Iterator[Lacking]:
    for theme in subject.themes:
        indicators = theme["indicators"]
        if not indicators or any(_is_beside_others(one) for one in indicators):
            continue
        whys = [why["why"] for one in indicators for why in one.get("not_compared", [])]
        why = f" {whys[0]}" if whys else ""
        yield Lacking(
            f"Bij {theme['short_name']} ligt geen cijfer naast dat van anderen.{why}",
            theme["code"],
            "figures",
        )


def _is_beside_others(one: Json) -> bool:
    return any(each["kind"] in _OTHERS for each in one.get("comparisons", []))


def stands_out(one: Json) -> bool:
    """Whether an indicator stands out, by any comparison that was made of it."""
    verdict = one.get("verdict")
    return any(each["stands_out"] for each in one.get("comparisons", [])) or bool(
        verdict and verdict["kind"] in _CHANGED
    )


def _not_looked_into(subject: Subject) -> Iterator[Lacking]:
    for theme in subject.themes:
        mentioned = subject.mentioned(theme)
        for one in theme["indicators"]:
            if stands_out(one) and one["code"] not in mentioned:
                yield Lacking(
                    f"{one['short_name']} valt op, maar staat niet in een tekst bij "
                    f"{theme['short_name']}. Kies het cijfer en schrijf wat erachter zit.",
                    theme["code"],
                    part="story",
                )


def _not_heard(sides: tuple[str, ...], who: str) -> Any:
    def find(subject: Subject) -> Iterator[Lacking]:
        for theme in subject.themes:
            if not any(one["side"] in sides for one in theme["contributions"]):
                yield Lacking(
                    f"Bij {theme['short_name']} staat nog geen inbreng van {who}.",
                    theme["code"],
                    "contributions",
                )

    return find


RULES = (
    Rule(
        "figures",
        "Elk thema heeft een cijfer",
        "Zonder cijfer is niet te zien of er later iets verandert.",
        ANALYSIS,
        _without_figure,
    ),
    Rule(
        "margins",
        "Elk cijfer heeft een bron, een periode en een marge",
        "Een getal zonder marge lijkt zekerder dan het is. Dit regelt Integraal zelf.",
        OWN,
        lambda _: (),
    ),
    Rule(
        "both_sides",
        "Er staan geregistreerde cijfers naast cijfers over beleving",
        "Politiecijfers tellen wat is gemeld. Hoe veilig mensen zich voelen, staat er niet in.",
        ANALYSIS,
        _one_sided,
        "advice",
    ),
    Rule(
        "compared",
        "De gemeente ligt naast de regio",
        "Een aantal zegt meer naast dat van anderen. Let daarbij op de bevolking.",
        ANALYSIS,
        _not_compared,
        "advice",
    ),
    Rule(
        "looked_into",
        "Wat opvalt, is uitgezocht",
        "Een piek kan één melder of één avond zijn. Kijk wat erachter zit voordat u iets besluit.",
        ANALYSIS,
        _not_looked_into,
    ),
    Rule(
        "residents",
        "Er is met inwoners of ondernemers gepraat",
        "Zij weten wat niet wordt gemeld.",
        ANALYSIS,
        _not_heard(_RESIDENTS, "inwoners of ondernemers"),
        "advice",
    ),
    Rule(
        "partners",
        "Er is met partners gepraat",
        "Politie, zorg en scholen kennen het verhaal achter hun eigen cijfers.",
        ANALYSIS,
        _not_heard(_PARTNERS, "een partner"),
        "advice",
    ),
)
