"""The closed list, sentence by sentence, and what no sentence may ever do."""

import math
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics import wording
from integraal.statistics.measured import Difference
from integraal.statistics.rates import compare_counts
from integraal.statistics.wording import dutch, english
from integraal.statistics.wording.changes import Compared
from integraal.statistics.wording.numbers import change_in_percentages

COUNTS = st.integers(0, 5_000)
SHOWN = Compared(0.68, 0.484, 0.947, 0.012)
NOT_SHOWN = Compared(2.0, 0.8, 5.1, 0.13)
FLAT = Difference(1.6, -2.1, 5.3, 0.4)
BELOW = Difference(-7.4, -11.6, -3.2, 0.001)
ABOVE = Difference(0.5, 0.2, 0.8, 0.002)


def change(earlier, later, compared=NOT_SHOWN, language="nl", **more):
    return wording.change(
        earlier, later, compared, before="2024", after="2025", language=language, **more
    )


@pytest.mark.parametrize(
    ("statement", "code", "sentence"),
    [
        (
            wording.margin(14, 7.65, 23.49, 0.95),
            "count_margin",
            "14, met een marge van 7 tot 24 (95 %).",
        ),
        (
            change(7, 14),
            "change_none",
            "Geen aantoonbare verandering (7 tegen 14; zulke verschillen komen ook door toeval "
            "voor).",
        ),
        (
            change(88, 60, SHOWN),
            "change_down",
            "Aantoonbaar gedaald: van 88 naar 60; tussen 5 % en 52 % minder.",
        ),
        (
            change(60, 88, Compared(1.47, 1.05, 2.05, 0.02)),
            "change_up",
            "Aantoonbaar gestegen: van 60 naar 88; tussen 5 % en 105 % meer.",
        ),
        (
            change(4, 15, Compared(3.75, 1.2, 14, 0.02)),
            "change_up",
            "Aantoonbaar gestegen: van 4 naar 15.",
        ),
        (
            change(100_000, 95_000, Compared(0.95, 0.942, 0.958, 1e-9)),
            "change_small",
            "Aantoonbaar maar klein verschil: van 100.000 naar 95.000; tussen 4 % en 6 % minder.",
        ),
        (change(1, 3), "change_few", "Te weinig gevallen om iets over verandering te zeggen."),
        (
            change(10, 90, Compared(9, 5, 20, None), rounded=(True, True)),
            "change_rounded",
            "Geen vergelijking mogelijk: de bron rondt beide aantallen af (ongeveer 10 en "
            "ongeveer 90).",
        ),
        (
            wording.no_change_known(["2024", "2025"], hidden=False),
            "change_unknown",
            "Geen vergelijking mogelijk: het aantal in 2024 en 2025 is niet bekend.",
        ),
        (
            wording.no_change_known(["2024"], hidden=True),
            "change_hidden",
            "Geen vergelijking mogelijk: het aantal in 2024 tonen we niet, om personen te "
            "beschermen.",
        ),
        (
            wording.stated("change_measured", "nl"),
            "change_measured",
            "Geen vergelijking mogelijk: dit is een gemeten waarde, geen aantal.",
        ),
        (
            wording.beside(25, 14.2, Compared(1.76, 1.1, 2.7, 0.01), reference="Nederland"),
            "beside_higher",
            "Aantoonbaar hoger dan Nederland: 25 tegen 14 te verwachten.",
        ),
        (
            wording.beside(20, 44.0, Compared(0.45, 0.3, 0.7, 0.001), reference="de regio"),
            "beside_lower",
            "Aantoonbaar lager dan de regio: 20 tegen 44 te verwachten; tussen 30 % en 70 % "
            "minder.",
        ),
        (
            wording.beside(14, 9.34, NOT_SHOWN, reference="Nederland"),
            "beside_none",
            "Geen aantoonbaar verschil met Nederland (14 tegen 9,3 te verwachten; zulke "
            "verschillen komen ook door toeval voor).",
        ),
        (
            wording.beside(1_050, 1_000.0, Compared(1.05, 1.01, 1.09, 0.01), reference="elders"),
            "beside_small",
            "Aantoonbaar maar klein verschil met elders: 1.050 tegen 1.000 te verwachten; tussen "
            "1 % en 9 % meer.",
        ),
        (
            wording.beside(2, 1.1, NOT_SHOWN, reference="Nederland"),
            "beside_few",
            "Te weinig gevallen om naast Nederland te leggen.",
        ),
        (
            wording.funnel("higher", count=60, expected=31.2),
            "funnel_higher",
            "Duidelijk hoger dan vergelijkbare gemeenten (60 tegen 31 te verwachten).",
        ),
        (
            wording.funnel("maybe_higher", count=45, expected=31.2),
            "funnel_maybe_higher",
            "Mogelijk hoger dan vergelijkbare gemeenten; volgen (45 tegen 31 te verwachten).",
        ),
        (
            wording.funnel("within", count=31, expected=31.2),
            "funnel_within",
            "Past bij vergelijkbare gemeenten (31 tegen 31 te verwachten).",
        ),
        (
            wording.funnel("maybe_lower", count=20, expected=31.2),
            "funnel_maybe_lower",
            "Mogelijk lager dan vergelijkbare gemeenten; volgen (20 tegen 31 te verwachten).",
        ),
        (
            wording.funnel("lower", count=8, expected=31.2),
            "funnel_lower",
            "Duidelijk lager dan vergelijkbare gemeenten (8 tegen 31 te verwachten).",
        ),
        (
            wording.funnel("few"),
            "funnel_few",
            "Te weinig vergelijkbare gemeenten om iets te zeggen.",
        ),
        (
            wording.month("alarm", seen=10, expected=3.0, upper_bound=7),
            "month_alarm",
            "Opvallend: meer dan verwacht (verwacht 3,0, grens 7, gezien 10). Bekijk de meldingen.",
        ),
        (
            wording.month("alarm", seen=6, expected=1.4),
            "month_alarm",
            "Opvallend: meer dan verwacht (verwacht 1,4, gezien 6). Bekijk de meldingen.",
        ),
        (
            wording.month("alarm", seen=6, expected=1.4, upper_bound=4, months=3),
            "month_alarm",
            "Opvallend: meer dan verwacht (in 3 maanden samen verwacht 1,4, grens 4, gezien 6). "
            "Bekijk de meldingen.",
        ),
        (
            wording.month("usual", seen=4, expected=12.6, upper_bound=21),
            "month_usual",
            "Niet opvallend: past bij wat te verwachten was (verwacht 13, grens 21, gezien 4).",
        ),
        (
            wording.month("few"),
            "month_few",
            "Te weinig gevallen voor een uitspraak over deze maand.",
        ),
        (
            wording.month("short"),
            "month_short",
            "Te weinig eerdere jaren om te zeggen wat te verwachten was.",
        ),
        (
            wording.month("incomplete"),
            "month_incomplete",
            "Nog niet compleet: over deze maand doen we nog geen uitspraak.",
        ),
        (
            wording.trend((46, 14), (2012, 2025), Compared(0.9, 0.87, 0.93, 0.001)),
            "trend_down",
            "Aantoonbaar dalende trend: van 2012 tot en met 2025 tussen 7 % en 13 % minder per "
            "jaar.",
        ),
        (
            wording.trend((1, 24), (2012, 2025), Compared(1.3, 1.2, 1.4, 0.001)),
            "trend_up",
            "Aantoonbaar stijgende trend: van 2012 tot en met 2025 tussen 20 % en 40 % meer per "
            "jaar.",
        ),
        (
            wording.trend((20, 22), (2020, 2025), NOT_SHOWN),
            "trend_none",
            "Geen aantoonbare trend van 2020 tot en met 2025.",
        ),
        (
            wording.effect(None),
            "effect_few",
            "Niet te zeggen: te weinig gevallen om voor en na te vergelijken.",
        ),
        (
            wording.effect(NOT_SHOWN),
            "effect_none",
            "Niet aan te tonen dat er iets veranderde. Dat is geen bewijs dat de aanpak niets "
            "deed.",
        ),
        (
            wording.effect(SHOWN),
            "effect_down",
            "Aantoonbaar minder dan ervoor: tussen 5 % en 52 % minder. Waardoor dat komt, zegt "
            "dit cijfer niet.",
        ),
        (
            wording.effect(Compared(math.inf, 1.5, math.inf, 0.01)),
            "effect_up",
            "Aantoonbaar meer dan ervoor: ten minste 50 % meer. Waardoor dat komt, zegt dit "
            "cijfer niet.",
        ),
        (
            wording.target(14, -0.2, 0.07, 187.2),
            "target_hidden",
            "Met deze aantallen kunnen we een daling van 20 % niet aantonen; pas vanaf ongeveer "
            "190 per jaar.",
        ),
        (
            wording.target(150, -0.2, 0.6, 1_187.2),
            "target_uncertain",
            "Met deze aantallen kunnen we een daling van 20 % misschien aantonen: de kans is "
            "60 %. Vanaf ongeveer 1.200 per jaar is dat 80 %.",
        ),
        (
            wording.target(400, -0.3, 0.93, 120),
            "target_visible",
            "Met deze aantallen kunnen we een daling van 30 % goed aantonen: de kans is 93 %.",
        ),
        (
            wording.target(14, 0.001, 0.03, math.nan),
            "target_never",
            "Met deze aantallen kunnen we een stijging van 0 % niet aantonen, en met grotere "
            "aantallen ook niet.",
        ),
        (
            wording.poll_share(
                0.668, 294, claim="voelt {share} zich veilig", self_selected=True
            ),
            "poll_self_selected",
            "Van de 294 invullers voelt 67 % zich veilig. De invullers kozen zelf om mee te doen; "
            "dit is geen uitslag voor alle inwoners.",
        ),
        (
            wording.poll_share(
                0.668, 294, claim="voelt {share} zich veilig", self_selected=False,
                lower=0.611, upper=0.721,
            ),
            "poll_sample",
            "Van de 294 invullers voelt 67 % zich veilig. Voor alle inwoners ligt dat tussen "
            "61 % en 73 %.",
        ),
        (
            wording.poll_share(0.5, 9, claim="voelt {share} zich veilig", self_selected=True),
            "poll_few",
            "Te weinig invullers om te tonen, zodat niemand te herkennen is.",
        ),
        (
            wording.group_difference({"Centrum": 0.5, "Dorpen": 0.4}, [60, 9], 0.01),
            "groups_few",
            "Te weinig invullers in een groep om de groepen te vergelijken.",
        ),
        (
            wording.group_difference({"Centrum": 0.55, "Dorpen": 0.48}, [60, 50], 0.4),
            "groups_none",
            "Geen aantoonbaar verschil tussen deze groepen invullers (Centrum 55 %, Dorpen 48 %; "
            "zulke verschillen komen ook door toeval voor).",
        ),
        (
            wording.group_difference({"Centrum": 0.71, "Dorpen": 0.48}, [60, 50], 0.01),
            "groups_differ",
            "Aantoonbaar verschil tussen deze groepen invullers: Centrum 71 %, Dorpen 48 %.",
        ),
        (
            wording.near_repeat(9, 3, 0.5, 0.001),
            "repeat_few",
            "Te weinig gevallen om te zien of het zich dichtbij herhaalt.",
        ),
        (
            wording.near_repeat(30, 6, 4.24, 0.2),
            "repeat_none",
            "Geen aantoonbare herhaling dichtbij (6 paren tegen 4,2 te verwachten; zulke "
            "verschillen komen ook door toeval voor).",
        ),
        (
            wording.near_repeat(30, 14, 4.24, 0.005),
            "repeat_more",
            "Aantoonbaar vaker een herhaling dichtbij: 14 paren tegen 4,2 te verwachten.",
        ),
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
        (wording.stated("area_higher", "nl"), "area_higher", "Hoger dan de rest van de gemeente."),
        (wording.stated("area_lower", "nl"), "area_lower", "Lager dan de rest van de gemeente."),
        (wording.stated("area_none", "nl"), "area_none", "Niet te onderscheiden van de rest."),
        (
            wording.stated("area_few", "nl"),
            "area_few",
            "Te weinig gevallen om met de rest te vergelijken.",
        ),
        (
            wording.stated("area_uninhabited", "nl"),
            "area_uninhabited",
            "Bijna geen inwoners: een cijfer per inwoner zegt hier niets.",
        ),
        (
            wording.stated("area_unknown", "nl"),
            "area_unknown",
            "Niet te vergelijken: het cijfer is niet bekend.",
        ),
    ],
)  # fmt: skip
def test_each_sentence_of_the_list(statement, code, sentence):
    assert (statement.code, statement.sentence) == (code, sentence)


