"""Making a municipality ready from a folder of open data, when that is beside the repository."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.installation import REPOSITORY, Installation
from benchmarks.timing import Times, timed

CODE = "GM0432"


def ready_times(place: Installation) -> list[Times]:
    """Return how long ``setup`` takes for Opmeer, the first time and again; empty without data."""
    folder = Path(os.environ.get("INTEGRAAL_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))
    if not (folder / "opmeer").is_dir():
        return []
    with tempfile.TemporaryDirectory() as store:
        environment = {**place.environment, "INTEGRAAL_STORE": store}
        command = [sys.executable, "-m", "integraal", "setup", CODE, "--data", str(folder)]

        def run() -> None:
            subprocess.run(
                command, check=True, env=environment, cwd=REPOSITORY, stdout=subprocess.DEVNULL
            )

        return [
            Times("setup GM0432 from a folder, first time", (timed(run),)),
            Times("setup GM0432 from a folder, second time", (timed(run),)),
        ]
