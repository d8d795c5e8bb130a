"""What can make municipalities alike."""

from typing import Literal

Like = Literal["grootte", "stedelijkheid", "alle"]
