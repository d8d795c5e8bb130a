"""A calendar file as RFC 5545 wants it, whatever the titles hold."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from integraal.policy.programme.calendar.ics import Event, as_calendar

STAMP = datetime(2026, 11, 28, 12, 30, tzinfo=UTC)


def unfolded(content):
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


def summary(content):
    return next(line for line in unfolded(content) if line.startswith("SUMMARY:"))[8:]


def unescaped(value):
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.S)


def test_an_event_is_a_whole_day_with_a_lasting_name_and_a_stamp():
    content = as_calendar("Programma", [Event("a-einde", date(2027, 12, 31), "Iets", "", STAMP)])
    lines = unfolded(content)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    for line in (
        "UID:a-einde", "DTSTAMP:20261128T123000Z", "DTSTART;VALUE=DATE:20271231",
        "DTEND;VALUE=DATE:20280101", "SUMMARY:Iets",
    ):  # fmt: skip
        assert line in lines


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.just("\n"))
)
def test_no_line_is_longer_than_75_octets_and_the_words_come_back(title):
    content = as_calendar("x", [Event("u", date(2027, 1, 1), title, title, STAMP)])
    pieces = content.split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(b"\n" not in piece and b"\r" not in piece for piece in pieces)
    assert unescaped(summary(content)) == title


def test_a_title_is_no_way_to_write_another_event():
    title = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:vals; kom, nu\\"
    content = as_calendar("x", [Event("u", date(2027, 1, 1), title, "", STAMP)])
    assert unfolded(content).count("BEGIN:VEVENT") == 1
    assert summary(content).endswith("vals\\; kom\\, nu\\\\")
