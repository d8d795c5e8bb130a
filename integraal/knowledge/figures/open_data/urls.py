from django.urls import path

from integraal.knowledge.figures.open_data import views

urlpatterns = [path("", views.open_data, name="open-data")]
