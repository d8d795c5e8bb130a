"""An action is a verb: atomic, by somebody, and recorded in the same transaction."""

from __future__ import annotations

import ast

import pytest

from integraal.portal.reference.source_code import Function, Module, called, calls, parse
from tests.architecture.tree import keep, product

LIFECYCLE = "integraal/foundation/lifecycle/actions.py"
AUDIT = "integraal/foundation/audit/actions.py"
JOBS = "integraal/foundation/jobs/actions.py"
FOLLOWING = "integraal/policy/accountability/following/actions.py"
IMPORTING = "integraal/knowledge/figures/importing/actions.py"
# (file, function): why it is no action like the others.
NOT_RECORDED = {
    (AUDIT, "chain_events"): "the chain is itself the record",
    (AUDIT, "keep_destroyed_segment"): "part of destroy_month, which records it",
    (FOLLOWING, "mark_seen"): "when a councillor reads is nobody's business",
    (IMPORTING, "keep_draft"): "a draft counts nowhere, and is gone within a day",
    (IMPORTING, "replace_draft_file"): "a draft counts nowhere, and is gone within a day",
    (IMPORTING, "choose_columns"): "a draft counts nowhere, and is gone within a day",
    (IMPORTING, "destroy_draft"): "a draft counts nowhere, and is gone within a day",
    (IMPORTING, "destroy_old_drafts"): "a draft counts nowhere, and is gone within a day",
    (JOBS, "report_progress"): "every second how far it is; begin and end are recorded",
}
NOT_ATOMIC = {
    (AUDIT, "destroy_month"): "opens two transactions itself, the owner's inside the tenant's",
}
NO_ACTION = {(LIFECYCLE, "locked"): "reads a row and holds it for the action that asked"}


def offences_of(module: Module) -> list[str]:
    """What is wrong with the actions of a module."""
    defined = {node.name: node for node in module.tree.body if isinstance(node, Function)}
    moves = _lifecycle_moves(module)
    found = []
    for name, function in defined.items():
        place = (module.path, name)
        if name.startswith("_") or place in NO_ACTION or _is_context_manager(function):
            continue
        say = [
            *_form(function, positional=module.path == LIFECYCLE),
            *([] if place in NOT_ATOMIC or _is_atomic(function) else ["is not atomic"]),
            *([] if place in NOT_RECORDED or _records(function, defined, moves, set())
              else ["records no event"]),
        ]  # fmt: skip
        found += [f"{module.path}:{function.lineno} {name} {what}" for what in say]
    return found


def _form(function: Function, *, positional: bool) -> list[str]:
    given = function.args
    by = next((one for one in given.kwonlyargs if one.arg == "by"), None)
    annotation = ast.unparse(by.annotation) if by is not None and by.annotation else ""
    say = [] if annotation == "Actor" else ["takes no keyword-only by: Actor"]
    by_place = [*given.posonlyargs, *given.args]
    if by_place and not (positional and [one.arg for one in by_place] == ["document"]):
        say.append("takes arguments by place")
    return say


def _is_atomic(function: Function) -> bool:
    return any(ast.unparse(one).startswith("transaction.atomic") for one in function.decorator_list)


def _is_context_manager(function: Function) -> bool:
    return any(ast.unparse(one) == "contextmanager" for one in function.decorator_list)


def _lifecycle_moves(module: Module) -> set[str]:
    """Names under which the module knows the moves of the lifecycle."""
    known = any(
        isinstance(node, ast.ImportFrom) and node.module == "integraal.foundation.lifecycle"
        for node in module.tree.body
    )
    return {"propose", "send_back", "adopt"} if known else set()


def _records(
    function: Function, defined: dict[str, Function], moves: set[str], seen: set[str]
) -> bool:
    seen.add(function.name)
    for call in calls(function):
        name = called(call)
        if name == "record" or (name in moves and isinstance(call.func, ast.Attribute)):
            return True
        inner = defined.get(name)
        if inner and name not in seen and _records(inner, defined, moves, seen):
            return True
    return False


def test_every_action_is_atomic_by_somebody_and_recorded() -> None:
    files = [module for module in product() if module.path.endswith("/actions.py")]
    assert len(files) >= 9
    keep([offence for module in files for offence in offences_of(module)], "Mend these actions:")


def test_every_exception_is_still_there() -> None:
    there = {
        (module.path, node.name)
        for module in product()
        for node in module.tree.body
        if isinstance(node, Function)
    }
    gone = (NOT_RECORDED.keys() | NOT_ATOMIC.keys() | NO_ACTION.keys()) - there
    keep([" ".join(place) for place in sorted(gone)], "These exceptions are of nothing any more:")


_GOOD = """
@transaction.atomic
def add_area(*, by: Actor, name: str) -> Area:
    _note(by)

def _note(by):
    record("area.added", by=by)
"""


@pytest.mark.parametrize(
    ("before", "after", "say"),
    [
        ("@transaction.atomic\n", "", "is not atomic"),
        ("*, by: Actor, ", "*, ", "no keyword-only by"),
        ("*, by: Actor, ", "by: Actor, *, ", "no keyword-only by"),
        ("*, by: Actor, name: str", "name: str, *, by: Actor", "by place"),
        ("record(", "print(", "records no event"),
    ],
)
def test_a_careless_action_is_found(before: str, after: str, say: str) -> None:
    path = "integraal/foundation/areas/actions.py"
    assert offences_of(parse(path, _GOOD)) == []
    assert say in " ".join(offences_of(parse(path, _GOOD.replace(before, after))))
