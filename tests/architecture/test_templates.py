"""Templates compile, name what exists, and hold nothing that the browser is told to refuse."""

from __future__ import annotations

import pytest

from integraal.portal.reference.templates import problems_of, template_files
from tests.architecture.tree import keep


def test_every_template_compiles_and_names_only_what_exists() -> None:
    files = template_files()
    assert len(files) > 60
    keep(
        [say for name, path in files.items() for say in problems_of(name, path.read_text())],
        "Mend these templates:",
    )


@pytest.mark.parametrize(
    ("source", "say"),
    [
        ("{% if x %}", "Unclosed tag"),
        ("{% nonsense %}", "nonsense"),
        ("{{ x|nonsense }}", "nonsense"),
        ("{% url 'nowhere' %}", "no address is named 'nowhere'"),
        ("{% url 'step' %}", "no address is named 'step'"),
        ("{% load static %}{% static 'ui/none.css' %}", "no static file"),
        ("{% include 'ui/none.html' %}", "no template"),
        ("{% extends 'ui/none.html' %}", "no template"),
        ('<p style="color: red">x</p>', "style sheet"),
        ("<style>p {}</style>", "style sheet"),
        ("<script>alert(1)</script>", "script in a file"),
        ('<script type="module">alert(1)</script>', "script in a file"),
        ('<p onclick="x()">x</p>', "onclick"),
        ('<a href="{% if x %}javascript:x{% endif %}">x</a>', "javascript"),
        ('<img src="data:image/png;base64,x" alt="">', "data"),
        ('<script src="//elsewhere.example/x.js"></script>', "outside"),
        ('<img src="https://elsewhere.example/x.png" alt="">', "outside"),
    ],
)
def test_a_broken_template_is_found(source: str, say: str) -> None:
    assert say in " ".join(problems_of("page.html", source))


@pytest.mark.parametrize(
    "source",
    [
        "{% url 'step' code %}",
        "{% url 'step' code=x as here %}",
        "{% url name %}",
        '<a href="https://elsewhere.example/">x</a>',
        '<script type="application/json">{"a": 1}</script>',
        '<p{% if x %} class="y"{% endif %}>{{ one }}</p>',
    ],
)
def test_a_right_template_is_let_through(source: str) -> None:
    assert problems_of("page.html", source) == []
