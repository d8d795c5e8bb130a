"""Root, an ordinary user and nobody: each gets a server, or a sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from integraal.foundation.database.embedded import binaries, cluster, identity, problems
from tests.foundation.database.embedded.watching import count_rows

REPOSITORY = Path(__file__).resolve().parents[4]
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")


def nobody_reaches_programs() -> bool:
    return identity._runs(
        identity.nobody_identity(), "test", "-x", str(binaries.find_binaries() / "postgres")
    )


@as_root
def test_root_as_nobody_in_a_folder_of_its_own(folder: Path) -> None:
    if not nobody_reaches_programs():
        pytest.skip("the checkout is in a folder that nobody may enter")
    folder.parent.chmod(0o755)
    with cluster.start(folder, durable=False, identity=identity.nobody_identity()) as server:
        assert count_rows(server.dsn()) == 1
        assert (folder / "data").stat().st_uid == identity.nobody_identity().uid
    with cluster.start(folder, durable=False, identity=identity.nobody_identity()) as server:
        assert count_rows(server.dsn()) == 2


@as_root
def test_root_as_nobody_out_of_reach(folder: Path) -> None:
    with pytest.raises(problems.EmbeddedServerError, match="ordinary user"):
        cluster.start(folder, durable=False, identity=identity.nobody_identity())


@as_root
def test_data_of_another_user_is_told(folder: Path) -> None:
    with cluster.start(folder, durable=False):
        pass
    os.chown(folder / "data", 12345, 12345)
    with pytest.raises(problems.EmbeddedServerError, match="made by another user"):
        cluster.start(folder, durable=False)


@as_root
def test_ordinary_user(folder: Path) -> None:
    nobody = identity.nobody_identity()
    if not nobody_reaches_programs():
        pytest.skip("the checkout is in a folder that nobody may enter")
    os.chown(folder.parent, nobody.uid or 0, nobody.gid or 0)
    program = (
        "import psycopg, sys\n"
        "from pathlib import Path\n"
        "from integraal.foundation.database.embedded import cluster, identity\n"
        "assert identity.choose_identity() == identity.Identity()\n"
        "with cluster.start(Path(sys.argv[1]), durable=False) as server:\n"
        "    print(psycopg.connect(server.dsn()).execute('SELECT 1').fetchone())\n"
    )
    python = shutil.which("python3", path=os.defpath) or sys.executable
    packages = Path(problems.__file__).parents[4] / ".venv"
    paths = [str(REPOSITORY), *(p for p in sys.path if p.endswith("site-packages"))]
    done = subprocess.run(
        [python if not _may_run(sys.executable) else sys.executable, "-c", program, str(folder)],
        check=False,
        capture_output=True,
        text=True,
        user=nobody.uid,
        group=nobody.gid,
        extra_groups=[],
        cwd="/",
        env={"PATH": os.defpath, "PYTHONPATH": os.pathsep.join(paths), "PACKAGES": str(packages)},
    )
    assert done.stdout == "(1,)\n", done.stderr


def _may_run(program: str) -> bool:
    return identity._runs(identity.nobody_identity(), program, "-c", "")
