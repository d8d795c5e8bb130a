"""Read our own source code as syntax trees; nothing is run."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
_VERB = re.compile(r"[a-z_]+\.[a-z_]+")


@dataclass(frozen=True)
class Module:
    """One file of Python.

    Attributes:
        path: relative to the folder the search began above, with forward slashes.
        text: its source.
        tree: its syntax.
    """

    path: str
    text: str
    tree: ast.Module

    @property
    def dotted(self) -> str:
        """The name by which it is imported."""
        name = self.path.removesuffix(".py").replace("/", ".")
        return name.removesuffix(".__init__")


def parse(path: str, text: str) -> Module:
    """Return a module from its text."""
    return Module(path, text, ast.parse(text))


def modules(root: Path, *folders: str) -> Iterator[Module]:
    """Yield every module in ``folders`` of the checkout at ``root``, by path."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield parse(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield every function in ``tree``, methods and inner ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def called(call: ast.Call) -> str:
    """Return the name that is called, without what stands before its last dot."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield every call in ``tree``."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def recorded_verbs(module: Module) -> dict[str, str]:
    """Return the verbs that a module records: verb to the function that does it.

    A verb is the first argument of ``record``, the argument ``verb=`` of a move, or what is
    assigned to a name ``verb``.
    """
    found: dict[str, str] = {}
    for function in functions(module.tree):
        for node in ast.walk(function):
            for text in _texts(_verb_place(node)):
                if _VERB.fullmatch(text):
                    found[text] = function.name
    return found


def _verb_place(node: ast.AST) -> ast.AST | None:
    if isinstance(node, ast.Assign) and [
        target.id for target in node.targets if isinstance(target, ast.Name)
    ] == ["verb"]:
        return node.value
    if not isinstance(node, ast.Call):
        return None
    if called(node) == "record" and node.args:
        return node.args[0]
    return next((word.value for word in node.keywords if word.arg == "verb"), None)


def _texts(node: ast.AST | None) -> list[str]:
    if node is None:
        return []
    return [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
