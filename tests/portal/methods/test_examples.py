"""What each example answers: the sentence of the closed list, and the numbers of the library."""

from __future__ import annotations

import pytest

from integraal.foundation.ui.dutch import number
from integraal.portal.methods.fields import Refused
from integraal.portal.methods.register import METHODS
from integraal.statistics.evaluation import before_after
from integraal.statistics.funnel import compare_areas
from integraal.statistics.rates import compare_with_rest, poisson_interval, poisson_trend
from integraal.statistics.spatial import knox


def answer(slug, **asked):
    example = METHODS[slug].example
    form = example.form({**example.form.first_values(), **asked})
    assert form.is_valid(), form.errors
    return example.answer(form.cleaned_data)


def cells(found) -> list[str]:
    return [cell for row in found.table.rows for cell in row if isinstance(cell, str)]


def test_seven_against_fourteen_is_no_demonstrable_change():
    found = answer("twee-aantallen-vergelijken", eerder="7", later="14")
    assert found.sentence == (
        "Geen aantoonbare verandering (7 tegen 14; zulke verschillen komen ook door toeval voor)."
    )
    assert found.verdict is not None
    assert found.verdict.kind == "flat"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            {"eerder": "88", "later": "60"},
            "Aantoonbaar gedaald: van 88 naar 60; tussen 5 % en 52 % minder.",
        ),
        ({"eerder": "1", "later": "3"}, "Te weinig gevallen om iets over verandering te zeggen."),
        (
            {"eerder": "5", "later": "100", "afgerond": "beide"},
            "Geen vergelijking mogelijk: de bron rondt beide aantallen af (ongeveer 5 en "
            "ongeveer 100).",
        ),
        (
            {"eerder": "85", "later": "60", "afgerond": "eerder"},
            "Geen aantoonbare verandering (ongeveer 85 tegen 60; zulke verschillen komen ook door "
            "toeval voor).",
        ),
    ],
)
def test_two_counts_get_a_sentence_of_the_closed_list(asked, sentence):
    found = answer("twee-aantallen-vergelijken", **asked)
    assert found.sentence == sentence
    if asked.get("afgerond") == "beide":
        assert "niet getoetst" in cells(found)


@pytest.mark.parametrize(("zekerheid", "confidence"), [("90", 0.9), ("95", 0.95), ("99", 0.99)])
def test_the_margin_is_that_of_the_library(zekerheid, confidence):
    found = answer("marge-van-een-aantal", aantal="264", zekerheid=zekerheid)
    limits = poisson_interval(264, confidence=confidence)
    assert f"{number(float(limits.lower), 1)} tot {number(float(limits.upper), 1)}" in cells(found)
    assert found.sentence.startswith("264, met een marge van ")


def test_a_rounded_count_has_a_wider_margin():
    plain, rounded = (
        answer("marge-van-een-aantal", aantal="20", afgerond=one) for one in ("nee", "ja")
    )
    assert plain.sentence == "20, met een marge van 12 tot 31 (95 %)."
    assert rounded.sentence == "20, met een marge van 10 tot 34 (95 %)."


def test_many_comparisons_are_judged_as_one_family():
    lines = "Een 20 40\n" + "\n".join(f"Rij{n} 20 22" for n in range(40)) + "\nKlein 1 2"
    found = answer("veel-vergelijkingen-tegelijk", reeksen=lines)
    assert found.sentence == (
        "Van de 41 vergelijkingen vallen er los bekeken 1 op, en samen beoordeeld 0."
    )
    assert "41 vergelijkingen" in found.more[0]
    assert found.table.rows[-1][-1].text == "Te weinig gevallen"


def test_the_own_part_is_taken_out_of_the_country():
    asked = {"aantal": "60", "inwoners": "1000", "aantal_daar": "100", "inwoners_daar": "10000"}
    found = answer("naast-het-land-of-de-regio", **asked)
    assert found.sentence.startswith("Aantoonbaar hoger dan Nederland: 60 tegen 4,4 te verwachten")
    ratio = float(compare_with_rest(60, 1000, 100, 10_000).ratio)
    assert f"Verhouding tot de rest: {number(ratio, 2)}" in found.more[0]


@pytest.mark.parametrize(
    "asked", [{"aantal_daar": "13"}, {"inwoners_daar": "12300"}, {"inwoners_daar": "5"}]
)
def test_a_whole_smaller_than_its_part_is_refused_in_a_sentence(asked):
    with pytest.raises(Refused, match="horen daar ook bij") as refusal:
        answer("naast-het-land-of-de-regio", **asked)
    assert refusal.value.field == next(iter(asked))


