"""The living style page: every component in every state, drawn by the same tags as the pages."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from integraal.foundation.ui import style_charts, style_funnel, style_samples
from integraal.foundation.ui.style_forms import SampleForm
from integraal.foundation.ui.tables import chosen_sorting

SAMPLES = {
    "tokens": style_samples.TOKENS,
    "verdicts": style_samples.VERDICTS,
    "chips": style_samples.CHIPS,
    "key_figures": style_charts.KEY_FIGURES,
    "figures": (*style_charts.FIGURES, style_funnel.FUNNEL_FIGURE),
    "findings": style_charts.FINDINGS,
    "agenda": style_samples.AGENDA,
    "checks": style_samples.CHECKS,
    "loop": style_charts.LOOP,
    "loop_steps": style_samples.LOOP_STEPS,
    "term": style_charts.TERM,
    "measures": style_samples.MEASURES,
    "nothing": style_samples.NOTHING,
    "deeds": style_samples.DEEDS,
    "text": style_samples.TEXT,
    "text_after": style_samples.TEXT_AFTER,
    "other": style_samples.OTHER,
    "works": style_samples.WORKS,
    "no_value": None,
}


def style_page(request: HttpRequest) -> HttpResponse:
    """Show all components with invented content; nothing is stored or read."""
    columns = style_samples.MEASURES.columns
    refused = SampleForm({"target": "95", "source": [], "note": ""})
    refused.is_valid()
    context = {
        **SAMPLES,
        "sorting": chosen_sorting(request.GET.get("sorteer", ""), columns, default="naam"),
        "page": Paginator(range(200), 10).get_page(request.GET.get("blad", "4")),
        "form": SampleForm(),
        "refused": refused,
    }
    return render(request, "ui/style_page.html", context)
