"""``./run`` makes its environment once, safely, and explains what stops it.

Each test works in a small checkout of its own: the real ``run`` and ``tools``, and locks that
hold one tiny package made here, so nothing comes from the network.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PRODUCT = "import sys, tiny\nprint('product', tiny.WORD, *sys.argv[1:])\n"


class Checkout:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.wheels = root.parent / "wheels"
        root.mkdir(parents=True)
        self.wheels.mkdir()
        shutil.copy(REPOSITORY / "run", root)
        shutil.copytree(REPOSITORY / "tools", root / "tools")
        (root / "integraal").mkdir()
        (root / "integraal" / "__init__.py").touch()
        (root / "integraal" / "__main__.py").write_text(PRODUCT)
        self.lock("1.0")

    def lock(self, version: str, digest: str = "") -> None:
        """Make the tiny package in ``version``, and the locks that name it."""
        wheel = self.wheels / f"tiny-{version}-py3-none-any.whl"
        about = f"tiny-{version}.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("tiny.py", f"WORD = '{version}'\n")
            archive.writestr(
                f"{about}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
            )
            archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
            archive.writestr(f"{about}/RECORD", "")
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        for name in ("requirements.lock", "requirements-dev.lock"):
            (self.root / name).write_text(f"tiny=={version} --hash=sha256:{digest}\n")

    @property
    def note(self) -> Path:
        return self.root / ".venv" / "integraal.json"

    def made_before(self, **changed: str) -> None:
        """Pretend that ``.venv`` was made earlier, under circumstances that differ."""
        (self.root / ".venv" / "bin").mkdir(parents=True)
        (self.root / ".venv" / "bin" / "python").symlink_to(sys.executable)
        lock = (self.root / "requirements.lock").read_bytes()
        noted = {
            "profile": "runtime",
            "lock": hashlib.sha256(lock).hexdigest(),
            "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
            "place": str(self.root),
        }
        self.note.write_text(json.dumps(noted | changed))

    def start(self, *words: str, **variables: str) -> "subprocess.Popen[str]":
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "UV_", "PYTHON"))}
        offline = {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_CONFIG_FILE": os.devnull,
        }
        return subprocess.Popen(
            [sys.executable, self.root / "run", *words],
            env={**kept, **offline, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
        )

    def run(self, *words: str, **variables: str) -> tuple[int, str, str]:
        process = self.start(*words, **variables)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "een map met spaties")


def test_environment_is_made_once_and_refreshed_when_the_lock_changes(checkout: Checkout) -> None:
    code, out, err = checkout.run("integraal", "een", "twee woorden")
    assert (code, out) == (0, "product 1.0 een twee woorden\n"), err
    assert "making .venv" in err
    # The second run asks nothing of the network: there is none, and the packages are gone.
    shutil.rmtree(checkout.wheels)
    assert checkout.run("integraal") == (0, "product 1.0\n", "")
    checkout.wheels.mkdir()
    checkout.lock("2.0")
    code, out, err = checkout.run("integraal")
    assert (code, out) == (0, "product 2.0\n"), err
    assert "making .venv" not in err


def test_broken_off_installation_starts_over(checkout: Checkout) -> None:
    process = checkout.start("integraal")
    unfinished = checkout.root / ".venv" / "unfinished"
    until = time.monotonic() + 60
    while not unfinished.exists() and time.monotonic() < until:
        time.sleep(0.01)
    process.kill()
    process.communicate()
    code, out, err = checkout.run("integraal")
    assert (code, out) == (0, "product 1.0\n"), err
    assert "broken off" in err
    assert not unfinished.exists()


def test_two_runs_at_once_make_one_environment(checkout: Checkout) -> None:
    both = [checkout.start("integraal"), checkout.start("integraal")]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert [out for out, _err in said] == ["product 1.0\n"] * 2
    assert sum("making .venv" in err for _out, err in said) == 1
    assert sum("another run is preparing" in err for _out, err in said) == 1


@pytest.mark.parametrize("changed", [{"place": "/elders"}, {"python": "3.10"}])
def test_moved_checkout_or_new_python_starts_over(
    checkout: Checkout, changed: dict[str, str]
) -> None:
    checkout.made_before(**changed)
    code, out, err = checkout.run("integraal")
    assert (code, out) == (0, "product 1.0\n"), err
    assert "Python or the place of the checkout has changed" in err
    assert json.loads(checkout.note.read_text())["place"] == str(checkout.root)


def test_demo_does_not_thin_out_the_environment_of_a_developer(checkout: Checkout) -> None:
    checkout.made_before(profile="dev")
    code, _out, err = checkout.run("integraal")
    # Nothing is installed: the product then lacks its package in this pretended environment.
    assert "installing" not in err
    assert "No module named 'tiny'" in err
    assert code == 1


@pytest.mark.parametrize("home", ["", "/nowhere/at/all"])
def test_works_without_a_usable_home(checkout: Checkout, home: str) -> None:
    checkout.made_before(profile="dev")
    (checkout.root / "integraal" / "__main__.py").write_text("import os; print(os.environ['HOME'])")
    code, out, err = checkout.run("integraal", HOME=home)
    assert (code, out) == (0, f"{checkout.root}/.venv/home\n"), err


def test_installs_without_a_usable_home(checkout: Checkout) -> None:
    code, out, err = checkout.run("integraal", HOME="/nowhere/at/all")
    assert (code, out) == (0, "product 1.0\n"), err


def test_no_network_on_the_first_run(checkout: Checkout) -> None:
    code, _out, err = checkout.run(
        "integraal",
        PIP_NO_INDEX="",
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_FIND_LINKS="",
        PIP_RETRIES="0",
    )
    assert code == 1
    assert "no connection to the package index" in err
    assert "Traceback" not in err


def test_package_with_another_hash_is_refused(checkout: Checkout) -> None:
    checkout.lock("1.0", digest="0" * 64)
    code, out, err = checkout.run("integraal")
    assert (code, out) == (1, "")
    assert "its hash differs" in err


def test_missing_lock_is_named(checkout: Checkout) -> None:
    (checkout.root / "requirements.lock").unlink()
    code, _out, err = checkout.run("integraal")
    assert code == 1
    assert "requirements.lock is missing" in err


def test_python_without_venv(checkout: Checkout) -> None:
    program = (
        "import importlib.util, runpy, sys\n"
        "find = importlib.util.find_spec\n"
        "def found(name, *p): return None if name == 'ensurepip' else find(name, *p)\n"
        "importlib.util.find_spec = found\n"
        "sys.argv = ['run', 'integraal']\n"
        f"runpy.run_path({str(checkout.root / 'run')!r}, run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_python_that_is_too_old(tmp_path: Path) -> None:
    program = (
        "import collections, os, runpy, sys\n"
        "os.environ['PATH'] = '/nowhere'\n"
        "sys.version_info = (3, 8, 1)\n"
        f"runpy.run_path({str(REPOSITORY / 'run')!r}, run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Integraal needs Python 3.11 or newer; this is 3.8" in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
@pytest.mark.parametrize(
    ("mount", "sentence"),
    [
        ("mount -t tmpfs -o size=4m none {root} && cp -r {copy}/. {root}", "The disk is full"),
        ("mount --bind {root} {root} && mount -o remount,ro,bind {root}", "cannot be written"),
    ],
)
def test_disk_that_cannot_be_written(checkout: Checkout, mount: str, sentence: str) -> None:
    if subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("mounting is not allowed here")
    copy = checkout.root.with_name("copy")
    shutil.copytree(checkout.root, copy)
    command = mount.format(root=f"'{checkout.root}'", copy=copy)
    script = f"{command} || exit 77; exec '{sys.executable}' '{checkout.root}/run' integraal"
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script], check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_command_shows_the_list() -> None:
    done = subprocess.run(
        [REPOSITORY / "run", "bestaatniet"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "there is no command 'bestaatniet'" in done.stderr
    assert "demo" in done.stderr
