"""Django's settings: read from the environment, composed here, decided nowhere else."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from integraal.config import environment as env
from integraal.config.logs import LOGGING  # noqa: F401
from integraal.config.mail import (  # noqa: F401
    ADDRESS,
    DEFAULT_FROM_EMAIL,
    EMAIL_BACKEND,
    EMAIL_HOST,
    EMAIL_HOST_PASSWORD,
    EMAIL_HOST_USER,
    EMAIL_PORT,
    EMAIL_TIMEOUT,
    EMAIL_USE_SSL,
    EMAIL_USE_TLS,
    MAIL_KEPT_DAYS,
    MAIL_LACKS,
    MAILBOX,
)

REPOSITORY = Path(__file__).resolve().parents[2]
DEFINITIONS = REPOSITORY / "definitions"

WITHOUT_DATABASE = env.flag("INTEGRAAL_WITHOUT_DATABASE")
DEMO = env.flag("INTEGRAAL_DEMO")
HTTPS = env.flag("INTEGRAAL_HTTPS")
DEBUG = False

SECRET_KEY = (
    "unused: this command reads the code only"
    if WITHOUT_DATABASE
    else env.required("INTEGRAAL_SECRET_KEY", "a long random text that signs sessions and links")
)
ALLOWED_HOSTS = env.words("INTEGRAAL_ALLOWED_HOSTS", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

# Databases: the application's own role cannot get round row-level security; the owner role
# makes tables and is only named where they are made.
if WITHOUT_DATABASE:
    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "none"}}
else:
    DATABASES = {
        "default": env.database(
            "DATABASE_URL", "the address of the database for the application's role", pool=True
        )
    }
    if env.words("OWNER_DATABASE_URL"):
        DATABASES["owner"] = env.database(
            "OWNER_DATABASE_URL",
            "the address of the database for the owner of the tables",
            pool=False,
        )
DATABASE_ROUTERS = ["integraal.foundation.database.routing.OwnerMakesTables"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "pgtrigger",
    "integraal.foundation.database",
    "integraal.foundation.audit",
    "integraal.foundation.areas",
    "integraal.foundation.people",
    "integraal.foundation.outbox",
    "integraal.foundation.partners",
    "integraal.foundation.jobs",
    "integraal.foundation.lifecycle",
    "integraal.foundation.definitions",
    "integraal.foundation.documents",
    "integraal.foundation.ui",
    "integraal.foundation.house_style",
    "integraal.knowledge.figures",
    "integraal.policy.picture",
    "integraal.policy.priorities",
    "integraal.policy.plan",
    "integraal.policy.programme",
    "integraal.policy.monitoring",
    "integraal.policy.accountability",
    "integraal.portal",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "integraal.portal.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "integraal.config.logs.RequestLogMiddleware",
    "integraal.foundation.people.scope.TransactionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "integraal.foundation.people.scope.TenantMiddleware",
    "integraal.foundation.people.refusals.RefusalMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "integraal.config.urls"
WSGI_APPLICATION = "integraal.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "integraal.portal.page.page_context",
            ],
        },
    }
]
FORM_RENDERER = "integraal.foundation.ui.controls.Controls"

# Signing in
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "integraal.foundation.people.sign_in.PasswordBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "integraal.foundation.people.sign_in.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "integraal.foundation.people.sign_in.SocialAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "integraal.foundation.people.second_step.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Integraal"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_PROVIDERS: dict[str, object] = {}
if env.words("INTEGRAAL_OIDC_SERVER_URL"):
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "organisation",
                    "name": env.required("INTEGRAAL_OIDC_NAME", "the name on the sign-in button"),
                    "client_id": env.required("INTEGRAAL_OIDC_CLIENT_ID", "the OIDC client"),
                    "secret": env.required("INTEGRAAL_OIDC_SECRET", "the OIDC client's secret"),
                    "settings": {
                        "server_url": env.required("INTEGRAAL_OIDC_SERVER_URL", "the OIDC issuer")
                    },
                }
            ]
        }
    }
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
# allauth hands the address on under another name than Django does.
AXES_USERNAME_CALLABLE = "integraal.foundation.people.sign_in.attempted_mail"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_VERBOSE = False

# Sessions and transport
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_NAME = "integraal_sessie"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Attempts to sign in and used codes are counted once for all server processes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    }
}

# National tables as Parquet, for commands and jobs.
STORE = Path((env.words("INTEGRAAL_STORE") or [str(REPOSITORY / ".store")])[0])

# Jobs
PROCRASTINATE_IMPORT_PATHS = ["integraal.portal.jobs"]

# Language, time, files
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Served from the code itself: nothing to collect, nothing to forget.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
SILENCED_SYSTEM_CHECKS = ["axes.W003"]
