"""The figures on the pages of a picture: comparisons, months, funnel and perception."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from integraal.foundation.areas.actions import NewArea, add_area
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.reading import read_file
from integraal.knowledge.figures.rounds.actions import make_round
from integraal.policy.picture.actions import adopt_picture, propose_picture, start_picture
from integraal.policy.picture.content import build_content, content_of
from integraal.policy.picture.presenters.theme_page import lead_of, theme_page
from integraal.policy.picture.writing.actions import write_text
from tests.statline import screen_export

NEIGHBOURS = {f"Buur {number}": 100 + 15 * number for number in range(12)}
START = date(2000, 1, 1)


@pytest.fixture
def neighbours(adviser, loaded):
    """Twelve municipalities of the region, with figures of 2025 in the own files."""
    region = add_area(by=adviser, area=NewArea("region", "Regio Waard", START))
    for name in NEIGHBOURS:
        add_area(by=adviser, area=NewArea("municipality", name, START), within=region)
    counts = screen_export({name: [count] for name, count in NEIGHBOURS.items()}, [2025])
    people = screen_export(
        {name: [11_000 + 300 * place] for place, name in enumerate(NEIGHBOURS)},
        [2025],
        title="Regionale kerncijfers Nederland 2026",
        selection="",
        subject="Totale bevolking",
        footer="Bron: CBS",
    )
    for name, content in {"buren.csv": counts, "buren-inwoners.csv": people}.items():
        load_figures(by=adviser, reading=read_file(content, name, date(2026, 3, 2)))


@pytest.fixture
def months(adviser, loaded, molendrecht):
    """Seven years of months of nuisance, of which the last judged one is far above the others."""
    snapshot = Snapshot.objects.filter(file_name="overlast.csv").get()
    for year in range(2019, 2026):
        for month in range(1, 13):
            count = 40 if (year, month) == (2025, 9) else 10 + (month + year) % 4
            Figure.objects.create(
                tenant=molendrecht, measure="overlast:0.0.0", area=loaded["Molendrecht"],
                period=f"{year}MM{month:02d}", value=count, status="present", snapshot=snapshot,
                line=1,
            )  # fmt: skip
    make_round(by=adviser)


@pytest.fixture
def perception(loaded, molendrecht):
    """How unsafe people felt in 2023 and 2025, with the margins of the publisher."""
    snapshot = Snapshot.objects.filter(file_name="overlast.csv").get()
    for year, (value, low, high) in {2023: (31, 28, 34), 2025: (22, 19.2, 24.8)}.items():
        Figure.objects.create(
            tenant=molendrecht, measure="veiligheidsmonitor:onveilig-buurt",
            area=loaded["Molendrecht"], period=f"{year}JJ00", value=value, low=low, high=high,
            sample=400, status="present", snapshot=snapshot, line=1,
        )  # fmt: skip


def indicator(picture, code="overlast-totaal"):
    themes = build_content(picture)["themes"]
    return next(one for theme in themes for one in theme["indicators"] if one["code"] == code)


def by_kind(one):
    return {each["kind"]: each for each in one["comparisons"]}


def test_a_figure_is_laid_beside_everything_that_is_there(picture, neighbours):
    found = by_kind(indicator(picture))
    assert list(found) == ["last_year", "five_years", "region", "similar"]
    assert found["region"]["against"] == "12 andere gemeenten in Regio Waard"
    people = sum(11_000 + 300 * place for place in range(12))
    assert found["region"]["value"] == f"{sum(NEIGHBOURS.values()) * 1000 / people:.1f}"
    assert found["similar"]["n"] == 12
    assert found["five_years"]["low"] == indicator(picture)["years"][-1]["expected"]["low"]


def test_what_is_not_there_says_why(picture):
    whys = {each["kind"]: each["why"] for each in indicator(picture)["not_compared"]}
    assert whys["similar"] == "Er zijn geen cijfers van andere gemeenten ingelezen."
    assert "heel Nederland over 2025" in whys["country"]


def test_all_of_the_content_is_text_and_no_neighbour_is_named(picture, neighbours, months):
    def values(of):
        if isinstance(of, dict):
            return [each for one in of.values() for each in values(one)]
        return [each for one in of for each in values(one)] if isinstance(of, list) else [of]

    content = build_content(picture)
    assert not [one for one in values(content) if isinstance(one, float)]
    assert "Buur" not in repr(content)


def test_the_size_of_a_dot_is_no_fingerprint(picture, neighbours):
    sizes = {int(one["size"]) for one in indicator(picture)["funnel"]["others"]}
    assert all(size % 1000 == 0 for size in sizes)


def test_months_carry_what_was_expected_and_which_are_open(picture, months):
    found = indicator(picture)["months"]
    assert len(found) == 36
    assert [one["incomplete"] for one in found[-4:]] == [False, True, True, True]
    september = found[-4]
    assert (september["period"], september["standing"]) == ("2025MM09", "alarm")
    assert int(september["expected"]["high"]) < 40
    assert 10 <= float(september["usual"]) <= 13


def test_a_striking_month_is_in_what_stands_out(picture, months):
    (entry,) = build_content(picture)["findings"]
    assert (entry["indicator"], entry["main"]["kind"]) == ("overlast-totaal", "month")
    assert entry["main"]["verdict"]["favourable"] is False


def test_registered_and_perceived_stand_side_by_side_and_never_on_one_axis(
    picture, adviser, perception
):
    shown = theme_page(adviser, picture, "woonomgeving").figures
    assert (shown.registered.chart.unit, shown.perceived.chart.unit) == ("meldingen", "procent")
    assert "twee vragen" in shown.caveat
    assert shown.perceived.title == "Onveilig in buurt: aantoonbaar gedaald"
    key = next(one for one in shown.key_figures if one.name == "Onveilig in buurt")
    assert (key.value, key.margin) == ("22,0\u00a0%", "95\u00a0%-marge: 19,2 tot 24,8")
    assert "tussen 4,8 en 13,2 minder" in key.say


def test_without_perception_the_page_says_so(picture, adviser):
    shown = theme_page(adviser, picture, "woonomgeving").figures
    assert shown.perceived is None
    assert shown.caveat == "Bij dit thema zijn er geen cijfers over hoe inwoners het beleven."


def test_perception_alone_is_told_in_the_lead():
    one = {"side": "subjective", "short_name": "Onveilig", "verdict": None}
    assert "alleen cijfers over hoe inwoners" in lead_of({"indicators": [one]})


def test_the_chosen_perception_figure_has_a_course(picture, adviser, perception):
    shown = theme_page(adviser, picture, "woonomgeving", "onveilig-buurt").figures
    points = [(point.label, point.value) for point in shown.course.chart.points]
    assert points == [("2023", 31), ("2025", 22)]  # not measured in 2024, so not in the line
    assert [row[0] for row in shown.beside.table.rows] == ["Het jaar ervoor, 2023"]


@pytest.mark.parametrize(
    ("period", "places"), [("2018MM07", [2]), ("2018JJ00", [1]), ("2017MM01", []), ("2025JJ00", [])]
)
def test_the_line_is_cut_before_the_first_whole_year_of_the_new_counting(period, places):
    from integraal.knowledge.indicators.breaks import Break
    from integraal.knowledge.indicators.periods import Period
    from integraal.policy.picture.content.one_indicator import _break
    from integraal.policy.picture.presenters.figures import _breaks

    one = {"breaks": [_break(Break(Period.from_code(period), "Anders geteld."))]}
    found = _breaks(one, [{"year": year} for year in (2017, 2018, 2019)])
    assert [cut.before_index for cut in found] == places


def test_the_page_shows_the_funnel_and_the_table(
    picture, adviser, client, sign_in, neighbours, months, perception
):
    page = sign_in(client, adviser).get(f"/beeld/{picture.pk}/woonomgeving/").content.decode()
    for words in (
        "Vergeleken, en hoe inwoners het beleven",
        "12 andere gemeenten in Regio Waard",
        "Geen ranglijst",
        "Wat niet te vergelijken was",
        "september 2025 valt op",
        "Geregistreerd en beleefd",
    ):
        assert words in page
    assert "Buur " not in page


def test_the_overview_ranks_and_tells_about_chance(picture, adviser, client, sign_in, months):
    page = sign_in(client, adviser).get(f"/beeld/{picture.pk}/").content.decode()
    for words in ("Eerst wat ongunstig is", "vergelijkingen gemaakt", "Meer dan verwacht"):
        assert words in page


def test_a_frozen_page_shows_the_same_as_the_draft_did(
    picture, adviser, mayor, neighbours, months, perception
):
    before = theme_page(adviser, picture, "woonomgeving").figures
    propose_picture(by=adviser, picture=picture)
    adopted = adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    after = theme_page(adviser, adopted, "woonomgeving").figures
    assert after == before


def test_a_page_without_figures_still_comes(adviser, client, sign_in, areas):
    empty = start_picture(by=adviser, year=2025)
    write_text(by=adviser, picture=empty, theme="woonomgeving", text="Nog niets.", base_revision=0)
    browser = sign_in(client, adviser)
    assert "Nog geen cijfers bij dit thema" in (
        browser.get(f"/beeld/{empty.pk}/woonomgeving/").content.decode()
    )
    assert "Er is nog niets te vergelijken." in browser.get(f"/beeld/{empty.pk}/").content.decode()


FIRST_FORM = {
    "form": 1, "title": "Veiligheidsbeeld 2024", "year": 2024, "municipality": "Molendrecht",
    "rules": {"chance_findings": "5"}, "comparisons": 1, "sources": [],
    "themes": [{
        "code": "woonomgeving", "name": "Veilige woonomgeving", "short_name": "Wonen",
        "text": "Het is rustig.", "text_by": "Adviseur", "text_on": "2026-03-02",
        "indicators": [{
            "code": "overlast-totaal", "name": "Overlast", "short_name": "Overlast",
            "unit": "meldingen", "aim": "down", "why": "", "caveats": [], "breaks": [],
            "credit": "Politie", "areas": [],
            "estimate": {
                "value": "60", "low": "45", "high": "78", "rate": "4.9", "per": "1000",
                "denominator_unit": "inwoners", "status": "present", "provisional": False,
                "snapshot": {"accessed": "2026-03-02"},
            },
            "before": {"value": "88", "low": "70", "high": "109"},
            "verdict": {"kind": "down", "direction": "down", "favourable": True,
                        "label": "Aantoonbaar gedaald", "sentence": "Van 88 naar 60."},
            "years": [{"year": 2024, "status": "present", "value": "60", "low": "45",
                       "high": "78", "provisional": False, "expected": None}],
        }],
    }],
}  # fmt: skip


def test_a_picture_frozen_in_the_first_form_still_reads(picture, adviser, mayor, client, sign_in):
    adopted = propose_picture(by=adviser, picture=picture)
    lifecycle.adopt(
        adopted, by=mayor, verb="picture.adopted", content=FIRST_FORM,
        decision=lifecycle.Decision("burgemeester", date(2026, 11, 28)),
    )  # fmt: skip
    content = content_of(adopted)
    one = content["themes"][0]["indicators"][0]
    assert (one["months"], one["funnel"], content["families"]) == ([], None, [])
    assert [each["indicator"] for each in content["findings"]] == ["overlast-totaal"]
    browser = sign_in(client, adviser)
    for path in ("", "woonomgeving/"):
        page = browser.get(f"/beeld/{adopted.pk}/{path}")
        assert page.status_code == 200
        assert "Van 88 naar 60." in page.content.decode()
    assert "Het is rustig." in page.content.decode()
