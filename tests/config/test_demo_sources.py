"""The demo prepares its tables again when, and only when, their sources changed."""

from pathlib import Path

from integraal.config.demo_sources import digest


def test_digest_follows_names_and_contents(tmp_path: Path) -> None:
    module = tmp_path / "integraal" / "room" / "models.py"
    module.parent.mkdir(parents=True)
    module.write_text("one")
    first = digest(tmp_path)
    assert digest(tmp_path) == first
    (module.parent / "__pycache__").mkdir()
    (module.parent / "__pycache__" / "models.pyc").write_text("compiled")
    assert digest(tmp_path) == first
    module.write_text("two")
    second = digest(tmp_path)
    module.rename(module.with_name("rules.py"))
    assert len({first, second, digest(tmp_path)}) == 3
