"""A programme to account for, as the tests of the programme make it."""

from tests.policy.programme.conftest import adopted_plan, goal, measure, programme

__all__ = ["adopted_plan", "goal", "measure", "programme"]
