"""The evaluation of the previous plan: its promises, one by one."""
