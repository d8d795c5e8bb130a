"""A chart for paper stands alone: its own colours, no variables, and typst can draw it."""

from datetime import date

import pytest
import typst

from integraal.foundation.ui.charts import area_map, course, months, strip, term_bar
from integraal.foundation.ui.charts.printing import for_print
from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.charts.term_bar import TermBar
from integraal.foundation.ui.style_charts import COURSE, MAP, MONTHS

TERM = TermBar("Plan", "In woorden", 2023, 2026, date(2026, 3, 16))
DRAWINGS = {
    "verloop": course.draw(COURSE, "a"),
    "maanden": months.draw(MONTHS, "b"),
    "kaart": area_map.draw_narrow(MAP, "c"),
    "plan": term_bar.draw(TERM, "d"),
    "strook": strip.draw(Strip(60, 46, 77, before=88)),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_printed_chart_needs_nothing_from_the_page(name):
    svg = for_print(DRAWINGS[name])
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="')
    for left_over in ("var(", "color-mix", "@", "<div", "currentColor"):
        assert left_over not in svg
    assert svg.count("<svg") == 1
    assert svg.split(">", 1)[0].count("width=") == 1


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_class_that_draws_has_its_colour_on_paper(name):
    svg = for_print(DRAWINGS[name])
    style = svg[svg.index("<style>") : svg.index("</style>")]
    for css in ("c-self", "c-bar", "m-hoger", "y-done", "t-dot"):
        if f'class="{css}' in svg or f' {css}"' in svg:
            assert f".{css}{{" in style


def test_the_municipality_colour_reaches_the_paper_and_its_tints_follow():
    own = for_print(DRAWINGS["plan"], {"--ig-brand": "#6A1F4B"})
    assert ".y-done{fill:#6A1F4B}" in own
    assert own.count("#6A1F4B") >= 1
    assert ".y-seg{fill:#" in own
    assert for_print(DRAWINGS["plan"]) != own


def test_typst_draws_every_chart_in_a_pdf(tmp_path):
    lines = ['#set document(title: "Proef")']
    for name, drawing in DRAWINGS.items():
        (tmp_path / f"{name}.svg").write_text(for_print(drawing), encoding="utf-8")
        lines.append(f'#image("{name}.svg", alt: "{name}", width: 60%)')
    source = tmp_path / "proef.typ"
    source.write_text("\n".join(lines), encoding="utf-8")
    pdf = typst.compile(str(source), root=str(tmp_path))
    assert pdf[:5] == b"%PDF-"


def test_words_that_are_no_drawing_are_refused():
    with pytest.raises(ValueError, match="no SVG"):
        for_print("<p>tekst</p>")
