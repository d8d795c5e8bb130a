"""A believable safety picture of Molendrecht (fictief) for the tests; every number is invented."""

from typing import Any

import pytest

YEARS = range(2012, 2026)
NUISANCE = (96, 104, 99, 112, 108, 117, 121, 126, 168, 159, 141, 138, 131, 125)
MARGINS = (
    "78 tot 117", "85 tot 126", "80 tot 121", "92 tot 135", "89 tot 130", "97 tot 140",
    "100 tot 145", "105 tot 150", "144 tot 195", "135 tot 186", "119 tot 166", "116 tot 163",
    "110 tot 155", "104 tot 149",
)  # fmt: skip
POLICE = "politie via CBS, tabel 47024, opgehaald 2 maart 2026"
AREAS = (
    ("1", "Molendrecht-Centrum", "34", "23,4", "Hoger"),
    ("2", "Molendrecht-Noord", "14", "7,1", "Niet te onderscheiden"),
    ("3", "Molendrecht-West", "16", "7,2", "Niet te onderscheiden"),
    ("4", "Molenhof", "5", "3,8", "Lager"),
    ("5", "Oosterwerf", "14", "8,5", "Niet te onderscheiden"),
    ("6", "Sint Annadorp", "9", "7,6", "Niet te onderscheiden"),
    ("7", "Bedrijvenpark De Wieken", "6", "geen", "Geen cijfer per inwoner"),
    ("8", "Recreatiepark Het Rietland", "8", "61,5", "Hoger"),
    ("9", "Buitengebied", "< 5", "geen", "Te weinig gevallen"),
)


SAMPLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 16">'
    '<rect width="24" height="16" fill="#D2762A"/></svg>'
)
STORY_WORDS = (
    "De meeste overlast in het centrum speelt tussen donderdagavond en zaterdagnacht, rond het "
    "Marktplein. De wijkagent ziet dezelfde twee groepen als vorig jaar.\n\n"
    "Bij de sporthal zijn veel fietsen gestolen. De stalling heeft geen verlichting."
)
CAVEATS = [
    "Geregistreerd is niet hetzelfde als gebeurd. Als meer mensen melden, stijgt het cijfer ook.",
    "Aantallen onder de vijf per gebied laten we niet zien, zodat niemand te herkennen is.",
]


def bars_svg(values: tuple[int, ...], labels: tuple[str, ...]) -> str:
    """Return a plain bar drawing with concrete colours, as charts prepared for print have."""
    top = max(values) * 1.2
    step = 560 / len(values)
    parts = []
    for index, value in enumerate(values):
        x, height = 40 + index * step, 220 * value / top
        fill = "#0A4651" if index == len(values) - 1 else "#B3D2D1"
        parts.append(
            f'<rect x="{x:.1f}" y="{250 - height:.1f}" width="{step * 0.62:.1f}" '
            f'height="{height:.1f}" fill="{fill}" stroke="#0A4651" stroke-width="0.8"/>'
            f'<text x="{x + step * 0.31:.1f}" y="{244 - height:.1f}" text-anchor="middle" '
            f'font-family="Figtree" font-size="12" fill="#12242A">{value}</text>'
            f'<text x="{x + step * 0.31:.1f}" y="268" text-anchor="middle" '
            f'font-family="Figtree" font-size="12" fill="#43565C">{labels[index]}</text>'
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 280">'
        '<line x1="36" x2="604" y1="250" y2="250" stroke="#6B7F84"/>' + "".join(parts) + "</svg>"
    )


