"""Ask partners and the driehoek to comment on a fixed edition, and weigh what they say."""
