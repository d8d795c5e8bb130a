"""One throw-away server for a whole test run, however the tests are started."""

import atexit
import os
import signal
import subprocess
import sys
from types import FrameType

from psycopg import connect

from integraal.foundation.database.embedded.cluster import start_temporary
from integraal.foundation.database.embedded.problems import EmbeddedServerError

VARIABLE = "INTEGRAAL_TEST_CLUSTER"


def ensure_test_cluster() -> str:
    """Return the superuser's address of the server the tests use; start one if none is given.

    The address is also put in the environment variable ``INTEGRAAL_TEST_CLUSTER``, for the
    test processes started from this one. The server goes when this process ends.

    Raises:
        EmbeddedServerError: it cannot run, in a sentence.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return given
    server = start_temporary()
    atexit.register(server.stop)
    os.environ[VARIABLE] = server.dsn()
    return os.environ[VARIABLE]


def main(arguments: list[str]) -> int:
    """Run pytest with ``arguments`` on a throw-away server; return its exit code."""
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, _leave)
    try:
        with start_temporary() as server, connect(server.dsn()) as connection:
            version = connection.execute("SELECT version()").fetchone()
            print(f"Tests run on {version[0] if version else '?'}", flush=True)
            connection.close()
            environment = {**os.environ, VARIABLE: server.dsn()}
            return subprocess.run(
                [sys.executable, "-m", "pytest", *arguments], check=False, env=environment
            ).returncode
    except EmbeddedServerError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
