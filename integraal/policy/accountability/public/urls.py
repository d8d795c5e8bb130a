from django.urls import path

from integraal.policy.accountability.public import publishing_views, views

PUBLIC = "openbaar/<slug:slug>/beloofd-gedaan-bereikt/"

urlpatterns = [
    path(PUBLIC, views.account, name="public-account"),
    path(PUBLIC + "thema/<str:code>/", views.theme, name="public-account-theme"),
    path(PUBLIC + "gegevens/", views.codebook, name="public-account-codebook"),
    path(PUBLIC + "gegevens/<str:period>.<str:form>", views.open_data, name="public-account-data"),
    path(PUBLIC + "huisstijl.css", views.stylesheet, name="public-account-style"),
    path(PUBLIC + "schild.svg", views.shield, name="public-account-shield"),
    path("verantwoording/<uuid:pk>/openbaar/", publishing_views.publish, name="report-publish"),
    path("verantwoording/<uuid:pk>/niet-meer-openbaar/", publishing_views.withdraw,
         name="report-withdraw"),
]  # fmt: skip
