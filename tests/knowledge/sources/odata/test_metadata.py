"""What a table says about itself, and the words in which it is asked."""

from __future__ import annotations

import csv
import io

import pytest

from integraal.knowledge.sources.odata.filters import Condition, expression, padded, query
from integraal.knowledge.sources.odata.metadata import (
    Code,
    Property,
    TableMetadata,
    read_v3,
    topic_columns,
)
from integraal.knowledge.sources.odata.pages import SeenIdentities
from integraal.knowledge.sources.odata.transport import FetchProblem, Transport, TransportOptions
from tests.knowledge.sources.exports import shared_file
from tests.knowledge.sources.odata.cbs_server import CbsServer, crime_table


def about(title: str = "", *properties: Property) -> TableMetadata:
    return TableMetadata("X", title, "2026", "", "", properties, {})


def test_the_year_of_the_areas_comes_from_the_region_or_the_title():
    region = Property("WijkenEnBuurten", "GeoDetail", "Wijken", "Wijken en buurten (indeling 2024)")
    assert about("Iets 2019", region).division_year == 2024
    assert about("Misdrijven en aangiften; soort misdrijf, gemeente 2026").division_year == 2026
    assert about("Kerncijfers wijken en buurten 2020").division_year == 2020
    assert about("Veiligheidsmonitor; regio 2012-2021").division_year is None
    assert about("Bevolking; 1 januari 2024").division_year is None


def test_a_period_is_provisional_by_status_or_star():
    assert [
        Code("2024JJ00", title, status=status).provisional
        for title, status in (
            ("2024", "Definitief"),
            ("2024", "Voorlopig"),
            ("2024", "NaderVoorlopig"),
            ("2024*", ""),
            ("2024", ""),
        )
    ] == [False, True, True, True, False]


def test_several_topics_each_get_their_class():
    properties = [
        Property("AantalInwoners_5", "Topic", ""),
        Property("Mannen_6", "Topic", ""),
        Property("RegioS", "GeoDetail", ""),
    ]
    wanted = {"Mannen": "mannen", "AantalInwoners": "inwoners"}
    assert topic_columns(properties, wanted) == {
        "Mannen_6": "mannen",
        "AantalInwoners_5": "inwoners",
    }
    with pytest.raises(FetchProblem) as raised:
        topic_columns(properties, {"Vrouwen": "", "Huizen": ""})
    assert len(raised.value.sentences) == 3, "every topic that is gone, and what to do"
    with pytest.raises(FetchProblem, match="Er is: AantalInwoners_5, Mannen_6"):
        topic_columns(properties, {})


def test_a_description_of_another_form_is_refused():
    with CbsServer("T", *crime_table()) as server:
        server.properties[0]["Key"] = None
        with (
            Transport(server.address, TransportOptions(attempts=1)) as transport,
            pytest.raises(FetchProblem, match="DataProperties.*andere vorm"),
        ):
            read_v3(transport, server.address)


def test_a_code_list_of_several_pages_is_read_whole():
    rows, properties, codes = crime_table(regions=[f"BU{n:08d}" for n in range(40)])
    with CbsServer("T", rows, properties, codes) as server:
        server.list_page_size = 15
        with Transport(server.address) as transport:
            read = read_v3(transport, server.address).codes["RegioS"]
    assert [code.key for code in read] == [row["Key"] for row in codes["RegioS"]]


def test_conditions_use_the_words_that_cbs_knows():
    where = [
        Condition("RegioS", "equals", ("NL00  ", "GM0432")),
        Condition("Perioden", "contains", ("JJ",)),
        Condition("Naam", "starts_with", ("'s-Gra",)),
    ]
    assert expression(where) == (
        "(RegioS eq 'NL00  ' or RegioS eq 'GM0432') and (substringof('JJ',Perioden))"
        " and (startswith(Naam,'''s-Gra'))"
    )
    assert expression(where[1:2], version=4) == "contains(Perioden,'JJ')"
    assert expression([]) == ""
    assert query(format="json", filter="a eq 'b c%'", select="") == (
        "$format=json&$filter=a%20eq%20'b%20c%25'"
    )
    with pytest.raises(ValueError, match="Not a condition"):
        expression([Condition("a eq 'x' or b", "equals", ("y",))])


def test_keys_are_padded_as_the_source_does():
    given = Condition("SoortMisdrijf", "equals", ("1.1.1", "0.0.0 "))
    assert padded(given, ["0.0.0 ", "1.1.1 "]).texts == ("1.1.1 ", "0.0.0 ")


def test_identities_are_seen_once():
    seen = SeenIdentities()
    numbers = [0, 1, 8191, 8192, 10**9]
    assert [seen.add(number) for number in (*numbers, *numbers)] == [True] * 5 + [False] * 5
    assert [seen.add(text) for text in ("a", "b", "a")] == [True, True, False]


@pytest.mark.shared_data
def test_the_real_description_of_47018ned_is_understood():
    def listed(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(shared_file(name).decode("utf-8-sig"))))

    properties: list[dict[str, object]] = [
        {**row, "ID": int(row["ID"]), "Position": int(row["Position"] or 0)}
        for row in listed("DataProperties.csv")
    ]
    (info,) = listed("TableInfos.csv")
    codes = {
        "SoortMisdrijf": listed("SoortMisdrijf.csv"),
        "WijkenEnBuurten": listed("WijkenEnBuurten_2024.csv"),
        "Perioden": listed("Perioden.csv"),
    }
    with CbsServer(
        "47018NED", [], properties, codes, title=info["Title"], modified=info["Modified"]
    ) as server:
        server.list_page_size = 10_000
        with Transport(server.address) as transport:
            read = read_v3(transport, server.address)
    assert (read.division_year, read.region_column) == (2024, "WijkenEnBuurten")
    assert read.class_columns == ("SoortMisdrijf",)
    assert topic_columns(read.properties, {"GeregistreerdeMisdrijven": ""}) == {
        "GeregistreerdeMisdrijven_1": ""
    }
    assert len(read.codes["WijkenEnBuurten"]) == 18_313
    assert read.codes["SoortMisdrijf"][0] == Code("0.0.0 ", "Totaal misdrijven")
    assert read.provisional_periods == ()
