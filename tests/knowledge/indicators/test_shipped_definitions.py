"""The definitions that come with the product hold together and match the open data."""

import csv
from io import StringIO

import pytest

from integraal.knowledge.indicators.definitions import list_problems
from tests.knowledge.indicators.shipped import (
    COMPARISON,
    FIELDS,
    INDICATORS,
    LISTS,
    SOURCES,
    THEMES,
    shared_codes,
)
from tests.knowledge.sources.exports import shared_file

FIRST_ELEVEN = {
    "bedrijfsinbraak", "cybercrime", "drugshandel", "fietsendiefstal", "inwoners",
    "misdrijven-totaal", "overlast-totaal", "overval", "vernieling", "winkeldiefstal",
    "woninginbraak",
}  # fmt: skip
BBV = {
    "bbv-halt": "youth",
    "bbv-winkeldiefstal": "inhabitants",
    "bbv-geweldsmisdrijven": "inhabitants",
    "bbv-diefstal-woning": "inhabitants",
    "bbv-vernieling-openbare-orde": "inhabitants",
}


def each_indicator():
    return pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.code)


def classes_used(list_code: str) -> set[str]:
    return {
        code
        for indicator in INDICATORS.values()
        if indicator.numerator.list == list_code
        for code in indicator.numerator.classes
    }


def test_there_are_at_least_sixty_indicators_and_the_first_ones_kept_their_code():
    assert len(INDICATORS) >= 60
    assert set(INDICATORS) >= FIRST_ELEVEN


@each_indicator()
def test_an_indicator_points_to_things_that_are_there(indicator):
    assert indicator.theme is None or THEMES[indicator.theme].dropped is None
    assert indicator.field is None or indicator.field in FIELDS
    assert list_problems(indicator, LISTS) == []
    assert indicator.status == "proposal"
    assert indicator.version == "2"


@each_indicator()
def test_an_indicator_says_for_itself_why_it_matters_and_what_limits_it(indicator):
    assert indicator.caveats
    assert indicator.why_it_matters
    rows = {"kerncijfers"}
    assert (indicator.field is None) == (indicator.numerator.list in rows)
    assert indicator.per == (1000 if indicator.denominator else 1)


@each_indicator()
def test_breaks_and_years_that_hold_for_a_whole_list_are_written_there_only(indicator):
    assert indicator.breaks == ()
    assert indicator.baseline_excludes == ()


def test_names_are_not_used_twice():
    for name in ("name", "short_name"):
        values = [getattr(indicator, name) for indicator in INDICATORS.values()]
        assert sorted(values) == sorted(set(values))


@pytest.mark.parametrize("list_code", ["misdrijven", "overlast", "veiligheidsmonitor"])
def test_every_class_of_the_police_and_every_question_has_an_indicator(list_code):
    assert classes_used(list_code) == {each.code for each in LISTS[list_code].classes}


def test_the_five_indicators_of_the_budget_rules_say_their_unit():
    for code, denominator in BBV.items():
        indicator = INDICATORS[code]
        assert (indicator.denominator, indicator.per) == (denominator, 1000)
        assert any("10.000" in caveat for caveat in indicator.caveats)


def test_baskets_add_several_classes_of_one_list():
    for code in ("high-impact-crimes", "online-criminaliteit", "ondermijning-samen"):
        assert len(INDICATORS[code].measures) > 2
        assert len({measure.partition(":")[0] for measure in INDICATORS[code].measures}) == 1


def test_a_percentage_has_no_denominator_and_no_parts():
    measured = [each for each in INDICATORS.values() if each.kind == "measured"]
    assert {each.numerator.list for each in measured} == {"veiligheidsmonitor"}
    assert all(each.denominator is None and len(each.measures) == 1 for each in measured)


def test_the_plan_has_five_themes_and_says_where_the_others_went():
    in_plan = [theme.code for theme in THEMES.values() if theme.holds_in(2025)]
    assert in_plan == ["woonomgeving", "bedrijvigheid", "jeugd", "ondermijning", "digitaal"]
    dropped = {theme.code: theme.went_to for theme in THEMES.values() if theme.dropped}
    assert "verkeersplan" in dropped["verkeersveiligheid"]
    assert "evenementenbeleid" in dropped["evenementen"]
    assert dropped["handhaving"]


