"""The letters of figures: which typeface sets a text, how wide it is, and its outline; never a box for a missing glyph.

The atlas's own faces hold Latin and Cyrillic. A text with other signs is set in a face of this machine that has them
(Noto Sans CJK and others, see `OTHERS`). Where none has, the text falls back to its Latin form, and that is told.
"""

import logging
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTCollection, TTFont
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from atlas import fonts
from atlas.lettering import PRINT_FACES

OTHERS: Final = (
    "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK KR", "Source Han Sans",
    "Source Han Sans SC", "Noto Sans JP", "Noto Sans SC", "Noto Sans TC", "Noto Sans KR", "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei", "Droid Sans Fallback", "IPAexGothic", "IPAGothic", "NanumGothic", "UnDotum",
    "Hiragino Sans", "PingFang SC", "Apple SD Gothic Neo", "Yu Gothic", "Microsoft YaHei", "Malgun Gothic",
)  # fmt: skip
"""Families with Chinese, Japanese or Korean signs that may be installed, the most complete first."""
DRAWN: Final = 100.0
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Face:
    """One font file.

    Parameters
    ----------
    file : Path
        TrueType or OpenType; of a collection its first font is used.
    """

    file: Path

    @cached_property
    def font(self) -> FontProperties:
        """The face as matplotlib names it."""
        return FontProperties(fname=str(self.file))

    @cached_property
    def signs(self) -> frozenset[int]:
        """The code points that it has a glyph for."""
        return frozenset(self._advances)

    @cached_property
    def _advances(self) -> dict[int, float]:
        whole = (
            TTCollection(self.file, lazy=True).fonts[0]
            if self.file.suffix in (".ttc", ".otc")
            else TTFont(self.file, lazy=True)
        )
        widths, em = whole["hmtx"].metrics, whole["head"].unitsPerEm
        return {code: widths[name][0] / em for code, name in whole.getBestCmap().items()}

    def has(self, text: str) -> bool:
        """Say whether every sign of a text has a glyph."""
        return all(ord(sign) in self.signs for sign in text)

    def width(self, text: str, size: float, tracking: float = 0.0) -> float:
        """Give how wide a text is, in the unit of its size; tracking in em. Kerning is left out: a hair too wide."""
        return size * sum(self._advances.get(ord(sign), 0.5) + tracking for sign in text)

    def outline(self, text: str, size: float) -> Outline:
        """Give the outline of a text that begins at (0, 0), y down."""
        return _outline(self, text).transformed(Affine2D().scale(size / DRAWN, -size / DRAWN))


@lru_cache(maxsize=4096)
def _outline(face: Face, text: str) -> Outline:
    return TextPath((0, 0), text, size=DRAWN, prop=face.font)


@cache
def face(name: str) -> Face:
    """Give one of the atlas's own faces: print-sans, print-sans-bold, print-serif or print-serif-italic.

    Raises
    ------
    FontError
        If it cannot be cut.
    """
    (found,) = (face for face in PRINT_FACES if face.name == name)
    return Face(fonts.find(found.file_name))


@cache
def others() -> tuple[Face, ...]:
    """Give the faces of this machine that have Chinese, Japanese or Korean signs, the most complete first."""
    files = {entry.name: entry.fname for entry in fontManager.ttflist if entry.weight in (400, "normal", "regular")}
    return tuple(Face(Path(files[name])) for name in OTHERS if name in files)


def setting(text: str, own: Face) -> Face | None:
    """Give the face that can set a whole text: the one asked for, or one of this machine; None where none can."""
    return next((face for face in (own, *others()) if face.has(text)), None)


def settled(text: str, own: Face) -> tuple[str, Face]:
    """Give a text and the face that sets it; signs that no face has lose their accents, or are left out and told.

    Use it for what must be written; a name that has a Latin form is better left to `setting`.
    """
    found = setting(text, own)
    if found:
        return text, found
    plain = "".join(_plain(sign, own) for sign in text)
    told = " ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(text) if not own.has(sign))
    log.warning("No font of this machine has %s: %r is set as %r", told, text, plain)
    return " ".join(plain.split()), own


def _plain(sign: str, own: Face) -> str:
    return "".join(part for part in (sign if own.has(sign) else unicodedata.normalize("NFKD", sign)) if own.has(part))


def wrapped(text: str, own: Face, size: float, width: float, most: int = 99) -> list[str]:
    """Break a text into lines that are no wider than that; what goes beyond the most lines ends in an ellipsis."""
    lines: list[str] = []
    for word in _words(text, own, size, width):
        if lines and own.width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and own.width(f"{last} …", size) > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], f"{last} …"]


def _words(text: str, own: Face, size: float, width: float) -> Iterable[str]:
    """Give the words of a text; one that is too long for a line, such as an address, in pieces."""
    for word in text.split():
        rest = word
        while own.width(rest, size) > width and len(rest) > 1:
            n = next((n for n in range(len(rest) - 1, 1, -1) if own.width(rest[:n], size) <= width), 1)
            yield rest[:n]
            rest = rest[n:]
        yield rest