def map_svg() -> str:
    """Return nine invented areas in three classes, numbered as in the table beside it."""
    fills = {"Hoger": "#D2762A", "Lager": "#3F7FBA"}
    parts = []
    for index, (key, _, _, _, verdict) in enumerate(AREAS):
        x, y = 60 + 150 * (index % 3), 20 + 90 * (index // 3)
        parts.append(
            f'<path d="M{x} {y}l120 8 24 40 -14 38 -110 4 -24 -44z" stroke="#FFFFFF" '
            f'stroke-width="2" fill="{fills.get(verdict, "#D3DBD9")}"/>'
            f'<circle cx="{x + 62}" cy="{y + 46}" r="13" fill="#FFFFFF" stroke="#6B7F84"/>'
            f'<text x="{x + 62}" y="{y + 51}" text-anchor="middle" font-family="Figtree" '
            f'font-size="14" font-weight="600" fill="#12242A">{key}</text>'
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 310">' + "".join(parts) + "</svg>"
    )


def figure(title: str, value: str, rate: str, interval: str, **more: Any) -> dict[str, Any]:
    """Return one key figure of 2025."""
    return {
        "title": title, "value": value, "rate": rate, "interval": interval, "has_margin": True,
        "sample": "", "period": "2025", "strip": None, "source": POLICE, **more,
    }  # fmt: skip


def living_theme() -> dict[str, Any]:
    """Return the theme with everything in it: figures, course, map, text."""
    return {
        "code": "woonomgeving",
        "figures_source": "",
        "title": "Veilige woon- en leefomgeving",
        "lead": "Er is in 2025 niet aantoonbaar meer of minder overlast dan in 2024. "
        "Vernielingen zijn gedaald, fietsdiefstal is gestegen. "
        "Het centrum en recreatiepark Het Rietland vragen aandacht.",
        "figures": [
            figure(
                "Overlast",
                "125",
                "10,2 per 1.000 inwoners",
                "104 tot 149",
                strip={
                    "low": 104,
                    "high": 149,
                    "value": 125,
                    "reference": 131,
                    "max": 200,
                },
                verdict={
                    "kind": "flat",
                    "direction": "none",
                    "label": "Geen aantoonbare verandering",
                },
                sentence="131 in 2024 en 125 in 2025. Zulke verschillen komen ook door toeval "
                "voor.",
            ),
            figure(
                "Vernielingen",
                "60",
                "4,9 per 1.000 inwoners",
                "45 tot 78",
                strip={"low": 45, "high": 78, "value": 60, "reference": 88, "max": 120},
                verdict={
                    "kind": "good",
                    "direction": "down",
                    "label": "Aantoonbaar gedaald",
                },
                sentence="Van 88 naar 60; tussen 5 % en 52 % minder.",
            ),
            figure(
                "Fietsdiefstal",
                "52",
                "4,2 per 1.000 inwoners",
                "38 tot 69",
                strip={"low": 38, "high": 69, "value": 52, "reference": 27, "max": 90},
                verdict={
                    "kind": "bad",
                    "direction": "up",
                    "label": "Aantoonbaar gestegen",
                },
                sentence="Van 27 naar 52; tussen 21 % en 211 % meer.",
            ),
            figure(
                "Overvallen",
                "1",
                "",
                "0,0 tot 5,6",
                strip={"low": 0, "high": 5.6, "value": 1, "reference": 2, "max": 10},
                verdict={
                    "kind": "few",
                    "direction": "none",
                    "label": "Te weinig gevallen",
                },
                sentence="2 in 2024 en 1 in 2025. Te weinig om iets over verandering te zeggen.",
            ),
        ],
        "course": {
            "title": "De overlast van 2025 past bij de vijf jaren ervoor",
            "subtitle": "Registraties per jaar, 2012-2025",
            "svg": bars_svg(NUISANCE, tuple(str(year) for year in YEARS)),
            "alt": "Staafdiagram: van 96 registraties in 2012 naar 168 in 2020 en 125 in 2025.",
            "legend": [],
            "table": {
                "head": ["Jaar", *(str(year) for year in YEARS)],
                "rows": [
                    ["Registraties", *(str(count) for count in NUISANCE)],
                    ["Marge", *MARGINS],
                ],
            },
            "source": POLICE + ". In juli 2018 veranderde de telwijze.",
        },
        "months": None,
        "map": {
                "title": "Centrum en Het Rietland hoger, Molenhof lager dan de rest",
                "subtitle": "Overlast per 1.000 inwoners in 9 gebieden, 2025",
                "svg": map_svg(),
                "alt": "Kaart in drie klassen: Centrum en Het Rietland hoger, Molenhof lager.",
                "table": {
                    "head": ["Nr", "Gebied", "Aantal", "Per 1.000", "Oordeel"],
                    "align": ["left", "left", "right", "right", "left"],
                    "rows": [list(area) for area in AREAS],
                },
                "beside": True,
                "legend": [
                    {"text": "Hoger dan de rest", "svg": SAMPLE},
                    {"text": "Lager dan de rest", "svg": ""},
                ],
                "source": POLICE + ". Grenzen en inwoners van 2025.",
            },
        "others": [
            {
                "name": "Woninginbraak", "before": "7", "now": "14", "interval": "7 tot 24",
                "period": "2025",
                "verdict": {"kind": "flat", "direction": "none", "label": "Niet aantoonbaar"},
            }
        ],
        "comparisons": {
            "head": ["De regio"], "against": ["11 gemeenten"], "source": "CBS",
            "rows": [{"name": "Overlast", "cells": [{
                "verdict": {"kind": "flat", "direction": "none", "label": "Past erbij"},
                "against": "11 gemeenten", "value": "11,8 (9,0 tot 14,2)",
            }]}],
        },
        "not_compared": ["Niet naast Nederland (Overlast): er is geen cijfer."],
        "sides": {"counted": [], "asked": [], "lacking": "Over dit thema is alleen geteld."},
        "texts": [written("Het verhaal achter de cijfers", STORY_WORDS)],
        "texts_by": "adviseur integrale veiligheid, 4 maart 2026",
        "contributions": [
            {"side": "Partner", "who": "Basisteam, wijkagent", "on": "4 maart 2026",
             "text": "Vooral op vrijdag."}
        ],
        "has_break": True,
    }  # fmt: skip


def written(title: str, words: str, by: str = "") -> dict[str, Any]:
    """Return a text as the template gets it: paragraphs, each of one piece."""
    blocks = [
        {"kind": "paragraph", "lines": [[{"kind": "text", "text": part, "source": 0}]]}
        for part in words.split("\n\n")
    ]
    return {"title": title, "blocks": blocks, "by": by}


def bare_theme(**more: Any) -> dict[str, Any]:
    """Return a theme without anything in it."""
    nothing: dict[str, Any] = dict.fromkeys(("course", "months", "map", "comparisons", "sides"))
    lists: dict[str, Any] = {
        name: [] for name in ("figures", "others", "not_compared", "texts", "contributions")
    }
    words = {"code": "leeg", "title": "Leeg thema", "lead": "", "figures_source": ""}
    return {**words, **nothing, **lists, "texts_by": "", "has_break": False, **more}


def bare_picture() -> dict[str, Any]:
    """Return a picture of which nothing is known but whose it is."""
    lists: dict[str, Any] = {
        name: []
        for name in ("findings", "conclusions", "counted", "counts", "unsaid", "guide",
                     "referrals", "sources", "families", "caveats", "methods", "facts")
    }  # fmt: skip
    return {
        "title": "Veiligheidsbeeld 2025", "municipality": "Gemeente Molendrecht",
        "made_on": "2026-03-12T10:42:00+01:00", "year": 2025, "summary": None, "lead": "",
        "chance": "", "whole": {}, "promises": None, "changes": None,
        "themes": [bare_theme()], **lists,
    }  # fmt: skip


@pytest.fixture
def picture() -> dict[str, Any]:
    """The whole picture, fresh for each test."""
    return sample_picture()


def sample_picture() -> dict[str, Any]:
    """Return the whole picture: two themes, of which the second has no text yet."""
    return {
        "lang": "nl", "municipality": "Gemeente Molendrecht", "fictitious": True,
        "brand": "#0B5561", "accent": "#F4B740", "title": "Veiligheidsbeeld 2025",
        "state_label": "Vastgesteld",
        "state_line": "Vastgesteld op 12 maart 2026 door de burgemeester",
        "facts": [["Periode", "2025"], ["Nummer van het besluit", "B-12"]],
        "version": 2, "recipe": "sha256(inhoud)", "made_on": "2026-03-12T10:42:00+01:00",
        "fingerprint": "9f2c4e7a1b6d8035c4e9a7f21d3b5860e7c1f94a2d6b8e03571c9af4d2e68b01",
        "year": 2025,
        "summary": written(
            "Samenvatting",
            "Molendrecht was in 2025 niet aantoonbaar veiliger of onveiliger dan in 2024. "
            "Er waren 264 geregistreerde misdrijven.",
            "adviseur, 4 maart 2026",
        ),
        "lead": "In dit beeld zijn 48 cijfers vergeleken.",
        "chance": "Er zijn 48 vergelijkingen gemaakt.",
        "findings": [
            {"name": "Fietsdiefstal", "theme": "Woon- en leefomgeving",
             "sentence": "Van 27 naar 52.", "against": "Het jaar ervoor, 2024",
             "verdict": {"kind": "bad", "direction": "up", "label": "Aantoonbaar gestegen"}}
        ],
        "conclusions": [],
        "counted": ["Gestegen", "Gedaald"],
        "counts": [{"code": "woonomgeving", "title": "Veilige woon- en leefomgeving",
                    "cells": [1, 0], "empty": ""}],
        "unsaid": ["Jeugd en veiligheid"],
        "whole": {
            "area": written("De gemeente in het kort", "Er wonen 12.300 mensen."),
            "method": written("Hoe dit beeld is gemaakt", "Met zeven partners."),
            "evaluation": written("Terugblik op het vorige plan", "Er is veel gedaan."),
        },
        "promises": {"lead": "Het vorige plan deed 1 toezegging: 1 bereikt.", "rows": [
            {"theme": "Woonomgeving", "promised": "Verlichting",
             "reached": {"kind": "good", "direction": "", "label": "bereikt"},
             "outcome": "Er hangt licht.", "learnt": "Vraag eerder."}
        ]},
        "referrals": [
            {"theme": "Woonomgeving", "subject": "Te hard rijden", "text": "Op de Dorpsweg.",
             "went_to": "Openbare ruimte", "document": "Mobiliteitsplan",
             "referred_on": "12 januari 2026", "answer": "Er komt een drempel.",
             "answered": "beleidsmedewerker, 20 februari 2026"}
        ],
        "families": [{"name": "Het jaar ervoor", "made": "48", "stand_out": "4",
                      "by_chance": "2,4"}],
        "caveats": [{"text": words, "figures": "Overlast"} for words in CAVEATS],
        "guide": [{"verdict": {"kind": "few", "direction": "none", "label": "Te weinig gevallen"},
                   "words": "De aantallen zijn te klein."}],
        "themes": [
            living_theme(),
            bare_theme(
                code="bedrijvigheid", title="Bedrijvigheid en veiligheid",
                figures=[
                    figure(
                        "Diefstal bij bedrijven", "14", "", "7 tot 24",
                        verdict={"kind": "watch", "direction": "up",
                                 "label": "Mogelijk hoger; volgen"},
                        sentence="Mogelijk hoger dan vergelijkbare gemeenten.",
                    )
                ],
            ),
        ],
        "changes": {
            "since": 1, "unchanged": ["Ondermijning"],
            "themes": [{
                "title": "Veilige woon- en leefomgeving", "figures": ["Fietsdiefstal: 49 werd 52."],
                "parts": [{"name": "Conclusie", "paragraphs": [[
                    {"kind": "same", "text": "De stalling heeft "},
                    {"kind": "removed", "text": "nog "}, {"kind": "added", "text": "sinds mei "},
                    {"kind": "same", "text": "licht."},
                ]]}],
            }],
        },
        "sources": [
            {"number": 1, "name": "Geregistreerde misdrijven per wijk en buurt (47024)",
             "file": "overlast.csv", "accessed": "2026-03-02",
             "used_for": "registraties, jaren, gebieden",
             "sha256": "ab" * 32},
            {"number": 2, "name": "Bevolking op 1 januari", "file": "inwoners.csv",
             "accessed": "2026-02-10",
             "used_for": "cijfers per 1.000 inwoners", "sha256": "cd" * 32},
        ],
        "methods": [
            "Marges zijn exacte Poisson-marges van 95 %.",
            "Twee jaren zijn vergeleken met een exacte toets; er zijn 48 vergelijkingen gedaan en "
            "daar is rekening mee gehouden.",
        ],
    }  # fmt: skip