def test_no_sentence_of_the_list_is_left_untested():
    listed = test_each_sentence_of_the_list.pytestmark[0].args[1]
    assert {code for _, code, _ in listed} == set(wording.codes())


def test_both_languages_have_the_same_list_with_the_same_parts():
    assert list(dutch.STATEMENTS) == list(english.STATEMENTS)
    for code, templates in dutch.STATEMENTS.items():
        for ours, theirs in zip(templates, english.STATEMENTS[code], strict=True):
            assert _parts(ours) == _parts(theirs), code
    assert {code: _parts(text) for code, text in dutch.WORDS.items()} == {
        code: _parts(text) for code, text in english.WORDS.items()
    }


def _parts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_english_is_written_as_english():
    assert change(88_000, 60_000, SHOWN, "en").sentence == (
        "Demonstrably down: from 88,000 to 60,000; between 5 % and 52 % less."
    )
    assert change(7, 14, language="en").sentence == (
        "No demonstrable change (7 against 14; differences like this also come about by chance)."
    )


def test_no_text_uses_a_word_that_misleads():
    every = " ".join(
        " ".join(one) for texts in (dutch, english) for one in texts.STATEMENTS.values()
    ).lower()
    for word in ("significan", "gelijk gebleven", "dankzij", "unchanged", "thanks to", "bewezen"):
        assert word not in every


