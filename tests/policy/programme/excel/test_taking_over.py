"""A workbook that comes back: what it would do, what is wrong with it, and all or nothing."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from integraal.foundation.audit.models import Event
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.models import Member, Organisation
from integraal.policy.programme.content import build_content
from integraal.policy.programme.excel.actions import take_over_workbook
from integraal.policy.programme.excel.offered import report_of
from integraal.policy.programme.measures.actions import (
    add_measure,
    change_measure,
    remove_measure,
)
from integraal.policy.programme.models import EarlierMeasure, Measure, Milestone
from integraal.policy.programme.refusals import ProgrammeRefused
from tests.policy.programme.excel.workbooks import (
    edited,
    everything,
    read,
    with_cells,
    written,
)
from tests.policy.programme.many import fill


@pytest.fixture
def police(programme):
    return Organisation.objects.create(
        tenant_id=programme.tenant_id, kind="police", name="Politie Molendrecht"
    )


@pytest.fixture
def second(adviser, programme, measure):
    return add_measure(by=adviser, programme=programme, theme="jeugd", title="Straathoekwerk")


def take_over(adviser, programme, content, removed=()):
    sheet = read(programme, content)
    return take_over_workbook(by=adviser, programme=programme, sheet=sheet, removed=removed)


def problems(programme, content):
    return [one.sentence for one in report_of(programme, read(programme, content)).problems]


def test_cells_of_every_kind_are_taken_over(adviser, programme, measure, second, police):
    owner = Member.objects.get(pk=adviser.member_id)
    content = with_cells(
        written(programme),
        {
            (2, "Maatregel"): "Elke wijk twee avonden",
            (2, "Eigenaar"): owner.name,
            (2, "Einde"): "30-6-2028",
            (2, "Soort"): "preventie",
            (2, "Budget (euro)"): "€ 12.500,50",
            (2, "Uren 1e kwartaal 2027"): 40,
            (2, "Prestatie: streefgetal 2028"): "12,5",
            (2, "Partners"): "Politie Molendrecht: surveilleert",
            (2, "Mijlpalen"): "1-3-2027 Eerste avond",
            (2, "Wacht op"): "2",
            (3, "Risico"): "Te weinig mensen",
        },
    )
    report = take_over(adviser, programme, content)
    assert [(one.title, one.row) for one in report.altered] == [
        ("Elke wijk twee avonden", 2),
        ("Straathoekwerk", 3),
    ]
    after = build_content(programme)["measures"]
    first = after[0]
    assert (first["title"], first["ends_on"]) == ("Elke wijk twee avonden", "2028-06-30")
    assert (first["budget"], first["hours"]) == ("12500.50", {"2027-1": "40"})
    assert (first["kind"], first["output_target"]) == ("prevention", {"2028": "12.5"})
    assert first["partners"] == [{"organisation": "Politie Molendrecht", "role": "surveilleert"}]
    assert first["milestones"][0]["title"] == "Eerste avond"
    assert first["needs"] == [str(second.key)]
    assert first["owner"]
    assert after[1]["risk"] == "Te weinig mensen"
    assert Event.objects.filter(verb="programme.workbook_taken_over").count() == 1


def test_new_rows_may_wait_for_each_other_and_missing_ones_stay_unless_ticked(
    adviser, programme, measure, second
):
    def edit(sheet, place):
        sheet.delete_rows(3)
        for row, (title, number, needs) in enumerate(
            [("Eerst dit", 90, None), ("Dan dat", 91, "90, 1")], start=3
        ):
            sheet.cell(row, place["Thema"]).value = "Jeugd en veiligheid"
            sheet.cell(row, place["Maatregel"]).value = title
            sheet.cell(row, place["Nr"]).value = number
            sheet.cell(row, place["Wacht op"]).value = needs

    content = edited(written(programme), edit)
    theme = next(
        (one.cells["theme"] for one in read(programme, written(programme)).rows[1:]), "jeugd"
    )
    content = with_cells(content, {(3, "Thema"): theme, (4, "Thema"): theme})
    report = report_of(programme, read(programme, content))
    assert report.problems == []
    assert [one.title for one in report.missing] == ["Straathoekwerk"]
    take_over(adviser, programme, content)
    titles = list(Measure.objects.filter(programme=programme).values_list("title", flat=True))
    assert titles == [measure.title, "Straathoekwerk", "Eerst dit", "Dan dat"]
    by_title = {one.title: one for one in Measure.objects.filter(programme=programme)}
    assert by_title["Dan dat"].needs == [by_title["Eerst dit"].key, measure.key]

    gone = edited(written(programme), lambda sheet, _: sheet.delete_rows(3))
    take_over(adviser, programme, gone, removed=[second.key])
    assert not Measure.objects.filter(key=second.key).exists()


@pytest.mark.parametrize(
    ("heading", "value", "say"),
    [
        ("Eigenaar", "Niemand Bekend", "Rij 2, kolom Eigenaar: “Niemand Bekend” is hier niet"),
        ("Begin", "31-02-2027", "Rij 2, kolom Begin: “31-02-2027” is geen datum"),
        ("Einde", date(2026, 1, 1), "Rij 2, kolom Einde: Het einde (01-01-2026) ligt vóór"),
        ("Wacht op", "1", "Rij 2, kolom Wacht op: Zo wachten maatregelen op elkaar in een kring"),
        ("Wacht op", "77", "Rij 2, kolom Wacht op: Nummer 77 staat niet in de kolom Nr"),
        ("Maatregel", None, "Rij 2, kolom Maatregel: Schrijf op wat u gaat doen"),
        ("Maatregel", "x" * 201, "Rij 2, kolom Maatregel: Dit is 1 tekens te lang"),
        ("Thema", None, "Rij 2, kolom Thema: Kies bij welk thema"),
        ("Soort", "iets", "Rij 2, kolom Soort: “iets” is hier niet bekend"),
        ("Budget (euro)", "-5", "Rij 2, kolom Budget (euro): “-5” is geen bedrag"),
        ("Uren 1e kwartaal 2027", "veel", "Rij 2, kolom Uren 1e kwartaal 2027: “veel” is geen"),
        ("Uren 1e kwartaal 2027", "NaN", "is geen getal van nul of meer"),
        ("Partners", "Onbekend: helpt", "Rij 2, kolom Partners: De partner “Onbekend” is niet"),
        ("Mijlpalen", "ooit klaar", "Rij 2, kolom Mijlpalen: “ooit klaar” is geen mijlpaal"),
        ("Toelichting", "=1+1", "Rij 2, kolom Toelichting: Hier staat een formule"),
        ("Kenmerk", "abc", "Rij 2: Het verborgen kenmerk is veranderd"),
    ],
)
def test_what_is_wrong_has_a_row_a_column_and_a_sentence(
    adviser, programme, measure, second, heading, value, say
):
    content = with_cells(written(programme), {(2, heading): value, (3, "Risico"): "goed"})
    before = everything(programme)
    found = problems(programme, content)
    assert any(say in one for one in found), found
    with pytest.raises(ProgrammeRefused, match="Er is niets veranderd"):
        take_over(adviser, programme, content)
    assert everything(programme) == before


def test_a_copied_row_is_no_second_measure(programme, measure):
    key = str(measure.key)
    content = with_cells(
        written(programme), {(3, "Kenmerk"): key, (3, "Maatregel"): "Kopie", (3, "Stand van"): 1}
    )
    assert "Rij 3: Dit is een kopie van rij 2" in problems(programme, content)[0]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(adviser, programme, measure):
    content = with_cells(written(programme), {(2, "Maatregel"): "Mijn titel"})
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1,
        fields={"title": "Hun titel"},
    )  # fmt: skip
    found = problems(programme, content)
    assert "“Hun titel” is intussen door iemand anders veranderd" in found[0]
    assert "Maatregel" in found[0]
    with pytest.raises(ProgrammeRefused):
        take_over(adviser, programme, content)
    assert Measure.objects.get(key=measure.key).title == "Hun titel"


def test_a_measure_that_was_removed_meanwhile_does_not_come_back_by_itself(
    adviser, programme, measure
):
    content = with_cells(written(programme), {(2, "Risico"): "nieuw"})
    remove_measure(by=adviser, programme=programme, key=measure.key)
    assert "staat niet meer in het programma" in problems(programme, content)[0]


def test_a_milestone_keeps_its_key_when_its_day_moves(adviser, programme, measure):
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1, fields={},
        milestones=[(None, "Eerste avond", date(2027, 3, 1)), (None, "Laatste", date(2027, 9, 1))],
    )  # fmt: skip
    before = {one.title: one.key for one in Milestone.objects.all()}
    content = with_cells(
        written(programme), {(2, "Mijlpalen"): "01-04-2027 Eerste avond\n01-09-2027 Slotavond"}
    )
    take_over(adviser, programme, content)
    after = {one.title: one.key for one in Milestone.objects.all()}
    assert after == {"Eerste avond": before["Eerste avond"], "Slotavond": before["Laatste"]}


def test_of_an_adopted_programme_only_what_is_practical_changes(adviser, programme, measure):
    lifecycle.propose(programme, by=adviser, verb="programme.started")
    decision = lifecycle.Decision("college", date(2026, 11, 1), "C-1")
    lifecycle.adopt(
        programme, by=adviser, verb="programme.started", decision=decision,
        content=build_content(programme),
    )  # fmt: skip
    programme.refresh_from_db()
    promise = with_cells(written(programme), {(2, "Maatregel"): "Anders"})
    assert "staat vast" in problems(programme, promise)[0]
    hours = with_cells(written(programme), {(2, "Uren 2e kwartaal 2027"): 12})
    take_over(adviser, programme, hours)
    assert Measure.objects.get(key=measure.key).hours == {"2027-2": "12"}


def test_text_is_never_a_formula_and_lists_and_explanations_go_along(adviser, programme, measure):
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1,
        fields={"text": "=HYPERLINK(1)"},
    )  # fmt: skip
    book = load_workbook(BytesIO(written(programme)))
    sheet = book["Maatregelen"]
    place = {cell.value: cell for cell in sheet[1]}
    cell = sheet.cell(2, place["Toelichting"].column)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=HYPERLINK(1)", "s", True)
    for name in ("Kenmerk", "Stand van"):
        assert sheet.column_dimensions[place[name].column_letter].hidden
    spans = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert any(one.startswith(place["Eigenaar"].column_letter) for one in spans)
    explained = [row[0].value for row in book["Uitleg"].iter_rows(min_row=2)]
    assert set(place) <= set(explained)
    people = [row[2].value for row in book["Keuzelijsten"].iter_rows(min_row=2)]
    assert any(one and one.startswith("Adviser (fictief) (") for one in people)


@pytest.fixture
def reader(client, sign_in, adviser):
    return sign_in(client, adviser)


def upload(client, programme, content, name="programma.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(f"/programma/{programme.pk}/excel/", {"file": file})


def test_on_screen_somebody_sees_first_what_changes_and_then_confirms(
    reader, adviser, programme, measure, second
):
    base = f"/programma/{programme.pk}/excel/"
    content = reader.get(f"{base}programma.xlsx").content
    content = with_cells(content, {(2, "Risico"): "Te weinig mensen"})
    content = edited(content, lambda sheet, _: sheet.delete_rows(3))
    answer = upload(reader, programme, content)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "van <del>leeg</del> naar <ins>Te weinig mensen</ins>" in page
    assert "Haal weg: Straathoekwerk" in page
    assert Measure.objects.get(key=measure.key).risk == ""
    rows = page.split('name="rows" value="')[1].split('"')[0]
    answer = reader.post(f"{base}overnemen/", {"rows": rows, "weg": [str(second.key)]})
    assert answer.status_code == 302
    assert [one.title for one in Measure.objects.all()] == [measure.title]
    assert Measure.objects.get(key=measure.key).risk == "Te weinig mensen"


def test_rows_that_were_not_shown_are_not_taken_over(
    reader, client, sign_in, employ, adviser, programme, measure
):
    base = f"/programma/{programme.pk}/excel/"
    page = upload(reader, programme, with_cells(written(programme), {(2, "Risico"): "x"}))
    rows = page.content.decode().split('name="rows" value="')[1].split('"')[0]
    for forged in ("", "x", rows[:-3] + "abc"):
        answer = reader.post(f"{base}overnemen/", {"rows": forged})
        assert answer.status_code == 422
        assert "verlopen" in answer.content.decode()
    sign_in(client, employ("adviser", name="Andere Adviseur"))
    assert client.post(f"{base}overnemen/", {"rows": rows}).status_code == 422
    assert Measure.objects.get().risk == ""


def test_a_conflict_after_the_report_is_shown_and_changes_nothing(
    reader, adviser, programme, measure
):
    page = upload(reader, programme, with_cells(written(programme), {(2, "Risico"): "mijn"}))
    rows = page.content.decode().split('name="rows" value="')[1].split('"')[0]
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1, fields={"risk": "hun"}
    )
    answer = reader.post(f"/programma/{programme.pk}/excel/overnemen/", {"rows": rows})
    assert answer.status_code == 422
    assert "intussen door iemand anders veranderd" in answer.content.decode()
    assert Measure.objects.get().risk == "hun"


@pytest.mark.parametrize(
    ("content", "say"),
    [
        (b"", "leeg"),
        (b"geen excel", "beschadigd of geen Excelbestand"),
        (b"PK\x03\x04", "beschadigd"),
    ],
)
def test_what_is_no_workbook_gets_a_sentence(reader, programme, content, say):
    answer = upload(reader, programme, content)
    assert answer.status_code == 422
    assert say in answer.content.decode()


def test_a_workbook_of_something_else_gets_a_sentence(reader, programme):
    content = edited(written(programme), lambda sheet, _: sheet.delete_cols(1))
    answer = upload(reader, programme, content)
    assert answer.status_code == 422
    assert "ontbreekt de kolom “Kenmerk”" in answer.content.decode()


def test_only_who_runs_the_programme_gets_and_reads_workbooks(client, sign_in, mayor, programme):
    sign_in(client, mayor)
    base = f"/programma/{programme.pk}/excel/"
    assert client.get(f"{base}programma.xlsx").status_code == 403
    assert client.get(base).status_code == 403
    assert upload(client, programme, written(programme)).status_code == 403
    with pytest.raises(NotAllowed):
        take_over_workbook(by=mayor, programme=programme, sheet=read(programme, written(programme)))


def test_600_measures_are_read_back_in_few_queries(
    programme, adviser, django_assert_max_num_queries
):
    fill(programme, 600)
    sheet = read(programme, written(programme))
    with django_assert_max_num_queries(12):
        report = report_of(programme, sheet)
    assert (report.same, report.problems, report.changed) == (600, [], [])


def test_600_changed_measures_ask_for_their_earlier_stands_at_once(programme, adviser):
    fill(programme, 600)
    content = written(programme)
    Measure.objects.filter(programme=programme).update(text="Nu anders")
    sheet = read(programme, content)
    with CaptureQueriesContext(connection) as asked:
        take_over_workbook(by=adviser, programme=programme, sheet=sheet)
    reads = [one["sql"] for one in asked if one["sql"].startswith("SELECT")]
    assert len(reads) <= 40
    kept = EarlierMeasure.objects.filter(programme=programme)
    assert [one.content["text"] for one in kept] == ["Nu anders"] * 600
    assert sum(bool(one.content["owner_id"]) for one in kept) == sum(
        nr % 7 > 0 for nr in range(600)
    )
