"""The summary on one page: how many comparisons, what they gave, and what cannot be said."""

from collections import Counter
from typing import Any

from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.document_parts.themes import badge_of
from integraal.policy.picture.presenters import figures

Json = dict[str, Any]
NO_FIGURES = "Over dit thema zijn nog geen cijfers ingelezen."
READING = {
    "changed": "Het verschil is groter dan bij toeval te verwachten is.",
    "small": "Het verschil is groter dan bij toeval te verwachten is, maar klein.",
    "none": "Toeval kan het verschil verklaren. Dat betekent niet dat er niets veranderde.",
    "few": "De aantallen zijn te klein om iets over verandering te zeggen.",
    "no_data": "Een van beide jaren heeft geen cijfer.",
}
"""How to read each verdict, by its kind."""


def summary_of(content: Json) -> Json:
    """Return the summary: lead, verdicts by theme, what cannot be said, and how to read it."""
    shown = [one for theme in content["themes"] for one in theme["indicators"]]
    return {
        "summary": _lead(content, shown),
        "years": [str(content["year"] - 1), str(content["year"])],
        "overview": [_block(theme) for theme in content["themes"]],
        "unsaid": _unsaid(content),
        "guide": _guide(shown),
    }


def _lead(content: Json, shown: list[Json]) -> str:
    year, compared = content["year"], content["comparisons"]
    if not compared:
        return f"In dit beeld is nog geen cijfer van {year} vergeleken met {year - 1}."
    many = "is 1 cijfer" if compared == 1 else f"zijn {compared} cijfers"
    kinds = Counter(_kind(one) for one in shown)
    return (
        f"In dit beeld {many} van {year} vergeleken met {year - 1}. {_changed(kinds)} "
        f"{_unchanged(kinds)}Met toeval en met het aantal vergelijkingen is rekening gehouden."
    )


def _kind(one: Json) -> str:
    return str(one["verdict"]["kind"]) if one["verdict"] else "no_data"


def _changed(kinds: Counter[str]) -> str:
    words = [
        f"{'is' if kinds[kind] == 1 else 'zijn'} er {kinds[kind]} aantoonbaar {said}"
        for kind, said in (("up", "gestegen"), ("down", "gedaald"), ("small", "iets veranderd"))
        if kinds[kind]
    ]
    return f"Daarvan {listed(words)}." if words else "Geen ervan is aantoonbaar veranderd."


def _unchanged(kinds: Counter[str]) -> str:
    said = [
        (kinds["none"], "geen verandering aan te tonen"),
        (kinds["few"], "het aantal te klein om iets te zeggen"),
    ]
    words = [f"bij {count} is {what}" for count, what in said if count]
    return f"{_with_capital(listed(words))}. " if words else ""


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _block(theme: Json) -> Json:
    return {
        "title": theme["name"],
        "empty": "" if theme["indicators"] else NO_FIGURES,
        "lines": [_line(one) for one in theme["indicators"]],
    }


def _line(one: Json) -> Json:
    shown = figures.key_figure(one)
    return {
        "name": shown.name,
        "before": _value_before(one),
        "now": shown.value,
        "verdict": badge_of(shown.verdict),
    }


def _value_before(one: Json) -> str:
    """Return the count of the year before, written as the key figure writes this year's."""
    if not one["before"]:
        return "onbekend"
    return figures.key_figure({**one, "estimate": one["before"], "before": None}).value


def _unsaid(content: Json) -> list[Json]:
    said: list[Json] = []
    for theme in content["themes"]:
        if not theme["indicators"]:
            said.append({"what": theme["name"], "say": NO_FIGURES})
        for one in theme["indicators"]:
            if one["verdict"] is None:
                said.append({"what": one["short_name"], "say": READING["no_data"]})
            elif one["verdict"]["kind"] in ("few", "no_data"):
                said.append({"what": one["short_name"], "say": one["verdict"]["sentence"]})
    return said


def _guide(shown: list[Json]) -> list[Json]:
    """Return each badge of this picture once, with what it means."""
    found: dict[str, Json] = {}
    for one in shown:
        kind = _kind(one)
        kind = "changed" if kind in ("up", "down") else kind
        badge = badge_of(figures.badge(one["verdict"]))
        found.setdefault(badge["label"], {"verdict": badge, "words": READING[kind]})
    return list(found.values())
