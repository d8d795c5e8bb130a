from django.urls import path

from integraal.knowledge.figures.explorer import views

urlpatterns = [
    path("<uuid:pk>/", views.figure_origin, name="figure-origin"),
    path("landelijk/<int:pk>/", views.reference_origin, name="reference-origin"),
]
