"""What stands in each field of a Word template of a plan, from the parts that fill the PDF."""

from typing import Any

from integraal.policy.picture.papers.word_values import cover_values, named, pieces_of

Json = dict[str, Any]
_WRITTEN = {
    "samenvatting": "summary",
    "voorwoord": "foreword",
    "aanleiding": "introduction",
    "visie": "vision",
    "uitgangspunten": "principle",
    "grondslag": "legal",
    "veiligheidsbeeld": "picture",
    "hoe_gekozen": "choosing",
    "organisatie": "organisation",
    "volgen": "monitoring",
    "bijsturen": "adjusting",
    "evalueren": "evaluation",
}
_ROWS = {
    "overleggen": ("meetings", {"naam": "title", "waarover": "text", "wie": "who",
                                "ritme": "rhythm"}),
    "partners": ("partners", {"naam": "title", "rol": "text", "contact": "contact"}),
    "middelen": ("resources", {"waarvoor": "title", "bedrag": "amount", "uren": "hours",
                               "dekking": "cover", "toelichting": "text"}),
    "elders": ("dropped", {"thema": "title", "waarom": "text", "stuk": "document",
                           "adres": "link"}),
    "begrippen": ("terms", {"begrip": "title", "betekenis": "text"}),
    "prioriteiten": ("priorities", {"naam": "name", "richt_zich_op": "focus",
                                    "reden": "reason"}),
}  # fmt: skip
_GOAL = {
    "nr": "number", "wat": "what", "waarom": "why", "wie": "owner", "vervanger": "deputy",
    "wanneer": "by_date", "cijfer": "figure", "richting": "direction", "beginstand": "baseline",
    "beginstand_van": "baseline_of", "streefcijfer": "target",
}  # fmt: skip


def word_values(data: Json) -> Json:
    """Return the values of every field; ``data`` is what the PDF is filled with."""
    return {
        **cover_values(data),
        "looptijd": data["term"],
        "afspraken": named(data["dates"]),
        "rust_op": list(data["rests_on"]),
        "themas": [_theme(one) for one in data["themes"]],
        **{field: _texts(data[code]) for field, code in _WRITTEN.items()},
        **{
            field: [_renamed(one, names) for one in data[code]]
            for field, (code, names) in _ROWS.items()
        },
    }


def _texts(texts: list[Json]) -> list[Json]:
    return [
        {"naam": one["title"], "delen": list(pieces_of(one["blocks"])), "door": ""} for one in texts
    ]


def _renamed(row: Json, names: dict[str, str]) -> Json:
    return {field: row[code] for field, code in names.items()}


def _theme(theme: Json) -> Json:
    about = [{"title": "", "blocks": theme["about"]}] if theme["about"] else []
    return {
        "naam": theme["name"],
        "prioriteit": "Prioriteit" if theme["is_priority"] else "",
        "richt_zich_op": theme["focus"],
        "reden": theme["reason"],
        "teksten": _texts(about),
        "ambities": _texts(theme["ambitions"]),
        "doelen": [_renamed(one, _GOAL) for one in theme["goals"]],
        "aanpak": _texts(theme["approaches"]),
    }
