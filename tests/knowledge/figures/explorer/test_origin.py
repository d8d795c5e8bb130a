"""From a number to the line it stands in, and what was said before."""

from __future__ import annotations

import uuid

import pytest

from integraal.knowledge.figures.models import Figure, ReferenceFigure
from tests.knowledge.figures.explorer.small_set import BURGLARY, Value, load


@pytest.fixture
def at_work(client, sign_in, adviser):
    return sign_in(client, adviser)


def page_of(browser, figure):
    return browser.get(f"/cijfers/herkomst/{figure.pk}/").content.decode()


def test_the_page_shows_the_line_of_the_file_itself(at_work, places):
    figure = Figure.objects.get(area=places["Veld"], measure=BURGLARY, period="2023JJ00")
    shown = page_of(at_work, figure)
    assert "Veld;2023JJ00;12" in shown
    for words in (figure.snapshot.sha256, "klein.csv", "47018NED", "CC BY 4.0", "2 maart 2026",
                  "indeling van 2024", "1.1.1 Diefstal/inbraak woning", "‘12’"):  # fmt: skip
        assert words in shown
    assert "/cijfers/verkenner/?cijfer=woninginbraak" in shown
    assert "/cijfers/verkenner/?cijfer=high-impact-crimes" in shown


def test_earlier_values_are_listed_with_their_file(at_work, adviser, places):
    load(adviser, places, [Value("Veld", BURGLARY, "2023JJ00", 14)], "herzien.csv")
    new = Figure.objects.get(
        area=places["Veld"], period="2023JJ00", is_current=True, measure=BURGLARY
    )
    old = Figure.objects.get(area=places["Veld"], period="2023JJ00", is_current=False)
    assert "12, ingelezen" in page_of(at_work, new)
    assert "klein.csv" in page_of(at_work, new)
    assert "(dit geldt nu)" in page_of(at_work, old)


def test_what_has_no_number_says_why(at_work, places):
    figure = Figure.objects.get(area=places["Veld"], measure=BURGLARY, period="2024JJ00")
    assert "komt niet voor" in page_of(at_work, figure)


def test_a_file_in_another_coding_or_an_archive_does_not_stop_the_page(at_work, adviser, places):
    from integraal.knowledge.figures.actions import load_figures
    from tests.knowledge.figures.explorer.small_set import reading_of

    for number, content in enumerate(
        (b"Caf\xe9;1", b"PK\x03\x04" + bytes(30), b"", b"\xff\xfe\x00")
    ):
        values = [Value("Kade", BURGLARY, f"201{number}JJ00", number)]
        reading = reading_of(values, places, content + b" ", f"{number}.bin", "eigen")
        load_figures(by=adviser, reading=reading)
    pages = [
        page_of(at_work, Figure.objects.get(area=places["Kade"], period=f"201{number}JJ00"))
        for number in range(4)
    ]
    assert "Café;1" in pages[0]
    assert all("De regel zelf" not in page for page in pages[1:])


def test_a_national_figure_leads_to_its_table(at_work, national, places):
    figure = ReferenceFigure.objects.get(region="GM9902", measure=BURGLARY)
    shown = at_work.get(f"/cijfers/herkomst/landelijk/{figure.pk}/").content.decode()
    for words in ("Oostwaard", "verzonnen.csv", "47013NED", "f" * 64, "77 van 4.321", "2e"):
        assert words in shown


@pytest.mark.parametrize(
    "address", [f"{uuid.UUID(int=5)}/", "landelijk/999999999999999999999999/", "landelijk/0/"]
)
def test_what_is_not_there_is_not_found(at_work, places, address):
    assert at_work.get(f"/cijfers/herkomst/{address}").status_code == 404


def test_another_tenant_finds_nothing(client, sign_in, places, oostwaard):
    from integraal.foundation.database.tenancy import tenant_scope
    from tests.provisions import employ_at

    figure = Figure.objects.get(area=places["Veld"], measure=BURGLARY, period="2023JJ00")
    who = employ_at(oostwaard, "adviser")
    with tenant_scope(oostwaard.pk):
        stranger = sign_in(client, who)
    assert stranger.get(f"/cijfers/herkomst/{figure.pk}/").status_code == 404
