"""Sentences of the closed list about measured values and about years beside the years before."""

from integraal.statistics import wording
from integraal.statistics.measured import Difference

FLAT = Difference(1.6, -2.1, 5.3, 0.4)
BELOW = Difference(-7.4, -11.6, -3.2, 0.001)
ABOVE = Difference(0.5, 0.2, 0.8, 0.002)

MEASURED_AND_EXPECTED = [
    (
        wording.measured_change((29.4, 31.0), FLAT, before="2023", after="2025"),
        "measured_none",
        "Geen aantoonbare verandering (29,4 in 2023 en 31,0 in 2025; de marges laten ook geen "
        "verschil toe).",
    ),
    (
        wording.measured_change((29.4, 22.0), BELOW, before="2023", after="2025"),
        "measured_down",
        "Aantoonbaar gedaald: van 29,4 in 2023 naar 22,0 in 2025; tussen 3,2 en 11,6 minder.",
    ),
    (
        wording.measured_change((6.9, 7.4), ABOVE, before="2023", after="2025"),
        "measured_up",
        "Aantoonbaar gestegen: van 6,9 in 2023 naar 7,4 in 2025; tussen 0,2 en 0,8 meer.",
    ),
    (
        wording.measured_beside(31.0, 29.4, FLAT, reference="Nederland"),
        "measured_beside_none",
        "Geen aantoonbaar verschil met Nederland (31,0 tegen 29,4; de marges laten ook geen "
        "verschil toe).",
    ),
    (
        wording.measured_beside(22.0, 29.4, BELOW, reference="Nederland"),
        "measured_beside_lower",
        "Aantoonbaar lager dan Nederland: 22,0 tegen 29,4; tussen 3,2 en 11,6 minder.",
    ),
    (
        wording.measured_beside(7.4, 6.9, ABOVE, reference="Nederland"),
        "measured_beside_higher",
        "Aantoonbaar hoger dan Nederland: 7,4 tegen 6,9; tussen 0,2 en 0,8 meer.",
    ),
    (
        wording.year("few", count=1, expected=2.4, lower=0, upper=7),
        "expected_few",
        "Te weinig gevallen om naast de jaren ervoor te leggen.",
    ),
    (
        wording.year("within", count=14, expected=13.8, lower=1, upper=40),
        "expected_within",
        "Past bij de jaren ervoor (14; verwacht 14, tussen 1 en 40).",
    ),
    (
        wording.year("below", count=60, expected=86.4, lower=67, upper=108),
        "expected_below",
        "Minder dan de jaren ervoor deden verwachten: 60; verwacht 86, tussen 67 en 108.",
    ),
    (
        wording.year("above", count=24, expected=9.2, lower=3, upper=18),
        "expected_above",
        "Meer dan de jaren ervoor deden verwachten: 24; verwacht 9,2, tussen 3 en 18.",
    ),
]
