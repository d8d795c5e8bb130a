"""Text that cannot be printed is named, all other text is left alone."""

from integraal.foundation.documents.printable import printable


def everything(_: str) -> bool:
    return True


def test_plain_values_pass_unchanged() -> None:
    value = {"a": ["Zoë", 1, 2.5, None, True], "b": {"c": "regel\nvolgende\tkolom"}}
    assert printable(value, has_glyph=everything) == value


def test_line_ends_become_one_kind() -> None:
    assert printable("a\r\nb\rc", has_glyph=everything) == "a\nb\nc"


def test_loose_accents_are_joined() -> None:
    assert printable("cafe\u0301", has_glyph=everything) == "caf\u00e9"


def test_characters_that_mislead_are_named_even_if_a_face_has_them() -> None:
    assert printable("a\u202eb\ufeff\x07", has_glyph=everything) == (
        "a[teken U+202E]b[teken U+FEFF][teken U+0007]"
    )


def test_only_what_has_no_glyph_is_named() -> None:
    shown = printable("\u03b1\u6f22", has_glyph=lambda text: "\u6f22" not in text)
    assert shown == "\u03b1[teken U+6F22]"


def test_glyphs_are_asked_for_once_when_all_are_there() -> None:
    asked: list[str] = []

    def remember(text: str) -> bool:
        asked.append(text)
        return True

    printable("\u03b1\u03b2\u03b3 a b c", has_glyph=remember)
    assert asked == ["\u03b1\u03b2\u03b3"]
