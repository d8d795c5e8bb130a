"""The summary on one page: its own text, what stands out, and how many verdicts of each kind."""

from collections import Counter
from typing import Any

from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.document_parts.prose import Numbers
from integraal.policy.picture.document_parts.said import NO_COMPARISON, badge_of, inside_sentence
from integraal.policy.picture.document_parts.themes import NO_FIGURES
from integraal.policy.picture.document_parts.words import text_on_paper
from integraal.policy.picture.parts import CONCLUSION, SUMMARY
from integraal.policy.picture.presenters.comparing import BESIDE, against_words
from integraal.policy.picture.presenters.figures import unbroken, verdict_of
from integraal.policy.picture.presenters.findings import comparisons_made
from integraal.statistics import wording

Json = dict[str, Any]
MOST_FINDINGS = 6
COUNTED = (
    ("up", "Gestegen"),
    ("down", "Gedaald"),
    ("small", "Klein verschil"),
    ("none", "Niet aantoonbaar"),
    ("few", "Te weinig"),
    ("no_data", "Geen vergelijking"),
)
"""Columns of the table of counts: kind of verdict and its short Dutch head."""
READING = {
    "changed": "Het verschil is groter dan bij toeval te verwachten is.",
    "small": "Het verschil is groter dan bij toeval te verwachten is, maar klein.",
    "none": "Toeval kan het verschil verklaren. Dat betekent niet dat er niets veranderde.",
    "few": "De aantallen zijn te klein om iets over verandering te zeggen.",
    "no_data": "Een van beide jaren heeft geen cijfer.",
}
"""How to read each verdict, by its kind."""


def summary_of(content: Json, numbers: Numbers) -> Json:
    """Return the summary: text, what stands out, counts by theme, and what cannot be said."""
    shown = [one for theme in content["themes"] for one in theme["indicators"]]
    return {
        "summary": _text(content, numbers),
        "lead": _lead(content, shown),
        "findings": findings_on_paper(content)[:MOST_FINDINGS],
        "chance": chance_words(content),
        "conclusions": _conclusions(content, numbers),
        "counted": [head for _, head in COUNTED],
        "counts": [_counts(theme) for theme in content["themes"]],
        "unsaid": [theme["name"] for theme in content["themes"] if not theme["indicators"]],
        "guide": _guide(shown),
    }


def lead_of_all(content: Json) -> str:
    """Return in a few sentences how much was compared with the year before, and what that gave."""
    return _lead(content, [one for theme in content["themes"] for one in theme["indicators"]])


def findings_on_paper(content: Json) -> list[Json]:
    """Return what stands out over all themes, in the order of the content."""
    names = {theme["code"]: theme["short_name"] for theme in content["themes"]}
    return [
        {
            "indicator": one["indicator"],
            "theme": names.get(one["theme"], ""),
            "name": one["name"],
            "verdict": badge_of(one["main"]["verdict"]),
            "sentence": _sentence(one),
            "against": inside_sentence(against_words(one["main"])),
        }
        for one in content["findings"]
    ]


def chance_words(content: Json) -> str:
    """Return how many comparisons were made, and how many of what stands out may be chance."""
    families = content["families"]
    found = sum(one["stand_out"] for one in families) if families else len(content["findings"])
    share = int(content["rules"]["chance_findings"]) / 100
    return " ".join(wording.comparison_set(comparisons_made(content), found, share))


def _sentence(one: Json) -> str:
    """Return what was found first, and beside what else it stands out."""
    said = unbroken(one["main"]["verdict"]["sentence"])
    beside = [inside_sentence(BESIDE[each["kind"]]) for each in one["others"]]
    return f"{said} Valt ook op naast {listed(beside)}." if beside else said


def _text(content: Json, numbers: Numbers) -> Json | None:
    passage = content["passages"].get(SUMMARY.code)
    return text_on_paper(SUMMARY.name, passage, content, numbers) if passage else None


def _conclusions(content: Json, numbers: Numbers) -> list[Json]:
    """Return the conclusion of each theme that has one, for a summary nobody wrote."""
    return [
        {
            "theme": theme["name"],
            **text_on_paper(theme["name"], theme["passages"][CONCLUSION.code], content, numbers),
        }
        for theme in content["themes"]
        if CONCLUSION.code in theme["passages"]
    ]


def _lead(content: Json, shown: list[Json]) -> str:
    year = content["year"]
    compared = sum(_kind(one) != "no_data" for one in shown)
    if not compared:
        return f"In dit beeld is nog geen cijfer van {year} vergeleken met {year - 1}."
    many = "is 1 cijfer" if compared == 1 else f"zijn {compared} cijfers"
    kinds = Counter(_kind(one) for one in shown)
    return (
        f"In dit beeld {many} van {year} vergeleken met {year - 1}. {_changed(kinds)} "
        f"{_unchanged(kinds)}Met toeval en met het aantal vergelijkingen is rekening gehouden."
    )


def _kind(one: Json) -> str:
    verdict = verdict_of(one)
    return str(verdict["kind"]) if verdict else "no_data"


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


def _counts(theme: Json) -> Json:
    kinds = Counter(_kind(one) for one in theme["indicators"])
    return {
        "code": theme["code"],
        "title": theme["name"],
        "cells": [kinds[kind] for kind, _ in COUNTED],
        "empty": "" if theme["indicators"] else NO_FIGURES,
    }


def _guide(shown: list[Json]) -> list[Json]:
    """Return each badge of this picture once, with what it means."""
    found: dict[str, Json] = {}
    for one in shown:
        kind = _kind(one)
        kind = "changed" if kind in ("up", "down") else kind
        badge = badge_of(verdict_of(one))
        if badge["label"] != NO_COMPARISON:
            found.setdefault(
                badge["label"], {"verdict": badge, "words": READING.get(kind, READING["none"])}
            )
    return list(found.values())
