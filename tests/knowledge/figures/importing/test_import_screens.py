"""The import through its screens: the good way, every bad one, and the way back."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from integraal.foundation.audit.models import Event
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.importing.actions import destroy_old_drafts
from integraal.knowledge.figures.models import ColumnMapping, Figure, ImportDraft, Snapshot
from integraal.knowledge.figures.queries import estimates
from integraal.portal.jobs import destroy_drafts
from tests.knowledge.figures.importing.conftest import fill

GOOD = (
    b"Wijk;Jaar;Aantal\n"
    b"Centrum;2024;12\nCentrum;2025;7\nZandwijk;2024;x\nZandwijk;2025;0\nHet Rietland;2025;-\n"
)
NUISANCE = {"measure": "overlast:0.0.0"}


def text(answer) -> str:
    assert answer.status_code in (200, 422), answer.status_code
    return answer.content.decode()


def nothing_stored() -> bool:
    return not (
        Figure.objects.exists() or Snapshot.objects.exists() or ColumnMapping.objects.exists()
    )


def confirm(client, draft=None):
    draft = draft or ImportDraft.objects.get()
    return client.post(f"/cijfers/inlezen/{draft.pk}/controle", follow=True)


def test_a_good_table_is_shown_first_and_stored_when_confirmed(at_work, filled, districts):
    page = text(filled(GOOD, **NUISANCE))
    assert "5 nieuwe cijfers, 0 herziene cijfers en 0 cijfers die al bekend zijn." in page
    assert nothing_stored()
    assert "Ingelezen: 5 cijfers toegevoegd" in text(confirm(at_work))
    said = {
        (row.area.name, row.period): (row.value, row.status, row.line, row.as_given)
        for row in Figure.objects.select_related("area")
    }
    assert said == {
        ("Centrum", "2024JJ00"): (Decimal(12), "present", 2, "12"),
        ("Centrum", "2025JJ00"): (Decimal(7), "present", 3, "7"),
        ("Zandwijk", "2024JJ00"): (None, "withheld", 4, "x"),
        ("Zandwijk", "2025JJ00"): (Decimal(0), "present", 5, "0"),
        ("Het Rietland", "2025JJ00"): (None, "missing", 6, "-"),
    }
    snapshot = Snapshot.objects.get()
    assert bytes(snapshot.content) == GOOD
    assert snapshot.source == "eigen-tabel"
    assert snapshot.title == "meldingen, Jongerenwerk De Brug (fictief)"
    assert not ImportDraft.objects.exists()
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"figures.loaded", "figures.mapping_kept"} <= verbs


def test_a_remembered_table_is_recognised_and_what_changed_is_counted(at_work, filled, choose):
    filled(GOOD, **NUISANCE)
    confirm(at_work)
    newer = GOOD.replace(b"Centrum;2025;7", b"Centrum;2025;9") + b"Zandwijk;2026;3\n"
    page = text(at_work.get(choose(newer, "nieuwer.csv")["Location"]))
    assert "Wij herkennen deze tabel" in page
    assert "‘meldingen’" in page
    draft = ImportDraft.objects.get()
    answer = fill(at_work, f"/cijfers/inlezen/{draft.pk}/kolommen", None)
    assert "1 nieuw cijfer, 1 herzien cijfer en 4 cijfers die al bekend zijn." in text(answer)
    assert "1 cijfer toegevoegd, 1 herzien, 4 al bekend" in text(confirm(at_work))
    assert ColumnMapping.objects.count() == 1


def test_changed_columns_of_a_remembered_table_are_named(at_work, filled, choose):
    filled(GOOD, **NUISANCE)
    confirm(at_work)
    changed = GOOD.replace(b"Wijk;Jaar;Aantal", b"Wijk;Jaar;Meldingen")
    page = text(at_work.get(choose(changed)["Location"]))
    assert "De kolommen van ‘meldingen’ zijn veranderd" in page
    assert "Nieuw: Meldingen. Weg: Aantal." in page
    assert Snapshot.objects.count() == 1


def test_a_corrected_file_with_other_columns_asks_for_them_again(at_work, filled):
    filled(GOOD, **NUISANCE)
    draft = ImportDraft.objects.get()
    other = SimpleUploadedFile("b.csv", b"Jaar;Wijk;Aantal\n2024;Centrum;1\n")
    page = at_work.post(f"/cijfers/inlezen/{draft.pk}/bestand", {"file": other}, follow=True)
    assert "De kolommen van dit bestand zijn veranderd" in text(page)
    assert nothing_stored()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (GOOD.replace(b"7\n", b"-7\n"), "Regel 3, kolom C: '-7' is negatief"),
        (GOOD.replace(b";12", b";30000000"), "meer dan er mensen in Nederland zijn"),
        (GOOD.replace(b";12", b";1,5"), "geen heel getal"),
        (GOOD.replace(b";12", b";veel"), "'veel' is geen getal"),
        (GOOD.replace(b"Zandwijk;2025", b"Nergenshuizen;2025"), "'Nergenshuizen' is geen bekende"),
        (GOOD.replace(b"Zandwijk;2025", b"=1+1;2025"), "'=1+1' is geen bekende"),
        (GOOD.replace(b";2025;7", b";gisteren;7"), "'gisteren' is geen periode"),
        (GOOD.replace(b"Zandwijk;2024;x", b"Centrum;2024;3"), "staat ook op regel 2"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_line_by_line_and_nothing_is_stored(at_work, filled, content, words):
    page = text(filled(content, **NUISANCE)).replace("&#x27;", "'")
    assert "Er is niets ingelezen" in page
    assert words in page
    assert "Lees deze tabel in" not in page
    assert nothing_stored()
    confirm(at_work)
    assert nothing_stored()
    assert ImportDraft.objects.count() == 1


def test_after_a_report_the_corrected_file_goes_on_with_the_same_choices(at_work, filled):
    filled(GOOD.replace(b";12", b";veel"), **NUISANCE)
    draft = ImportDraft.objects.get()
    right = SimpleUploadedFile("beter.csv", GOOD)
    page = at_work.post(f"/cijfers/inlezen/{draft.pk}/bestand", {"file": right}, follow=True)
    assert "5 nieuwe cijfers" in text(page)
    confirm(at_work)
    assert Snapshot.objects.get().file_name == "beter.csv"


def zip_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (GOOD[:-6], "afgebroken"),
        (GOOD.replace(b";", b"|"), "geen kolommen te vinden"),
        (b"%PDF-1.7 niets", "geen Excel-werkmap en geen CSV"),
        (b"PK\x03\x04" + bytes(300), "beschadigd of geen Excelbestand"),
        (zip_bomb(), "uitgepakt veel groter dan het lijkt"),
        (b"Wijk;Jaar;Aantal\n", "staat niets"),
    ],
    ids=["empty", "cut", "delimiter", "pdf", "no-workbook", "zip-bomb", "no-lines"],
)
def test_a_file_that_cannot_be_read_is_not_even_kept(choose, content, words):
    answer = choose(content, "tabel.csv")
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert nothing_stored()
    assert not ImportDraft.objects.exists()


class Endless(io.RawIOBase):
    """A body of a claimed length that counts what is read of it at once."""

    def __init__(self, length: int) -> None:
        self.left, self.largest, self.total = length, 0, length

    def read(self, size: int = -1) -> bytes:
        size = self.left if size < 0 else min(size, self.left)
        self.largest, self.left = max(self.largest, size), self.left - size
        return b"x" * size


@pytest.mark.parametrize("where", ["", "bestand"])
def test_two_hundred_megabytes_are_refused_without_being_kept(at_work, filled, where):
    address = "/cijfers/inlezen/"
    if where:
        filled(GOOD, **NUISANCE)
        address += f"{ImportDraft.objects.get().pk}/bestand"
    body = Endless(200 * 1024 * 1024)
    answer = at_work.generic(
        "POST", address, content_type="multipart/form-data; boundary=x",
        **{"wsgi.input": body, "CONTENT_LENGTH": str(body.total)},
    )  # fmt: skip
    assert answer.status_code == 422
    assert "groter dan 20 MB" in answer.content.decode()
    assert body.largest <= 1024 * 1024
    assert nothing_stored()


def test_a_body_that_django_refuses_gets_a_sentence(at_work):
    fields = {f"a{number}": "1" for number in range(1100)}
    answer = at_work.post("/cijfers/inlezen/", fields)
    assert answer.status_code == 422
    assert "Probeer het opnieuw" in answer.content.decode()


def test_the_forms_token_is_checked_all_the_same(districts, adviser, sign_in):
    from django.test import Client

    strict = sign_in(Client(enforce_csrf_checks=True), adviser)
    answer = strict.post("/cijfers/inlezen/", {"file": SimpleUploadedFile("a.csv", GOOD)})
    assert answer.status_code == 403
    assert not ImportDraft.objects.exists()


@pytest.mark.usefixtures("division_of_2022")
def test_a_code_of_another_year_is_refused_and_that_year_is_named(at_work, filled):
    content = b"Code;Jaar;Aantal\nWK990100;2024;3\nWK990101;2024;3\nWK990199;2024;3\n"
    page = text(filled(content, **NUISANCE)).replace("&#x27;", "'")
    assert "WK990199 heette in 2022 Oud-Zandwijk" in page
    assert nothing_stored()
    draft = ImportDraft.objects.get()
    page = text(fill(at_work, f"/cijfers/inlezen/{draft.pk}/kolommen", None, area_year=2022))
    assert "WK990100 heette in 2024 Centrum" in page
    assert nothing_stored()
    only = SimpleUploadedFile("oud.csv", b"Code;Jaar;Aantal\nWK990199;2022;3\n")
    page = at_work.post(f"/cijfers/inlezen/{draft.pk}/bestand", {"file": only}, follow=True)
    assert "De gebieden van 2022 zijn niet ingericht voor uw gemeente" in text(page)
    assert nothing_stored()


def test_half_filled_in_columns_stay_as_they_were(at_work, filled):
    page = filled(GOOD, name="", measure="", column2_role="period", withheld="zz")
    assert page.status_code == 422
    shown = page.content.decode()
    assert "Geef de tabel een naam" in shown
    assert 'value="zz"' in shown
    assert page.context["form"]["column2_role"].value() == "period"
    page = filled(GOOD, measure="", column2_role="period")
    assert "Meer dan één kolom is gekozen voor de periode" in page.content.decode()
    assert nothing_stored()


def test_a_municipality_counts_something_of_its_own(at_work, filled, districts):
    answer = filled(GOOD, measure="new-count", new_name="Meldingen jongerenwerk")
    assert "Meldingen jongerenwerk" in text(answer)
    confirm(at_work)
    assert set(Figure.objects.values_list("measure", flat=True)) == {"eigen:meldingen-jongerenwerk"}
    own = indicators()["eigen-meldingen-jongerenwerk"]
    assert (own.name, own.kind, own.denominator) == ("Meldingen jongerenwerk", "count", None)
    found = estimates([own], [districts["Centrum"]])
    assert [one.value for one in found.values()] == [12, 7]


@pytest.mark.parametrize("name", ["=1+1", "@x", "...", "-a"])
def test_a_name_that_a_spreadsheet_would_run_is_refused(filled, name):
    page = filled(GOOD, measure="new-count", new_name=name)
    assert page.status_code == 422
    assert nothing_stored()


def test_subjects_in_a_column_are_each_given_a_measure(at_work, filled):
    content = (
        b"Wijk;Soort;Jaar;Aantal\nCentrum;Overlast;2025;3\nCentrum;Vechtpartij;2025;2\n"
        b"Centrum;Onzin;2025;9\n"
    )  # fmt: skip
    page = filled(
        content, column1_role="class", class_of="1", measure="",
        class0="overlast:0.0.0", class1="new-count", class2="",
    )  # fmt: skip
    shown = text(page).replace("&#x27;", "'")
    assert "2 nieuwe cijfers" in shown
    assert "het onderwerp 'Onzin' is overgeslagen" in shown
    confirm(at_work)
    assert dict(Figure.objects.values_list("measure", "value")) == {
        "overlast:0.0.0": 3, "eigen:vechtpartij": 2,
    }  # fmt: skip


def test_a_wide_workbook_with_years_above_its_columns(at_work, choose, youth_work):
    book = Workbook()
    book.active.title = "Toelichting"
    for line in (["Wie", "Wat"], ["Jongerenwerk", "cijfers"]):
        book.active.append(line)
    sheet = book.create_sheet("Cijfers")
    for line in (["Wijk", 2023, 2024], ["Centrum", 4, 5], ["Zandwijk", None, 7]):
        sheet.append(line)
    file = io.BytesIO()
    book.save(file)
    first = choose(file.getvalue(), "t.xlsx")
    address = f"{first['Location']}?werkblad=Cijfers"
    assert "Toelichting" in text(at_work.get(address))
    page = text(fill(at_work, address, youth_work, **NUISANCE))
    assert "4 nieuwe cijfers" in page
    confirm(at_work)
    kept = at_work.get(f"/cijfers/{Snapshot.objects.get().pk}/bestand")
    assert kept.content == file.getvalue()
    assert kept["Content-Disposition"].endswith('.xlsx"')
    said = Figure.objects.values_list("area__name", "period", "value", "status")
    assert set(said) == {
        ("Centrum", "2023JJ00", 4, "present"), ("Centrum", "2024JJ00", 5, "present"),
        ("Zandwijk", "2023JJ00", None, "missing"), ("Zandwijk", "2024JJ00", 7, "present"),
    }  # fmt: skip


def test_stopping_leaves_nothing(at_work, filled):
    filled(GOOD, **NUISANCE)
    draft = ImportDraft.objects.get()
    page = at_work.post(f"/cijfers/inlezen/{draft.pk}/stoppen", follow=True)
    assert "er is niets ingelezen" in text(page)
    assert not ImportDraft.objects.exists()
    assert nothing_stored()
    assert at_work.get(f"/cijfers/inlezen/{draft.pk}/kolommen").status_code == 404


def test_drafts_of_more_than_a_day_ago_are_destroyed(at_work, filled, adviser):
    filled(GOOD, **NUISANCE)
    assert destroy_old_drafts(by=adviser, before=timezone.now() - timedelta(days=1)) == 0
    ImportDraft.objects.update(made_at=timezone.now() - timedelta(hours=25))
    assert destroy_drafts(0) == 1
    assert not ImportDraft.objects.exists()


def test_only_who_loads_figures_gets_in_and_nobody_sees_anothers_draft(
    client, at_work, filled, sign_in, employ
):
    filled(GOOD, **NUISANCE)
    draft = ImportDraft.objects.get()
    sign_in(client, employ("adviser"))
    assert client.get(f"/cijfers/inlezen/{draft.pk}/controle").status_code == 404
    sign_in(client, employ("councillor"))
    assert client.get("/cijfers/inlezen/").status_code == 403
    assert client.post("/cijfers/inlezen/", {}).status_code == 403
    client.logout()
    assert client.get("/cijfers/inlezen/").status_code == 302


def test_a_day_in_the_future_is_refused(filled):
    page = filled(GOOD, **NUISANCE, received_on="2199-01-01")
    assert "ligt in de toekomst" in page.content.decode()


def test_a_table_with_too_many_figures_for_a_page_is_refused(filled, monkeypatch):
    monkeypatch.setattr("integraal.knowledge.figures.importing.drafts.MOST_FIGURES", 4)
    assert "geeft 5 cijfers" in text(filled(GOOD, **NUISANCE))
    assert nothing_stored()


def test_a_file_of_a_national_source_is_not_taken_in_as_ones_own(filled, adviser):
    Snapshot.objects.create(
        tenant_id=adviser.tenant_id, source="politie-overlast", file_name="x", title="x",
        sha256=hashlib.sha256(GOOD).hexdigest(), size=1, content=GOOD,
        accessed_on=timezone.localdate(), loaded_at=timezone.now(),
    )  # fmt: skip
    assert "al ingelezen als tabel van een landelijke bron" in text(filled(GOOD, **NUISANCE))
