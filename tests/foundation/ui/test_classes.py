"""Every class a template or a chart uses exists in the style sheets, or is one of Utrecht's."""

import re

import pytest

from tests.foundation.ui.conftest import UI

SHEETS = "".join(
    path.read_text(encoding="utf-8") for path in sorted((UI / "static/ui/css").glob("*.css"))
)
KNOWN = set(re.findall(r"\.([A-Za-z][A-Za-z0-9_-]*)", re.sub(r"/\*.*?\*/", "", SHEETS, flags=re.S)))
HOOKS = {"num", "whole", "ig-map"}
"""Names without a rule of their own: they mark something for people who read the page."""
TEMPLATES = sorted((UI / "templates").rglob("*.html"))


def used_in(words: str) -> set[str]:
    found: set[str] = set()
    for group in re.findall(r'class="([^"]*)"', words):
        plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", group)
        found |= {name for name in plain.split() if not name.endswith(("-", "--"))}
    return found


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_class_in_a_template_exists(template):
    used = {
        c for c in used_in(template.read_text(encoding="utf-8")) if not c.startswith("utrecht-")
    }
    assert used <= KNOWN | HOOKS


def test_every_class_in_a_chart_exists():
    source = "".join(path.read_text(encoding="utf-8") for path in (UI / "charts").glob("*.py")) + (
        UI / "drawings.py"
    ).read_text(encoding="utf-8")
    used = set(re.findall(r'"((?:c|m|t|y|l)-[a-z0-9-]+)', source))
    used |= {c for c in used_in(source) if re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", c)}
    assert used <= KNOWN | HOOKS


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_needs_what_the_security_policy_forbids(template):
    words = template.read_text(encoding="utf-8")
    assert not re.search(r'\sstyle="', words)
    assert not re.search(r'\son[a-z]+="', words)
    assert "data:" not in words
    assert not re.search(r"<script(?![^>]*\ssrc=)", words)
    assert "<style" not in words


def test_the_one_stylesheet_imports_every_file():
    whole = (UI / "static/ui/integraal.css").read_text(encoding="utf-8")
    imported = set(re.findall(r'@import url\("css/([a-z]+\.css)"\)', whole))
    assert imported == {path.name for path in (UI / "static/ui/css").glob("*.css")}


def test_every_token_that_is_used_exists():
    tokens = set(re.findall(r"(--ig-[a-z0-9-]+):", SHEETS))
    assert set(re.findall(r"var\((--ig-[a-z0-9-]+)", SHEETS)) <= tokens
