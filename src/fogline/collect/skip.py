"""Why an input is skipped: raised where it is noticed, told as a Problem where the input is named."""

from fogline.collect.clean import clean_line
from fogline.model.problem import Problem


class Skip(Exception):  # noqa: N818 - no error of the program: the input is told and the rest is read
    """An input, or a part of it, that cannot become a report.

    `reason` is a short code, `message` one line that says what to do.
    """

    def __init__(self, reason: str, message: str) -> None:
        """Keep the code and the line for the user."""
        super().__init__(message)
        self.reason = reason
        self.message = message

    def at(self, where: str) -> Problem:
        """The problem as told to the user: `where` names the file, line or address, and is made one line."""
        return Problem(clean_line(where), self.reason, self.message)
