"""Every source says who publishes it, how to read it, and what it leaves out."""

import csv
from collections import Counter
from contextlib import suppress
from io import StringIO
from itertools import product
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.indicators.reading import DefinitionProblem
from integraal.knowledge.sources.definitions import (
    Frequency,
    Level,
    load_sources,
    parse_source,
)
from tests.knowledge.sources.exports import REPOSITORY, shared_file

FOLDER = REPOSITORY / "definitions" / "sources"
SOURCES = load_sources(FOLDER)
GOOD = yaml.safe_load((FOLDER / "politie-misdrijven-gemeente.yaml").read_text("utf-8"))
TABLES = {
    "47013NED", "47018NED", "47021NED", "47022NED", "47024NED", "83648NED",
    "70072ned", "84799NED", "85984NED", "83474NED", "85146NED",
}  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
)


def problems(**changes) -> str:
    with pytest.raises(DefinitionProblem) as raised:
        parse_source({**GOOD, **changes})
    return "\n".join(raised.value.sentences)


def test_the_tables_of_the_dossier_are_there():
    deciding = {source.table for source in SOURCES.values() if source.levels}
    assert deciding == TABLES


@pytest.mark.parametrize("source", SOURCES.values(), ids=lambda source: source.code)
def test_a_shipped_source_is_free_to_use_and_says_how(source):
    assert source.licence == "CC BY 4.0"
    assert source.credit
    assert source.caveats
    assert source.columns or source.copies or not source.levels


def test_each_list_level_and_kind_of_period_has_one_authority():
    held = Counter(
        (source.list, level, frequency, source.fixed_period)
        for source in SOURCES.values()
        for level, frequency in product(get_args(Level), get_args(Frequency))
        if source.is_authority(level, frequency)
    )
    assert [key for key, count in held.items() if count > 1] == []


@pytest.mark.parametrize(
    ("list_code", "level", "frequency", "table"),
    [
        ("misdrijven", "country", "year", "47013NED"),
        ("misdrijven", "country", "month", "47022NED"),
        ("misdrijven", "municipality", "month", "47013NED"),
        ("misdrijven", "district", "year", "47018NED"),
        ("misdrijven", "neighbourhood", "month", "47022NED"),
        ("overlast", "municipality", "year", "47021NED"),
        ("overlast", "neighbourhood", "month", "47024NED"),
        ("misdrijven-cbs", "municipality", "year", "83648NED"),
    ],
)
def test_the_authority_for_a_figure_is_known(list_code, level, frequency, table):
    (source,) = [
        each
        for each in SOURCES.values()
        if each.list == list_code and each.is_authority(level, frequency)
    ]
    assert source.table == table


def test_sexual_offences_are_known_to_be_withheld_per_neighbourhood_and_month():
    yearly, monthly = (
        SOURCES["politie-misdrijven-buurt-jaar"],
        SOURCES["politie-misdrijven-gemeente"],
    )
    for code in ("1.4.1", "3.2.1", "3.2.2"):
        assert "herkenbaar" in yearly.withheld_reason(code, "neighbourhood")
        assert monthly.withheld_reason(code, "municipality", "year") is None
        assert "alleen per jaar" in monthly.withheld_reason(code, "municipality", "month")
    assert yearly.withheld_reason("3.7.3", "neighbourhood") is None
    assert yearly.withheld_reason("1.1.1", "neighbourhood") is None
    assert monthly.withheld_reason("3.7.3", "municipality") is None


def test_rounding_travels_with_the_level():
    assert SOURCES["cbs-misdrijven-oud"].rounding("municipality") == 5
    assert SOURCES["cbs-wijken-buurten-2020"].rounding("neighbourhood") == 5
    assert SOURCES["cbs-wijken-buurten-2020"].rounding("municipality") == 1
    assert SOURCES["politie-misdrijven-gemeente"].rounding("municipality") == 1


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("TotaleBevolking_1", "inwoners"),
        ("TotaleBevolking_27", "inwoners"),
        (" Totale bevolking", "inwoners"),
        ("Bedrijfsvestigingen, totaal", "bedrijfsvestigingen"),
        ("Mannen_2", None),
    ],
)
def test_a_column_is_known_by_its_name_whatever_its_number(heading, code):
    assert SOURCES["cbs-bevolking"].columns.class_of(heading) == code


