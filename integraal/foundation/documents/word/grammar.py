"""What a template may say: show a field, repeat a list, choose with "als". Nothing else. Pure.

Jinja can do far more than fill in. So each template is read before it runs, and every word in it
has to be a field that exists. That makes the sandbox below it a second wall, not the only one.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from integraal.foundation.documents.word.archives import TemplateRefused

Fields = Mapping[str, Any]
"""Name to what it is: words about a text, or a list with the fields (or the text) of one item."""

DEEPEST_LOOP = 4
FILTERS = ("upper", "lower", "capitalize", "trim", "length", "join")
LOOP_FIELDS: Fields = {
    "index": "nummer van het rijtje, vanaf 1",
    "first": "of het de eerste is",
    "last": "of het de laatste is",
    "length": "hoeveel er zijn",
}
_HARMLESS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Const, nodes.CondExpr,
)  # fmt: skip
NOT_ALLOWED = (
    "Een sjabloon mag alleen velden tonen, lijsten herhalen ({% for %}) en kiezen ({% if %}). "
    "Haal andere opdrachten weg."
)


class Grammar(ImmutableSandboxedEnvironment):
    """Jinja that refuses every template with something else than these fields in it."""

    def __init__(self, fields: Fields) -> None:
        super().__init__(autoescape=True)
        self.fields = fields
        self.globals.clear()
        self.tests = {}
        self.filters = {name: self.filters[name] for name in FILTERS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        # Jinja calls this for everything it is about to run, headers and footers too.
        found = super()._parse(source, name, filename)
        _check(found, dict(self.fields), depth=0)
        return found


def _check(node: nodes.Node, known: dict[str, Any], depth: int) -> None:
    if isinstance(node, nodes.For):
        _check_loop(node, known, depth)
    elif isinstance(node, nodes.Name | nodes.Getattr):
        if isinstance(_field(node, known), Mapping):
            raise TemplateRefused(f"Het veld {_written(node)} is geen tekst. Noem er een deel van.")
    elif isinstance(node, nodes.Filter):
        if node.name not in FILTERS:
            raise TemplateRefused(f"De bewerking “{node.name}” bestaat niet in een sjabloon.")
        _check_children(node, known, depth)
    elif isinstance(node, _HARMLESS):
        _check_children(node, known, depth)
    else:
        raise TemplateRefused(NOT_ALLOWED)


def _check_children(node: nodes.Node, known: dict[str, Any], depth: int) -> None:
    for child in node.iter_child_nodes():
        _check(child, known, depth)


def _check_loop(node: nodes.For, known: dict[str, Any], depth: int) -> None:
    """Check a loop; one inside another goes over a part of it, so that nothing multiplies."""
    is_simple = isinstance(node.target, nodes.Name) and not (node.test or node.recursive)
    if not is_simple or depth >= DEEPEST_LOOP:
        raise TemplateRefused(NOT_ALLOWED)
    over = _field(node.iter, known)
    if not isinstance(over, list):
        raise TemplateRefused(f"{_written(node.iter)} is geen lijst en kan niet herhaald worden.")
    if depth and not isinstance(node.iter, nodes.Getattr):
        raise TemplateRefused(
            f"De lijst {_written(node.iter)} staat in een andere lijst. Zet haar daarbuiten."
        )
    inside = {**known, node.target.name: over[0], "loop": LOOP_FIELDS}  # type: ignore[attr-defined]
    for child in (*node.body, *node.else_):
        _check(child, inside, depth + 1)


def _field(node: nodes.Node, known: Mapping[str, Any]) -> Any:
    """Return what a field is.

    Raises:
        TemplateRefused: there is no such field.
    """
    if isinstance(node, nodes.Name):
        holder: Any = known
        name = node.name
    elif isinstance(node, nodes.Getattr):
        holder = _field(node.node, known)
        name = node.attr
    else:
        raise TemplateRefused(NOT_ALLOWED)
    if not isinstance(holder, Mapping) or name not in holder:
        raise TemplateRefused(
            f"Het veld {_written(node)} bestaat niet. Kies een veld uit de lijst op deze pagina."
        )
    return holder[name]


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return f"“{node.name}”"
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)[:-1]}.{node.attr}”"
    return "in een {% for %}"
