"""Nothing that is committed tells of the machine it was written on, or needs its surroundings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import REPOSITORY, committed_files, keep

# Put together from parts, so that this file does not hold what it forbids.
_HOSTS = [
    "py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "crates" + ".io",
    "docker" + ".io", "jsd" + "elivr", "unp" + "kg.com", "cloud" + "flare.com",
    "google" + "apis.com",
]  # fmt: skip
_FOLDERS = ["wo" + "rk", "ro" + "ot", "home/" + "[a-z]+", "Users/" + "[A-Za-z]+"]
_TOOLS = [
    r"\.lib" + "rary/", "helper " + "session", "issues " + r"show \d", "find_" + "repos",
    "sub" + "agent", "Clau" + "de", "Chat" + "GPT", "language " + "model", "Anthr" + "opic",
]  # fmt: skip
_FORBIDDEN = re.compile(
    "|".join([
        *(re.escape(host) for host in _HOSTS),
        *(rf"(?<![\w.$}}/-])/{folder}/" for folder in _FOLDERS),
        *_TOOLS,
    ])
)  # fmt: skip
_TEXT = {
    ".py", ".md", ".html", ".css", ".js", ".yaml", ".yml", ".toml", ".typ", ".txt", ".csv", ".sql",
    ".geojson", ".json", ".svg", ".lock", ".cfg", ".sh", "",
}  # fmt: skip


def told(text: str) -> list[str]:
    """What a text tells that should not be committed."""
    return sorted({match.group() for match in _FORBIDDEN.finditer(text)})


def test_no_file_names_a_registry_a_machine_or_a_workplace() -> None:
    files = [path for path in committed_files() if path.suffix in _TEXT]
    assert len(files) > 300
    offences = [
        f"{path.relative_to(REPOSITORY)}: {', '.join(words)}"
        for path in files
        if (words := told(path.read_text(encoding="utf-8", errors="replace")))
    ]
    keep(offences, "Take these out:")


@pytest.mark.parametrize(
    "text", [f"from {_HOSTS[0]}", f"see /{_FOLDERS[0]}/main", f"in /{_FOLDERS[1]}/x", _TOOLS[-1]]
)
def test_such_a_word_is_found(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text", ["the work/main idea", "{{ base }}/" + "work/", "https://example.org/home/x"]
)
def test_an_ordinary_word_is_let_through(text: str) -> None:
    assert not told(text)


def test_no_file_is_so_large_that_it_must_be_made_elsewhere() -> None:
    large = [str(Path(path).name) for path in committed_files() if path.stat().st_size > 1_000_000]
    keep(large, "Make these when they are needed, or say here why they are kept:")
