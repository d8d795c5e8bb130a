"""One source is asked with patience, byte for byte, and never another host."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from integraal.knowledge.sources.odata.addresses import Origin
from integraal.knowledge.sources.odata.transport import (
    FetchProblem,
    Transport,
    TransportOptions,
)
from tests.knowledge.sources.odata.cbs_server import CbsServer, Misbehave, crime_table


def served(**more: object) -> CbsServer:
    return CbsServer("47013NED", *crime_table(), 3, **more)  # type: ignore[arg-type]


def ask(server: CbsServer, options: TransportOptions) -> dict[str, object]:
    with Transport(server.address, options) as transport:
        return transport.get_json(f"{server.address}/TypedDataSet?$format=json").data


def problem(server: CbsServer, options: TransportOptions) -> str:
    with pytest.raises(FetchProblem) as raised:
        ask(server, options)
    return "\n".join(raised.value.sentences)


def patient(pauses: list[float], attempts: int = 4, **more: float) -> TransportOptions:
    return TransportOptions(attempts=attempts, wait=pauses.append, **more)  # type: ignore[arg-type]


def test_a_server_that_recovers_is_asked_again_with_longer_pauses():
    pauses: list[float] = []
    with served(misbehave=Misbehave("error", at=1, times=3, status=503)) as server:
        assert len(ask(server, patient(pauses))["value"]) == 3  # type: ignore[arg-type]
        assert len(server.page_requests) == 4
        assert server.agents == {"Integraal/0.1 (+open source)"}
    assert pauses == [1.0, 2.0, 4.0]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_stays_ill_is_given_up(status: int):
    with served(misbehave=Misbehave("error", at=1, status=status)) as server:
        said = problem(server, patient([]))
        assert len(server.page_requests) == 4
    assert f"geeft fout {status}, ook na 4 pogingen" in said
    assert "Probeer het later opnieuw" in said


def test_the_source_says_how_long_to_wait_up_to_a_ceiling():
    in_a_while = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    for given, least, most in (("7", 7, 7), (in_a_while, 25, 30), ("9000", 60, 60), ("ooit", 1, 1)):
        pauses: list[float] = []
        wrong = Misbehave("error", at=1, times=1, status=429, retry_after=given)
        with served(misbehave=wrong) as server:
            ask(server, patient(pauses))
        assert least <= pauses[0] <= most, given


def test_a_cut_connection_is_tried_again():
    with served(misbehave=Misbehave("cut", at=1, times=2)) as server:
        assert len(ask(server, patient([]))["value"]) == 3  # type: ignore[arg-type]
    with served(misbehave=Misbehave("cut", at=1)) as server:
        assert "verbreekt de verbinding, ook na 4 pogingen" in problem(server, patient([]))


def test_a_slow_answer_is_given_up_in_time():
    with served(misbehave=Misbehave("slow", at=1)) as server:
        said = problem(server, patient([], attempts=2, read_seconds=0.1))
        assert "antwoordt niet op tijd, ook na 2 pogingen" in said
    with served() as server:
        assert "te langzaam" in problem(server, patient([], attempts=1, answer_seconds=-1))


def test_nobody_there_is_said_in_plain_words():
    with served() as server:
        address = server.address
    with Transport(address, patient([])) as transport, pytest.raises(FetchProblem) as raised:
        transport.get(address)
    assert "is niet te bereiken" in str(raised.value)
    assert transport.requests == 4


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("html", "een webpagina in plaats van gegevens"),
        ("broken_json", "onleesbare gegevens"),
        ("nan", "onleesbare gegevens"),
    ],
)
def test_what_is_no_json_is_refused(kind: str, sentence: str):
    with served(misbehave=Misbehave(kind, at=1)) as server:
        assert sentence in problem(server, patient([]))


def test_an_answer_that_is_too_large_is_refused():
    with served() as server:
        assert "meer dan 0 MB" in problem(server, patient([], largest_answer=100))


def test_an_unknown_table_is_not_asked_again():
    with served() as server, Transport(server.root, patient([])) as transport:
        with pytest.raises(FetchProblem, match="fout 404"):
            transport.get(f"{server.root}/ODataFeed/odata/ANDERS/TableInfos")
        assert transport.requests == 1


def test_redirects_stay_at_the_source():
    with served(misbehave=Misbehave("redirect", times=2)) as server:
        assert ask(server, patient([]))["value"]
    with served(misbehave=Misbehave("redirect")) as server:
        assert "blijft doorverwijzen" in problem(server, patient([]))
    with served(misbehave=Misbehave("redirect_away")) as server:
        assert "verwijst naar een ander adres (example.org)" in problem(server, patient([]))


@pytest.mark.parametrize(
    "address",
    [
        "http://opendata.cbs.nl/x",
        "ftp://opendata.cbs.nl/x",
        "opendata.cbs.nl",
        "https://",
        "https://wie:geheim@opendata.cbs.nl/x",
        "https://opendata.cbs.nl:poort/x",
        "https://[::1/x",
    ],
)
def test_only_safe_addresses_are_asked(address: str):
    with pytest.raises(FetchProblem, match="Begin met https://"):
        Transport(address)


def test_a_link_is_asked_for_as_it_was_written():
    origin = Origin.of("https://opendata.cbs.nl/ODataFeed/odata/47013NED")
    odd = "/ODataFeed/./a%2fb?$skip=1&%24filter=x%20eq%20'%c3%ab'&y=a+b|c"
    assert origin.target(f"https://opendata.cbs.nl{odd}") == odd
    assert origin.target(odd) == odd
    assert origin.target(f"http://OPENDATA.cbs.nl:80{odd}") == odd, "CBS writes http at times"
    assert (
        origin.target("TypedDataSet?$skip=2", base="/odata/T/X?y")
        == "/odata/T/TypedDataSet?$skip=2"
    )
    assert origin.target("https://opendata.cbs.nl?x=1") == "/?x=1"
    assert origin.target("/a?b=c d\u00eb") == "/a?b=c%20d%C3%AB", "what no request can carry"


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/x",
        "//example.org/x",
        "https://opendata.cbs.nl:8443/x",
        "https://opendata.cbs.nl@example.org/x",
        "http://opendata.cbs.nl:8080/x",
        "file://opendata.cbs.nl/etc/passwd",
        "",
    ],
)
def test_a_link_to_elsewhere_is_not_followed(link: str):
    with pytest.raises(ValueError, match="ander adres|zonder een adres"):
        Origin.of("https://opendata.cbs.nl/x").target(link)


def test_a_small_answer_that_unpacks_large_is_refused():
    bomb = gzip.compress(b"[" + b" " * 5_000_000 + b"]")
    assert len(bomb) < 10_000
    with served() as server:
        server.packed = bomb
        said = problem(server, patient([], largest_answer=1_000_000))
    assert "meer dan 0 MB" in said
