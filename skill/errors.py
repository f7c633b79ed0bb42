"""What can go wrong, from one root.

GentleError
├── UsageError      the person at the command line asked for something that cannot be done
└── ContentError    a content file says something that cannot be read or spoken

Every message is one line: what is wrong, then what to do.
"""

from pathlib import Path


class GentleError(Exception):
    """Root of every error this project raises on purpose."""


class UsageError(GentleError):
    """Raised by the command line; shown as one line, exit status 2."""


class ContentError(GentleError):
    """Raised when a content file cannot be used. Reads `file:line: what is wrong. what to do.`"""

    def __init__(self, file: Path | str, line: int, problem: str, fix: str):
        self.file, self.line, self.problem, self.fix = Path(file), line, problem, fix
        super().__init__(f"{file}:{line}: {problem}. {fix}.")
