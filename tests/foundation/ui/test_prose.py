"""Running text is written without a template; nothing in it may become HTML of its own."""

from __future__ import annotations

from integraal.foundation.ui.templatetags.ig_prose import prose
from integraal.policy.picture.writing.rendering import Block, Piece
from integraal.policy.picture.writing.showing import ShownBlock, ShownPiece

HOSTILE = """<script>alert("x")</script>"""
SAFE = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"


def shown(kind, *pieces):
    return prose([ShownBlock(kind, (pieces,))])


def test_headings_paragraphs_and_lists_each_have_their_element():
    assert shown("heading", ShownPiece("text", "Kop")) == "<h4>Kop</h4>"
    assert shown("paragraph", ShownPiece("text", "een\ntwee")) == "<p>een<br>twee</p>"
    assert shown("paragraph", ShownPiece("bold", "vet")) == "<p><strong>vet</strong></p>"
    items = ShownBlock("list", ((ShownPiece("text", "a"),), (ShownPiece("text", "b"),)))
    assert prose([items]) == '<ul class="ig-list"><li>a</li><li>b</li></ul>'


def test_a_figure_links_to_where_it_comes_from():
    figure = ShownPiece("figure", "12", url="/beeld/1/?jaar=2&gebied=3", title="inbraak, aantal")
    assert shown("paragraph", figure) == (
        '<p><a class="utrecht-link ig-cite" href="/beeld/1/?jaar=2&amp;gebied=3" '
        'title="inbraak, aantal">12</a></p>'
    )


def test_a_figure_that_is_not_there_is_marked_with_why_where_that_is_known():
    missing = ShownPiece("missing", "[[weg]]", title="Dit cijfer is er niet.")
    marked = '<p><mark class="ig-missing" title="Dit cijfer is er niet.">[[weg]]</mark></p>'
    assert shown("paragraph", missing) == marked
    bare = Block("paragraph", ((Piece("missing", "[[weg]]"), Piece("figure", "7")),))
    assert prose([bare]) == "<p><mark>[[weg]]</mark>7</p>"


def test_what_was_typed_stays_text():
    for kind in ("text", "bold", "missing", "figure"):
        piece = ShownPiece(kind, f"{HOSTILE}\n{HOSTILE}", url="/x", title=HOSTILE)
        found = shown("list", piece)
        assert "<script>" not in found
        assert SAFE in found
