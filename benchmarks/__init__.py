"""What is measured: pages as a user gets them, and the work behind them. No figure is a test."""
