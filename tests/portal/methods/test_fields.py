"""What somebody types is read as a Dutch number, or refused."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from integraal.portal.methods.fields import LinesField, NumberField, NumbersField, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", 14),
        (" 1.234 ", 1234),
        ("1.234,5", 1234.5),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("12\u00a0300", 12300),
        ("-20", -20),
        ("−20", -20),
        ("+3", 3),
        ("0", 0),
    ],
)
def test_dutch_numbers_are_read(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text", ["", "-", "--3", "1e30", "nan", "inf", "veertien", "1,2,3", "1.23.4", "0x10", "٣", "½"]
)
def test_anything_else_is_no_number(text):
    assert read_number(text) is None


def test_a_refusal_names_the_field_and_what_to_fill_in():
    field = NumberField("Aantal", 14, least=1, most=2_000)
    assert field.clean("2.000") == 2000
    for typed, words in {
        "": "Aantal is leeg. Vul een heel getal in van 1 tot en met 2.000.",
        "0": "Aantal: ‘0’ kan niet. Vul een heel getal in van 1 tot en met 2.000.",
        "1,5": "Aantal: ‘1,5’ kan niet. Vul een heel getal in van 1 tot en met 2.000.",
    }.items():
        with pytest.raises(ValidationError) as refusal:
            field.clean(typed)
        assert refusal.value.messages == [words]


def test_a_row_of_numbers_takes_spaces_lines_and_commas_between():
    field = NumbersField("Jaren", "1 2", fewest=2, longest=4)
    assert field.clean("12, 9\n14;8") == (12, 9, 14, 8)
    for typed in ("7", "1 2 3 4 5", "7 acht", "7 -1", "7 1,5"):
        with pytest.raises(ValidationError, match="hele getallen in met een spatie ertussen"):
            field.clean(typed)


def test_lines_have_a_name_and_their_numbers():
    field = LinesField("Gebieden", "A 1 2", columns=("aantal", "inwoners"), longest=3)
    first, second = field.clean("Oud West 14 12.300\n\nPark 0 0\n")
    assert (first.name, first.numbers) == ("Oud West", (14, 12300))
    assert (second.name, second.numbers) == ("Park", (0, 0))
    with pytest.raises(ValidationError, match="regel 2: ‘Park 3’ kan niet"):
        field.clean("Oud West 14 12300\nPark 3")
    with pytest.raises(ValidationError, match="heeft één regel"):
        field.clean("Oud West 14 12300")
    with pytest.raises(ValidationError, match="te lang"):
        field.clean("x" * 5000)
