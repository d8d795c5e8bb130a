"""The account for residents, and its data: no account, no cookie, no way in."""

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response

from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.public import other_pages, when_public
from integraal.foundation.links.sealed import around
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.public import data
from integraal.policy.accountability.public.here import Here
from integraal.policy.accountability.public.page import public_account, villages_of
from integraal.policy.accountability.public.queries import (
    LABEL,
    Published,
    period_code,
    period_name,
    published_reports,
)
from integraal.policy.accountability.public.themes import theme_of
from integraal.policy.accountability.reports.account import account_of

FORMS = {"json": (data.as_json, "application/json"), "csv": (data.as_csv, "text/csv")}


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for everything that is not public, whatever the reason."""
    return render(request, "accountability/public_nothing.html", {"ig": around(None)}, status=404)


_when_public = when_public(published_reports, _nothing)


@_when_public
def account(request: HttpRequest, found: Published) -> HttpResponse:
    """What was promised, done and reached."""
    report = found.of(request.GET.get("jaar", ""))
    if report is None:
        return _nothing(request)
    told = account_of(report)
    here = _here(request, found, told)
    page = public_account(told, here, body=report.adopting_body, adopted_on=report.adopted_on)
    return _show(request, found, report, here, "public.html", page=page)


@_when_public
def theme(request: HttpRequest, found: Published, code: str) -> HttpResponse:
    """One theme with all its goals and measures."""
    report = found.of(request.GET.get("jaar", ""))
    told = account_of(report) if report else None
    wanted = next((one for one in told.themes if one.code == code), None) if told else None
    if report is None or told is None or wanted is None:
        return _nothing(request)
    here = _here(request, found, told)
    villages = [
        Chip(one or "Hele gemeente", here.url(f"thema/{code}/", village=one), one == here.village)
        for one in ("", *villages_of(told))
    ]
    page = theme_of(wanted, told, here)
    return _show(request, found, report, here, "public_theme.html", page=page, villages=villages)


@_when_public
def codebook(request: HttpRequest, found: Published) -> HttpResponse:
    """What the fields of the data mean, and under which licence it is given."""
    report = found.of(request.GET.get("jaar", ""))
    if report is None:
        return _nothing(request)
    tables = (("Maatregelen", data.MEASURE_FIELDS), ("Doelen", data.GOAL_FIELDS))
    return _show(
        request, found, report, Here(_base(found)), "public_codebook.html",
        tables=tables, licence=data.LICENCE, licence_url=data.LICENCE_URL,
    )  # fmt: skip


@_when_public
def open_data(request: HttpRequest, found: Published, period: str, form: str) -> HttpResponse:
    """A report as JSON or CSV; who has it already hears only that it is the same."""
    report = found.of(period)
    if report is None or form not in FORMS:
        return _nothing(request)
    make, kind = FORMS[form]
    content = make(account_of(report))
    mark = f'"{hashlib.sha256(content).hexdigest()}"'
    response = file_answer(
        f"beloofd-gedaan-bereikt-{period}.{form}", content, f"{kind}; charset=utf-8"
    )
    response.headers["ETag"] = mark
    return get_conditional_response(request, etag=mark, response=response) or response


@_when_public
def stylesheet(request: HttpRequest, found: Published) -> HttpResponse:
    """The look of the municipality."""
    return style_answer()


@_when_public
def shield(request: HttpRequest, found: Published) -> HttpResponse:
    """The shield of the municipality."""
    return shield_answer()


def _base(found: Published) -> str:
    return reverse("public-account", args=[found.tenant.slug])


def _here(request: HttpRequest, found: Published, account: Account) -> Here:
    """Return what was chosen; a village that the report does not know is no choice."""
    asked = request.GET.get("dorp", "")
    village = asked if asked in villages_of(account) else ""
    return Here(_base(found), request.GET.get("jaar", ""), village)


def _show(
    request: HttpRequest, found: Published, report: Report, here: Here, template: str, **shown: Any
) -> HttpResponse:
    slug, period = found.tenant.slug, period_code(report)
    years = [
        Chip(period_name(one), f"{here.base}?jaar={period_code(one)}", one.pk == report.pk)
        for one in found.reports
    ]
    context = {
        "ig": around(found.tenant),
        "years": years if len(years) > 1 else [],
        "report_title": report.title,
        "period": period,
        "overview": here.url(),
        "other_pages": other_pages(slug, LABEL),
        "village": here.village,
        **shown,
    }
    return render(request, f"accountability/{template}", context)
