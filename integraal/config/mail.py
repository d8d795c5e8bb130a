"""How mail goes out: settings from the environment; in the demo nothing ever leaves the machine."""

from integraal.config import environment as env

DEMO = env.flag("INTEGRAAL_DEMO")
BACKENDS = "django.core.mail.backends"

EMAIL_HOST = env.text("INTEGRAAL_SMTP_HOST")
EMAIL_PORT = env.whole("INTEGRAAL_SMTP_PORT", 587)
EMAIL_HOST_USER = env.text("INTEGRAAL_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("INTEGRAAL_SMTP_PASSWORD")
_TLS = env.one_of("INTEGRAAL_SMTP_TLS", ("starttls", "tls", "none"))
EMAIL_USE_TLS, EMAIL_USE_SSL = _TLS == "starttls", _TLS == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("INTEGRAAL_MAIL_FROM", "integraal@localhost")

MAILBOX = env.text("INTEGRAAL_MAILBOX") if DEMO else ""
"""Folder in which the demo keeps the mail that it does not send."""
ADDRESS = env.text("INTEGRAAL_ADDRESS").rstrip("/")
"""Where people find the product: the worker, which has no request to ask, makes links with it."""
MAIL_KEPT_DAYS = env.whole("INTEGRAAL_MAIL_KEPT_DAYS", 90)

if DEMO:
    EMAIL_BACKEND = "integraal.foundation.outbox.mailbox.MailboxBackend"
elif EMAIL_HOST:
    EMAIL_BACKEND = f"{BACKENDS}.smtp.EmailBackend"
else:
    EMAIL_BACKEND = f"{BACKENDS}.dummy.EmailBackend"

MAIL_LACKS = [
    name
    for name, value in (
        ("INTEGRAAL_SMTP_HOST", EMAIL_HOST or MAILBOX),
        ("INTEGRAAL_MAIL_FROM", env.text("INTEGRAAL_MAIL_FROM") or MAILBOX),
        ("INTEGRAAL_ADDRESS", ADDRESS),
    )
    if not value
]
"""Settings without which mail waits in the outbox."""
