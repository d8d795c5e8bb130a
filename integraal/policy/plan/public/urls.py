from django.urls import path

from integraal.policy.plan.public import publishing_views, views

urlpatterns = [
    path("openbaar/<slug:slug>/veiligheidsplan/", views.plan, name="plan-public"),
    path("openbaar/<slug:slug>/veiligheidsplan/pdf", views.pdf, name="plan-public-pdf"),
    path("openbaar/<slug:slug>/veiligheidsplan/huisstijl.css", views.stylesheet,
         name="plan-public-style"),
    path("openbaar/<slug:slug>/veiligheidsplan/schild.svg", views.shield,
         name="plan-public-shield"),
    path("plan/<uuid:pk>/openbaar-maken", publishing_views.publish, name="plan-publish"),
    path("plan/<uuid:pk>/niet-meer-openbaar", publishing_views.withdraw, name="plan-withdraw"),
]  # fmt: skip
