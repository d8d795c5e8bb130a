from django.urls import path

from integraal.policy.accountability.to_picture import views

urlpatterns = [
    path("verantwoording/<uuid:pk>/naar-het-beeld/", views.to_picture, name="report-to-picture"),
]
