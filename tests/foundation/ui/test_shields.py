"""A shield is drawn anew from what is allowed; everything that can do harm is refused."""

import pytest

from integraal.foundation.ui.shields import LARGEST, ShieldRefused, clean_shield

HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"'
SHAPE = b'<path d="M0 0h9v9z" fill="#0b5561"/>'


def svg(inside=SHAPE, attributes=b""):
    return HEAD + attributes + b">" + inside + b"</svg>"


def test_a_plain_shield_comes_through():
    clean = clean_shield(svg())
    assert clean.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">')
    assert '<path d="M0 0h9v9z" fill="#0b5561">' in clean


def test_the_default_shield_is_a_shield(default_shield):
    assert "<path" in clean_shield(default_shield)


def test_what_a_drawing_program_leaves_behind_is_dropped():
    clean = clean_shield(
        HEAD + b' xmlns:ink="http://example.org/ink" ink:version="1" id="a"><metadata><script>1'
        b"</script></metadata><defs/>" + SHAPE + b"</svg>"
    )
    assert "ink" not in clean
    assert "script" not in clean
    assert "id=" not in clean


def test_a_size_without_viewbox_becomes_one():
    clean = clean_shield(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="44mm">' + SHAPE + b"</svg>"
    )
    assert 'viewBox="0 0 40 44"' in clean


@pytest.mark.parametrize(
    "attack",
    [
        svg(b"<script>alert(1)</script>"),
        svg(b'<path d="M0 0" onclick="alert(1)"/>'),
        svg(attributes=b' onload="alert(1)"'),
        svg(b'<a href="javascript:alert(1)"><path d="M0 0"/></a>'),
        svg(
            b'<path d="M0 0" xlink:href="https://example.org/x"/>',
            b' xmlns:xlink="http://www.w3.org/1999/xlink"',
        ),
        svg(b'<image href="https://example.org/x.png"/>'),
        svg(b'<use href="#a"/>'),
        svg(b"<foreignObject><p>x</p></foreignObject>"),
        svg(b"<style>@import 'https://example.org/x.css';</style>"),
        svg(b'<path d="M0 0" style="fill:url(https://example.org/x)"/>'),
        svg(b'<path d="M0 0" fill="url(https://example.org/x)"/>'),
        svg(b'<path d="M0 0" fill="UrL(#a)"/>'),
        svg(b'<path d="M0 0" fill="&#106;avascript:alert(1)"/>'),
        svg(b'<animate attributeName="href" to="javascript:alert(1)"/>'),
        svg(b'<set attributeName="onload" to="alert(1)"/>'),
        svg(b'<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'),
        svg(b'<path xmlns="http://example.org/other" d="M0 0"/>'),
        svg(b"<svg>" + SHAPE + b"</svg>"),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg(b"<title>&a;</title>"),
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + svg(),
        b'<?xml-stylesheet href="https://example.org/x.css"?>' + svg(),
        b"<html><body>x</body></html>",
        svg(b"<g>" * 60 + SHAPE + b"</g>" * 60),
        svg(SHAPE * 2500),
        svg(b"<title>leeg</title>"),
        HEAD[:-3] + b'-5">' + SHAPE + b"</svg>",
        b'<svg xmlns="http://www.w3.org/2000/svg">' + SHAPE + b"</svg>",
        b"\x89PNG\r\n",
        b"  ",
        svg()[:-4],
        b'<?xml version="1.0" encoding="klingon"?>' + svg(),
        svg(b"<desc>" + b"x" * LARGEST + b"</desc>" + SHAPE),
    ],
)
def test_an_attack_or_a_broken_file_is_refused_with_a_sentence(attack):
    with pytest.raises(ShieldRefused) as refused:
        clean_shield(attack)
    sentence = str(refused.value)
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_words_in_a_title_stay_words():
    clean = clean_shield(svg(b"<title>&lt;script&gt;</title>" + SHAPE))
    assert "<script" not in clean
