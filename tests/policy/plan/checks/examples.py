"""A plan that is right in everything, and for each rule what breaks it."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

Json = dict[str, Any]
Break = Callable[[Json], None]
CONTAINERS = ("integraal", "weerbaarheid")
MEANS = ("buurtpreventie", "camera", "voorlichting", "inzetten van")
MOST = 2

_FIGURE = {"code": "woninginbraak", "name": "Woninginbraken", "short_name": "Woninginbraken"}
_FELT = {**_FIGURE, "code": "onveilig", "name": "Voelt zich onveilig", "side": "subjective"}


def block(kind: str, title: str = "", text: str = "", theme: str = "", **details: str) -> Json:
    return {
        "key": f"{kind}-{theme}-{title}",
        "kind": kind,
        "theme": theme,
        "title": title,
        "text": text,
        "details": details,
        "by": "Adviseur veiligheid",
        "on": "2026-11-28",
    }


def goal() -> Json:
    return block(
        "goal", "Minder woninginbraken", "Een inbraak raakt mensen lang.", "wonen",
        owner="Teamchef politie", by_date="2030-06-30", indicator="woninginbraak",
        direction="down", baseline="14", baseline_period="2025", baseline_source="Politie",
        target="10",
    )  # fmt: skip


def right_plan() -> Json:
    theme = block(
        "theme", "Wonen", "Veilig thuis.", "wonen", priority="yes",
        reason="Ook de regio kiest hiervoor.",
    )  # fmt: skip
    theme |= {"code": "wonen", "name": "Wonen"}
    theme["blocks"] = [goal(), block("approach", "", "Samen met bewoners.", "wonen")]
    return {
        "form": 1,
        "title": "Integraal veiligheidsplan 2027-2030",
        "first_year": 2027,
        "last_year": 2030,
        "version": 1,
        "municipality": "Molendrecht",
        "picture": {"id": "x", "title": "Beeld", "version": 1, "fingerprint": "", "year": 2025},
        "session": None,
        "themes": [theme],
        "blocks": [
            block("summary", text="Dit kiest de gemeente."),
            block("introduction", "Aanleiding", "Waarom dit plan."),
            block("vision", text="Een dorp waar mensen elkaar kennen."),
            block("picture", text="De evaluatie van het vorige plan liet zien wat werkte."),
            block("choosing", text="Ook de politie kiest hiervoor."),
            block("resource", "Toezicht", amount="20000"),
            block("monitoring", text="Elk kwartaal.", rhythm="per kwartaal", receivers="de raad"),
            block("evaluation", text="Twee keer.", interim="2028-10-01", final="2030-06-30"),
            block("term", "BOA", "Iemand die mag bekeuren."),
        ],
        "figures": {
            "year": 2025,
            "themes": [{"code": "wonen", "name": "Wonen", "indicators": [_FIGURE, _FELT]}],
        },
    }  # fmt: skip


def broken(how: Break) -> Json:
    content = deepcopy(right_plan())
    how(content)
    return content


def _goal_of(content: Json) -> Json:
    return content["themes"][0]["blocks"][0]


def _goal(**details: str) -> Break:
    """Change details of the goal; an empty one is left out."""

    def how(content: Json) -> None:
        given = {**_goal_of(content)["details"], **details}
        _goal_of(content)["details"] = {code: value for code, value in given.items() if value}

    return how


def _titled(title: str) -> Break:
    return lambda content: _goal_of(content).update(title=title)


def _without(*kinds: str) -> Break:
    def how(content: Json) -> None:
        content["blocks"] = [one for one in content["blocks"] if one["kind"] not in kinds]
        theme = content["themes"][0]
        theme["blocks"] = [one for one in theme["blocks"] if one["kind"] not in kinds]

    return how


def _text(kind: str, text: str) -> Break:
    def how(content: Json) -> None:
        next(one for one in content["blocks"] if one["kind"] == kind)["text"] = text

    return how


def _no_picture(content: Json) -> None:
    content["picture"] = None
    _without("picture")(content)


def _no_figure(content: Json) -> None:
    _goal(indicator="", measure="Eigen telling")(content)


def _not_beside_others(content: Json) -> None:
    _text("choosing", "Wij kozen zelf.")(content)
    content["themes"][0]["details"]["reason"] = "Omdat het speelt."


def _no_reason(content: Json) -> None:
    del content["themes"][0]["details"]["reason"]


def _too_many(content: Json) -> None:
    first = content["themes"][0]
    content["themes"] += [{**deepcopy(first), "code": f"meer-{place}"} for place in range(2)]


def _one_side(content: Json) -> None:
    content["figures"]["themes"][0]["indicators"].pop()


BREAKS: dict[str, tuple[Break, ...]] = {
    "plan_has_goals": (_without("goal"),),
    "scope_is_named": (_without("introduction"), _text("introduction", "")),
    "plan_looks_back": (_text("picture", "Er is geteld."),),
    "residents_have_a_summary": (_without("summary"), _text("summary", "")),
    "sources_are_named": (_no_picture,),
    "figures_of_both_sides": (_one_side,),
    "evaluation_has_dates": (_without("evaluation"),),
    "reports_have_rhythm_and_receivers": (_without("monitoring"),),
    "terms_are_explained": (_without("term"),),
    "vision_is_written": (_without("vision"),),
    "resources_are_named": (_without("resource"),),
    "goal_says_what": (_titled(""),),
    "goal_has_owner": (_goal(owner=""),),
    "goal_has_date": (_goal(by_date=""),),
    "target_goes_the_right_way": (
        _goal(target="20"),
        _goal(direction="up"),
        _goal(direction="hold"),
        _goal(baseline="3,5", target="3,5"),
    ),
    "goal_is_no_means": (
        _titled("Meer cameratoezicht in het centrum"),
        _titled("Inzetten van extra mensen"),
        _titled("Een buurtpreventieteam in elke wijk"),
    ),
    "goal_is_measurable": (_goal(indicator=""), _goal(target="")),
    "goal_has_baseline": (_goal(baseline=""),),
    "baseline_has_period_and_source": (_goal(baseline_period=""), _goal(baseline_source="")),
    "figure_of_goal_exists": (_goal(indicator="bestaat-niet"),),
    "goal_has_reason": (lambda content: _goal_of(content).update(text=""),),
    "goal_date_is_in_the_term": (_goal(by_date="2031-01-01"), _goal(by_date="2026-12-31")),
    "priority_has_reason": (_no_reason,),
    "priority_has_figure": (_no_figure,),
    "priorities_are_few": (_too_many,),
    "priorities_stand_beside_others": (_not_beside_others,),
    "theme_has_goal": (_without("goal"),),
    "theme_has_approach": (_without("approach"),),
    "figures_exist": (
        _text("vision", "Er waren [[bestaat-niet aantal 2025]] meldingen."),
        _text("vision", "Er waren [[woninginbraak hoeveel]] meldingen."),
    ),
    "container_words_are_few": (_text("vision", "Wij werken integraal."),),
    "own_municipality_is_named": (
        _text("vision", "Ook gemeente Verzonnendam wil dat mensen elkaar kennen."),
        _titled("De gemeente Verzonnendam telt minder woninginbraken"),
    ),
    "own_term_is_named": (
        _text("introduction", "Voor u ligt het Integraal Veiligheidsplan 2023-2026."),
        _text("vision", "De planperiode loopt van 2023 tot en met 2026."),
    ),
}
"""For each rule every way in which a plan can break it, by the code of the rule."""
