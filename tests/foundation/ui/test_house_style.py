"""A municipality sets six values; what cannot be read is refused with a sentence."""

from dataclasses import replace

import pytest

from integraal.foundation.ui.colours import contrast, mixed, read_hex, write_hex
from integraal.foundation.ui.house_style import DEFAULT, HouseStyleRefused, as_css, problems


def test_the_default_is_good():
    assert problems(DEFAULT) == []
    assert "--ig-brand: #0B5561;" in as_css(DEFAULT)
    assert "--ig-radius: 6px;" in as_css(DEFAULT)


def test_contrast_is_that_of_wcag():
    assert contrast(read_hex("#000000"), read_hex("#FFFFFF")) == pytest.approx(21)
    # A published pair: #767676 on white is the lightest grey that passes 4.5.
    assert contrast(read_hex("#767676"), read_hex("#fff")) == pytest.approx(4.54, abs=0.01)
    assert contrast(read_hex("#777777"), read_hex("#fff")) < 4.5


def test_mixing_keeps_the_ends():
    brand = read_hex("#0B5561")
    assert write_hex(mixed(brand, 1, (1, 1, 1))) == "#0b5561"
    assert write_hex(mixed(brand, 0, (1, 1, 1))) == "#ffffff"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"brand": "#3F7FBA"}, "hoofdkleur is te licht"),
        ({"on_brand": "#0B5561"}, "slecht te lezen"),
        ({"accent": "#6A1F4B"}, "accentkleur is te donker"),
        ({"brand": "red; } body { display: none"}, "geen kleur"),
        ({"accent": "#12345"}, "geen kleur"),
        ({"font_ui": 'Comic", url(https://example.org)'}, "niet bekend"),
        ({"font_voice": ""}, "niet bekend"),
        ({"radius": 11}, "0 tot en met 10"),
        ({"radius": -1}, "0 tot en met 10"),
        ({"radius": 2.5}, "heel getal"),
    ],
)
def test_a_value_that_fails_is_refused_with_what_to_do(change, sentence):
    style = replace(DEFAULT, **change)
    assert any(sentence in problem for problem in problems(style))
    with pytest.raises(HouseStyleRefused, match=sentence):
        as_css(style)


def test_several_wrong_values_are_all_named():
    assert len(problems(replace(DEFAULT, brand="#ffffff", radius=40))) == 3


def test_a_contrast_just_too_low_is_never_shown_as_enough():
    found = problems(replace(DEFAULT, brand="#595A5A"))
    assert all("contrast is 7,0" not in sentence for sentence in found)
