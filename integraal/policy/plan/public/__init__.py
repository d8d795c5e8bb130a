"""The plan for residents: a page without an account, once the plan is adopted and made public."""
