"""A thousand reminders by the real worker to a real mail server, undisturbed and killed twice.

``python -m benchmarks.reminders`` asks a thousand owners on a throw-away database, and sends them
all; then once more, while the worker is killed (SIGKILL) after a quarter and after more than half
of the letters. It prints how long it took, how many arrived and how many came twice.
"""

import sys
import time
from collections import Counter
from dataclasses import dataclass

MANY, KILLED_AFTER = 1_000, (250, 600)


@dataclass(frozen=True)
class Run:
    """What came of it: seconds, letters that arrived, and how many of them twice."""

    seconds: float
    arrived: int
    twice: int

    @property
    def each(self) -> float:
        """Milliseconds for each letter, starting the worker three times included."""
        return self.seconds * 1000 / self.arrived


def measure(killed_after: tuple[int, ...]) -> Run:
    """Send them once; Django must have been started on a test database."""
    from tests.foundation.outbox.sink import mail_server
    from tests.policy.programme.updating.a_thousand import kill, many_owners, wait_until, worker

    with mail_server() as sink, many_owners(MANY):
        started = time.perf_counter()
        for after in killed_after:
            with worker(sink.port) as process:
                wait_until(after, sink.arrived)
                kill(process)
        with worker(sink.port):
            wait_until(MANY, sink.arrived, seconds=600)
            while len(set(sink.arrived)) < MANY:
                time.sleep(0.05)
        seconds = time.perf_counter() - started
        counted = Counter(sink.arrived)
    return Run(seconds, len(counted), sum(times > 1 for times in counted.values()))


def main() -> int:
    """Measure and print; return the exit code."""
    from tests import provisions

    provisions.prepare()
    try:
        for name, killed_after in (("undisturbed", ()), ("killed twice", KILLED_AFTER)):
            run = measure(killed_after)
            print(
                f"{MANY:,} reminders, {name}: {run.seconds:.0f} s, {run.each:.0f} ms each, "
                f"{run.arrived:,} arrived, {run.twice} of them twice",
                flush=True,
            )
    finally:
        provisions.clean_up()
    return 0


if __name__ == "__main__":
    sys.exit(main())