def test_detail_and_label_together_say_what_the_sentence_says():
    statement = change(88, 60, SHOWN)
    assert statement.label == "Aantoonbaar gedaald"
    assert statement.detail == "Van 88 naar 60; tussen 5 % en 52 % minder."
    assert change(7, 14).detail == (
        "7 in 2024 en 14 in 2025. Zulke verschillen komen ook door toeval voor."
    )


@given(COUNTS, COUNTS)
def test_a_percentage_needs_twenty_cases_and_a_margin(earlier, later):
    result = compare_counts(later, 1, earlier, 1)
    compared = Compared(*(float(one) for one in (
        result.ratio, result.lower, result.upper, result.p_value,
    )))  # fmt: skip
    said = change(earlier, later, compared).sentence
    assert ("%" in said) <= (earlier >= 20)
    assert ("%" in said) <= bool(re.search(r"tussen|hooguit|ten minste", said))
    assert ("gestegen" in said) <= (later > earlier)
    assert ("gedaald" in said) <= (later < earlier)


@given(st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_margins_are_rounded_outward(one, other):
    lower, upper = sorted((one, other))
    numbers = [
        int(number) for number in re.findall(r"\d+", change_in_percentages(lower, upper, "nl"))
    ]
    assert numbers[-1] >= (1 - lower) * 100 - 1e-6
    assert len(numbers) == 1 or numbers[0] <= (1 - upper) * 100 + 1e-6
