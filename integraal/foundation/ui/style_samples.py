"""Invented content for the style page: words, tables and states. Molendrecht does not exist."""

from __future__ import annotations

from datetime import UTC, date, datetime

from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.components import (
    AgendaItem,
    Check,
    Chip,
    Deed,
    LongWork,
    LoopStep,
    OtherText,
    Verdict,
)
from integraal.foundation.ui.tables import Column, Table

LONG_WORD = "Aansprakelijkheidsverzekeringsmaatschappijbijeenkomst"

TOKENS = (
    ("ink", "#12242A", "16,0 op wit"),
    ("ink-2", "#43565C", "7,7 op wit"),
    ("control", "#6B7F84", "4,2 op wit"),
    ("brand", "instelbaar", "7,0 of meer op wit"),
    ("accent", "instelbaar", "inkt erop 7,0 of meer"),
    ("good", "#1A5C99", "6,9 op wit"),
    ("bad", "#A3430A", "6,2 op wit"),
    ("flat", "#52646A", "6,2 op wit"),
    ("watch", "#6E4B00", "7,9 op wit"),
    ("seq-1", "#E3EFEE", ""),
    ("seq-2", "#B3D2D1", ""),
    ("seq-3", "#74ABAE", ""),
    ("seq-4", "#357D84", ""),
    ("seq-5", "#0A4651", ""),
    ("div-low", "#3F7FBA", "lager"),
    ("div-mid", "#D3DBD9", "niet aantoonbaar"),
    ("div-high", "#D2762A", "hoger"),
)

VERDICTS = (
    Verdict("good", "Aantoonbaar gedaald", "down"),
    Verdict("bad", "Aantoonbaar gestegen", "up"),
    Verdict("good", "Aantoonbaar gestegen, zoals bedoeld", "up"),
    Verdict("flat", "Aantoonbaar maar klein verschil"),
    Verdict("flat", "Geen aantoonbare verandering"),
    Verdict("few", "Te weinig gevallen"),
    Verdict("watch", "Mogelijk hoger; volgen"),
    Verdict("alarm", "Opvallend"),
)

CHIPS = (
    Chip("Woon- en leefomgeving", "#oordelen", is_current=True),
    Chip("Bedrijvigheid", "#oordelen"),
    Chip("Jeugd en veiligheid", "#oordelen"),
    Chip(LONG_WORD, "#oordelen"),
)

AGENDA = (
    AgendaItem(date(2026, 3, 17), "Agenda klaarzetten", "#agenda", "Twee afwijkingen staan klaar."),
    AgendaItem(
        date(2026, 3, 13),
        "Voortgang weerbaarheidsscan",
        "#agenda",
        "De eigenaar is twee keer gevraagd.",
        late="3 dagen te laat.",
    ),
)

CHECKS = (
    Check("Bronnen genoemd bij elk cijfer"),
    Check("Gesprek met bewoners", "todo"),
    Check("Recent cijfer over beleving per dorp", "missing"),
)

LOOP_STEPS = (
    LoopStep(1, "Beeld", "#cyclus", "Nieuw beeld 2027: in concept", "now"),
    LoopStep(2, "Prioriteiten", "#cyclus", "Nieuwe sessie op 11 juni", "done"),
    LoopStep(3, "Plan", "#cyclus", "Vastgesteld door de raad, 15 december 2022", "done"),
    LoopStep(4, "Programma", "#cyclus", "2025-2026: 40 maatregelen", "done"),
    LoopStep(5, "Aanpakken", "#cyclus", "7 lopen, 1 wacht op partner", "done"),
    LoopStep(6, "Monitoring", "#cyclus", "1e kwartaal: 38 van 40 bijgewerkt", "now"),
    LoopStep(7, "Verantwoording", "#cyclus", "Verslag 2025 naar de raad op 21 april", "next"),
)

MEASURE_COLUMNS = (
    Column("Maatregel", key="naam"),
    Column("Marge", short="Marge"),
    Column("Oordeel", key="oordeel"),
    Column("Uren", numeric=True, key="uren"),
)

MEASURES = Table(
    caption="Tabel: maatregelen",
    columns=MEASURE_COLUMNS,
    rows=(
        (
            "Vaste ronde op het Marktplein",
            Strip(60, 46, 77, 88, tone="good", width=150),
            VERDICTS[0],
            "412 van 600",
        ),
        (LONG_WORD, Strip(52, 39, 68, 27, tone="bad", width=150), VERDICTS[1], "38 van 90"),
        ("Nazorg voor omwonenden", "geen gegevens", VERDICTS[5], "0 van 40"),
    ),
)

NOTHING = Table(
    caption="Tabel: incidenten",
    columns=(Column("Incident"), Column("Dag")),
    rows=(),
    empty="Er zijn nog geen incidenten vastgelegd.",
)

DEEDS = (
    Deed(
        datetime(2026, 3, 16, 9, 42, tzinfo=UTC),
        "Burgemeester (fictief)",
        "stelde het veiligheidsbeeld vast",
        "Versie 1, bevroren met kenmerk 9f2c.",
    ),
    Deed(
        datetime(2026, 3, 12, 14, 5, tzinfo=UTC),
        "Adviseur veiligheid (fictief)",
        "stelde het veiligheidsbeeld voor",
        url="#geschiedenis",
    ),
)

TEXT = (
    "De meeste overlast in het centrum speelt tussen donderdagavond en zaterdagnacht.\n\n"
    "Bij de sporthal zijn veel fietsen gestolen. De stalling heeft geen verlichting."
)

TEXT_AFTER = (
    "De meeste overlast in het centrum speelt tussen vrijdagavond en zaterdagnacht.\n\n"
    "Bij de sporthal zijn veel fietsen gestolen. De stalling heeft geen verlichting.\n\n"
    "In het recreatiepark gaat het vooral om geluid."
)

OTHER = OtherText(text=TEXT_AFTER, by="Coördinator (fictief)", at="10.41 uur", revision=7)

WORKS = (
    LongWork("Cijfers inlezen", "12 van 40 tabellen gelezen", 12, 40),
    LongWork("Cijfers inlezen", "Alle 40 tabellen zijn gelezen.", 40, 40, "finished", "#werk"),
    LongWork(
        "Cijfers inlezen",
        "Het bestand is afgebroken in regel 812.",
        12,
        40,
        "failed",
        problems=("Haal het bestand opnieuw op en lees het opnieuw in.",),
    ),
)
