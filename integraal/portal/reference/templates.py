"""What is wrong with a template, found without showing it: broken tags, dead names, inline code."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.apps import apps
from django.contrib.staticfiles import finders
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines
from django.template.base import Lexer, TokenType
from django.urls import get_resolver

_EVENT = re.compile(r"on[a-z]+")
_DATA_BLOCKS = {"application/json", "text/plain"}
_LOADED = {"src", "href", "srcset", "action", "formaction", "poster", "data"}


def template_files() -> dict[str, Path]:
    """Return every template of ours: name to file."""
    found: dict[str, Path] = {}
    for app in apps.get_app_configs():
        folder = Path(app.path) / "templates"
        if app.name.startswith("integraal."):
            found |= {
                path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))
            }
    return found


def problems_of(name: str, source: str) -> list[str]:
    """Return what is wrong with a template, as sentences that begin with its name.

    Args:
        name: as in ``{% extends %}``.
        source: its text.
    """
    engine = engines["django"]
    try:
        engine.from_string(source)
    except (TemplateSyntaxError, TemplateDoesNotExist) as error:
        return [f"{name}: {error}"]
    return [f"{name}: {say}" for say in (*_dead_names(source), *_inline_code(source))]


def _dead_names(source: str) -> Iterator[str]:
    for token in Lexer(source).tokenize():
        words = token.split_contents() if token.token_type is TokenType.BLOCK else []
        if len(words) < 2 or (wanted := _quoted(words[1])) is None:
            continue
        if words[0] == "url" and not _is_address(wanted, words[2:]):
            yield f"line {token.lineno}: no address is named {wanted!r} with those arguments."
        elif words[0] == "static" and not finders.find(wanted):
            yield f"line {token.lineno}: there is no static file {wanted}."
        elif words[0] in ("extends", "include") and not _is_template(wanted):
            yield f"line {token.lineno}: there is no template {wanted}."


def _quoted(word: str) -> str | None:
    return word[1:-1] if len(word) > 2 and word[0] == word[-1] and word[0] in "\"'" else None


def _is_address(name: str, arguments: list[str]) -> bool:
    namespace, _, last = name.rpartition(":")
    resolver = get_resolver()
    for part in namespace.split(":") if namespace else []:
        resolver = resolver.namespace_dict[part][1]
    given = arguments[: arguments.index("as")] if "as" in arguments else arguments
    named = {word.partition("=")[0] for word in given if "=" in word}
    ways = [way for ways, *_ in resolver.reverse_dict.getlist(last) for way in ways]
    if named:
        return any(named == set(names) for _, names in ways)
    return any(len(names) == len(given) for _, names in ways)


def _is_template(name: str) -> bool:
    try:
        engines["django"].get_template(name)
    except TemplateDoesNotExist:
        return False
    except TemplateSyntaxError:
        return True  # told where that template itself is checked
    return True


def _inline_code(source: str) -> list[str]:
    without_tags = "".join(
        token.contents if token.token_type is TokenType.TEXT else _stand_in(token.token_type)
        for token in Lexer(source).tokenize()
    )
    reader = _InlineCode()
    reader.feed(without_tags)
    reader.close()
    return reader.problems


def _stand_in(kind: TokenType) -> str:
    return "x" if kind is TokenType.VAR else ""


class _InlineCode(HTMLParser):
    """Gathers what the content security policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip().lower() for name, value in attrs}
        if tag == "style" or "style" in given:
            self._note("write style in a style sheet, not inline")
        for name in given:
            if _EVENT.fullmatch(name):
                self._note(f"listen in a script file, not with {name}=")
        for name in _LOADED & given.keys():
            self._address(tag, name, given[name])
        if tag == "script":
            self._in_script = "src" not in given and given.get("type") not in _DATA_BLOCKS

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._in_script = False

    def handle_endtag(self, tag: str) -> None:
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self._note("write script in a file, not inline")

    def _address(self, tag: str, name: str, value: str) -> None:
        if value.startswith(("data:", "javascript:", "vbscript:")):
            self._note(f"{name}= must not hold {value.partition(':')[0]}:")
        elif tag != "a" and re.match(r"([a-z]+:)?//", value):
            self._note(f"<{tag} {name}=> loads from outside: {value}")

    def _note(self, say: str) -> None:
        self.problems.append(f"line {self.getpos()[0]}: {say}.")
