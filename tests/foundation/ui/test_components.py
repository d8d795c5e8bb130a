"""The tags show what a presenter hands them: escaped, tied together, never half."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory

from integraal.foundation.ui.components import Deed, Figure, KeyFigure, Verdict
from integraal.foundation.ui.style_charts import COURSE, MAP
from integraal.foundation.ui.style_forms import SampleForm
from integraal.foundation.ui.tables import Column, Sorting, Table

NASTY = "<img src=x onerror=alert(1)>"


def show(words: str, **context) -> str:
    return Template("{% load ig %}" + words).render(Context(context))


def test_words_of_a_user_are_escaped_in_every_component():
    page = show(
        "{% verdict 'flat' n %}{% note n n %}{% caveat n %}{% empty_state n n '/' n %}"
        "{% breadcrumb n '/' n %}{% difference n '' %}{% history deeds %}"
        "{% editor '/' n 1 n hint=n error=n %}{% plain_table table %}{% progress 1 2 n %}",
        n=NASTY,
        deeds=[Deed(datetime(2026, 1, 1, tzinfo=UTC), NASTY, NASTY, NASTY)],
        table=Table(NASTY, (Column(NASTY),), ((NASTY,),)),
    )
    assert "<img" not in page
    assert page.count("&lt;img") > 15


def test_a_verdict_outside_the_closed_list_is_refused():
    with pytest.raises(ValueError, match="unknown verdict"):
        Verdict("geweldig", "Geweldig")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="direction"):
        Verdict("good", "Beter")


def test_a_figure_without_source_or_margin_cannot_be_made():
    verdict = Verdict("few", "Te weinig gevallen")
    with pytest.raises(ValueError, match="margin and a source"):
        KeyFigure("Overlast", "125", "", "CBS", verdict, "zin")
    with pytest.raises(ValueError, match="source"):
        Figure("a", "t", "s", COURSE, "")
    with pytest.raises(ValueError, match="twin"):
        Figure("a", "t", "s", MAP, "CBS")


def test_a_figure_has_its_table_twin_with_the_same_numbers():
    page = show("{% figure f %}", f=Figure("a", "Titel", "Onder", COURSE, "Bron: CBS"))
    assert "Toon de cijfers als tabel" in page
    assert '<td role="cell" class="n" data-l="Registraties">125</td>' in page
    assert "Bron: CBS" in page


def test_a_refused_field_is_tied_to_its_hint_and_error():
    form = SampleForm({"target": "95"})
    page = show("{% error_summary form %}{% field form.target %}", form=form)
    assert 'href="#id_target"' in page
    assert 'aria-describedby="id_target-uitleg id_target-fout"' in page
    assert 'aria-invalid="true"' in page
    assert 'value="95"' in page


def test_every_error_links_to_something_that_is_on_the_page():
    form = SampleForm({})
    page = show("{% error_summary form %}{% for f in form %}{% field f %}{% endfor %}", form=form)
    for target in ("id_target", "id_owner", "id_agreed"):
        assert f'href="#{target}"' in page
        assert f'id="{target}"' in page
    assert page.count('href="#id_who') == 1


def test_a_form_without_errors_has_no_summary():
    assert "ig-errors" not in show("{% error_summary form %}", form=SampleForm())


def test_a_hidden_field_stays_hidden():
    class Form(forms.Form):
        revision = forms.CharField(widget=forms.HiddenInput)

    assert show("{% field form.revision %}", form=Form()).startswith('<input type="hidden"')


def test_the_editor_posts_without_a_script_and_keeps_a_leading_new_line():
    page = show(
        "{% editor '/tekst/' text 7 'Tekst' saved_at=at %}",
        text="\nEerste regel",
        at=datetime(2026, 3, 16, 9, 42, tzinfo=UTC),
    )
    assert 'name="base_revision" value="7"' in page
    assert ">\n\nEerste regel</textarea>" in page
    assert 'Bewaren<span class="visually-hidden">: Tekst</span></button>' in page
    assert "Bewaard om 10.42 uur" in page
    assert 'role="status"' in page


def test_sorting_keeps_the_filters_and_says_its_direction():
    table = Table("t", (Column("Naam", key="naam"), Column("Uren", key="uren")), (("a", 1),))
    request = RequestFactory().get("/lijst/?thema=jeugd&sorteer=naam&blad=3")
    page = show(
        "{% list_table table sorting '1 van 1' %}",
        table=table,
        sorting=Sorting("naam", descending=False),
        request=request,
    )
    assert 'href="?thema=jeugd&amp;sorteer=-naam"' in page
    assert 'href="?thema=jeugd&amp;sorteer=uren"' in page
    assert page.count('aria-sort="ascending"') == 1
    assert "blad=3" not in page
