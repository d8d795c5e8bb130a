"""Files and functions stay short enough to read, and their names say what they hold."""

from __future__ import annotations

import ast

import pytest

from integraal.portal.reference.source_code import Function, Module, functions, parse
from tests.architecture.tree import all_code, committed_files, keep

FILE, FUNCTION, VIEW = 400, 60, 25
_VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "tools", "stuff"}


def lines_of(function: Function) -> int:
    """Lines of a function, its docstring left out."""
    docstring = ast.get_docstring(function, clean=False)
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    return whole - (docstring.count("\n") + 1 if docstring else 0)


def too_long(module: Module) -> list[str]:
    found = []
    length = len(module.text.splitlines())
    if length > FILE:
        found.append(f"{module.path} has {length} lines, more than {FILE}")
    if module.path.startswith("tests/"):
        return found  # a test or its data may be a long list
    most = VIEW if module.path.endswith("/views.py") else FUNCTION
    for function in functions(module.tree):
        if (size := lines_of(function)) > most:
            found.append(
                f"{module.path}:{function.lineno} {function.name} has {size}, more than {most}"
            )
    return found


def vague(path: str) -> bool:
    """Whether a name could hold anything."""
    return any(part.removesuffix(".py") in _VAGUE for part in path.split("/")[1:])


def test_files_functions_and_views_are_short() -> None:
    offences = [offence for module in all_code() for offence in too_long(module)]
    keep(offences, "Split these where the subject changes:")


def test_no_style_sheet_or_script_is_too_long_to_read() -> None:
    offences = [
        path.name
        for path in committed_files()
        if path.suffix == ".js" and len(path.read_text().splitlines()) > FILE
    ]
    keep(offences, "Split these where the subject changes:")


def test_no_file_has_a_name_that_could_hold_anything() -> None:
    keep(
        [module.path for module in all_code() if vague(module.path)],
        "Name these for what they hold:",
    )


@pytest.mark.parametrize("path", ["integraal/portal/utils.py", "integraal/common/x.py"])
def test_a_vague_name_is_found(path: str) -> None:
    assert vague(path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("integraal/portal/views.py", "def page(request):\n" + "    x = 1\n" * 25),
        ("integraal/portal/rules.py", "def rule():\n" + "    x = 1\n" * 60),
        ("tests/test_long.py", "x = 1\n" * 401),
    ],
)
def test_what_is_too_long_is_found(path: str, text: str) -> None:
    assert len(too_long(parse(path, text))) == 1