def test_standardising_compares_with_what_the_own_ages_lead_one_to_expect():
    lines = "jong 10 100 50 1000\noud 10 1000 10 1000"
    found = answer("standaardiseren", groepen=lines)
    # Expected: 100 x 50 / 1000 + 1000 x 10 / 1000 = 15.
    assert "20 tegen 15 te verwachten" in found.sentence
    # Direct, both groups as large in the country: (0,1 + 0,01) / 2 per inhabitant.
    assert "55,00" in cells(found)


def test_a_trend_is_that_of_the_library_with_its_course_as_a_table_too():
    counts = "46 44 41 33 30 24 21 20 12 9 11 10 7 14"
    found = answer("trend-over-jaren", aantallen=counts, laatste="2025")
    trend = poisson_trend([int(one) for one in counts.split()], list(range(2012, 2026)))
    assert found.sentence.startswith("Aantoonbaar dalende trend: van 2012 tot en met 2025 tussen ")
    assert number(float(trend.ratio), 2) in cells(found)
    assert [point.label for point in found.figure.chart.points][::13] == ["2012", "2025"]


def test_a_row_of_nothing_has_no_trend():
    with pytest.raises(Refused, match="alleen nullen"):
        answer("trend-over-jaren", aantallen="0 0 0 0 0")


def test_a_year_beside_those_before_it():
    found = answer("verwachting-uit-eerdere-jaren", aantallen="30 30 30 30 30 90", laatste="2025")
    assert found.sentence.startswith("90 in 2025 ligt boven de jaren ervoor: verwacht 30, tussen")
    found = answer("verwachting-uit-eerdere-jaren", aantallen="30 30 30 30", laatste="2025")
    assert found.sentence.startswith("30 in 2025 past bij de jaren ervoor")


def test_a_small_count_is_hidden_with_the_one_that_would_give_it_away():
    lines = "Centrum 34\nZandwijk 14\nBuitengebied 3\nWaterkant 9"
    found = answer("afschermen", gebieden=lines, totaal="ja")
    assert found.sentence == "2 van de 4 aantallen verborgen."
    assert [row[1] for row in found.table.rows] == ["34", "14", "< 5", "niet getoond"]
    alone = answer("afschermen", gebieden="Centrum 3\nZandwijk 0", totaal="ja")
    assert "Ook het totaal blijft weg" in alone.sentence
    assert alone.table.foot[0][1] == "niet getoond"


def test_a_municipality_among_those_like_it_gets_a_zone_and_never_a_place():
    from integraal.portal.methods.explained.funnel import INVENTED

    found = answer("trechter", aantal="14", inwoners="12300")
    assert found.sentence == "Past bij vergelijkbare gemeenten (14 tegen 17 te verwachten)."
    people, counts = zip(*INVENTED, strict=True)
    library = compare_areas([14, *counts], [12_300, *people])
    assert f"{number(float(library.dispersion[0]), 1)} keer" in found.more[0]
    high = answer("trechter", aantal="80", inwoners="12300")
    assert high.sentence.startswith("Duidelijk hoger dan vergelijkbare gemeenten (80 tegen ")


def test_a_map_class_asks_for_the_certainty_that_is_chosen():
    classes = {
        certainty: [row[-1].text for row in answer("kaartklassen", zekerheid=certainty).table.rows]
        for certainty in ("80", "90", "95")
    }
    assert classes["90"] == [
        "Hoger",
        "Niet te onderscheiden",
        "Lager",
        "Niet te onderscheiden",
        "Te weinig",
        "Lager",
        "Hoger",
        "Geen cijfer per inwoner",
    ]
    park = answer("kaartklassen").table.rows[-1]
    assert park[2:5] == ("-", "-", "-"), "no figure per inhabitant where hardly anybody lives"
    unsure = [one.count("Niet te onderscheiden") for one in classes.values()]
    assert unsure == sorted(unsure)


def test_areas_without_anything_to_compare_are_refused_in_a_sentence():
    with pytest.raises(Refused, match="ten minste één geval"):
        answer("kaartklassen", gebieden="A 0 900\nB 0 800\nC 1 20")


