"""Imports follow the order of the work, and the core is plain functions."""

from __future__ import annotations

import subprocess
import sys

from integraal.portal.reference.source_code import Module, parse
from tests.architecture.tree import REPOSITORY, keep, product, project


def test_every_import_follows_the_contracts() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-c"),
            "import sys; from importlinter.cli import lint_imports as check; "
            "sys.exit(check(config_filename='pyproject.toml', no_cache=True))",
        ],
        check=False, capture_output=True, text=True, cwd=REPOSITORY,
    )  # fmt: skip
    assert done.returncode == 0, f"Turn the import round, or move the code:\n{done.stdout}"


def test_every_group_and_room_stands_in_a_contract() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    named = {name for one in contracts if one["type"] == "layers" for name in one["layers"]}
    groups = [
        path for path in (REPOSITORY / "integraal").iterdir() if (path / "__init__.py").exists()
    ]
    rooms = [
        room
        for group in ("knowledge", "foundation")
        for room in (REPOSITORY / "integraal" / group).iterdir()
        if (room / "__init__.py").exists()
    ]
    found = {".".join(path.relative_to(REPOSITORY).parts) for path in [*groups, *rooms]}
    keep(sorted(found - named), "Give these a place in [tool.importlinter] of pyproject.toml:")


def pure_by_name(module: Module) -> bool:
    """Whether a module must know no Django because of what it is called or where it stands."""
    parts = module.dotted.split(".")
    return (
        parts[-1] in ("rules", "states")
        or "charts" in parts
        or module.dotted.startswith("integraal.statistics")
    )


def unguarded(modules: list[Module], guarded: list[str]) -> list[str]:
    """Pure modules that no contract keeps pure."""
    return [
        module.path
        for module in modules
        if pure_by_name(module)
        and not any(f"{module.dotted}.".startswith(f"{name}.") for name in guarded)
    ]


def guarded_modules() -> list[str]:
    contracts = project()["tool"]["importlinter"]["contracts"]
    return [
        name
        for one in contracts
        if one["type"] == "forbidden" and "django" in one["forbidden_modules"]
        for name in one["source_modules"]
    ]


def test_rules_states_charts_and_statistics_know_no_django() -> None:
    offences = unguarded(product(), guarded_modules())
    keep(offences, "Add these to the contract 'The pure rooms know no Django':")


def test_a_rules_file_outside_the_contract_is_found() -> None:
    module = parse("integraal/policy/nowhere/rules.py", "import django")
    assert unguarded([module], guarded_modules()) == ["integraal/policy/nowhere/rules.py"]


# What reads a clock or draws by chance gives another answer tomorrow; only numpy.random with a
# seed that is handed in may be used there.
_IMPURE = {"time", "random", "os", "pathlib", "socket", "urllib", "subprocess"}


def impure_imports(module: Module) -> list[str]:
    import ast

    found = []
    for node in ast.walk(module.tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [
            f"{module.path}:{node.lineno} {name}" for name in names if name.split(".")[0] in _IMPURE
        ]
    return found


def test_statistics_reads_no_file_and_no_clock() -> None:
    offences = [
        offence
        for module in product()
        if module.dotted.startswith("integraal.statistics") or module.path.endswith("/rules.py")
        for offence in impure_imports(module)
    ]
    keep(offences, "Hand in what these read, as an argument:")


def test_a_clock_in_the_statistics_is_found() -> None:
    assert impure_imports(parse("integraal/statistics/x.py", "from time import time"))
