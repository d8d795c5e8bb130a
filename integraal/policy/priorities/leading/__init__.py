"""The pages of who leads a session: door, people, rounds, paper, and the screen in the room."""