def test_before_and_after_say_what_the_library_finds_here_and_beside_others():
    found = answer("voor-en-na", voor="32 28 30", na="17 13 15")
    library = before_after([32, 28, 30, 17, 13, 15], [False] * 3 + [True] * 3).comparison
    assert number(float(library.ratio), 2) in cells(found)
    assert found.sentence.startswith("Aantoonbaar minder dan ervoor: tussen 17 % en 71 % minder.")
    assert found.more[0].startswith("Naast 22 vergelijkbare gebieden.")


def test_few_cases_few_others_and_a_peak_are_told():
    found = answer("voor-en-na", voor="1 2", na="1", elders="Een 10 9")
    assert found.sentence.startswith("Niet te zeggen")
    peak, few = found.more
    assert peak.startswith("Let op: het laatste jaar ervoor was het hoogste.")
    assert "daarvoor zijn er 20 nodig" in few


def test_nothing_before_and_after_is_no_error():
    found = answer("voor-en-na", voor="0", na="0")
    assert found.sentence.startswith("Niet te zeggen")


@pytest.mark.parametrize(
    ("months", "sentence", "way"),
    [
        ("5 4 6 " * 24 + "30", "Opvallend: meer dan verwacht", "Farrington"),
        ("5 4 6 " * 24 + "5", "Niet opvallend", "Farrington"),
        ("0 0 1 0 " * 18 + "2", "Niet opvallend", "de laatste drie maanden"),
        ("0 0 1 0 " * 18 + "9 9", "Opvallend", "de laatste drie maanden"),
        ("0 " * 72 + "1", "Te weinig gevallen", "geen: er zijn te weinig gevallen"),
        ("5 " * 14, "Te weinig eerdere jaren", "geen: er zijn te weinig eerdere jaren"),
    ],
)
def test_a_month_is_judged_by_the_way_its_counts_can_bear(months, sentence, way):
    found = answer("maandronde", maanden=months)
    assert found.sentence.startswith(sentence)
    assert found.table.rows[0][1].startswith(way)
    assert len(found.figure.chart.points) <= 36


def test_a_month_that_does_not_count_is_a_gap_and_the_last_one_may_not_be():
    found = answer("maandronde", maanden="5 4 6 " * 20 + "- - - 5")
    assert found.figure.chart.points[-2].value is None
    with pytest.raises(Refused, match="laatste maand"):
        answer("maandronde", maanden="5 4 6 " * 20 + "-")


def test_a_self_selected_poll_never_gets_a_margin_for_all_people():
    found = answer("wegen-van-een-peiling")
    assert found.sentence == (
        "Van de 294 invullers voelt 67 % zich veilig. De invullers kozen zelf om mee te doen; dit "
        "is geen uitslag voor alle inwoners."
    )
    assert found.verdict.kind == "watch"
    assert dict(row for row in found.table.rows)["Marge voor alle inwoners"].startswith("geen")
    drawn = answer("wegen-van-een-peiling", werving="loting")
    assert "Voor alle inwoners ligt dat tussen" in drawn.sentence


def test_weighting_meets_the_margins():
    """Young people answered half as often as they live there, and feel half as safe."""
    found = answer(
        "wegen-van-een-peiling",
        invullers="jong vrouw 20 8\njong man 20 8\noud vrouw 40 32\noud man 40 32",
        leeftijd="jong 1000\noud 1000",
        geslacht="vrouw 1000\nman 1000",
    )
    # Unweighted 80 of 120; weighted half at 40 % and half at 80 %.
    assert [row[1] for row in found.table.rows[:2]] == ["67\u00a0%", "60\u00a0%"]
    assert found.more[0] == (
        "Gewogen naar leeftijd en geslacht is het 60 %. Dat scheelt meer dan 3 punten: de "
        "invullers lijken niet op alle inwoners."
    )


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"invullers": "jong 20 8\noud man 4 3"}, "schrijf een leeftijd en een geslacht"),
        ({"invullers": "jong vrouw 20 21\noud man 4 3"}, "meer mensen veilig dan er invulden"),
        ({"invullers": "jong vrouw 0 0\noud man 0 0"}, "dit zijn er 0"),
        ({"invullers": "jong vrouw 2000 0\noud man 2000 0"}, "dit zijn er 4.000"),
        ({"leeftijd": "jong 3600\nmidden 4700"}, "ontbreekt: oud"),
        ({"leeftijd": "jong 1\nmidden 1\noud 1\nkind 5"}, "Niemand van deze groep vulde in: kind"),
        ({"leeftijd": "jong 0\nmidden 1\noud 1"}, "Een groep zonder inwoners"),
        (
            {
                "invullers": "jong vrouw 20 8\noud man 4 3",
                "leeftijd": "jong 10\noud 90",
                "geslacht": "vrouw 90\nman 10",
            },
            "geen weging die klopt",
        ),
    ],
)
def test_a_poll_that_cannot_be_weighted_is_refused_in_a_sentence(asked, words):
    with pytest.raises(Refused, match=words):
        answer("wegen-van-een-peiling", **asked)


