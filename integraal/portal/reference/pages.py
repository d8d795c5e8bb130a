"""All generated pages, and how they are compared with what stands in ``docs/reference``."""

from collections.abc import Callable
from pathlib import Path

from integraal.portal.reference import (
    api,
    definitions,
    environment,
    lifecycle_states,
    plan_rules,
    privacy,
    roles,
    tables,
    verbs,
)
from integraal.portal.reference.markdown import sections, table

NOTE = "<!-- Made by `integraal docs` from the code. Change the code, then run it again. -->"
_PAGES: dict[str, tuple[str, Callable[[], str]]] = {
    "states.md": ("the life of a decided document", lifecycle_states.page),
    "plan_rules.md": ("what blocks and what warns in a plan", plan_rules.page),
    "roles.md": ("roles, and what each may do", roles.page),
    "verbs.md": ("verbs of the audit trail", verbs.page),
    "definitions.md": ("themes, indicators and sources", definitions.page),
    "privacy.md": ("the privacy class of every field", privacy.page),
    "tables.md": ("tables, keys and row-level security", tables.page),
    "api.md": ("operations, scopes and forms of the API", api.page),
    "settings.md": ("environment variables", environment.page),
}


def all_pages() -> dict[str, str]:
    """Return every generated page: file name to text."""
    made = {name: f"{NOTE}\n\n{page()}" for name, (_, page) in _PAGES.items()}
    return {"README.md": f"{NOTE}\n\n{_index()}", **made}


def write(folder: Path) -> list[str]:
    """Write every page that differs, remove what is no page any more; return their names."""
    changed = differences(folder)
    wanted = all_pages()
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return changed


def differences(folder: Path) -> list[str]:
    """Return the names of pages in ``folder`` that are not what the code says."""
    wanted = all_pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(
        name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name)
    )


def _index() -> str:
    rows = [(f"[{name}]({name})", about) for name, (about, _) in _PAGES.items()]
    return sections(
        "# Reference",
        "Made from the code; a build fails when it differs.",
        table(["page", "about"], rows),
    )
