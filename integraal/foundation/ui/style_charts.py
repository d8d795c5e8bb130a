"""Invented charts for the style page: full, empty, single, broken and incomplete."""

from __future__ import annotations

from datetime import date
from math import cos, pi, sin

from integraal.foundation.ui.charts.area_map import AreaMap, MapArea, Verdict
from integraal.foundation.ui.charts.course import Band, Break, Course, Point
from integraal.foundation.ui.charts.cycle_loop import CycleLoop
from integraal.foundation.ui.charts.months import Month, Months
from integraal.foundation.ui.charts.spark import Spark
from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.charts.term_bar import Span, TermBar
from integraal.foundation.ui.components import Figure, Finding, KeyFigure
from integraal.foundation.ui.style_samples import LONG_WORD, VERDICTS
from integraal.foundation.ui.tables import Column, Table

SOURCE = "Bron: verzonnen cijfers, alleen voor deze bladzijde."
VALUES = (96, 104, 99, 112, 108, 117, 121, 126, 168, 159, 141, 138, 131, 125)


def _margin(value: float) -> tuple[float, float]:
    """An invented margin; real pages get theirs from the statistics."""
    return value - 1.96 * value**0.5, value + 1.96 * value**0.5


POINTS = tuple(
    Point(str(2012 + index), value, *_margin(value), note="coronajaar" if value == 168 else "")
    for index, value in enumerate(VALUES)
)
BANDS = tuple(
    Band(mean - 24, mean, mean + 24) if index > 4 else None
    for index in range(len(VALUES))
    for mean in [sum(VALUES[max(0, index - 5) : index] or (0,)) / 5]
)

COURSE = Course(
    title="Overlast, registraties per jaar, 2012 tot en met 2025",
    description="In 2025 zijn er 125 registraties. Dat past bij de vijf jaren ervoor. "
    "De piek was in 2020 met 168. In juli 2018 veranderde de telwijze.",
    points=POINTS,
    bands=BANDS,
    breaks=(Break(7, "nieuwe telwijze, juli 2018", "telwijze 2018"),),
    unit="registraties",
)

UNFINISHED = Course(
    title="Meldingen per jaar, met een lopend jaar",
    description="In 2024 zijn er 14 meldingen. 2023 ontbreekt. 2025 is nog niet compleet.",
    points=(
        Point("2021", 9, 4, 17),
        Point("2022", 0, 0, 4),
        Point("2023", None),
        Point("2024", 14, 8, 23),
        Point("2025", 5, complete=False),
    ),
    unit="meldingen",
)

SINGLE = Course(
    "Eén jaar", "In 2025 zijn er 0 gevallen.", (Point("2025", 0, 0, 3.7),), unit="gevallen"
)
EMPTY = Course(
    "Geen gegevens",
    "Over deze jaren zijn er geen gegevens.",
    (Point("2024", None), Point("2025", None)),
    unit="gevallen",
)
LARGE = Course(
    "Grote aantallen",
    "In 2025 zijn er 12.345 registraties.",
    tuple(Point(str(2020 + i), 9000 + 669 * i) for i in range(6)),
    unit="registraties",
)

