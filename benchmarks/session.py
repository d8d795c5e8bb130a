"""A prioritisation session with a hundred phones, against the server as it is served.

``python -m benchmarks.session`` makes an installation of its own, lets a hundred people in and
opens a round. Then: everybody gives a mark every two seconds while each phone asks every two
seconds how it stands; everybody saves at one and the same moment; and the phones only ask. At the
end the round is closed, a second one is held, and the pages that tell of them are measured.
"""

import json
import os
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from benchmarks import work
from benchmarks.explorer import asked_often, read_asked, table_of
from benchmarks.installation import Installation, installation, web_server
from benchmarks.timing import Times
from integraal.portal.reference.markdown import sections, table

PHONES, EVERY, ROUNDS, BURSTS, ALONE, PROMISED = 100, 2.0, 12, 10, 300, 300.0
SLOW, MOST_QUERIES, BEGIN_AND_END = 100.0, 15, 2


@dataclass
class Phone:
    """One participant's phone: a connection of its own, the fields to fill in, and the waits."""

    port: int
    secret: str
    fields: list[str]
    mark: str = ""
    saved: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._connection = HTTPConnection("127.0.0.1", self.port, timeout=60)

    def save(self, at: int) -> None:
        """Give one mark, as the script of the page does."""
        name = self.fields[at % len(self.fields)]
        body = json.dumps({"changes": {name: random.randint(1, 5)}})
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        self.saved.append(self._ask("POST", "bewaren", body, headers))

    def ask(self) -> None:
        """Ask how it stands."""
        headers = {"Accept": "application/json", "If-None-Match": self.mark}
        self.asked.append(self._ask("GET", "stand", None, headers))

    def _ask(self, method: str, what: str, body: str | None, headers: dict[str, str]) -> float:
        started = time.perf_counter()
        path = f"/meedoen/ik/{self.secret}/{what}"
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
        except (HTTPException, OSError):
            # The server ends a connection that is idle for two seconds; a browser makes another.
            self._connection.close()
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
        answer.read()
        took = (time.perf_counter() - started) * 1000
        if answer.status not in (200, 304):
            raise RuntimeError(f"{method} {what} gave {answer.status}")
        if what == "stand":
            self.mark = answer.headers.get("ETag", "")
        return took


def session_table() -> str:
    """Measure; return Markdown with the times."""
    with installation() as place:
        secrets, fields = _prepared(place)
        with web_server(place.environment) as port:
            phones = [Phone(port, secret, fields) for secret in secrets]
            _together(phones, lambda phone, barrier: phone.ask())
            found = _measured(phones)
            alone = _processor(phones[0], port)
        asked = [read_asked(one) for one in _pages(str(work.in_tenant(_held)()))]
    slow = [one.what for one in asked if one.server.high > SLOW]
    slow += [one.what for one in asked if one.queries > MOST_QUERIES + BEGIN_AND_END]
    rows = [
        (one.what, len(one.values), *(f"{x:,.0f}" for x in (one.middle, one.high, max(one.values))))
        for one in found
    ]
    kept = "kept" if found[0].high < PROMISED else "NOT kept"
    return sections(
        "## A session with a hundred phones",
        f"{PHONES} participants against two workers of four threads, each phone with a connection "
        "of its own; milliseconds that a phone waits, the way there and back included. The phones "
        "ran on the same two cores as the server and the database. Every phone asks every two "
        "seconds how it stands, except at one moment. The load of the machine over the last minute "
        f"was {os.getloadavg()[0]:.1f}.",
        table(["what", "times", "median", "p95", "max"], rows),
        f"What one request takes of a core in the web process, whatever else the machine does: "
        f"{alone['save']:.1f} ms to save a mark, {alone['ask']:.1f} ms to ask how it stands. So "
        f"{PHONES} phones that do both every two seconds take "
        f"{(alone['save'] + alone['ask']) * PHONES / EVERY / 10:.0f} % of one core.",
        f"Promised: saving under {PROMISED:.0f} ms at p95 while {PHONES} participants score at "
        f"once; {kept}.",
        f"The pages of the same session after two rounds of {PHONES} ballots:",
        table_of(asked),
        f"Promised: under {SLOW:.0f} ms at p95, of at most {MOST_QUERIES} queries; beginning and "
        f"ending the transaction count as two more. Not kept: {', '.join(slow) or 'none'}.",
    )


