"""What the previous plan promised: in order, counted in words, and never lost."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.actions import adopt_picture, propose_picture, start_next_version
from integraal.policy.picture.content import content_of
from integraal.policy.picture.evaluation.actions import (
    add_promise,
    change_promise,
    import_promises,
    move_promise,
    remove_promise,
)
from integraal.policy.picture.evaluation.rules import Pledge, count_words, read_lines
from integraal.policy.picture.models import Promise
from integraal.policy.picture.refusals import Conflict, PictureRefused

THREE = "1. Minder overlast\n- Meer toezicht\n\n• Betere verlichting"


@pytest.fixture
def three(picture, adviser) -> list[Promise]:
    return import_promises(by=adviser, picture=picture, lines=THREE)


@pytest.fixture
def at_work(client, sign_in, adviser):
    return sign_in(client, adviser)


@pytest.fixture
def page(picture):
    return f"/beeld/{picture.pk}/terugblik/"


def sent(**changed) -> dict[str, str]:
    return {
        "promised": "Minder overlast", "reached": "partly", "outcome": "Van 88 naar 60 meldingen.",
        "learnt": "Samen met ondernemers werkt.", "theme": "", **changed,
    }  # fmt: skip


def in_order(picture) -> list[tuple[int, str]]:
    return list(Promise.objects.filter(picture=picture).values_list("order", "promised"))


def test_lines_are_pasted_with_a_preview_and_taken_over_in_order(picture, page, at_work):
    preview = at_work.post(f"{page}plakken/", {"lines": THREE, "deed": "bekijken"})
    assert "Neem 3 beloften over" in preview.content.decode()
    assert not Promise.objects.exists()
    shown = at_work.post(f"{page}plakken/", {"lines": THREE, "deed": "overnemen"}, follow=True)
    assert in_order(picture) == [
        (1, "Minder overlast"), (2, "Meer toezicht"), (3, "Betere verlichting"),
    ]  # fmt: skip
    assert "nog van geen enkele te zeggen" in shown.content.decode()
    assert Event.objects.get(verb="picture.promises_imported").details["number"] == 3


def test_a_line_that_is_there_already_stays_behind_and_says_why(picture, three, page, at_work):
    lines = "minder overlast.\nNieuwe belofte"
    preview = at_work.post(f"{page}plakken/", {"lines": lines, "deed": "bekijken"})
    assert "Deze belofte staat er al." in preview.content.decode()
    assert "Neem 1 belofte over" in preview.content.decode()
    at_work.post(f"{page}plakken/", {"lines": lines, "deed": "overnemen"})
    assert [text for _, text in in_order(picture)][3:] == ["Nieuwe belofte"]


@pytest.mark.parametrize(
    ("lines", "say"),
    [
        ("", "Plak ten minste één belofte"),
        ("\n - \n", "Plak ten minste één belofte"),
        ("a" * 1_000_000, "700.000 tekens te lang"),
        ("a" * 2_001, "Geen van deze regels kan erbij"),
    ],
)
def test_a_paste_that_cannot_be_comes_back_filled(page, at_work, lines, say):
    answer = at_work.post(f"{page}plakken/", {"lines": lines, "deed": "overnemen"})
    assert answer.status_code == 422
    assert say in answer.content.decode()
    assert lines.strip() in answer.content.decode()
    assert not Promise.objects.exists()


def test_at_most_a_hundred_lines_at_once():
    lines = read_lines("\n".join(f"Belofte {nth}" for nth in range(120)), [])
    assert sum(not line.problem for line in lines) == 100
    assert "hoogstens 100" in lines[110].problem


def test_what_became_of_it_stands_on_one_line_and_counts(three, page, at_work):
    at_work.post(f"{page}{three[0].pk}/", sent(base_revision="1"))
    shown = at_work.get(page).content.decode()
    for words in ("Deels bereikt", "Van 88 naar 60 meldingen.", "Samen met ondernemers werkt."):
        assert words in shown
    assert "Van 3 beloften is er 1 deels bereikt; van 2 is het niet te zeggen." in shown


@pytest.mark.parametrize(
    ("reached", "words"),
    [
        ([], "Er zijn nog geen beloften ingevuld."),
        (["yes"], "Er is één belofte, en die is bereikt."),
        (["yes", "yes"], "Van 2 beloften zijn er 2 bereikt."),
        (
            ["yes"] * 5 + ["partly"] * 4 + ["no"] * 2 + ["unknown"],
            "Van 12 beloften zijn er 5 bereikt, 4 deels en 2 niet bereikt; "
            "van 1 is het niet te zeggen.",
        ),
    ],
)
def test_counts_in_words(reached, words):
    assert count_words(reached) == words


def test_up_and_down_with_a_button_each(picture, three, page, at_work):
    at_work.post(f"{page}{three[2].pk}/plaats", {"kant": "omhoog"})
    assert [text for _, text in in_order(picture)] == [
        "Minder overlast", "Betere verlichting", "Meer toezicht",
    ]  # fmt: skip
    at_work.post(f"{page}{three[0].pk}/plaats", {"kant": "omhoog"})
    at_work.post(f"{page}{three[0].pk}/plaats", {"kant": "omlaag"})
    assert in_order(picture)[0] == (1, "Betere verlichting")


def test_after_a_removal_the_numbers_close_up(picture, three, page, at_work):
    at_work.post(f"{page}{three[0].pk}/weg?stand=1")
    assert in_order(picture) == [(1, "Meer toezicht"), (2, "Betere verlichting")]


def test_two_people_never_overwrite_each_other_unseen(three, page, at_work, employ):
    change_promise(
        by=employ("adviser"), promise=three[0], pledge=Pledge("Van een ander"), base_revision=1
    )
    back = at_work.post(f"{page}{three[0].pk}/", sent(base_revision="1"))
    assert back.status_code == 409
    assert "Van een ander" in back.content.decode()
    assert "Van 88 naar 60 meldingen." in back.content.decode()
    assert 'name="base_revision" value="2"' in back.content.decode()
    with pytest.raises(Conflict):
        remove_promise(by=employ("adviser"), promise=three[0], base_revision=1)


@pytest.mark.parametrize(
    ("wrong", "say"),
    [
        ({"promised": ""}, "Schrijf op wat er was beloofd"),
        ({"reached": ""}, "Kies of het is bereikt"),
        ({"outcome": "a" * 1_000_000}, "980.000 tekens te lang"),
        ({"theme": "verkeersveiligheid"}, "verkeersveiligheid"),
    ],
)
def test_what_cannot_be_comes_back_filled(page, at_work, wrong, say):
    answer = at_work.post(f"{page}nieuw/", sent(**wrong))
    assert answer.status_code == 422
    assert say in answer.content.decode()
    assert "Samen met ondernemers werkt." in answer.content.decode()


def test_thanks_to_our_policy_is_kept_with_a_warning(page, at_work):
    text = "Minder meldingen, dankzij ons beleid."
    shown = at_work.post(f"{page}nieuw/", sent(outcome=text), follow=True).content.decode()
    assert text in shown
    assert "U schreef “dankzij”" in shown


def test_a_proposed_picture_takes_none_and_nothing_typed_is_lost(
    picture, three, page, at_work, adviser
):
    propose_picture(by=adviser, picture=picture)
    for address in (f"{page}nieuw/", f"{page}{three[0].pk}/"):
        answer = at_work.post(address, sent(base_revision="1"))
        assert answer.status_code == 422
        assert "De staat is voorgesteld" in answer.content.decode()
        assert "Van 88 naar 60 meldingen." in answer.content.decode()
    pasted = at_work.post(f"{page}plakken/", {"lines": "Nieuw", "deed": "overnemen"})
    assert (pasted.status_code, "Nieuw" in pasted.content.decode()) == (422, True)
    moved = at_work.post(f"{page}{three[0].pk}/plaats", {"kant": "omlaag"}, follow=True)
    assert "De staat is voorgesteld" in moved.content.decode()


def test_who_does_not_write_reads_only(three, page, client, sign_in, mayor):
    sign_in(client, mayor)
    shown = client.get(page).content.decode()
    assert "Minder overlast" in shown
    assert "Aanpassen" not in shown
    with pytest.raises(NotAllowed):
        move_promise(by=mayor, promise=three[0], up=False)


def test_it_is_frozen_and_goes_on_in_the_next_version(picture, three, adviser, mayor):
    propose_picture(by=adviser, picture=picture)
    adopted = adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    assert [one["promised"] for one in content_of(adopted)["promises"]][0] == "Minder overlast"
    second = start_next_version(by=adviser, picture=adopted)
    add_promise(by=adviser, picture=second, pledge=Pledge("Nog een"))
    assert [order for order, _ in in_order(second)] == [1, 2, 3, 4]


def test_a_theme_that_is_none_is_refused(picture, adviser):
    with pytest.raises(PictureRefused, match="Dit thema staat niet in het beeld"):
        add_promise(by=adviser, picture=picture, pledge=Pledge("X", theme="nergens"))
