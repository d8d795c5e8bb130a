"""What somebody who starts the demo gets."""

import csv
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Sum
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on, parts_on
from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_user, tenant_scope
from integraal.foundation.people.models import Member, Organisation, User
from integraal.foundation.people.queries import memberships_of_user
from integraal.foundation.people.roles import BY_CODE
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.indicators.periods import Period
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import EarlierPassage, Passage, Picture
from integraal.policy.picture.writing.actions import write_text
from integraal.portal.setting_up.demo import load_demo
from integraal.portal.setting_up.demo_files import read_municipality
from integraal.portal.setting_up.problems import SettingUpProblem
from integraal.portal.setting_up.steps import FIRST_DAY

pytestmark = pytest.mark.usefixtures("demo_lines")
TABLES = (Area, Organisation, Member, Snapshot, Figure, Picture, Passage, EarlierPassage, Event)


@contextmanager
def at_work_in(slug: str) -> Iterator[Tenant]:
    tenant = Tenant.objects.get(slug=f"proef-{slug}")
    with tenant_scope(tenant.pk):
        yield tenant


def everything() -> dict[str, int]:
    counts = {"users": User.objects.count(), "tenants": Tenant.objects.count()}
    for slug in ("molendrecht", "oostwaard"):
        with at_work_in(slug):
            counts |= {f"{slug}.{table.__name__}": table.objects.count() for table in TABLES}
    return counts


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["molendrecht", "oostwaard"])
def test_every_number_in_the_files_is_in_the_database(slug: str, demo_folder: Path) -> None:
    with at_work_in(slug):
        counted = indicators()
        stored = {
            (figure.measure, figure.area.name, figure.period): figure.value
            for figure in Figure.objects.filter(is_current=True).select_related("area")
        }
    in_files = {}
    for path in (demo_folder / slug / "figures").glob("*.csv"):
        rows = list(csv.reader(path.read_text().splitlines(), delimiter=";"))
        periods = next(row for row in rows if row and row[0] == "Perioden")[1:]
        start = next(place for place, row in enumerate(rows) if row and row[0] == "Regio's")
        code = path.name.removesuffix("-verzonnen.csv").removesuffix("-maanden")
        (measure,) = counted[code].measures
        for region, *counts in rows[start + 1 : -1]:
            for period, count in zip(periods, counts, strict=True):
                in_files[measure, region, Period.from_label(period).code] = int(count)
    in_files |= in_tables(slug, demo_folder)
    assert stored == in_files


def in_tables(slug: str, demo_folder: Path) -> dict[tuple[str, str, str], Decimal]:
    """Return the figures of the partners' tables, by measure, area and period."""
    found = {}
    for table in read_municipality(demo_folder / slug).tables:
        _, *rows = csv.reader(table.path.read_text().splitlines(), delimiter=";")
        for region, year, *values in rows:
            for measure, value in zip(table.columns, values, strict=True):
                found[measure, region, f"{year}JJ00"] = Decimal(value.replace(",", "."))
    return found


@pytest.mark.django_db
def test_areas_never_add_up_to_more_than_the_municipality() -> None:
    with at_work_in("molendrecht"):
        whole = municipality_on(FIRST_DAY)
        assert whole is not None
        counted = Figure.objects.filter(area=whole).exclude(
            measure__startswith="veiligheidsmonitor:"
        )
        totals = counted.values_list("measure", "period", "value")
        parts = parts_on(FIRST_DAY)
        assert [part.number for part in parts] == list(range(1, 13))
        for measure, period, total in totals:
            together = Figure.objects.filter(
                measure=measure, period=period, area__in=parts
            ).aggregate(sum=Sum("value"))["sum"]
            assert together <= total, (measure, period)


@pytest.mark.django_db
def test_there_is_one_person_for_each_role_and_no_password_fits() -> None:
    with at_work_in("molendrecht"):
        roles = [role for member in Member.objects.all() for role in member.roles]
        assert sorted(roles) == sorted(BY_CODE)
    users = User.objects.filter(email__endswith=".proef.example")
    assert users.count() == 16
    assert not any(user.has_usable_password() for user in users)


@pytest.mark.django_db
def test_one_person_works_in_both_municipalities_and_each_sees_its_own() -> None:
    user = User.objects.get(email="fg@wilgenwaard.proef.example")
    set_user(user.pk)
    places = [member.tenant.name for member in memberships_of_user(user.pk, timezone.localdate())]
    set_user(None)
    assert places == ["Molendrecht", "Oostwaard"]
    with at_work_in("oostwaard"):
        assert Member.objects.count() == 3
        assert not Area.objects.filter(name="Molenhof").exists()
        assert set(Figure.objects.values_list("tenant__slug", flat=True)) == {"proef-oostwaard"}


