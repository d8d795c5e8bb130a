"""A small content of a picture, as the pure tests of texts need it; the numbers are invented."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def year(of: int, value: str | None, status: str = "present") -> Json:
    expected = {"mean": "12.4", "low": "4", "high": "21"} if of == 2025 else None
    margins = {"low": "2", "high": "15"} if value else {"low": None, "high": None}
    return {"year": of, "status": status, "value": value, **margins, "expected": expected}


def estimate(of: int, value: str | None, status: str = "present", **more: Any) -> Json:
    rates = {"rate": "0.6", "rate_low": "0.2", "rate_high": "1.2"} if value else {"rate": None}
    return {
        **year(of, value, status),
        "period": f"{of}JJ00",
        "per": "1000",
        "denominator_unit": "inwoners",
        **rates,
        **more,
    }


def compared(kind: str, verdict: str, label: str, against: str) -> Json:
    told = {"kind": verdict, "label": label}
    return {"kind": kind, "against": against, "verdict": told, "stands_out": False}


def indicator(code: str = "woninginbraak", **more: Any) -> Json:
    return {
        "code": code,
        "name": "Woninginbraken",
        "short_name": "Woninginbraak",
        "unit": "misdrijven",
        "estimate": estimate(2025, "7"),
        "before": estimate(2024, "14"),
        "verdict": {
            "kind": "none",
            "label": "Geen aantoonbare verandering",
            "sentence": "14 in 2024 en 7 in 2025. Zulke verschillen bestaan.",
        },
        "comparisons": [
            compared("region", "none", "Geen aantoonbaar verschil", "16 gemeenten in de regio"),
            compared("country", "lower", "Aantoonbaar lager", "Nederland zonder uw gemeente"),
            compared("similar", "within", "Past bij vergelijkbare gemeenten", "11 gemeenten"),
        ],
        "not_compared": [],
        "years": [year(2023, "1234"), year(2024, "14"), year(2025, "7")],
        "areas": [
            {"number": 1, "name": "Centrum", "count": "1.004", "label": "Hoger dan de rest"},
            {"number": 2, "name": "Haven", "count": "< 5", "label": "Te weinig"},
            {"number": 3, "name": "Polder", "count": "niet getoond", "label": "Te weinig"},
            {"number": 4, "name": "Kade", "count": "onbekend", "label": "Te weinig"},
        ],
        **more,
    }


MEASURED = indicator(
    "onveilig-buurt",
    short_name="Onveilig in buurt",
    unit="procent",
    estimate=estimate(2025, "31.0", rate=None, low="26.1", high="36.2"),
    before=None,
    verdict=None,
    comparisons=[],
    not_compared=[{"kind": "region", "why": "Er is geen cijfer van de regio."}],
    years=[],
    areas=[],
)
WITHHELD = indicator(
    "straatroof",
    short_name="Straatroof",
    estimate=estimate(2025, None, "withheld"),
    before=estimate(2024, None, "missing"),
    years=[],
)
CONTENT: Json = {
    "year": 2025,
    "passages": {},
    "themes": [
        {"code": "woonomgeving", "indicators": [indicator(), MEASURED], "passages": {}},
        {"code": "jeugd", "indicators": [WITHHELD], "passages": {}},
    ],
}
