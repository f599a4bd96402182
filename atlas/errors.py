"""One tree of errors, and the problem lines that checks report.

Every message says where, what value, what is allowed and what to do.
"""

from dataclasses import dataclass


class AtlasError(Exception):
    """Base of every error the atlas raises on purpose; its text is one line for a person."""


class RecordError(AtlasError):
    """A record or registry file cannot be used; the text is one line for each Problem."""


class BuildError(AtlasError):
    """The layers could not be built; what stood before is untouched."""


class LayerError(AtlasError):
    """A built layer is missing or is not what `atlas build` writes."""


class ExportError(AtlasError):
    """What was asked for does not fit into a file format; the text says how much does, and what to do."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with the data, said in one line.

    Parameters
    ----------
    file : str
        Path of the file, relative to geodata/.
    record : str
        Id of the record inside the file, or "" where the file as a whole is meant.
    field : str
        Dotted path of the field (`sightings[3].at.of`), or "".
    value : str
        The value that was found, shortened.
    allowed : str
        What may stand there.
    todo : str
        What to do about it.
    """

    file: str
    record: str = ""
    field: str = ""
    value: str = ""
    allowed: str = ""
    todo: str = ""

    def __str__(self) -> str:
        """Give the problem as one line: where: what; allowed: ...; do: ...

        A sign that would act on the terminal, an escape or a turn of the writing's direction, stands as its code.
        """
        where = ": ".join(part for part in (self.file, self.record, self.field) if part)
        found = f" is {self.value}" if self.value else ""
        allowed = f"; allowed: {self.allowed}" if self.allowed else ""
        todo = f"; {self.todo}" if self.todo else ""
        line = " ".join(f"{where}{found}{allowed}{todo}".split())
        return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)
