"""What stands in each field of a Word template of a report, from the parts that fill the PDF."""

import re
from typing import Any

from integraal.policy.picture.papers.word_values import cover_values

Json = dict[str, Any]
_COUNTS = ("bereikt", "voor", "achter", "onduidelijk")
_MONEY = ("thema", "begroot", "uitgegeven", "uren_gepland", "uren_besteed", "toelichting")
_SAID = {
    "samenvatting": "summary", "geld_zinnen": "money_said", "veranderd": "changed",
    "ertussen": "came_between", "samen": "joined", "niet_te_zeggen": "cannot_say",
}  # fmt: skip
_TOLD = {"inleiding": "intro", "geld_toelichting": "money_text", "geleerd": "lessons"}
_MEASURE = {
    "naam": "title", "wie": "who", "wanneer": "when", "gebied": "area", "stand": "status_label",
    "gemeld": "said", "gemeld_op": "said_on", "resultaat": "output", "begroot": "budget",
    "uitgegeven": "spent", "reden_meer": "over_budget_reason", "bron": "marks",
}  # fmt: skip


def word_values(data: Json) -> Json:
    """Return the values of every field; ``data`` is what the PDF is filled with."""
    return {
        **cover_values({**data, "sources": []}),
        "oordelen": [_counts(one) for one in data["counts"]],
        "themas": [_theme(one) for one in data["themes"]],
        "geld": [dict(zip(_MONEY, row, strict=True)) for row in data["money"]],
        "normen": [_norm(one) for one in data["norms"]],
        "raadsvragen": [_question(one) for one in data["questions"]],
        "bronnen": [_source(one) for one in data["sources"]],
        "vingerafdruk_feiten": data["facts_mark"],
        **{field: _sentences(data[code]) for field, code in _SAID.items()},
        **{field: _paragraphs(data[code]) for field, code in _TOLD.items()},
    }


def _sentences(given: list[Json]) -> list[Json]:
    return [{"tekst": one["text"], "bron": one["marks"]} for one in given]


def _paragraphs(text: str) -> list[Json]:
    found = (one.replace("**", "").strip() for one in re.split(r"\n\s*\n", text))
    return [{"tekst": one} for one in found if one]


def _counts(one: Json) -> Json:
    counted = dict(zip(_COUNTS, (str(count) for count in one["cells"]), strict=True))
    return {
        "thema": one["name"],
        **counted,
        "maatregelen": str(one["measures"]),
        "klaar": str(one["done"]),
    }


def _theme(theme: Json) -> Json:
    return {
        "naam": theme["name"],
        "toelichting": _paragraphs(theme["text"]),
        "doelen": [_goal(one) for one in theme["goals"]],
        "gedaan": _sentences(theme["done"]),
        "maatregelen": [
            _measure(one, group["goal"]) for group in theme["groups"] for one in group["measures"]
        ],
        "veranderd": _sentences(theme["changed"]),
        "niet_te_zeggen": _sentences(theme["cannot_say"]),
    }


def _goal(goal: Json) -> Json:
    return {
        "naam": goal["title"],
        "beloofd": goal["promised"]["text"],
        "beloofd_bron": goal["promised"]["marks"],
        "uitkomst": goal["outcome"]["label"],
        "bereikt": goal["reached"]["text"],
        "bereikt_bron": goal["reached"]["marks"],
    }


def _measure(one: Json, goal: str) -> Json:
    return {
        "doel": goal,
        **{field: one[code] for field, code in _MEASURE.items()},
        "partners": ", ".join(one["partners"]),
        "op_koers": "; ".join(f"{side['name']}: {side['label']}" for side in one["sides"]),
    }


def _norm(one: Json) -> Json:
    return {
        "naam": one["name"],
        "vraag": one["question"],
        "antwoord": one["answer"],
        "toelichting": one["text"],
    }


def _question(one: Json) -> Json:
    return {
        "naam": one["title"],
        "gesteld": one["asked"],
        "vraag": one["question"],
        "antwoord": one["answer"],
        "beantwoord": one["answered_on"],
    }


def _source(one: Json) -> Json:
    return {
        "nr": str(one["number"]),
        "naam": one["label"],
        "gegevens": "; ".join(f"{name}: {value}" for name, value in one["facts"]),
        "vingerafdruk": one["sha256"],
    }
