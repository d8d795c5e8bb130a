"""The moments of planning and control, with the figures the BBV asks for."""
