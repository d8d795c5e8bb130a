"""A content of real size, made from a small one: five themes, 65 figures, texts, everything."""

from __future__ import annotations

import copy
from typing import Any

Json = dict[str, Any]
PER_THEME = 13
VERDICTS: tuple[tuple[str, str | None, bool | None, str, str], ...] = (
    ("none", None, None, "Geen aantoonbare verandering",
     "131 in 2024 en 125 in 2025. Zulke verschillen komen ook door toeval voor."),
    ("up", "up", False, "Aantoonbaar gestegen", "Van 27 naar 52; tussen 21 % en 211 % meer."),
    ("down", "down", True, "Aantoonbaar gedaald", "Van 88 naar 60; tussen 5 % en 52 % minder."),
    ("few", None, None, "Te weinig gevallen",
     "2 in 2024 en 1 in 2025. Te weinig om iets over verandering te zeggen."),
    ("small", "up", False, "Aantoonbaar maar klein verschil", "Van 1.204 naar 1.281."),
)  # fmt: skip
WORDS = (
    "In het centrum is het op vrijdag en zaterdag drukker dan op andere dagen. De wijkagent ziet "
    "daar dezelfde groepen als vorig jaar, maar minder vaak. Het verschil met 2024 kan toeval zijn."
)
KINDS = ("five_years", "region", "similar", "country")
SIDES = (("partner", "Partner"), ("residents", "Inwoners"))


def real_size(base: Json) -> Json:
    """Return the content with every theme filled; the first figure of ``base`` is the mould."""
    content = copy.deepcopy(base)
    mould = next(one for theme in base["themes"] for one in theme["indicators"] if one["areas"])
    for theme in content["themes"]:
        theme["indicators"] = [_indicator(mould, theme, place) for place in range(PER_THEME)]
        theme["passages"] = _passages(theme["code"])
        theme["contributions"] = [_contribution(place) for place in range(3)]
    content["comparisons"] = PER_THEME * len(content["themes"])
    content["passages"] = {
        code: {"text": f"{WORDS}\n\n{WORDS}", "by": "Adviseur veiligheid", "on": "2026-02-10"}
        for code in ("summary", "area", "evaluation", "method")
    }
    first = content["themes"][0]["code"]
    content["passages"]["summary"]["text"] += f"\n\nHet waren er [[{first}-0 aantal]]."
    content["promises"] = [_promise(place, first) for place in range(6)]
    content["referrals"] = [_referral(place, first) for place in range(3)]
    content["families"] = [
        {"kind": kind, "made": made, "stand_out": out, "by_chance": chance}
        for kind, made, out, chance in (
            ("last_year", 65, 26, "3.3"), ("five_years", 50, 4, "2.5"), ("region", 50, 3, "2.5"),
            ("similar", 50, 2, "2.5"), ("country", 50, 5, "2.5"),
        )
    ]  # fmt: skip
    content["findings"] = [
        {
            "theme": theme["code"],
            "indicator": one["code"],
            "name": one["name"],
            "credit": one["credit"],
            "accessed": "2026-03-02",
            "main": {**_comparison("last_year"), "against": "2024", "verdict": one["verdict"]},
            "others": [_comparison("region")],
        }
        for theme in content["themes"]
        for one in theme["indicators"]
        if one["verdict"]["kind"] in ("up", "down")
    ]
    return content


def _indicator(mould: Json, theme: Json, place: int) -> Json:
    kind, direction, favourable, label, sentence = VERDICTS[place % len(VERDICTS)]
    one = copy.deepcopy(mould)
    one |= {
        "code": f"{theme['code']}-{place}",
        "name": f"Diefstal en inbraak van soort {place + 1}",
        "short_name": f"Soort {place + 1}",
        "verdict": {
            "kind": kind, "direction": direction, "favourable": favourable,
            "label": label, "sentence": sentence,
        },
        "side": "objective",
        "comparisons": [_comparison(kind) for kind in KINDS],
        "not_compared": [{"kind": "month", "why": "Er is geen cijfer van deze maand."}],
        "funnel": None,
        "months": [_month(month) for month in range(14)],
    }  # fmt: skip
    if place % 6 == 5:
        _make_asked(one, place)
    return one


