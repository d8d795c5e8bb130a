"""Opmeer made ready from real open data: every known figure against the file it comes from."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.knowledge.figures.beside_others.funnel import FunnelContent
from integraal.knowledge.figures.explorer.content import explorer_view
from integraal.knowledge.figures.explorer.selection import read_selection
from integraal.knowledge.figures.models import Dataset, Figure, ReferenceFigure
from integraal.knowledge.figures.reconciling import reconcile, total_measures
from tests.portal.setting_up.setup_ground import run_setup, take_away

REPOSITORY = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("INTEGRAAL_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))
pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not (SHARED / "opmeer").is_dir(), reason="the open data is not there"),
]
CODE = "GM0432"


@pytest.fixture(scope="module")
def said(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[str]]:
    from django.conf import settings

    before, settings.STORE = settings.STORE, tmp_path_factory.mktemp("store")
    with django_db_blocker.unblock():
        take_away(CODE)
        try:
            yield run_setup(CODE, SHARED)
        finally:
            take_away(CODE)
            settings.STORE = before


@pytest.fixture
def opmeer(said: list[str], django_db_blocker: Any) -> Iterator[Tenant]:
    with django_db_blocker.unblock():
        tenant = Tenant.objects.get(code=CODE)
        with tenant_scope(tenant.pk):
            yield tenant


def rows(path: str, delimiter: str = ",") -> list[dict[str, str]]:
    text = (SHARED / path).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=delimiter))


def on_screen(name: str) -> list[str]:
    """Return the numbers of Opmeer as the screen export of StatLine has them."""
    text = (SHARED / "cbs" / name).read_text(encoding="utf-8-sig")
    (line,) = [line for line in text.splitlines() if line.startswith('"Opmeer"')]
    return line.replace('"', "").split(";")[1:]


def own(measure: str, **where: object) -> dict[str, int | None]:
    found = Figure.objects.filter(measure=measure, is_current=True, **where)
    return {
        period: None if value is None else int(value)
        for period, value in found.order_by("period").values_list("period", "value")
    }


def test_the_totals_of_2010_to_2020_are_those_of_the_file(opmeer: Tenant) -> None:
    in_file = {
        f"{row['Perioden']}JJ00": int(float(row["TotaalGeregistreerdeMisdrijven_1"]))
        for row in rows("opmeer/83648NED_opmeer_2010_2020_totaal.csv")
    }
    found = own("misdrijven-cbs:0000000", area__code=CODE)
    assert found == in_file
    assert list(found.values()) == [445, 405, 460, 385, 380, 370, 335, 260, 265, 270, 310]
    assert set(
        Figure.objects.filter(measure="misdrijven-cbs:0000000").values_list("rounded_to", flat=True)
    ) == {5}


def test_the_76_offences_of_2015_are_those_of_the_file(opmeer: Tenant) -> None:
    in_file = {
        f"misdrijven-cbs:{row['SoortMisdrijf']}": int(row["TotaalGeregistreerdeMisdrijven_1"])
        for row in rows("opmeer/83648NED_opmeer_2015_soort.csv")
    }
    found = Figure.objects.filter(
        measure__startswith="misdrijven-cbs:", period="2015JJ00", is_current=True
    )
    assert len(in_file) == 76
    assert {one.measure: int(one.value or 0) for one in found} == in_file


def test_the_totals_of_2022_to_2024_are_297_293_and_264(opmeer: Tenant) -> None:
    found = own("misdrijven:0.0.0", area__code=CODE)
    assert found == {"2022JJ00": 297, "2023JJ00": 293, "2024JJ00": 264}
    assert [str(found[f"{year}JJ00"]) for year in (2022, 2023, 2024)] == [
        *on_screen("misdrijven_2022_2023.csv"), *on_screen("Misdrijven_2024.csv"),
    ]  # fmt: skip


def test_46_neighbourhoods_of_2024_sum_to_291_and_the_difference_of_2_is_told(
    opmeer: Tenant, said: list[str]
) -> None:
    in_file = {
        row["WijkenEnBuurten"]: (row["WijkenEnBuurten_label"], row["GeregistreerdeMisdrijven_1"])
        for row in rows("opmeer/47018NED_opmeer_buurten_2023_totaal.csv")
    }
    found = Figure.objects.filter(
        measure="misdrijven:0.0.0", period="2023JJ00", area__kind="neighbourhood", is_current=True
    ).select_related("area")
    assert {one.area.code: (one.area.name, str(int(one.value or 0))) for one in found} == in_file
    assert {one.area.code_year for one in found} == {2024}
    (compared,) = reconcile(total_measures())
    assert (compared.parts, compared.total, compared.whole) == (46, 291, 293)
    assert compared.difference == 2
    assert compared.why
    assert compared.sentence in said


def test_no_figure_of_one_division_lies_on_an_area_of_another(opmeer: Tenant) -> None:
    parts = Figure.objects.filter(area__kind__in=["district", "neighbourhood"])
    said = {"politie-misdrijven-buurt-jaar": 2024, "cbs-buurten-2024": 2024,
            "cbs-wijken-buurten-2020": 2020, "cbs-gebiedskaart": 2022}  # fmt: skip
    seen = set(parts.values_list("snapshot__source", "area__code_year"))
    assert seen == set(said.items())
    names = dict(Area.objects.filter(code="BU04320101").values_list("code_year", "name"))
    assert names == {2020: "BU04320101", 2024: "Opmeer West"}


def test_the_areas_are_those_of_their_year_with_the_districts_of_2024_on_the_map(
    opmeer: Tenant,
) -> None:
    def count(year: int, kind: str) -> int:
        return Area.objects.filter(code_year=year, kind=kind).count()

    assert (count(2024, "district"), count(2024, "neighbourhood")) == (5, 46)
    assert (count(2022, "district"), count(2020, "district")) == (3, 3)
    assert count(2020, "neighbourhood") == 11
    drawn = Area.objects.filter(code_year=2024, kind="district", geometry__isnull=False)
    assert sorted(drawn.values_list("name", flat=True)) == [
        "Aartswoud", "De Weere", "Hoogwoud", "Opmeer", "Spanbroek",
    ]  # fmt: skip
    ended = Area.objects.filter(code_year=2022, kind="district").values_list("valid_to", flat=True)
    assert {str(day) for day in ended} == {"2024-01-01"}


def test_all_municipalities_are_there_to_compare_with(opmeer: Tenant) -> None:
    lines = (SHARED / "cbs" / "Misdrijven_2024.csv").read_text(encoding="utf-8-sig").splitlines()
    in_file = dict(line.strip('"').split('";"') for line in lines[6:-1])
    stored = ReferenceFigure.objects.filter(measure="misdrijven:0.0.0", period="2024JJ00")
    values = {one.region: int(one.value or 0) for one in stored}
    assert len([region for region in values if region.startswith("GM")]) == 342
    assert values["NL00"] == int(in_file["Nederland"]) == 805_559
    assert values[CODE] == int(in_file["Opmeer"])
    assert values["GM0518"] == int(in_file["'s-Gravenhage (gemeente)"])


def test_national_months_are_those_of_the_file_and_the_last_three_are_incomplete(
    opmeer: Tenant,
) -> None:
    in_file = {
        f"{row['date'][:4]}MM{row['date'][5:7]}": int(row["frequency"])
        for row in rows("national/NL_Crime.csv")
        if row["crime_type_code"] == "Totaal misdrijven"
    }
    stored = ReferenceFigure.objects.filter(
        measure="misdrijven:0.0.0", region="NL00", period__contains="MM"
    )
    assert {one.period: int(one.value or 0) for one in stored} == in_file
    assert len(in_file) == 144
    assert {one.period for one in stored if one.incomplete} == {
        "2023MM10", "2023MM11", "2023MM12"
    }  # fmt: skip


def test_what_the_police_gives_by_year_only_is_withheld_by_month_and_no_zero(
    opmeer: Tenant,
) -> None:
    months = ReferenceFigure.objects.filter(
        measure="misdrijven:1.4.1", region="NL00", period__contains="MM"
    )
    assert {(one.status, one.value, one.as_given) for one in months} == {("withheld", None, "0")}


def test_nuisance_by_month_does_not_take_the_year_for_january(opmeer: Tenant) -> None:
    stored = dict(
        ReferenceFigure.objects.filter(
            measure="overlast:0.0.0", region="NL00", period__startswith="2012"
        ).values_list("period", "value")
    )
    assert len(stored) == 13
    assert (stored["2012MM01"], stored["2012JJ00"]) == (18_199, 279_325)


def test_a_second_time_changes_nothing(opmeer: Tenant, said: list[str]) -> None:
    def everything() -> tuple[int, ...]:
        return (
            Figure.objects.count(), ReferenceFigure.objects.count(), Dataset.objects.count(),
            Area.objects.count(),
        )  # fmt: skip

    before = everything()
    again = run_setup(CODE, SHARED)
    assert everything() == before
    assert not [line for line in again if "toegevoegd" in line]


def test_the_explorer_judges_opmeer_and_lays_it_beside_others(opmeer: Tenant) -> None:
    by = Actor(tenant_id=opmeer.pk, roles=frozenset(["adviser"]))
    asked = read_selection({"cijfer": ["misdrijven-totaal"], "vorm": ["trechter"]})
    view = explorer_view(by, asked.selection)
    assert view.said.year is not None
    (judged,) = view.said.year.judged
    assert judged.verdict.alone == (
        "Geen aantoonbare verandering "
        "(293 tegen 264; zulke verschillen komen ook door toeval voor)."
    )
    funnel = view.funnel
    assert isinstance(funnel, FunnelContent)
    assert (funnel.period.year, funnel.similar) == (2023, 58)
    assert funnel.group == "even groot, 10.000 tot 20.000 inwoners"
    assert funnel.own.rate == pytest.approx(24.27, abs=0.01)
    assert funnel.target == pytest.approx(29.56, abs=0.01)
    assert (
        funnel.statement.sentence
        == "Past bij vergelijkbare gemeenten (293 tegen 357 te verwachten)."
    )
