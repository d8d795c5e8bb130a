from django.urls import path

from integraal.policy.accountability.norms import views

urlpatterns = [
    path("verantwoording/<uuid:pk>/normen/", views.report_norms, name="report-norms"),
]