def test_themes_and_standard_fields_are_tied():
    assert [code for code in FIELDS if "." not in code] == ["1", "2", "3", "4", "5"]
    assert {theme.standard_field for theme in THEMES.values()} <= set(FIELDS)
    assert FIELDS["1.3"].label == "1.3 Objectieve veiligheid"


def test_the_change_of_july_2018_names_what_the_police_names():
    (change,) = LISTS["misdrijven"].breaks
    assert change.period.code == "2018MM07"
    for words in ("huisvredebreuk", "witwassen", "wapenhandel", "0,5%"):
        assert words in change.text


@pytest.mark.parametrize("code", ["misdrijven", "overlast", "misdrijven-cbs"])
def test_the_corona_years_are_left_out(code):
    (stretch,) = LISTS[code].leave_out
    assert (stretch.start.code, stretch.end.code) == ("2020MM03", "2022MM02")
    assert stretch.years == (2020, 2021)


def test_the_old_scheme_points_to_classes_that_are_there():
    for each in LISTS["misdrijven-cbs"].classes:
        assert each.fit is not None, each.code
        assert all(LISTS["misdrijven"].by_code(code) for code in each.newer), each.code


def test_every_class_a_source_names_is_in_its_list():
    for source in SOURCES.values():
        known = {each.code for each in LISTS[source.list].classes}
        columns = [source.columns, *(copy.columns for copy in source.copies)]
        topics = {code for part in columns if part for _, code in part.topics if code}
        hidden = {code for rule in source.withheld for code in rule.classes}
        assert topics | hidden <= known, source.code


def test_opmeer_is_compared_with_municipalities_of_its_size_and_urbanity():
    assert COMPARISON.size_class(12_222).name == "10.000 tot 20.000 inwoners"
    assert COMPARISON.urbanity_by_code("4").name == "Weinig stedelijk"


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("code", "file", "count"),
    [("misdrijven", "SoortMisdrijf.csv", 59), ("overlast", "Overlast.csv", 9)],
)
def test_codes_and_labels_are_those_of_the_police(code, file, count):
    shipped = {each.code: each.label for each in LISTS[code].classes}
    assert shipped == shared_codes(file)
    assert len(shipped) == count


@pytest.mark.shared_data
def test_incident_codes_are_those_of_the_police():
    table = csv.DictReader(StringIO(shared_file("SoortMisdrijf.csv").decode()))
    for row in table:
        words = {line.strip().partition(" ")[0] for line in row["Description"].splitlines()}
        incidents = LISTS["misdrijven"].by_code(row["Key"]).incidents
        assert set(incidents) == words - {"", "(uitgebreide"}, row["Key"]


@pytest.mark.shared_data
def test_the_old_codes_are_those_of_the_raw_export():
    content = shared_file("83648NED_UntypedDataSet_17052018_141347.csv").decode("utf-8-sig")
    table = csv.DictReader(StringIO(content), delimiter=";")
    codes = {row["SoortMisdrijf"] for row in table}
    assert {each.code for each in LISTS["misdrijven-cbs"].classes} == codes
    assert len(codes) == 76


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("list_code", "file", "column"),
    [
        ("misdrijven", "../national/NL_Crime.csv", "crime_type_code"),
        ("overlast", "../national/NL_Disorder.csv", "crime_type_code"),
        ("misdrijven-cbs", "83648NED_gemeenten_2010_2020_totaal.csv", "SoortMisdrijf"),
        ("misdrijven-cbs", "../opmeer/83648NED_opmeer_2015_soort.csv", "SoortMisdrijf"),
    ],
)
def test_every_label_of_a_copy_is_found_in_the_list(list_code, file, column):
    table = csv.DictReader(StringIO(shared_file(file).decode()))
    labels = {row[column] for row in table}
    assert [label for label in labels if LISTS[list_code].by_label(label) is None] == []