@pytest.mark.parametrize("werving", ["zelf", "loting"])
@pytest.mark.parametrize("safe", ["0", "20"])
def test_a_poll_in_which_all_say_the_same_has_an_answer(werving, safe):
    found = answer(
        "wegen-van-een-peiling",
        invullers=f"jong vrouw 20 {safe}\noud man 20 {safe}",
        leeftijd="jong 100\noud 100",
        geslacht="vrouw 100\nman 100",
        werving=werving,
    )
    assert found.sentence.startswith("Van de 40 invullers voelt ")


def test_groups_of_a_poll_are_compared_and_small_ones_are_not_shown():
    found = answer("verschil-tussen-groepen")
    assert found.sentence.startswith("Aantoonbaar verschil tussen deze groepen invullers: ")
    few = answer("verschil-tussen-groepen", groepen="Centrum 60 30 1\nDorpen 9 1 1")
    assert few.sentence == "Te weinig invullers in een groep om de groepen te vergelijken."
    assert few.table.rows[1] == ("Dorpen", "9", "te weinig om te tonen")
    same = answer("verschil-tussen-groepen", groepen="Centrum 60 0 1\nDorpen 50 0 1")
    assert same.sentence.startswith("Geen aantoonbaar verschil")


@pytest.mark.parametrize(
    "lines",
    ["A 10 11 1\nB 10 5 1", "A 10,5 5 1\nB 10 5 1", "A 10 5 0\nB 10 5 1", "A 10 5 1\nA 9 5 1"],
)
def test_groups_that_cannot_be_are_refused_in_a_sentence(lines):
    with pytest.raises(Refused, match="groepen in|niet meer ja-zeggers"):
        answer("verschil-tussen-groepen", groepen=lines)


def test_the_order_is_the_weighted_sum_with_how_firm_it_is():
    scores = "Een 8 4 5\nTwee 4 7 8\nDrie 0 0 0"
    found = answer("prioriteren", scores=scores, gewichten="A 50 20 30\nB 40 40 20\nC 10 40 50")
    # Medians 40, 40 and 30 of 110: Een 5,7 and Twee 6,2.
    assert [row[:3] for row in found.table.rows] == [
        ("Twee", "6,2", "1"),
        ("Een", "5,7", "2"),
        ("Drie", "0,0", "3"),
    ]
    assert found.sentence.startswith("Met deze scores en gewichten staat Twee bovenaan.")
    assert "De volgordes van de 3 deelnemers komen" in found.more[0]


def test_points_that_do_not_add_up_are_told():
    with pytest.raises(Refused, match="B verdeelt 90 punten. Maak er samen 100 van"):
        answer("prioriteren", gewichten="A 50 20 30\nB 40 30 20")


def test_without_any_difference_agreement_is_not_made_up():
    found = answer("prioriteren", scores="Een 5 5 5\nTwee 5 5 5")
    assert "niet te berekenen" in found.more[0]


def test_near_repeats_are_counted_as_the_library_counts_them():
    from integraal.portal.methods.explained.hot_spots import PERMUTATIONS

    found = answer("hotspots")
    x, y, day = zip(*_cases(), strict=True)
    library = knox(x, y, day, [150], [14], PERMUTATIONS)
    pairs = int(library.observed[0, 0])
    assert found.sentence.startswith(f"Aantoonbaar vaker een herhaling dichtbij: {pairs} paren")
    assert str(pairs) in cells(found)


def _cases():
    example = METHODS["hotspots"].example
    form = example.form(example.form.first_values())
    assert form.is_valid()
    return [line.numbers for line in form.cleaned_data["gevallen"]]


def test_cases_spread_evenly_do_not_repeat_and_few_are_not_shown():
    even = "\n".join(f"n{n} {n % 6 * 900} {n // 6 * 900} {n * 29 % 365}" for n in range(30))
    assert answer("hotspots", gevallen=even).sentence.startswith("Geen aantoonbare herhaling")
    few = answer("hotspots", gevallen="a 1 1 1\nb 2 2 2\nc 3 3 3")
    assert few.sentence == "Te weinig gevallen om te zien of het zich dichtbij herhaalt."
    assert few.table is None
