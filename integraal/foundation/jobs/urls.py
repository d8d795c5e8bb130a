"""Addresses of the tasks."""

from django.urls import path

from integraal.foundation.jobs import views

urlpatterns = [
    path("taken/", views.jobs, name="jobs"),
    path("taken/stand", views.jobs_now, name="jobs-now"),
    path("taken/start/<slug:kind>", views.job_start, name="job-start"),
    path("taken/<uuid:pk>/opnieuw", views.job_again, name="job-again"),
]