def _make_asked(one: Json, place: int) -> None:
    asked = {"value": f"{23 + place}.4", "low": "20.1", "high": f"{29 + place}.2", "n": "512"}
    nothing = dict.fromkeys(("rate", "rate_low", "rate_high", "denominator", "denominator_unit"))
    one["estimate"] |= {**asked, **nothing, "method": "source-margins-95"}
    one["before"] = {**one["estimate"], "value": "25.0"}
    one |= {"unit": "procent", "side": "subjective", "areas": [], "months": [], "comparisons": []}
    one["name"] = f"Ervaart overlast van soort {place + 1}"


def _comparison(kind: str) -> Json:
    against = {
        "five_years": "gemiddelde 2020-2024", "region": "de regio", "similar": "58 gemeenten",
        "country": "Nederland", "last_year": "2024",
    }  # fmt: skip
    return {
        "kind": kind, "against": against[kind], "value": "11.8", "low": "9.0", "high": "14.2",
        "unit": "per 1.000 inwoners", "n": 58, "stands_out": False, "cautious_ratio": "1.000",
        "source": "CBS StatLine",
        "verdict": {
            "kind": "none", "direction": None, "favourable": None,
            "label": "Geen aantoonbaar verschil", "sentence": "Past erbij.",
        },
    }  # fmt: skip


def _month(place: int) -> Json:
    return {
        "period": f"{2025 + place // 12}MM{place % 12 + 1:02}", "status": "present",
        "value": str(7 + place % 5), "usual": "9.2", "expected": None, "incomplete": place > 11,
        "provisional": False, "standing": "usual", "label": "", "sentence": "",
    }  # fmt: skip


def _passages(theme: str) -> Json:
    texts = {
        "story": f"{WORDS} Er waren [[{theme}-0 aantal]] gevallen, [[{theme}-0 per]].\n\n{WORDS}",
        "trends": f"{WORDS} Het aantal ging van [[{theme}-1 tegen]].",
        "developments": WORDS,
        "causes": f"- Meer toezicht in het weekend\n- Een nieuwe stalling\n\n{WORDS}",
        "uncertain": "Hoeveel mensen geen melding doen, is niet bekend.",
        "conclusion": f"{WORDS} Het verdient aandacht in het nieuwe plan.",
    }
    return {
        code: {"text": text, "by": "Adviseur veiligheid", "on": "2026-02-12"}
        for code, text in texts.items()
    }


def _contribution(place: int) -> Json:
    side, name = SIDES[place % 2]
    return {
        "id": str(place), "side": side, "side_name": name, "source": "Basisteam Wilgenwaard",
        "function": "wijkagent", "said_on": "2026-01-20",
        "text": "Op vrijdag zien wij vooral jongeren uit de buurgemeenten.",
    }  # fmt: skip


def _promise(place: int, theme: str) -> Json:
    reached, name = (
        ("yes", "bereikt"), ("partly", "deels bereikt"), ("no", "niet bereikt"),
        ("unknown", "niet te zeggen"),
    )[place % 4]  # fmt: skip
    return {
        "id": str(place), "theme": theme, "promised": "Verlichting bij alle fietsenstallingen",
        "reached": reached, "reached_name": name,
        "outcome": "Bij vijf van de acht stallingen hangt licht. Drie wachten op een kabel.",
        "learnt": "Vraag de netbeheerder eerder.",
    }  # fmt: skip


def _referral(place: int, theme: str) -> Json:
    return {
        "id": str(place), "theme": theme, "subject": "Te hard rijden op de Dorpsweg",
        "text": "Inwoners noemen dit het vaakst.", "went_to": "Openbare ruimte",
        "document": "Mobiliteitsplan", "link": "", "referred_on": "2026-01-12",
        "answer": "Er komt een drempel in 2027." if place else "",
        "answered_on": "2026-02-20" if place else "",
        "answered_by": "beleidsmedewerker verkeer" if place else "",
    }  # fmt: skip
