"""The plan of Opmeer, read in: its themes, goals, partners, laws, and what fell out of it."""

import pytest

from integraal.policy.plan.importing.recognising.goals import looks_like_goal
from tests.policy.plan.importing.known import Look
from tests.policy.plan.importing.seed import seed_bytes

pytestmark = pytest.mark.shared_data
THEMES = ["woonomgeving", "bedrijvigheid", "jeugd", "ondermijning", "digitaal"]
NAMED = [
    "politie", "wijkteam", "bemiddelingskamer", "Boa’s", "wijkagenten", "woningbedrijf",
    "Regio Control", "stichting Halt", "jongerenwerk", "GGD Hollands Noorden", "Brijder Jeugd",
    "openbaar ministerie", "Regionaal Informatie en Expertise Centrum (RIEC) Noord-Holland Noord",
    "veiligheidsregio", "escalatieladder", "High impact Crimes", "Keurmerk Veilig Ondernemen",
    "parkmanagement", "ondernemersfonds", "Bedrijven Investeringszone", "Veilige School",
    "In control of alcohol en drugs", "weerbaarheidsscan", "CTER", "Outlaw Motorcycle Gangs",
    "Hackshield", "Noord Holland Samen Veilig", "veiligheidsmonitor", "integrale controles",
    "centraal meldpunt", "flitspeiling",
]  # fmt: skip


@pytest.fixture(scope="module")
def look():
    return Look.at("plan.txt", seed_bytes())


def test_chapters_three_to_seven_are_the_five_themes_in_order(look):
    assert look.themes == THEMES
    assert (look.found.first_year, look.found.last_year) == (2023, 2026)


def test_two_themes_without_a_heading_are_found_by_their_first_sentence(look):
    without = [part.theme for part in look.found.parts if part.kind == "theme" and not part.name]
    assert without == ["jeugd", "ondermijning"]


@pytest.mark.parametrize(
    ("theme", "holds", "not_holds"),
    [
        ("woonomgeving", "(escalatieladder)", "Keurmerk Veilig Ondernemen"),
        ("bedrijvigheid", "Keurmerk Veilig Ondernemen", "jongerenwerk"),
        ("jeugd", "ambulant jongerenwerker", "Wet Damocles"),
        ("ondermijning", "Wet Damocles", "Hackshield"),
        ("digitaal", "Hackshield", "Wet Damocles"),
    ],
)
def test_text_stands_in_the_right_theme(look, theme, holds, not_holds):
    assert holds in look.text(theme)
    assert not_holds not in look.text(theme)


def test_every_line_of_chapters_three_to_seven_comes_along(look):
    lines = [line.text for line in look.document.lines[28:]]
    text = "\n".join(look.text(theme) for theme in THEMES)
    lost = [one for one in lines if len(one) > 80 and one not in text]
    assert lost == []


def test_empty_lists_are_flagged_as_missing_goals_in_all_five_themes(look):
    assert look.gaps("goals") == THEMES
    assert [one.count for one in look.found.gaps if one.kind == "goals"] == [4, 2, 3, 4, 2]
    assert look.gaps("points") == [""]


def test_the_partners_and_instruments_named_are_recognised(look):
    found = look.of("partner") + look.of("term")
    assert [one for one in NAMED if one not in found] == []
    assert len(found) >= 25


def test_laws_are_linked(look):
    links = {look.cut(one.title): one.link for one in look.found.proposals if one.kind == "legal"}
    assert links == {
        "artikel 38b van de Politiewet": "https://wetten.overheid.nl/BWBR0031788/",
        "Wet Damocles": "https://wetten.overheid.nl/BWBR0001941/",
    }


def test_sentences_that_look_like_goals_are_offered_as_goals_and_marked(look):
    goals = look.of("goal", "ondermijning")
    assert any("streeft de komende jaren naar een verbeterde aanpak" in one for one in goals)
    assert any("het verminderen van slachtofferschap" in one for one in look.of("goal", "digitaal"))
    assert all(not one.is_sure for one in look.found.proposals if one.kind == "goal")


def test_what_stands_before_the_themes_finds_its_kind(look):
    assert look.of("principle") == ["Preventie", "flexibiliteit", "informatiepositie"]
    assert look.of("foreword")[0].startswith("Voor u ligt")
    assert look.of("vision")[0].startswith("De gemeente streeft naar een veilige")
    assert look.of("picture")[0].startswith("Het huidige veiligheidsbeeld")
    assert look.of("choosing")[0].startswith("De prioritering van")


def test_themes_left_to_other_policy_carry_their_document(look):
    dropped = {
        look.cut(one.title): look.cut(one.details.get("document"))
        for one in look.found.proposals
        if one.kind == "dropped"
    }
    assert dropped == {
        "verkeersveiligheid": "verkeersplan",
        "handhaving": "",
        "evenementen": "evenementenbeleid",
    }


def test_every_sentence_offered_as_a_goal_says_itself_what_is_to_be_reached(look):
    goals = [title for theme in THEMES for title in look.of("goal", theme)]
    assert len(goals) == 6
    words = " ".join(goals)
    assert "voorkomen hiervan" not in words
    assert "Het doel van Hackshield" not in words
    assert "deze daling" not in words
    assert "heeft een belangrijke rol" not in words


@pytest.mark.parametrize(
    "sentence",
    [
        "De komende jaren richt de gemeente zich dan ook op het voorkomen hiervan.",
        "De gemeente en de partners willen deze daling graag doorzetten.",
        "Om dit te bereiken gaat de gemeente het toezicht versterken.",
        "Het doel van de cursus is om ouderen weerbaar te maken.",
        "De gemeente heeft een belangrijke rol in het tegengaan van overlast.",
    ],
)
def test_a_sentence_that_points_elsewhere_is_no_goal(sentence):
    assert not looks_like_goal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Diefstal van fietsen willen we in 2030 met een vijfde verminderen.",
        "Het doel van de gemeente is om overlast in het centrum te verminderen.",
        "De gemeente richt zich op het vergroten van de weerbaarheid van jongeren.",
    ],
)
def test_a_sentence_that_names_its_change_is_offered(sentence):
    assert looks_like_goal(sentence)
