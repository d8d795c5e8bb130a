"""Planning and control: which paper is due when, and which figures are there for it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import (
    DefinitionRefused,
    add_definition,
    change_definition,
)
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.reading import read_file
from integraal.policy.accountability.planning.country import rates_in
from integraal.policy.accountability.planning.figures import bbv_figures
from integraal.policy.accountability.planning.moments import Moment, coming, date_problems
from integraal.policy.accountability.planning.own_dates import coming_moments
from integraal.policy.accountability.planning.rows import NOT_THERE, rows_of
from tests.statline import screen_export


def moment(year: int) -> Moment:
    return Moment(
        "begroting", f"Begroting {year + 2}", date(year + 1, 8, 15), (), "verplicht", year
    )


@pytest.fixture
def shoplifting(adviser, loaded):
    content = screen_export(
        {"Molendrecht": [20, 22, 25]}, [2023, 2024, 2025],
        selection="Soort misdrijf: 2.5.2 Winkeldiefstal",
        title="Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2025",
        subject="Geregistreerde misdrijven",
    )  # fmt: skip
    load_figures(by=adviser, reading=read_file(content, "winkel.csv", date(2026, 3, 2)))


def of(figures, when, code="bbv-winkeldiefstal"):
    return next(one for one in rows_of(when, figures) if one.indicator.code == code)


def test_the_next_day_of_each_moment_comes_first_with_the_years_it_is_about():
    shipped = kinds.kind("planning-dates").shipped().values()
    found = coming(shipped, date(2026, 11, 28))
    assert [one.name for one in found] == [
        "Jaarrekening en jaarverslag 2026", "Kadernota 2028", "Eerste tussenrapportage 2027",
        "Begroting 2028", "Tweede tussenrapportage 2027",
    ]  # fmt: skip
    assert (found[0].due_on, found[0].figures_year) == (date(2027, 3, 1), 2026)
    assert found[0].days_left(date(2026, 11, 28)) == 93
    assert coming(shipped, date(2027, 3, 1))[0].due_on == date(2027, 3, 1)
    assert coming(shipped, date(2027, 3, 2))[0].name == "Kadernota 2028"
    assert not found[0].is_soon(date(2027, 1, 29))
    assert found[0].is_soon(date(2027, 1, 30))


@pytest.mark.parametrize(
    ("changed", "say_so"),
    [({"day": 31, "month": 6}, "elk jaar"), ({"day": 29, "month": 2}, "elk jaar"),
     ({"month": 13}, "elk jaar"), ({"years_back": -1}, "jaren terug"),
     ({"figures": "soms"}, "indicatoren"), ({"document_year": "ooit"}, "over welk jaar")],
)  # fmt: skip
def test_a_moment_that_cannot_be_is_told(changed, say_so):
    right = {"day": 1, "month": 3, "years_back": 1, "figures": "mag", "document_year": "zelf"}
    assert date_problems(right) == []
    (problem,) = date_problems({**right, **changed})
    assert say_so in problem.lower()


def test_a_municipality_sets_its_own_day_and_adds_a_moment(adviser):
    kind = kinds.kind("planning-dates")
    given = {"name": "Begroting", "day": 1, "month": 2, "document_year": "volgend", "needs": [],
             "figures": "verplicht", "years_back": 1}  # fmt: skip
    change_definition(by=adviser, kind=kind, code="begroting", values=given, reason="Eigen",
                      based_on=0)  # fmt: skip
    add_definition(by=adviser, kind=kind, code="najaarsnota", reason="Eigen", variant="",
                   values={**given, "name": "Najaarsnota", "figures": "nee"})  # fmt: skip
    found = {one.code: one for one in coming_moments(date(2026, 11, 28))}
    assert found["begroting"].due_on == date(2027, 2, 1)
    assert found["najaarsnota"].figures == "nee"
    with pytest.raises(DefinitionRefused):
        add_definition(by=adviser, kind=kind, code="fout", reason="x", variant="",
                       values={**given, "day": 31, "month": 4})  # fmt: skip


def test_a_figure_that_is_there_comes_with_unit_margin_and_source(shoplifting):
    row = of(bbv_figures(), moment(2025))
    assert (row.is_there, row.period, row.unit) == (True, "2025", "misdrijven per 1.000 inwoners")
    assert (row.value, row.margin) == ("2,0", "1,3 tot 3,1")
    assert row.sentence.startswith(
        "BBV: winkeldiefstal, 2025: 2,0 misdrijven per 1.000 inwoners (95 %-marge 1,3 tot 3,1)."
    )


def test_a_figure_that_is_not_there_is_not_zero_and_tells_the_newest(shoplifting):
    row = of(bbv_figures(), moment(2026))
    assert (row.is_there, row.state, row.period, row.value) == (False, NOT_THERE, "2025", "2,0")
    assert f"Het cijfer over 2026 is {NOT_THERE}." in row.sentence
    halt = of(bbv_figures(), moment(2026), "bbv-halt")
    assert (halt.value, halt.period) == (NOT_THERE, "")
    assert halt.unit == "verwijzingen per 1.000 jongeren"
    assert halt.sentence == f"BBV: verwijzingen naar Halt: over 2026 {NOT_THERE}."


def test_a_later_figure_is_not_taken_for_the_year_that_is_needed(shoplifting):
    row = of(bbv_figures(), moment(2024))
    assert (row.period, row.shown.count) == ("2024", 22)


def test_the_country_stands_beside_it_where_it_is_known(shoplifting):
    figures = bbv_figures()
    table = ("cbs-politie", "Misdrijven")
    rows = [
        ("misdrijven:2.5.2", "2025JJ00", Decimal(40_000), *table),
        ("kerncijfers:inwoners", "2025JJ00", Decimal(18_000_000), *table),
        ("misdrijven:2.2.1", "2024JJ00", Decimal(10), *table),
    ]
    country = rates_in(figures.indicators, rows)
    assert country.keys() == {("bbv-winkeldiefstal", 2025)}
    known = replace(figures, country=country)
    assert of(known, moment(2025)).beside == "2,2"
    assert " Nederland: 2,2." in of(known, moment(2025)).sentence
    assert of(known, moment(2024)).beside == "niet bekend"


def test_page_and_excel_show_every_indicator(client, adviser, sign_in, shoplifting):
    reader = sign_in(client, adviser)
    page = reader.get(reverse("planning-dates")).content.decode()
    assert "Jaarrekening en jaarverslag" in page
    assert NOT_THERE in page
    answer = reader.get(reverse("planning-dates-excel", args=["begroting"]))
    head, *rows = load_workbook(BytesIO(answer.content)).active.values
    assert len(rows) == 5
    (row,) = (dict(zip(head, one, strict=True)) for one in rows if "winkel" in one[2])
    assert (row["Eenheid"], row["Per"], row["Noemer"]) == ("misdrijven", 1000, "inwoners")
    halt = next(dict(zip(head, one, strict=True)) for one in rows if "Halt" in one[2])
    assert (halt["Stand"], halt["Waarde"]) == (NOT_THERE, None)
    assert reader.get(reverse("planning-dates-excel", args=["weg"])).status_code == 404


def test_a_councillor_reads_it_and_changes_no_days(client, councillor, sign_in, loaded):
    page = sign_in(client, councillor).get(reverse("planning-dates")).content.decode()
    assert "Jaarrekening" in page
    assert "Verander de dagen" not in page


def test_without_a_municipality_nothing_breaks(client, adviser, sign_in):
    page = sign_in(client, adviser).get(reverse("planning-dates"))
    assert page.status_code == 200
    assert NOT_THERE in page.content.decode()
