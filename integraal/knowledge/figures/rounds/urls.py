from django.urls import path

from integraal.knowledge.figures.rounds import views

urlpatterns = [
    path("", views.month_round, name="month-round"),
    path("maken", views.month_round_make, name="month-round-make"),
    path("excel", views.month_round_excel, name="month-round-excel"),
]
