"""What can be, and what a covenant asks for today."""

from __future__ import annotations

from datetime import date

import pytest

from integraal.foundation.partners.rules import (
    link_problem,
    mail_problem,
    months_on,
    phone_problem,
    standing,
    term_problem,
)

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("starts", "ends", "evaluate", "kind", "days"),
    [
        (None, None, None, "running", 0),
        (date(2020, 1, 1), date(2030, 1, 1), date(2028, 1, 1), "running", 0),
        (None, date(2027, 5, 28), None, "ending", 181),
        (None, date(2027, 5, 29), None, "running", 0),
        (None, TODAY, None, "ending", 0),
        (None, date(2026, 11, 27), date(2026, 11, 1), "ended", 1),
        (date(2027, 1, 1), date(2027, 2, 1), None, "coming", 34),
        (None, date(2030, 1, 1), date(2026, 12, 1), "evaluate", 3),
        (None, date(2027, 1, 1), date(2026, 11, 27), "late", 1),
    ],
)
def test_where_a_covenant_stands(starts, ends, evaluate, kind, days):
    found = standing(
        starts_on=starts, ends_on=ends, evaluate_on=evaluate, today=TODAY, warn_months=6
    )
    assert (found.kind, found.days) == (kind, days)
    assert found.asks == (kind in ("ending", "evaluate", "late"))


def test_a_month_later_at_the_end_of_a_long_month():
    assert months_on(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_on(date(2026, 12, 15), 1) == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((date(2026, 2, 1), date(2026, 1, 1), None), "eindigt voordat het begint"),
        ((None, date(2026, 1, 1), date(2026, 2, 1)), "na het einde"),
        ((date(2026, 2, 1), None, date(2026, 1, 1)), "voordat het convenant begint"),
    ],
)
def test_days_that_cannot_be_get_a_sentence(days, said):
    assert said in (term_problem(*days) or "")


def test_days_that_can_be():
    assert term_problem(date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1)) is None


@pytest.mark.parametrize("phone", ["", "112", "0228 123 456", "+31 (0)228-123456"])
def test_a_telephone_number(phone):
    assert phone_problem(phone) is None


@pytest.mark.parametrize("phone", ["bel mij", "12", "0228 123 456 ext", "١٢٣٤"])
def test_no_telephone_number(phone):
    assert "geen telefoonnummer" in (phone_problem(phone) or "")


@pytest.mark.parametrize("mail", ["x", "a@b", "a b@c.nl", "a@b.nl,c@d.nl", "<a@b.nl>"])
def test_no_mail_address(mail):
    assert "geen mailadres" in (mail_problem(mail) or "")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "www.x.nl", "https://", 'https://x.nl/"onclick']
)
def test_no_web_address(link):
    assert "geen webadres" in (link_problem(link) or "")
    assert link_problem("https://politie.example/team?a=b") is None
