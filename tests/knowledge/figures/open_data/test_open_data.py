"""Open data as files: what is in them, how it is described, and who may make it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile

import pytest
from django.urls import reverse

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.open_data.actions import make_open_data
from tests.provisions import employ_at

CATALOG = ("dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dct:license")
DATASET = (
    "dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator",
    "dcat:contactPoint", "dct:accessRights", "dcat:theme", "dct:language", "dct:temporal",
    "dct:spatial", "dct:conformsTo", "dcat:distribution",
)  # fmt: skip
DISTRIBUTION = ("dcat:accessURL", "dct:license", "dct:format", "spdx:checksum", "dct:conformsTo")


def rows_of(made) -> list[dict[str, str]]:
    return [
        row for file in made.files for row in csv.DictReader(io.StringIO(file.content.decode()))
    ]


def test_every_required_property_is_read_back_from_the_description(adviser, loaded):
    made = make_open_data(
        by=adviser, mail="data@molendrecht.example", address="https://x.example/d"
    )
    catalog = json.loads(made.catalog_text)
    assert catalog["@type"] == "dcat:Catalog"
    for name in (
        "dct:title",
        "dct:description",
        "dct:publisher",
        "dcat:contactPoint",
        "dct:license",
    ):
        assert catalog[name], name
    assert len(catalog["dcat:dataset"]) == len(made.files) == 2
    for dataset in catalog["dcat:dataset"]:
        assert dataset["@type"] == "dcat:Dataset"
        assert [name for name in DATASET if not dataset.get(name)] == []
        assert dataset["dcat:contactPoint"]["vcard:hasEmail"]["@id"].startswith("mailto:data@")
        (distribution,) = dataset["dcat:distribution"]
        assert [name for name in DISTRIBUTION if not distribution.get(name)] == []
        assert distribution["dct:license"]["@id"].endswith("/licence/CC_BY_4_0")
        assert distribution["odrs:attributionText"]["@value"].startswith("Bron: ")
        assert distribution["dcat:downloadURL"]["@id"].startswith("https://x.example/d/")


def test_prefixes_of_the_description_are_all_explained(adviser, loaded):
    catalog = json.loads(make_open_data(by=adviser).catalog_text)
    used = set()

    def walk(part):
        if isinstance(part, dict):
            used.update(name.partition(":")[0] for name in part if not name.startswith("@"))
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    walk({name: value for name, value in catalog.items() if name != "@context"})
    assert used <= set(catalog["@context"])


def test_the_checksum_is_that_of_the_file_in_the_archive(adviser, loaded):
    made = make_open_data(by=adviser)
    with zipfile.ZipFile(io.BytesIO(made.archive)) as archive:
        catalog = json.loads(archive.read("catalogus.jsonld"))
        for dataset in catalog["dcat:dataset"]:
            (distribution,) = dataset["dcat:distribution"]
            content = archive.read(distribution["dcat:downloadURL"]["@id"])
            told = distribution["spdx:checksum"]["spdx:checksumValue"]["@value"]
            assert hashlib.sha256(content).hexdigest() == told
            assert distribution["dcat:byteSize"]["@value"] == str(len(content))
        assert "Leeg is geen nul" in archive.read("leesmij.txt").decode()


def test_without_a_mail_address_none_is_made_up(adviser, loaded):
    assert "mailto:" not in make_open_data(by=adviser).catalog_text.decode()


def test_the_numbers_are_those_of_the_database_and_small_ones_are_hidden(adviser, loaded):
    Figure.objects.filter(area=loaded["Het Rietland"], period="2025JJ00", value=9).update(value=3)
    rows = {
        (row["gebied_naam"], row["periode"]): row
        for row in rows_of(make_open_data(by=adviser))
        if row["indeling"] == "overlast"
    }
    assert rows["Molendrecht", "2025JJ00"]["waarde"] == "125"
    hidden = rows["Het Rietland", "2025JJ00"]
    assert (hidden["waarde"], hidden["stand"]) == ("", "minder dan vijf, niet getoond")
    assert (hidden["gebied_soort"], rows["Molendrecht", "2025JJ00"]["gebied_soort"]) == (
        AreaKind(loaded["Het Rietland"].kind).label,
        "gemeente",
    )
    assert rows["Het Rietland", "2024JJ00"]["waarde"] == "6"


def test_tables_of_partners_are_left_out(adviser, loaded):
    Snapshot.objects.filter(source="politie-overlast").update(source="eigen-tabel")
    assert {row["indeling"] for row in rows_of(make_open_data(by=adviser))} == {"kerncijfers"}


def test_a_name_that_a_spreadsheet_would_run_is_kept_as_text(adviser, loaded):
    area = loaded["Centrum"]
    area.name = "=HYPERLINK(1)"
    area.save()
    names = {row["gebied_naam"] for row in rows_of(make_open_data(by=adviser))}
    assert "'=HYPERLINK(1)" in names
    assert "=HYPERLINK(1)" not in names


def test_making_it_is_recorded_and_writes_nothing_else(adviser, loaded):
    before = Figure.objects.count(), Snapshot.objects.count()
    made = make_open_data(by=adviser)
    event = Event.objects.get(verb="figures.published")
    assert event.details == {"files": 2, "rows": made.rows}
    assert (Figure.objects.count(), Snapshot.objects.count()) == before


@pytest.mark.parametrize("role", ["councillor", "mayor", "data_protection_officer"])
def test_others_look_but_do_not_make(client, sign_in, employ, loaded, role):
    other = employ(role)
    with pytest.raises(NotAllowed, match="open data maken"):
        make_open_data(by=other)
    sign_in(client, other)
    page = client.get(reverse("open-data")).content.decode()
    assert "Wat er wel en niet in staat" in page
    assert "Maak alles als ZIP" not in page
    assert client.post(reverse("open-data")).status_code == 403
    assert not Event.objects.filter(verb="figures.published").exists()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("open-data.zip", "application/zip"),
        ("catalogus.jsonld", "application/ld+json"),
        ("politie-overlast.csv", "text/csv; charset=utf-8"),
    ],
)
def test_the_page_gives_each_file(client, sign_in, adviser, loaded, name, kind):
    sign_in(client, adviser)
    answer = client.post(reverse("open-data"), {"bestand": name})
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_what_is_wrong_in_the_form_is_said_and_nothing_is_made(client, sign_in, adviser, loaded):
    sign_in(client, adviser)
    answer = client.post(reverse("open-data"), {"mail": "geen", "address": "javascript:1"})
    assert answer.status_code == 422
    assert "Dit is geen e-mailadres" in answer.content.decode()
    assert "Dit is geen webadres" in answer.content.decode()
    assert client.post(reverse("open-data"), {"bestand": "../x.csv"}).status_code == 404
    assert not Event.objects.filter(verb="figures.published").exists()


def test_without_figures_the_page_says_what_to_do_first(client, sign_in, adviser, areas):
    sign_in(client, adviser)
    assert "Nog geen open data" in client.get(reverse("open-data")).content.decode()


def test_another_municipality_publishes_nothing_of_ours(loaded, oostwaard):
    with tenant_scope(oostwaard.pk):
        assert make_open_data(by=employ_at(oostwaard, "adviser")).files == ()


def test_making_it_takes_a_fixed_number_of_queries(adviser, loaded, django_assert_max_num_queries):
    make_open_data(by=adviser)
    # One more for each list with figures of parts: what stays hidden, which is kept by now.
    with django_assert_max_num_queries(12):
        make_open_data(by=adviser)
