"""The norms of the audit offices (rekenkamer), as a check of oneself."""