@pytest.mark.django_db
def test_the_pictures_of_2024_and_2025_are_adopted_and_a_next_version_is_a_draft() -> None:
    with at_work_in("molendrecht"):
        earlier, adopted, draft = Picture.objects.order_by("year", "version")
        for picture, year in ((earlier, 2024), (adopted, 2025)):
            assert (picture.year, picture.state, picture.version) == (year, "adopted", 1)
            assert picture.first_year == 2012
            assert picture.adopted_by is not None
            assert picture.adopted_by.roles == ["mayor"]
            assert len(picture.fingerprint) == 64
        assert (draft.year, draft.state, draft.version) == (2025, "draft", 2)
        counts = [
            Passage.objects.filter(picture=picture).exclude(text="").count()
            for picture in (earlier, adopted, draft)
        ]
        assert counts == [5, 25, 25]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("year", "shown"),
    [
        (2024, {"down": [], "up": [], "few": ["overval"]}),
        (
            2025,
            {
                "down": ["vernieling"],
                "up": ["cybercrime", "fietsendiefstal", "winkeldiefstal"],
                "few": ["overval"],
            },
        ),
    ],
)
def test_the_texts_speak_of_the_changes_that_are_shown(
    year: int, shown: dict[str, list[str]]
) -> None:
    """The written texts assume these verdicts; other figures need other texts."""
    with at_work_in("molendrecht"):
        content = content_of(Picture.objects.get(year=year, version=1))
    found: dict[str, list[str]] = {}
    for theme in content["themes"]:
        for one in theme["indicators"]:
            if one["verdict"]:
                found.setdefault(one["verdict"]["kind"], []).append(one["code"])
    assert {kind: sorted(found.get(kind, [])) for kind in shown} == shown
    assert set(found) <= {"none", "down", "up", "few"}


@pytest.mark.django_db
def test_three_areas_stand_out_for_nuisance_as_in_the_design() -> None:
    with at_work_in("molendrecht"):
        content = content_of(Picture.objects.get(year=2025, version=1))
    nuisance = next(
        one
        for theme in content["themes"]
        for one in theme["indicators"]
        if one["code"] == "overlast-totaal"
    )
    kinds = {area["number"]: area["verdict"] for area in nuisance["areas"]}
    assert {number for number, kind in kinds.items() if kind == "higher"} == {1, 11}
    assert {number for number, kind in kinds.items() if kind == "lower"} == {4}
    assert kinds[10] == "uninhabited"
    hidden = {area["number"] for area in nuisance["areas"] if area["count"] == "< 5"}
    assert hidden == {9, 12}


@pytest.mark.usefixtures("committed")
def test_loading_again_changes_nothing_and_is_quick(demo_folder: Path) -> None:
    before = everything()
    lines: list[str] = []
    start = time.monotonic()
    load_demo(folder=demo_folder, report=lines.append)
    assert time.monotonic() - start < 2
    assert everything() == before
    assert not [line for line in lines if "toegevoegd" in line or "ingelezen" in line]


@pytest.mark.usefixtures("committed")
def test_what_people_changed_in_the_demo_stays(demo_folder: Path) -> None:
    with at_work_in("oostwaard") as tenant:
        adviser = Member.objects.get(roles=["adviser"])
        picture = Picture.objects.get(year=2025)
        by = Actor(tenant_id=tenant.pk, member_id=adviser.pk, roles=frozenset(["adviser"]))
        text = Passage.objects.filter(picture=picture, theme="jeugd").first()
        write_text(
            by=by,
            picture=picture,
            theme="jeugd",
            text="Eigen tekst.",
            base_revision=text.revision if text else 0,
        )
    load_demo(folder=demo_folder, report=lambda line: None)
    with at_work_in("oostwaard"):
        assert Passage.objects.get(picture=picture, theme="jeugd").text == "Eigen tekst."


@pytest.mark.usefixtures("committed")
def test_one_broken_file_and_nothing_is_loaded(demo_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(demo_folder / "oostwaard", folder / "halfweg")
    settings = folder / "halfweg" / "municipality.yaml"
    settings.write_text(settings.read_text().replace("slug: proef-oostwaard", "slug: halfweg"))
    broken = folder / "halfweg" / "figures" / "vernieling-verzonnen.csv"
    broken.write_text(broken.read_text().replace('"33"', '"drieëndertig"'))
    before = User.objects.count()
    with pytest.raises(SettingUpProblem, match="'drieëndertig' is geen getal"):
        load_demo(folder=folder, report=lambda line: None)
    assert not Tenant.objects.filter(slug="halfweg").exists()
    assert User.objects.count() == before


def test_without_the_demo_setting_it_refuses(settings) -> None:  # type: ignore[no-untyped-def]
    settings.DEMO = False
    with pytest.raises(CommandError, match="geen demonstratie"):
        call_command("load_demo")
