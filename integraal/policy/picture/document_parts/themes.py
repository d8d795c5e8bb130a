"""A theme as it is printed: one spread, figures on the left and what they mean on the right."""

from typing import Any

from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.document_parts.comparing import (
    comparisons_of,
    not_compared_of,
    sides_of,
)
from integraal.policy.picture.document_parts.drawn import Look, course_of, map_of, months_of
from integraal.policy.picture.document_parts.key_figures import large, lines, with_one_source
from integraal.policy.picture.document_parts.prose import Numbers
from integraal.policy.picture.document_parts.telling import most_telling, others
from integraal.policy.picture.document_parts.words import (
    contributions_on_paper,
    texts_on_paper,
    with_one_writer,
)
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.presenters.theme_figures import geometries

Json = dict[str, Any]
NO_FIGURES = "Over dit thema zijn nog geen cijfers ingelezen."
LEAD_WORDS = (
    ("up", "aantoonbaar gestegen"),
    ("down", "aantoonbaar gedaald"),
    ("small", "aantoonbaar maar klein veranderd"),
    ("none", "zonder aantoonbare verandering"),
    ("few", "te klein om iets over te zeggen"),
)


def outlines_of(content: Json) -> figures.Geometries:
    """Return the outlines of every area of the picture; one query."""
    ids = {a["id"] for t in content["themes"] for one in t["indicators"] for a in one["areas"]}
    return geometries(sorted(ids))


def theme_part(
    theme: Json, content: Json, outlines: figures.Geometries, look: Look, numbers: Numbers
) -> Json:
    """Return what the template prints of one theme.

    Args:
        theme: as in the content of the picture.
        content: of the whole picture, for its year, findings and the figures in texts.
        outlines: geometry by area; areas without one are only in the table.
        look: the municipality's colours: brand and accent.
        numbers: of the source of each indicator.
    """
    indicators = theme["indicators"]
    telling = most_telling(indicators, content.get("findings") or ())
    everything = [*telling, *others(indicators, telling)]
    months = months_of(everything, look)
    return {
        "code": theme["code"],
        "title": theme["name"],
        "lead": lead_of(theme),
        **with_one_source([large(one) for one in telling]),
        "others": lines(others(indicators, telling)),
        "course": course_of(everything, look, narrow=months is not None),
        "months": months,
        "map": map_of(everything, outlines, content["year"], look),
        "comparisons": comparisons_of(telling),
        "not_compared": not_compared_of(telling),
        "sides": sides_of(indicators, telling),
        **with_one_writer(texts_on_paper(theme["code"], theme["passages"], content, numbers)),
        "contributions": contributions_on_paper(theme["contributions"]),
        "has_break": any(one["breaks"] for one in telling),
    }


def lead_of(theme: Json) -> str:
    """Return in one sentence what the verdicts of a theme are, counted."""
    if not theme["indicators"]:
        return NO_FIGURES
    verdicts = [figures.verdict_of(one) for one in theme["indicators"]]
    kinds = [verdict["kind"] for verdict in verdicts if verdict]
    said = [f"{kinds.count(kind)} {words}" for kind, words in LEAD_WORDS if kinds.count(kind)]
    without = len(theme["indicators"]) - len(kinds) + kinds.count("no_data")
    if without:
        said.append(f"{without} zonder vergelijking")
    many = len(theme["indicators"])
    return f"{many} {'cijfer' if many == 1 else 'cijfers'}: {', '.join(said)}."


def caveats_of(content: Json) -> list[Json]:
    """Return what to mind with the figures that are printed large, each once, breaks first."""
    findings = content.get("findings") or ()
    found: dict[str, list[str]] = {}
    shown = [
        one for theme in content["themes"] for one in most_telling(theme["indicators"], findings)
    ]
    for one in shown:
        for part in one["breaks"]:
            found.setdefault(f"{part['year']}: {part['text']}", []).append(one["short_name"])
    for one in shown:
        for words in one["caveats"]:
            found.setdefault(words, []).append(one["short_name"])
    return [
        {"text": words, "figures": listed(list(dict.fromkeys(names)))}
        for words, names in found.items()
    ]
