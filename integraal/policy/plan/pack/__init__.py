"""The pack for the council: proposal, plan, picture, minutes and consultation in one PDF."""
