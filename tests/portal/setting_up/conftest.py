"""The demo, loaded once per worker into that worker's own database."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo under other names: what it leaves must not meet other tests in this database."""
    folder = tmp_path_factory.mktemp("demo")
    for name in ("molendrecht", "oostwaard"):
        shutil.copytree(REPOSITORY / "demo" / name, folder / name)
        settings = folder / name / "municipality.yaml"
        own = settings.read_text().replace("slug: ", "slug: proef-")
        settings.write_text(own.replace(".example", ".proef.example"))
    return folder


@pytest.fixture(scope="session")
def demo_lines(django_db_setup: None, django_db_blocker: Any, demo_folder: Path) -> list[str]:
    """Load the demo for real and return what the command said; it stays for the whole session."""
    from integraal.portal.setting_up.demo import load_demo

    lines: list[str] = []
    with django_db_blocker.unblock():
        load_demo(folder=demo_folder, report=lines.append)
    return lines


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let a test write for good: tenants enter on a connection that cannot share a transaction."""
    with django_db_blocker.unblock():
        yield
