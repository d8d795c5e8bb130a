"""The tree under test: every module of ours, and how a broken promise is told."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

from integraal.portal.reference.source_code import Module, modules

REPOSITORY = Path(__file__).resolve().parents[2]
_NOT_COMMITTED = {
    ".git", ".venv", ".demo", ".static", ".hypothesis", "__pycache__", "test-results",
    ".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache",
}  # fmt: skip


@functools.cache
def product() -> list[Module]:
    """Every module of the product, migrations left out: those are made, not written."""
    return [
        module for module in modules(REPOSITORY, "integraal") if "/migrations/" not in module.path
    ]


@functools.cache
def all_code() -> list[Module]:
    """Every module that is written, tests and tools too."""
    found = modules(REPOSITORY, "integraal", "tests", "tools", "benchmarks", "demo")
    return [module for module in found if "/migrations/" not in module.path]


@functools.cache
def committed_files() -> list[Path]:
    """Every file of the repository that is not made by running it."""
    found: list[Path] = []
    folders = [REPOSITORY]
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.name in _NOT_COMMITTED or path.name.endswith(".egg-info"):
                continue
            (folders if path.is_dir() else found).append(path)
    return found


@functools.cache
def project() -> dict[str, Any]:
    """What stands in pyproject.toml."""
    return tomllib.loads((REPOSITORY / "pyproject.toml").read_text())


def layers() -> list[list[str]]:
    """The layers of each import contract, from top to bottom."""
    contracts = project()["tool"]["importlinter"]["contracts"]
    return [contract["layers"] for contract in contracts if contract["type"] == "layers"]


def keep(offences: list[str], advice: str) -> None:
    """Fail with every offence and what to do about it."""
    assert not offences, "\n  ".join([advice, *offences])
