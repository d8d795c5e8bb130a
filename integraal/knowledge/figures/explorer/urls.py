from django.urls import path

from integraal.knowledge.figures.explorer import views

urlpatterns = [
    path("", views.explorer, name="explorer"),
    path("export.xlsx", views.explorer_excel, name="explorer-excel"),
    path("export.csv", views.explorer_csv, name="explorer-csv"),
    path("toelichting.csv", views.explorer_explanation, name="explorer-explanation"),
]