def _measured(phones: list[Phone]) -> list[Times]:
    def scoring(phone: Phone, barrier: threading.Barrier) -> None:
        time.sleep(random.random() * EVERY)
        for at in range(ROUNDS):
            begun = time.perf_counter()
            phone.save(at)
            phone.ask()
            time.sleep(max(0.0, EVERY - (time.perf_counter() - begun)))

    def at_one_moment(phone: Phone, barrier: threading.Barrier) -> None:
        for at in range(BURSTS):
            barrier.wait()
            phone.save(at)

    def asking(phone: Phone, barrier: threading.Barrier) -> None:
        time.sleep(random.random() * EVERY)
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            phone.ask()
            time.sleep(max(0.0, EVERY - (time.perf_counter() - begun)))

    saved, asked = _done(phones, scoring)
    burst, _ = _done(phones, at_one_moment)
    _, alone = _done(phones, asking)
    return [
        Times("save a mark, each participant every two seconds", saved),
        Times("ask how it stands, meanwhile", asked),
        Times("save a mark, all at one and the same moment", burst),
        Times("ask how it stands, nobody saving", alone),
    ]


def _processor(phone: Phone, port: int) -> dict[str, float]:
    """Return the processor time of one save and of one question, in milliseconds."""

    def each(deed: Callable[[], None]) -> float:
        before = _used(port)
        for _ in range(ALONE):
            deed()
        return (_used(port) - before) / ALONE

    marks = iter(range(10**6))
    return {"save": each(lambda: phone.save(next(marks))), "ask": each(phone.ask)}


def _used(port: int) -> float:
    """Return the processor time of the web server until now, in milliseconds."""
    ticks = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"127.0.0.1:{port}" not in (folder / "cmdline").read_text():
                continue
            words = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(words[11]) + int(words[12])
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def _done(
    phones: list[Phone], deed: Callable[[Phone, threading.Barrier], None]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    for phone in phones:
        phone.saved, phone.asked = [], []
    _together(phones, deed)
    return (
        tuple(took for phone in phones for took in phone.saved),
        tuple(took for phone in phones for took in phone.asked),
    )


def _together(phones: list[Phone], deed: Callable[[Phone, threading.Barrier], None]) -> None:
    barrier = threading.Barrier(len(phones))
    with ThreadPoolExecutor(len(phones)) as pool:
        for one in [pool.submit(deed, phone, barrier) for phone in phones]:
            one.result()


def _prepared(place: Installation) -> tuple[list[str], list[str]]:
    """Let a hundred people into a session and open a round; return their secrets and the fields."""
    work.prepare(place)
    return work.in_tenant(_opened)()  # type: ignore[return-value]


def _opened() -> tuple[list[str], list[str]]:
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.picture.models import Picture
    from integraal.policy.priorities.actions import start_session
    from integraal.policy.priorities.joining.actions import join
    from integraal.policy.priorities.joining.people import Who
    from integraal.policy.priorities.joining.queries import participant_actor
    from integraal.policy.priorities.leading.actions import open_door
    from integraal.policy.priorities.leading.rounds.actions import open_round
    from integraal.policy.priorities.scoring.form import asked_of

    adviser = actor_of(Member.objects.filter(roles__contains=["adviser"]).first())
    picture = Picture.objects.filter(state="adopted").latest("year")
    session = open_door(by=adviser, session=start_session(by=adviser, picture=picture))
    by = participant_actor(session.tenant_id)
    secrets = [
        join(by=by, session=session, who=Who(f"Deelnemer {at}", "resident"))[1]
        for at in range(PHONES)
    ]
    open_round(by=adviser, session=session, minutes=30)
    return secrets, list(asked_of(session).fields)


def _held() -> str:
    """Close the round, hold a second one in which everybody marks all; return the session."""
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.priorities.joining.queries import participant_actor
    from integraal.policy.priorities.leading.rounds.actions import close_round, open_round
    from integraal.policy.priorities.models import Participant, Round
    from integraal.policy.priorities.scoring.actions import Changes, save_ballot
    from integraal.policy.priorities.scoring.form import asked_of

    adviser = actor_of(Member.objects.filter(roles__contains=["adviser"]).first())
    first = Round.objects.select_related("session").get(closed_at__isnull=True)
    session = first.session
    close_round(by=adviser, round_=first)
    second = open_round(by=adviser, session=session, minutes=30)
    asked, by = asked_of(session), participant_actor(session.tenant_id)
    for one in Participant.objects.filter(session=session, left_at__isnull=True):
        marks = {
            theme: {kind: random.randint(1, 5) for kind in asked.kinds} for theme in asked.themes
        }
        save_ballot(by=by, participant=one, asked=asked, changes=Changes(marks, {}, True))
    close_round(by=adviser, round_=second)
    return str(session.pk)


def _pages(session: str) -> list[dict[str, object]]:
    from django.urls import reverse

    names = {
        "overview of the session": "session",
        "results of both rounds": "session-results",
        "decision": "session-decision",
        "page of the leader": "session-lead",
        "big screen": "session-screen",
    }
    return [asked_often(what, reverse(name, args=[session])) for what, name in names.items()]


if __name__ == "__main__":
    print(session_table())
