"""The living style page."""

from django.urls import path

from integraal.foundation.ui import views

urlpatterns = [path("stijl/", views.style_page, name="style-page")]
