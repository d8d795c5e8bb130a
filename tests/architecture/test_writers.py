"""Only actions write, and only actions record."""

from __future__ import annotations

import ast
import re

import pytest

from integraal.portal.reference.source_code import Module, called, calls, functions, parse
from tests.architecture.tree import keep, product

ALLOWED = {
    "integraal/foundation/areas/reference.py": "national tables, on the owner's connection",
    "integraal/foundation/audit/recording.py": "adds the event of a deed, called by every action",
    "integraal/foundation/database/setting_up.py": "enters a tenant, on the owner's connection",
    "integraal/knowledge/figures/national/publishing.py": "national tables, on the owner's "
    "connection",
    "integraal/portal/setting_up/register.py": "takes a tenant out again when setting up failed",
}
_ALWAYS = {
    "create", "acreate", "bulk_create", "abulk_create", "bulk_update", "abulk_update",
    "get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create", "_raw_delete",
    "asave", "adelete", "aupdate", "create_user", "save_base",
}  # fmt: skip
_SQL = re.compile(
    r"\s*(insert\s+into|update\s+\S+\s+set|delete\s+from|truncate|merge\s+into|copy)\b", re.I
)
# DuckDB writes Parquet files there; it has no connection to the database.
_FILES_ONLY = "integraal/knowledge/sources/national/"


def writes(module: Module) -> list[str]:
    """Places where a module writes to the database outside an action.

    ``save(file)`` of a workbook, ``update(mapping)`` of a dictionary and ``update(bytes)`` of a
    hash take an argument by place; those of a model and a query take none.
    """
    if module.path.endswith("/actions.py") or module.path in ALLOWED:
        return []
    if module.path.startswith(_FILES_ONLY):
        return []
    found = [
        f"{module.path}:{call.lineno} {called(call)}()"
        for call in calls(module.tree)
        if _writes(call)
    ]
    return found + [
        f"{module.path}:{node.lineno} SQL {node.value.strip()[:20]!r}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value)
    ]


def _writes(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name = call.func.attr
    if name in _ALWAYS:
        return True
    if name in ("save", "delete"):
        return not call.args and not _is_session(call.func.value)
    return name == "update" and not call.args and bool(call.keywords)


def _is_session(receiver: ast.expr) -> bool:
    return isinstance(receiver, ast.Attribute) and receiver.attr == "session"


def recordings(module: Module) -> list[str]:
    """Places where something else than an action records a deed."""
    if module.path.endswith("/actions.py"):
        return []
    return [
        f"{module.path}:{call.lineno}" for call in calls(module.tree) if called(call) == "record"
    ]


def test_only_actions_write() -> None:
    offences = [offence for module in product() for offence in writes(module)]
    keep(offences, "Move the write to a verb function in the actions.py of that room:")


def test_only_actions_record() -> None:
    offences = [offence for module in product() for offence in recordings(module)]
    keep(offences, "Call an action that records it:")


def test_every_exception_still_writes() -> None:
    from dataclasses import replace

    idle = [m.path for m in product() if m.path in ALLOWED and not writes(replace(m, path="x.py"))]
    gone = ALLOWED.keys() - {module.path for module in product()}
    keep([*idle, *gone], "These need no exception any more:")


@pytest.mark.parametrize(
    "line",
    [
        "Picture.objects.create(year=2025)",
        "picture.save()",
        "picture.save(update_fields=['year'])",
        "Picture.objects.filter(year=1).update(year=2)",
        "Picture.objects.all().delete()",
        "Picture.objects.bulk_create([])",
        "Picture.objects.get_or_create(year=1)",
        "cursor.execute('update picture_picture set year = 1')",
        "cursor.execute(f'DELETE FROM {table}')",
        "record('picture.read', by=by)",
    ],
)
def test_a_write_outside_an_action_is_found(line: str) -> None:
    module = parse("integraal/policy/picture/views.py", line)
    assert writes(module) or recordings(module)


@pytest.mark.parametrize(
    "line", ["book.save(file)", "facts.update({'a': 1})", "digest.update(b'')"]
)
def test_what_writes_no_row_is_let_through(line: str) -> None:
    assert not writes(parse("integraal/policy/picture/views.py", line))


# No framework signals, and no logic where nobody looks for it.

_SIGNALS = ("django.db.models.signals", "django.dispatch", "django.core.signals")


def hidden_logic(module: Module) -> list[str]:
    """Signals that are listened to, and methods that run of themselves when a row is saved."""
    found = []
    for node in ast.walk(module.tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if any(name.startswith(_SIGNALS) or name.endswith(".signals") for name in names):
            found.append(f"{module.path}:{node.lineno} imports signals")
    if module.path.endswith("/models.py"):
        found += [
            f"{module.path}:{function.lineno} {function.name}()"
            for function in functions(module.tree)
            if function.name in ("save", "delete", "full_clean", "clean")
        ]
    return found


def test_nothing_happens_by_a_signal_or_inside_save() -> None:
    offences = [offence for module in product() for offence in hidden_logic(module)]
    keep(offences, "Say it in the action, where it can be read:")


@pytest.mark.parametrize(
    "text",
    [
        "from django.db.models.signals import post_save",
        "from django.dispatch import receiver",
        "from allauth.account.signals import user_logged_in",
        "class Picture:\n    def save(self): ...",
    ],
)
def test_hidden_logic_is_found(text: str) -> None:
    assert hidden_logic(parse("integraal/policy/picture/models.py", text))