MONTH_NAMES = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
MONTHS = Months(
    title="Overlast per maand, januari 2025 tot en met februari 2026",
    description="Staven per maand, met een streep voor het gemiddelde van vijf jaar. "
    "Januari en februari 2026 zijn nog niet compleet.",
    months=tuple(
        Month(MONTH_NAMES[i % 12], 2025 + i // 12, value, usual, complete=i < 12)
        for i, (value, usual) in enumerate(
            zip(
                (7, 8, 9, 11, 13, 14, 16, 14, 10, 9, 7, 7, 5, 2),
                (8.6, 8.2, 10.4, 11.8, 14.2, 15.6, 17.4, 16, 12.2, 10.2, 8.6, 8, 8.6, 8.2),
                strict=True,
            )
        )
    ),
    unit="registraties",
)


def _sector(number: int, inner: float, outer: float) -> tuple[tuple[float, float], ...]:
    """An invented area: a sector of a ring, in metres."""
    start, end = (number * pi / 3 + 0.2 * (outer > 2500), (number + 1) * pi / 3)
    angles = [start + (end - start) * step / 8 for step in range(9)]
    bent = [(outer * (1 + 0.12 * sin(3 * a))) for a in angles]
    out = [(1.3 * r * cos(a), r * sin(a)) for r, a in zip(bent, angles, strict=True)]
    back = [(1.3 * inner * cos(a), inner * sin(a)) for a in reversed(angles)]
    return tuple(out + back)


MAP_VERDICTS: tuple[Verdict, ...] = ("none", "higher", "few", "uninhabited", "lower", "unknown")
MAP = AreaMap(
    title="Kaart: overlast per gebied in drie klassen, 2025",
    description="Aantoonbaar hoger: gebied 2. Aantoonbaar lager: gebied 5. "
    "Alle cijfers staan in de tabel.",
    areas=tuple(
        MapArea(number + 1, f"Gebied {number + 1}", (_sector(number, 300, 2400),), verdict)
        for number, verdict in enumerate(MAP_VERDICTS)
    ),
    metric="metres",
)
MAP_WORDS = {
    "higher": "Hoger",
    "lower": "Lager",
    "none": "Niet te onderscheiden",
    "few": "Te weinig gevallen",
    "uninhabited": "Geen cijfer per inwoner",
    "unknown": "Niet te vergelijken",
}
MAP_TWIN = Table(
    caption="Tabel: overlast per gebied",
    columns=(
        Column("Nr", numeric=True),
        Column("Gebied"),
        Column("Aantal", numeric=True),
        Column("Per 1.000", numeric=True),
        Column("Oordeel"),
    ),
    rows=tuple(
        (area.number, area.name, "< 5" if area.verdict == "few" else "34", "geen", MAP_WORDS[v])
        for area, v in ((a, a.verdict) for a in MAP.areas)
    ),
    foot=(("", "Molendrecht", "125", "10,2", ""),),
)

FIGURES = (
    Figure(
        "verloop",
        "De overlast van 2025 past bij de vijf jaren ervoor",
        "Registraties per jaar, 2012-2025",
        COURSE,
        SOURCE,
    ),
    Figure(
        "maanden",
        "De zomer blijft de drukste tijd",
        "Registraties per maand",
        MONTHS,
        SOURCE,
        caveat="De laatste twee maanden worden nog aangevuld.",
    ),
    Figure(
        "kaart",
        "Gebied 2 hoger, gebied 5 lager dan de rest",
        "Overlast per 1.000 inwoners, 2025. De kaart toont drie klassen en geen ranglijst.",
        MAP,
        SOURCE,
        twin=MAP_TWIN,
        beside=True,
    ),
    Figure("lopend", "Over 2025 is nog niets te zeggen", "Per jaar", UNFINISHED, SOURCE),
    Figure("een", "Eén jaar zegt niets over verandering", "Eén jaar", SINGLE, SOURCE),
    Figure("leeg", "Er zijn geen gegevens", "Geen gegevens", EMPTY, SOURCE),
    Figure("groot", f"{LONG_WORD} telt elk jaar meer mee", "Grote aantallen", LARGE, SOURCE),
)

KEY_FIGURES = (
    KeyFigure(
        "Overlast",
        "125",
        "95\u00a0%-marge: 104 tot 149",
        "Politie via CBS, 2025",
        VERDICTS[4],
        "131 in 2024 en 125 in 2025. Zulke verschillen komen ook door toeval voor.",
        rate="10,2 per 1.000 inwoners",
        strip=Strip(125, 104, 149, before=131, target=120),
    ),
    KeyFigure(
        "Vernielingen",
        "60",
        "95\u00a0%-marge: 46 tot 77",
        "Politie via CBS, 2025",
        VERDICTS[0],
        "Van 88 naar 60; tussen 5\u00a0% en 52\u00a0% minder.",
        rate="4,9 per 1.000 inwoners",
        strip=Strip(60, 46, 77, before=88, tone="good"),
        url="#cijfers",
    ),
    KeyFigure(
        "Overvallen",
        "0",
        "95\u00a0%-marge: 0,0 tot 3,7",
        "Politie via CBS, 2025",
        VERDICTS[5],
        "2 in 2024 en 0 in 2025. Te weinig om iets over verandering te zeggen.",
        rate="in 2025",
        strip=Strip(0, 0, 3.7, before=2),
    ),
    KeyFigure(
        LONG_WORD,
        "12.345",
        "95\u00a0%-marge: 12.128 tot 12.565",
        "Politie via CBS, 2025",
        VERDICTS[1],
        "Van 9.000 naar 12.345.",
        rate="1.003,7 per 1.000 inwoners",
    ),
)

FINDINGS = (
    Finding(
        VERDICTS[0],
        "Vernielingen",
        "Van 88 naar 60; tussen 5\u00a0% en 52\u00a0% minder. "
        "Of het door de maatregelen komt, kunnen we niet zeggen.",
        "2025 tegen 2024. Verzonnen cijfers.",
        "#bevindingen",
        spark=Spark((84, 79, 88, 83, 88, 60), "2020", "2025", "good"),
    ),
    Finding(
        VERDICTS[7],
        LONG_WORD,
        "Meer dan verwacht: verwacht 3, grens 7, gezien 10. Dit is een signaal, geen conclusie.",
        "Winter. Verzonnen cijfers.",
        "#bevindingen",
        "Bekijk de meldingen",
        Spark((3, None, 4, 3, 3, 10), "'20-'21", "'25-'26", "watch"),
    ),
)

TERM = TermBar(
    title="Tijdbalk van het plan 2023 tot en met 2026",
    description="Het is 16 maart 2026. Ruim drie van de vier jaar zijn om. "
    "De raad kreeg verslag in 2024 en 2025.",
    first_year=2023,
    last_year=2026,
    today=date(2026, 3, 16),
    programmes=(
        Span(2023, 2024, "programma 2023-2024", "progr. 2023-2024"),
        Span(2025, 2026, "programma 2025-2026", "progr. 2025-2026"),
    ),
    reports=(date(2024, 4, 16), date(2025, 4, 15)),
)
LOOP = CycleLoop(running=6.35, starting=1.45)