def test_all_that_is_wrong_with_a_source_is_said_at_once():
    with pytest.raises(DefinitionProblem) as raised:
        parse_source({"code": "x", "url": "http://voorbeeld.nl", "licentie": "?"})
    text = "\n".join(raised.value.sentences)
    for words in ("'publisher' ontbreekt", "https://", "'licentie' is geen bekend veld"):
        assert words in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"footer": None}, "noem 'title' en 'footer' samen"),
        ({"levels": ["dorp"]}, "'levels' noemt 'dorp'. Kies uit: country"),
        ({"frequency": []}, "noem bij 'frequency' ten minste een waarde"),
        ({"frequency": ["year", "year"]}, "noemt iets twee keer"),
        ({"rounded_to": 0}, "boven nul"),
        ({"incomplete_months": -1}, "nul of meer"),
        ({"columns": {**GOOD["columns"], "topics": {}}}, "ten minste een kolom met cijfers"),
        ({"columns": {**GOOD["columns"], "topics": ["x"]}}, "'naam: waarde'"),
        ({"columns": {**GOOD["columns"], "class": None}}, "vraagt om een kolom 'class'"),
        ({"columns": {**GOOD["columns"], "period": None}}, "noem de kolom met perioden"),
        ({"columns": {**GOOD["columns"], "region": None}}, "kolom met gebieden"),
        ({"columns": None}, "hoe de kolommen heten"),
        ({"copies": [{"columns": GOOD["columns"], "region": "NL00"}]}, "het ene gebied"),
        ({"withheld": [{"levels": ["country"], "reason": "x"}]}, "wat er niet wordt getoond"),
        ({"not_for": [{"levels": ["country"]}]}, "een andere bron geldt"),
        ({"fetch": {"service": "soap", "address": "https://x.nl"}}, "odata-v3, odata-v4"),
        ({"fetch": {"service": "odata-v4", "address": "ftp://x.nl"}}, "begin 'address' met"),
        ({"fixed_period": "2020"}, "schrijf 'fixed_period' als"),
    ],
)
def test_a_wrong_source_is_refused_with_a_sentence(changes, words):
    assert words in problems(**changes)


@given(st.sampled_from(sorted(GOOD)), ANYTHING)
def test_any_change_to_a_field_is_a_source_or_a_problem(field, value):
    with suppress(DefinitionProblem):
        assert parse_source({**GOOD, field: value})


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("code", "file", "delimiter"),
    [
        ("cbs-misdrijven-oud", "83648NED_UntypedDataSet_17052018_141347.csv", ";"),
        ("cbs-misdrijven-oud", "../opmeer/83648NED_opmeer_2015_soort.csv", ","),
        ("cbs-bevolking", "../population/70072ned_UntypedDataSet_06062018_000805.csv", ";"),
        ("cbs-wijken-buurten-2020", "../opmeer/84799NED_kwb2020_opmeer.csv", ","),
        ("politie-misdrijven-buurt-jaar", "../opmeer/47018NED_opmeer_buurten_2023_totaal.csv", ","),
        ("politie-misdrijven-buurt-maand", "../national/NL_Crime.csv", ","),
        ("politie-overlast", "../national/NL_Disorder.csv", ","),
        ("cbs-buurten-2024", "../population/85984NED_buurten_2024.csv", ","),
        ("cbs-bevolking-maand", "../national/NL_Population.csv", ","),
    ],
)
def test_the_columns_are_those_of_the_real_file_each_once(code, file, delimiter):
    text = shared_file(file).decode("utf-8-sig")
    headings = next(csv.reader(StringIO(text), delimiter=delimiter))
    plain = Counter(name.rpartition("_")[0] or name for name in headings)
    plain += Counter(name for name in headings if name.rpartition("_")[0])
    source = SOURCES[code]
    forms = [source.columns, *(copy.columns for copy in source.copies)]
    fitting = [
        form
        for form in forms
        if form
        and all(plain[name] == 1 for name, _ in form.topics)
        and {form.class_column, form.region, form.period} - {None} <= set(headings)
    ]
    assert fitting
