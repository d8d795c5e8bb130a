"""What somebody who sets up a real municipality gets, also when a file is wrong."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.models import Event
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.models import Member
from integraal.knowledge.figures.models import Figure

pytestmark = pytest.mark.usefixtures("committed")
REPOSITORY = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("INTEGRAAL_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))
SQUARE = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.1], [5.0, 52.0]]
FIGURES = """\
"Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2026"
"Soort misdrijf: Totaal misdrijven"
""
"Onderwerp";"Geregistreerde misdrijven"
"Perioden";"2024"
"Regio's";"aantal"
"Proefstad";"123"
"Bron: Politie"
"""


def district(code: str = "WK999901", name: str = "Noord", ring: Any = None) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"statcode": code, "statnaam": name, "rubriek": "wijk"},
        "geometry": {"type": "Polygon", "coordinates": [ring or SQUARE]},
    }


@pytest.fixture
def offered(tmp_path: Path) -> dict[str, Any]:
    """Everything for an invented municipality, with files that are right."""
    areas = tmp_path / "wijken.geojson"
    areas.write_text(json.dumps({"type": "FeatureCollection", "features": [district()]}))
    figures = tmp_path / "misdrijven.csv"
    figures.write_text(FIGURES)
    return {
        "slug": "proefstad",
        "name": "Proefstad",
        "code": "GM9999",
        "areas": areas,
        "areas_year": 2024,
        "administrator_email": "beheer@proefstad.example",
        "administrator_name": "Beheer (fictief)",
        "figures": [figures],
    }


def add(**options: Any) -> None:
    call_command("add_municipality", **options)


def refused(offered: dict[str, Any], sentence: str, **changes: Any) -> None:
    with pytest.raises(CommandError, match=sentence) as refusal:
        add(**{**offered, **changes})
    assert "Er is niets veranderd." in str(refusal.value)
    assert not Tenant.objects.filter(slug=changes.get("slug", offered["slug"])).exists()


def test_a_missing_file_is_named(offered: dict[str, Any], tmp_path: Path) -> None:
    refused(offered, "weg.geojson is er niet", areas=tmp_path / "weg.geojson")
    refused(offered, "weg.csv is er niet", figures=[tmp_path / "weg.csv"])
    refused(offered, "is niet te lezen", areas=tmp_path)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"features": []}', "[" * 100_000, "naam;soort"]
)
def test_what_is_no_geojson_is_refused(offered: dict[str, Any], content: str) -> None:
    offered["areas"].write_text(content)
    refused(offered, "is geen GeoJSON met gebieden")


def test_a_drawing_in_metres_is_refused(offered: dict[str, Any]) -> None:
    ring = [[120000, 520000], [121000, 520000], [121000, 521000], [120000, 520000]]
    features = [district(ring=ring)]
    offered["areas"].write_text(json.dumps({"features": features}))
    refused(offered, "lengte- en breedtegraad")


def test_areas_of_another_municipality_are_refused(offered: dict[str, Any]) -> None:
    refused(offered, r"Noord \(WK999901\) hoort niet bij GM0001", code="GM0001")


def test_a_file_of_no_known_figure_is_refused(offered: dict[str, Any]) -> None:
    offered["figures"][0].write_text(FIGURES.replace("Totaal misdrijven", "Zonneschijn"))
    refused(offered, "past bij geen enkele klasse")


def test_a_name_that_is_not_in_the_file_is_refused(offered: dict[str, Any]) -> None:
    refused(offered, "staat geen gebied van deze gemeente", name="Proefdorp")


def test_figures_of_a_namesake_are_not_taken_for_the_municipality(
    offered: dict[str, Any],
) -> None:
    """A district may be called as another municipality; its figures are not the district's."""
    features = [district(name="Proefstad")]
    offered["areas"].write_text(json.dumps({"features": features}))
    refused(offered, "geen regel voor Proefdorp", name="Proefdorp")


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("slug", "Proef stad", "--slug"),
        ("code", "0432", "--code"),
        ("name", " ", "--name"),
        ("administrator_email", "beheer", "--administrator-email"),
        ("administrator_name", "", "--administrator-name"),
        ("areas_year", 24, "--areas-year"),
    ],
)
def test_a_wrong_word_is_named(
    offered: dict[str, Any], option: str, value: object, sentence: str
) -> None:
    refused(offered, sentence, **{option: value})


def test_a_code_without_its_year_is_refused(offered: dict[str, Any]) -> None:
    refused(offered, "Van welk jaar is de code WK999901", areas_year=None)


def test_a_municipality_is_set_up_once_and_its_administrator_can_begin(
    offered: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    add(**{**offered, "slug": "proefstad-goed"})
    assert "/account/password/reset/key/" in capsys.readouterr().out
    tenant = Tenant.objects.get(slug="proefstad-goed")
    assert not tenant.is_fictitious
    with tenant_scope(tenant.pk):
        assert Figure.objects.get().value == 123
        administrator = Member.objects.get()
        assert administrator.roles == ["administrator"]
        assert administrator.user is not None
        assert not administrator.user.has_usable_password()
        assert Event.objects.filter(through="command").count() == Event.objects.count() == 5
    with pytest.raises(CommandError, match="is er al"):
        add(**{**offered, "slug": "proefstad-goed"})
    assert Tenant.objects.filter(slug="proefstad-goed").exists()


@pytest.mark.shared_data
@pytest.mark.skipif(not SHARED.is_dir(), reason="the open data are not beside the repository")
def test_opmeer_has_264_registered_crimes_in_2024() -> None:
    add(
        slug="opmeer",
        name="Opmeer",
        code="GM0432",
        areas=SHARED / "geo" / "opmeer_wijk_2024_cartomap.geojson",
        administrator_email="beheer@opmeer.example",
        administrator_name="Beheer (fictief)",
        figures=[
            SHARED / "cbs" / "Misdrijven_2024.csv",
            SHARED / "cbs" / "misdrijven_2022_2023.csv",
        ],
    )
    with tenant_scope(Tenant.objects.get(slug="opmeer").pk):
        figure = Figure.objects.get(period="2024JJ00")
        assert (figure.value, figure.measure) == (264, "misdrijven:0.0.0")
        assert (figure.area.name, figure.area.kind) == ("Opmeer", "municipality")
        assert figure.area.code == "GM0432"
        assert Figure.objects.count() == 3
        districts = Area.objects.filter(kind="district").values_list("code", "code_year")
        assert sorted(districts) == [(f"WK04320{number}", 2024) for number in range(1, 6)]
