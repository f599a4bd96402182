r"""Text for TeX: its own signs are escaped, Latin letters with accents become its commands, other scripts stay.

Old BibTeX and pdfTeX know neither Chinese nor Cyrillic; nothing here is spelled otherwise to please them, for a name is
a fact. `needs_unicode` says where such letters stand.
"""

import unicodedata
from typing import Final

SIGNS: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", "–": "--", "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''",
    "…": r"\ldots{}", "°": r"\textdegree{}", "·": r"\textperiodcentered{}",
    "№": "No.", "ß": r"{\ss}", "æ": r"{\ae}", "Æ": r"{\AE}", "œ": r"{\oe}", "Œ": r"{\OE}", "ø": r"{\o}",
    "Ø": r"{\O}", "ł": r"{\l}", "Ł": r"{\L}", "đ": r"{\dj}", "Đ": r"{\DJ}", "ı": r"{\i}", "ð": r"{\dh}",
    "þ": r"{\th}", "å": r"{\aa}", "Å": r"{\AA}",
}  # fmt: skip
ACCENTS: Final = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d", "\u0327": "c", "\u0328": "k",
    "\u0331": "b",
}  # fmt: skip


def in_tex(text: str) -> str:
    """Give a text so that TeX prints it as it stands, on one line."""
    return "".join(map(_sign, unicodedata.normalize("NFC", " ".join(text.split()))))


def needs_unicode(text: str) -> bool:
    """Say whether a text for TeX holds letters that only engines with Unicode print."""
    return not text.isascii()


def _sign(sign: str) -> str:
    if sign in SIGNS:
        return SIGNS[sign]
    if sign.isascii():
        return sign
    apart = unicodedata.normalize("NFD", sign)
    letter, marks = apart[0], apart[1:]
    if not (letter.isascii() and letter.isalpha() and marks and all(mark in ACCENTS for mark in marks)):
        return sign
    for mark in marks:
        letter = f"\\{ACCENTS[mark]}{{{letter}}}"
    return f"{{{letter}}}"
