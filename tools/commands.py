"""The commands of ``./run``."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from tools.browser import ensure_browser
from tools.environment import Environment
from tools.messages import Problem, say

HELP = """./run <command>

  demo [--port N] [--reset] [--no-browser]   the product with an invented municipality
  test [arguments of pytest]                 all tests, on a throw-away PostgreSQL
  check                                      everything CI runs, stopping at the first failure
  bench                                      the measurements
  integraal <command>                        any command of the product (integraal help)
  lock [arguments of uv pip compile]         make the lock files again from pyproject.toml
"""

PYTEST = ["-m", "integraal.foundation.database.embedded.testing", "-n", "auto"]
# In the order of how fast each finds a mistake; the tests come last.
STEPS: list[tuple[str, list[str]]] = [
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("lint", ["-m", "ruff", "check", "."]),
    ("types", ["-m", "mypy"]),
    ("import contracts", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
    ("migrations", ["-m", "integraal", "makemigrations", "--check", "--dry-run"]),
    ("generated docs", ["-m", "integraal", "docs", "--check"]),
    ("templates", ["-m", "integraal", "check-templates"]),
]


def main(root: str, arguments: list[str]) -> int:
    """Run the command in ``arguments`` for the checkout at ``root``; return the exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    commands: dict[str, Callable[[Environment, list[str]], int]] = {
        "integraal": lambda here, words: _become(here, "runtime", ["-m", "integraal", *words]),
        "demo": lambda here, words: _become(
            here, "runtime", ["-m", "integraal.config.demo", *words]
        ),
        "bench": lambda here, words: _become(here, "dev", ["-m", "benchmarks", *words]),
        "test": _test,
        "check": _check,
        "lock": _lock,
    }
    if name in ("help", "-h", "--help"):
        print(HELP, end="")
        return 0
    if name not in commands:
        say(f"there is no command '{name}'.\n\n{HELP}")
        return 2
    try:
        return commands[name](Environment(Path(root)), rest)
    except Problem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 130


def _become(here: Environment, profile: str, words: list[str]) -> int:
    """Go on as Python inside ``.venv``: signals then reach that program directly."""
    here.ensure(profile)
    os.execve(here.python, [str(here.python), *words], here.variables())


def _test(here: Environment, words: list[str]) -> int:
    here.ensure("dev")
    ensure_browser()
    os.chdir(here.root)
    return _become(here, "dev", [*PYTEST, *words])


def _check(here: Environment, words: list[str]) -> int:
    here.ensure("dev")
    os.chdir(here.root)
    for number, (title, step) in enumerate(STEPS, start=1):
        say(f"[{number}/{len(STEPS) + 1}] {title}")
        done = subprocess.run([here.python, *step], check=False, env=here.variables())
        if done.returncode:
            say(f"check failed at: {title}")
            return done.returncode
    say(f"[{len(STEPS) + 1}/{len(STEPS) + 1}] tests")
    return _test(here, words)


def _lock(here: Environment, words: list[str]) -> int:
    here.ensure("runtime")
    here.ensure_uv()
    if not here.uv.exists():
        raise Problem("uv could not be installed here, and only uv makes the lock files.")
    os.chdir(here.root)
    sources = {
        "requirements.lock": ["pyproject.toml", "--extra", "embedded"],
        "requirements-dev.lock": ["pyproject.toml", "--all-extras"],
        "requirements-bootstrap.lock": ["-"],
    }
    for target, source in sources.items():
        say(f"making {target}")
        subprocess.run(
            [
                *(
                    str(here.uv),
                    "pip",
                    "compile",
                    *source,
                    "--universal",
                    "--python-version",
                    "3.11",
                ),
                *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"),
                *("-q", "-o", target, *words),
            ],
            check=True,
            text=True,
            input="uv\n",
            env=here.variables(),
            stdout=subprocess.DEVNULL,
        )
        if "://" in Path(target).read_text():
            raise Problem(
                f"{target} names a package index; remove the direct address it comes from."
            )
    return 0
