"""The verbs of a session while it is held. Scoring is one event per ballot, and holds no score."""

HELD = {
    "session.door_opened": "opende de deur van {subject}",
    "session.door_closed": "sloot de deur van {subject}",
    "session.joined": "kwam binnen als {subject} bij een sessie",
    "session.let_in_again": "gaf {subject} een nieuwe link voor een sessie",
    "session.taken_out": "haalde {subject} uit een sessie",
    "session.added_on_paper": "voegde {subject} op papier toe aan een sessie",
    "session.began_scoring": "begon te scoren als {subject}",
    "session.sheet_entered": "voerde het blad van {subject} in",
    "session.round_opened": "opende een ronde van {subject}",
    "session.round_extended": "gaf een ronde van {subject} meer tijd",
    "session.round_closed": "sloot een ronde van {subject}",
}
